import GiftModel

/// The values of one attribute, cut into cells none of which any comparison of a document tells apart further.
///
/// Numbers are cut at the numbers that they are compared with: each is a cell, and what lies between two of them is
/// one. A word that is named is a cell, and all others are one. That nothing is known is the last.
struct SegmentDomain {
    let attribute: SegmentAttribute
    private let kind: SegmentValue.Kind
    private let currency: Currency
    private var thresholds: [Ratio] = []
    private var words: [String] = []
    private var isComplete = false
    private let bounds: (least: Int64?, greatest: Int64?)
    /// The cells in which a value can lie, and the last, in which nothing is known.
    private(set) var all: SegmentCells

    /// The domain of an attribute, of a label that one, that is compared with these values and words.
    init(
        _ attribute: SegmentAttribute,
        _ kind: SegmentValue.Kind,
        _ label: SegmentLabel?,
        values: Set<SegmentValue>,
        words: Set<SegmentValue.Word>,
        in document: SegmentDocument
    ) {
        self.attribute = attribute
        self.kind = kind
        self.currency = document.currency
        self.bounds = label?.numbers.map { ($0.lowerBound, $0.upperBound) } ?? attribute.bounds
        if kind == .word {
            let known = document.knownWords(of: attribute, label) ?? []
            self.isComplete = !known.isEmpty
            self.words = isComplete ? known : words.sorted().map(\.text)
        } else if kind == .truth {
            self.thresholds = [Self.number(0), Self.number(1)]
        } else {
            self.thresholds = values.compactMap(Self.threshold).sorted()
        }
        let count = kind == .word ? self.words.count + 1 : 2 * thresholds.count + 1
        self.all = SegmentCells(count: count + 1)
        for cell in 0..<count where canHold(cell) { all.insert(cell) }
        all.insert(count)
    }

    private var unknownCell: Int { kind == .word ? words.count + 1 : 2 * thresholds.count + 1 }

    private static func number(_ number: Int64) -> Ratio {
        guard let ratio = Ratio(number, over: 1) else { preconditionFailure("a whole number is a ratio") }
        return ratio
    }

    private static func threshold(of value: SegmentValue) -> Ratio? {
        switch value {
        case .number(let number): Self.number(number)
        case .money(let money): Self.number(money.minorUnits)
        case .date(let date): Self.number(Int64(date.daysAfterEpoch))
        case .truth(let truth): Self.number(truth ? 1 : 0)
        case .ratio(let ratio): ratio
        case .word: nil
        }
    }

    private func canHold(_ cell: Int) -> Bool {
        if kind == .word { return cell < words.count || !isComplete }
        if kind == .truth { return cell == 1 || cell == 3 }
        let (least, greatest) = bounds
        let above = cell > 0 ? thresholds[(cell - 1) / 2] : nil
        if !cell.isMultiple(of: 2), let value = above {
            return least.map { Self.number($0) <= value } ?? true && greatest.map { value <= Self.number($0) } ?? true
        }
        let below = cell / 2 < thresholds.count ? thresholds[cell / 2] : nil
        guard isWhole else { return least.map { least in below.map { Self.number(least) < $0 } ?? true } ?? true }
        let first = max(above.map { Int128($0.numerator) + 1 } ?? .min, Int128(least ?? .min))
        let last = min(below.map { Int128($0.numerator) - 1 } ?? .max, Int128(greatest ?? .max))
        return first <= last
    }

    /// The least whole number in a cell, or the greatest where it has no least; `nil` where it has neither.
    private func number(in cell: Int) -> Int64? {
        let above: Int64? = cell > 0 ? thresholds[(cell - 1) / 2].numerator : nil
        if !cell.isMultiple(of: 2) { return above }
        let below: Int64? = cell / 2 < thresholds.count ? thresholds[cell / 2].numerator : nil
        let (after, before) = (above.map { $0 + 1 }, below.map { $0 - 1 })
        if after != nil || bounds.least != nil { return max(after ?? .min, bounds.least ?? .min) }
        return before == nil && bounds.greatest == nil ? nil : min(before ?? .max, bounds.greatest ?? .max)
    }

    private var isWhole: Bool { attribute.isWhole(kind) }

    /// The cells where it compares like this.
    func cells(_ comparison: Comparison, _ value: SegmentValue) -> SegmentCells {
        guard let threshold = Self.threshold(of: value), let position = place(of: threshold) else {
            preconditionFailure("every value of a comparison was given")
        }
        return cells { comparison.holds($0, 2 * position + 1) }
    }

    /// Where a number stands among those with which the attribute is compared, which ascend.
    private func place(of threshold: Ratio) -> Int? {
        var (first, end) = (0, thresholds.count)
        while first < end {
            let middle = (first + end) / 2
            if thresholds[middle] < threshold { first = middle + 1 } else { end = middle }
        }
        return first < thresholds.count && thresholds[first] == threshold ? first : nil
    }

    /// The cells of these words, or of all others when `isNegated`.
    func cells(of named: some Sequence<String>, isNegated: Bool) -> SegmentCells {
        let places = Set(named.compactMap { word in words.firstIndex { $0.utf8.elementsEqual(word.utf8) } })
        return cells { places.contains($0) != isNegated }
    }

    /// The cells where it is known, or the one where it is not.
    func cells(known isKnown: Bool) -> SegmentCells {
        guard !isKnown else { return cells { _ in true } }
        var cells = SegmentCells(count: unknownCell + 1)
        cells.insert(unknownCell)
        return cells
    }

    private func cells(where isIncluded: (Int) -> Bool) -> SegmentCells {
        var cells = SegmentCells(count: unknownCell + 1)
        for cell in 0..<unknownCell where all.contains(cell) && isIncluded(cell) { cells.insert(cell) }
        return cells
    }

    /// The cell alone.
    func cells(at cell: Int) -> SegmentCells {
        var cells = SegmentCells(count: unknownCell + 1)
        cells.insert(cell)
        return cells
    }

    /// The cells in which a customer may be of whom a number, or the place of one of `words`, was read.
    func cells(of reading: SegmentReading, among words: [String]) -> SegmentCells {
        guard reading.isKnown else { return cells(at: unknownCell) }
        var cells = SegmentCells(count: unknownCell + 1)
        guard kind == .word else {
            for cell in cell(of: reading.low, over: reading)...cell(of: reading.high, over: reading) {
                cells.insert(cell)
            }
            return cells
        }
        for place in reading.low...reading.high {
            let word = words.indices.contains(Int(place)) ? words[Int(place)] : nil
            cells.insert(word.flatMap(self.place(of:)) ?? self.words.count)
        }
        return cells
    }

    private func place(of word: String) -> Int? { words.firstIndex { $0.utf8.elementsEqual(word.utf8) } }

    private func cell(of number: Int64, over reading: SegmentReading) -> Int {
        thresholds.reduce(0) { cell, threshold in
            let below = Int128(threshold.numerator) * Int128(reading.denominator)
            let above = Int128(number) * Int128(threshold.denominator)
            return cell + (below < above ? 1 : 0) + (below <= above ? 1 : 0)
        }
    }

    /// What a customer in a cell is like: a value, wherever one can be told.
    func sample(of cell: Int) -> SegmentCondition {
        guard kind != .word, cell != unknownCell, isWhole, let number = number(in: cell) else {
            return example(of: cell)
        }
        return .compared(attribute, .equal, value(of: Self.number(number)))
    }

    /// A condition that holds in a cell.
    func example(of cell: Int) -> SegmentCondition {
        if cell == unknownCell { return .unknown(attribute) }
        if kind == .word {
            guard cell < words.count, let word = SegmentValue.Word(words[cell]) else {
                let named = Set(words.compactMap { SegmentValue.Word($0) })
                return named.isEmpty ? .known(attribute) : .noneOf(attribute, named)
            }
            return .oneOf(attribute, [word])
        }
        if !cell.isMultiple(of: 2) { return .compared(attribute, .equal, value(of: thresholds[(cell - 1) / 2])) }
        let above = cell > 0 ? SegmentCondition.compared(attribute, .above, value(of: thresholds[cell / 2 - 1])) : nil
        let below =
            cell / 2 < thresholds.count
            ? SegmentCondition.compared(attribute, .below, value(of: thresholds[cell / 2])) : nil
        let bounds = [above, below].compactMap(\.self)
        return bounds.isEmpty ? .known(attribute) : SegmentCondition.all(bounds).canonical
    }

    /// The cells in which a value can lie, and the last, in which nothing is known.
    var cellsThatCanHold: [Int] { (0...unknownCell).filter(all.contains) }

    func isUnknown(_ cell: Int) -> Bool { cell == unknownCell }

    /// The number in a cell that is nearest to what was read, or where there is none, its nearest end.
    func nearest(to reading: SegmentReading, in cell: Int) -> Ratio? {
        guard kind != .word, kind != .truth, cell != unknownCell else { return nil }
        let above = cell > 0 ? thresholds[(cell - 1) / 2] : nil
        if !cell.isMultiple(of: 2) { return above }
        let below = cell / 2 < thresholds.count ? thresholds[cell / 2] : nil
        guard reading.isKnown else { return isWhole ? number(in: cell).map(Self.number) : above ?? below }
        let isLower = above.map { reading.truth(.atMost, $0.numerator, over: $0.denominator) == .holds } ?? false
        let (end, step): (Ratio?, Int64) = isLower ? (above, 1) : (below, -1)
        guard isWhole, let end else { return end }
        return Self.number(end.numerator + step)
    }

    /// What would have to hold of a customer in a cell whose nearest number is that.
    func needed(_ nearest: Ratio, in cell: Int) -> SegmentCondition {
        isWhole ? .compared(attribute, .equal, value(of: nearest)) : example(of: cell)
    }

    private func value(of threshold: Ratio) -> SegmentValue {
        switch kind {
        case .number, .word: .number(threshold.numerator)
        case .ratio: .ratio(threshold)
        case .money: .money(Money(minorUnits: threshold.numerator, in: currency))
        case .truth: .truth(threshold.numerator == 1)
        case .date:
            CalendarDate(daysAfterEpoch: Int(threshold.numerator)).map(SegmentValue.date)
                ?? .number(threshold.numerator)
        }
    }
}

extension SegmentAttribute {
    /// Whether it has no values between two whole numbers, or minor units, days or truths.
    func isWhole(_ kind: SegmentValue.Kind) -> Bool {
        if case .amount(.averageOrder, _) = self { return false }
        return kind != .ratio
    }

    /// The least and the greatest value that it ever has, where there is one.
    fileprivate var bounds: (least: Int64?, greatest: Int64?) {
        switch self {
        case .count, .change, .daysSinceFirstPurchase, .daysSinceLastPurchase: (0, nil)
        case .amount(let amount, _): (amount == .net ? nil : 0, nil)
        case .score(.recency), .score(.frequency), .score(.monetary): (1, nil)
        case .trait(.birthdayMonth): (1, 12)
        case .trait: (0, nil)
        case .score, .stage, .tier, .valueBand, .quadrant, .tag, .label: (nil, nil)
        }
    }
}
