public import GiftModel

extension SegmentCondition {
    /// The condition in the one form that all have that mean the same by these laws.
    ///
    /// 1. A `not` is passed down to the comparisons, where it turns round what is compared; only before a
    ///    segment it stays. Two in a row are none.
    /// 2. `all` within `all` and `any` within `any` are one list; a list of one is its part.
    /// 3. The parts of a list are in ascending order of their canonical form, none twice.
    /// 4. A part that never holds settles `all`, one that always holds settles `any`, and the others are left out.
    /// 5. To be equal to a word is to be one of one word; not to be true is to be false.
    /// 6. Above a whole number is at least the next, below one is at most the one before.
    ///
    /// - Complexity: O(*n* log *n*) in the size of the condition, times its depth.
    public var canonical: SegmentCondition { canonical(isNegated: false) }

    /// The hash of the canonical form: equal for conditions that mean the same by its laws.
    ///
    /// - Complexity: as that of ``canonical``.
    public var contentHash: ContentHash { ContentHash(of: canonical) }

    private func canonical(isNegated: Bool) -> SegmentCondition {
        switch self {
        case .all(let parts):
            let parts = parts.map { $0.canonical(isNegated: isNegated) }
            return isNegated ? Self.anyOf(parts) : Self.allOf(parts)
        case .any(let parts):
            let parts = parts.map { $0.canonical(isNegated: isNegated) }
            return isNegated ? Self.allOf(parts) : Self.anyOf(parts)
        case .not(let part): return part.canonical(isNegated: !isNegated)
        case .compared(let attribute, let comparison, let value):
            return Self.comparison(attribute, isNegated ? comparison.opposite : comparison, value)
        case .oneOf(let attribute, let words):
            return isNegated ? .noneOf(attribute, words) : .oneOf(attribute, words)
        case .noneOf(let attribute, let words):
            return isNegated ? .oneOf(attribute, words) : .noneOf(attribute, words)
        case .known(let attribute): return isNegated ? .unknown(attribute) : .known(attribute)
        case .unknown(let attribute): return isNegated ? .known(attribute) : .unknown(attribute)
        case .segment(let id): return isNegated ? .not(.segment(id)) : .segment(id)
        }
    }

    private static func allOf(_ parts: [SegmentCondition]) -> SegmentCondition {
        var flat: [SegmentCondition] = []
        for part in parts {
            if case .all(let inner) = part { flat += inner } else { flat.append(part) }
        }
        if flat.contains(.any([])) { return .any([]) }
        flat = sorted(flat)
        return flat.count == 1 ? flat[0] : .all(flat)
    }

    private static func anyOf(_ parts: [SegmentCondition]) -> SegmentCondition {
        var flat: [SegmentCondition] = []
        for part in parts {
            if case .any(let inner) = part { flat += inner } else { flat.append(part) }
        }
        if flat.contains(.all([])) { return .all([]) }
        flat = sorted(flat)
        return flat.count == 1 ? flat[0] : .any(flat)
    }

    private static func sorted(_ parts: [SegmentCondition]) -> [SegmentCondition] {
        guard parts.count > 1 else { return parts }
        return Set(parts).map { (bytes: CanonicalForm.bytes(of: $0), part: $0) }
            .sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
            .map(\.part)
    }

    private static func comparison(
        _ attribute: SegmentAttribute,
        _ comparison: Comparison,
        _ value: SegmentValue
    ) -> SegmentCondition {
        switch (value, comparison) {
        case (.word(let word), .equal): .oneOf(attribute, [word])
        case (.word(let word), .notEqual): .noneOf(attribute, [word])
        case (.truth(let truth), .notEqual): .compared(attribute, .equal, .truth(!truth))
        case (.number(let number), .above) where number < .max:
            .compared(attribute, .atLeast, .number(number + 1))
        case (.number(let number), .below) where number > .min:
            .compared(attribute, .atMost, .number(number - 1))
        default: .compared(attribute, comparison, value)
        }
    }
}
