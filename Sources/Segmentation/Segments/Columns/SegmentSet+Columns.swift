extension SegmentSet {
    /// Returns who the customers of `columns` are, segment by segment: the same as one by one, many times as fast.
    ///
    /// - Precondition: The columns are of the same segments.
    /// - Complexity: O(*n*) in the customers, times the distinct comparisons of all segments.
    public func answers(for columns: SegmentColumns) -> SegmentColumnAnswers {
        precondition(columns.questions.program.roots.count == program.roots.count, "columns of the same segments")
        var answers = SegmentColumnAnswers(asOf: columns.asOf, customers: columns.count, segments: program.roots.count)
        var passes = SegmentPasses(of: program)
        for block in 0..<columns.blockCount {
            passes.run(over: columns, block: block)
            passes.add(block: block, program.roots, to: &answers)
        }
        return answers
    }
}
