import GiftModel

/// Asks one question after another about a block of customers, each in one pass over a column.
///
/// What is compared and how is settled outside of the passes, and none ends early. Parts of lists are joined 64
/// customers at a time.
struct SegmentPasses {
    private let program: SegmentProgram
    /// For each question about words a flag for each word, and one more for all others; of other questions none.
    private let flags: [[UInt64]]
    /// For each question the customers for whom it holds, one bit each.
    private var holding: [UInt64]
    private var failing: [UInt64]

    private static let words = SegmentColumns.blockWords

    init(of program: SegmentProgram) {
        self.program = program
        self.flags = program.nodes.map { node in
            guard case .words(let slot, let range, _) = node else { return [] }
            var flags = [UInt64](repeating: 0, count: program.slots[slot].words.count + 1)
            for place in program.places[range] { flags[Int(place)] = 1 }
            return flags
        }
        self.holding = Array(repeating: 0, count: program.nodes.count * Self.words)
        self.failing = holding
    }

    /// Answers every question for the customers of a block.
    mutating func run(over columns: SegmentColumns, block: Int) {
        for node in program.nodes.indices {
            switch program.nodes[node] {
            case .all(let range): Self.join(program.operands[range], at: node, &holding, &failing)
            case .any(let range): Self.join(program.operands[range], at: node, &failing, &holding)
            case .segment(let root, _, let isNegated): repeatAnswer(of: root, at: node, isNegated: isNegated)
            case .number(let slot, let comparison, let number):
                compare(Question(node, at: slot, block, in: columns), comparison, number, over: 1, in: columns)
            case .ratio(let slot, let comparison, let numerator, let denominator):
                let question = Question(node, at: slot, block, in: columns)
                compare(question, comparison, numerator, over: denominator, in: columns)
            case .words(let slot, _, let isNegated):
                lookUp(Question(node, at: slot, block, in: columns), isNegated: isNegated, in: columns)
            case .known(let slot, let isNegated):
                let question = Question(node, at: slot, block, in: columns)
                for word in 0..<Self.words {
                    let known = columns.known[question.mask + word]
                    holding[question.start + word] = isNegated ? ~known : known
                    failing[question.start + word] = isNegated ? known : ~known
                }
            }
        }
    }

    /// Adds the answers for a block about the questions at `roots` to those of all customers.
    func add(block: Int, _ roots: [Int], to answers: inout SegmentColumnAnswers) {
        let words = min(Self.words, answers.words - block * Self.words)
        let beyond = max(0, (block * Self.words + words) * 64 - answers.customers)
        for (segment, root) in roots.enumerated() {
            let (from, to) = (root * Self.words, segment * answers.words + block * Self.words)
            for word in 0..<words {
                answers.holding[to + word] = holding[from + word]
                answers.failing[to + word] = failing[from + word]
            }
            answers.holding[to + words - 1] &= .max >> UInt64(beyond)
            answers.failing[to + words - 1] &= .max >> UInt64(beyond)
        }
    }
}

extension SegmentPasses {
    /// A question about an attribute, with the places where its bits, and the numbers of the attribute, start.
    private struct Question {
        let node: Int
        let slot: Int
        let block: Int
        /// The bits of the answers.
        let start: Int
        /// The bits of what is known.
        let mask: Int
        let numbers: Int
        let isFraction: Bool

        init(_ node: Int, at slot: Int, _ block: Int, in columns: SegmentColumns) {
            (self.node, self.slot, self.block) = (node, slot, block)
            self.start = node * SegmentPasses.words
            self.mask = (block * columns.questions.fields.count + slot) * SegmentPasses.words
            let field = columns.questions.fields[slot]
            self.numbers = (block * columns.questions.fieldCount + field.position) * SegmentColumns.fieldStride
            self.isFraction = field.shape == .fraction
        }
    }

    /// Where every part agrees the list does, in one sense; in the other, where some part does.
    private static func join(
        _ parts: ArraySlice<Int>,
        at node: Int,
        _ every: inout [UInt64],
        _ some: inout [UInt64]
    ) {
        let start = node * words
        for word in 0..<words { (every[start + word], some[start + word]) = (.max, 0) }
        for part in parts {
            for word in 0..<words {
                every[start + word] &= every[part * words + word]
                some[start + word] |= some[part * words + word]
            }
        }
    }

    private mutating func repeatAnswer(of root: Int, at node: Int, isNegated: Bool) {
        for word in 0..<Self.words {
            let (holds, fails) = (holding[root * Self.words + word], failing[root * Self.words + word])
            holding[node * Self.words + word] = isNegated ? fails : holds
            failing[node * Self.words + word] = isNegated ? holds : fails
        }
    }

    private mutating func compare(
        _ question: Question,
        _ comparison: Comparison,
        _ numerator: Int64,
        over denominator: Int64,
        in columns: SegmentColumns
    ) {
        var bits = holding.mutableSpan
        let (start, size) = (question.start, SegmentColumns.blockSize)
        let numbers = columns.values.span.extracting(question.numbers..<question.numbers + size)
        if question.isFraction {
            let second = question.numbers + SegmentColumns.fieldStride
            let own = columns.values.span.extracting(second..<second + size)
            let (top, bottom) = (Int128(numerator), Int128(denominator))
            switch comparison {
            case .atLeast, .below:
                Self.pass(over: numbers, own, &bits, from: start) { Int128($0) &* bottom >= top &* Int128($1) }
            case .atMost, .above:
                Self.pass(over: numbers, own, &bits, from: start) { Int128($0) &* bottom <= top &* Int128($1) }
            case .equal, .notEqual:
                Self.pass(over: numbers, own, &bits, from: start) { Int128($0) &* bottom == top &* Int128($1) }
            }
        } else {
            switch comparison {
            case .atLeast, .below: Self.pass(over: numbers, &bits, from: start) { $0 >= numerator }
            case .atMost, .above: Self.pass(over: numbers, &bits, from: start) { $0 <= numerator }
            case .equal, .notEqual: Self.pass(over: numbers, &bits, from: start) { $0 == numerator }
            }
        }
        let isOpposite = comparison == .below || comparison == .above || comparison == .notEqual
        settle(question, isOpposite: isOpposite, in: columns)
    }

    private mutating func lookUp(_ question: Question, isNegated: Bool, in columns: SegmentColumns) {
        let flags = flags[question.node]
        var bits = holding.mutableSpan
        let places = columns.values.span.extracting(question.numbers..<question.numbers + SegmentColumns.blockSize)
        Self.lookUp(places, among: flags.span, &bits, from: question.start)
        settle(question, isOpposite: isNegated, in: columns)
    }

    /// Sets one bit for each place, from the word at `start` on; a place without a flag is that of another word.
    private static func lookUp(
        _ places: Span<Int64>,
        among flags: Span<UInt64>,
        _ bits: inout MutableSpan<UInt64>,
        from start: Int
    ) {
        let last = flags.count - 1
        for word in 0..<words {
            let part = places.extracting(word &* 64..<word &* 64 &+ 64)
            var answers: UInt64 = 0
            for lane in 0..<64 {
                let flag = flags[min(Int(truncatingIfNeeded: part[lane]), last)]
                answers |= flag &<< UInt64(truncatingIfNeeded: lane)
            }
            bits[start &+ word] = answers
        }
    }

    /// Makes two bits of what the numbers say, and asks about those that are ranges one by one.
    private mutating func settle(_ question: Question, isOpposite: Bool, in columns: SegmentColumns) {
        for word in 0..<Self.words {
            let known = columns.known[question.mask + word]
            let answers = isOpposite ? ~holding[question.start + word] : holding[question.start + word]
            holding[question.start + word] = answers & known
            failing[question.start + word] = ~answers & known
            var left = columns.ranges[question.mask + word]
            while left != 0 {
                let place = left.trailingZeroBitCount
                let reading = columns.reading(at: question.slot, question.block, word * 64 + place)
                let truth = program.truth(of: question.node, at: reading)
                left &= left - 1
                let bit: UInt64 = 1 << UInt64(place)
                holding[question.start + word] &= ~bit
                failing[question.start + word] &= ~bit
                if truth == .holds { holding[question.start + word] |= bit }
                if truth == .fails { failing[question.start + word] |= bit }
            }
        }
    }

    /// Sets one bit for each number, from the word at `start` on.
    ///
    /// Four parts of a word grow side by side, because each bit waits for the one before it.
    @inline(__always)
    private static func pass(
        over numbers: Span<Int64>,
        _ bits: inout MutableSpan<UInt64>,
        from start: Int,
        _ holds: (Int64) -> Bool
    ) {
        for word in 0..<words {
            let part = numbers.extracting(word &* 64..<word &* 64 &+ 64)
            var (a, b, c, d) = (UInt64(0), UInt64(0), UInt64(0), UInt64(0))
            for lane in 0..<16 {
                a = a &+ a &+ (holds(part[15 &- lane]) ? 1 : 0)
                b = b &+ b &+ (holds(part[31 &- lane]) ? 1 : 0)
                c = c &+ c &+ (holds(part[47 &- lane]) ? 1 : 0)
                d = d &+ d &+ (holds(part[63 &- lane]) ? 1 : 0)
            }
            bits[start &+ word] = a | b &<< 16 | c &<< 32 | d &<< 48
        }
    }

    /// Sets one bit for each pair of numbers, from the word at `start` on.
    @inline(__always)
    private static func pass(
        over numbers: Span<Int64>,
        _ others: Span<Int64>,
        _ bits: inout MutableSpan<UInt64>,
        from start: Int,
        _ holds: (Int64, Int64) -> Bool
    ) {
        for word in 0..<words {
            var answers: UInt64 = 0
            for lane in 0..<64 {
                let place = word &* 64 &+ lane
                answers |= (holds(numbers[place], others[place]) ? 1 : 0) &<< UInt64(truncatingIfNeeded: lane)
            }
            bits[start &+ word] = answers
        }
    }
}
