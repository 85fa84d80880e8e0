public import GiftModel

/// Whether a customer is in one segment, with what can be told about it.
///
/// Only the truth is worked out at once; the rest is when it is asked for.
public struct SegmentAnswer: Sendable {
    /// Whether the customer is in it.
    public let truth: Truth
    let set: SegmentSet
    let facts: SegmentFacts
    let position: Int
}

extension SegmentSet {
    /// Returns whether the customer of these `facts` is in the segment called `id`, or `nil` when there is no such.
    ///
    /// - Complexity: O(*n*) in the comparisons of the segment, each O(*m*) in the days of its window.
    public func answer(for facts: SegmentFacts, in id: Segment.ID) -> SegmentAnswer? {
        guard let position = position(of: id) else { return nil }
        var evaluation = SegmentEvaluation(program)
        let truth = evaluation.truth(of: program.roots[position], in: program, facts)
        return SegmentAnswer(truth: truth, set: self, facts: facts, position: position)
    }

    /// Returns the first later day on which any of these segments can change for this customer without any activity.
    ///
    /// - Returns: A day that is never late and may be early, as ``SegmentAnswer/nextPossibleChange`` says; `nil` when
    ///   only an activity can change anything.
    /// - Complexity: O(*n*) in the comparisons, each O(*m*²) in the days of its window.
    public func nextPossibleChange(for facts: SegmentFacts) -> CalendarDate? {
        var forecast = SegmentForecast(program, facts)
        return program.roots.compactMap { forecast.nextChange(of: $0) }.min()
    }
}

extension SegmentAnswer {
    /// The first later day on which the answer can change without any activity, or `nil` when none can.
    ///
    /// It is never late: until that day the answer stays. Windows, times since something, ages and labels with an end
    /// are looked at exactly; what others work out comes with its own day. Where several parts would have to change,
    /// the last of them is told; the day is early only where parts change that leave the whole as it was.
    ///
    /// - Complexity: O(*n*) in the comparisons of the segment, each O(*m*²) in the days of its window.
    public var nextPossibleChange: CalendarDate? {
        var forecast = SegmentForecast(set.program, facts)
        return forecast.nextChange(of: set.program.roots[position])
    }

    /// The comparisons that settled the answer, each with the actual and the expected value.
    ///
    /// One part that fails is why `all` fails, and every part is why it holds; where the answer is unknown, they tell
    /// what is not known. A `not` is passed down to the comparisons. A segment that another refers to is told before
    /// its own comparisons, and these once.
    ///
    /// - Complexity: as that of the answer.
    public var reasons: [Reason] {
        var explanation = SegmentExplanation(set, facts)
        return explanation.reasons(for: set.program.roots[position])
    }
}
