import Segmentation

extension SegmentCondition {
    /// What this condition asks about a customer, where it may refer to these `segments`.
    ///
    /// - Complexity: O(*n*) in its comparisons, and in those of the segments to which it refers.
    func askedFacts(among segments: [Segment]) -> Set<AskedFact> {
        switch self {
        case .all(let parts), .any(let parts):
            parts.reduce(into: []) { $0.formUnion($1.askedFacts(among: segments)) }
        case .not(let part): part.askedFacts(among: segments)
        case .segment(let id): segments.first { $0.id == id }?.condition.askedFacts(among: segments) ?? []
        case .compared(let attribute, _, _), .oneOf(let attribute, _), .noneOf(let attribute, _),
            .known(let attribute), .unknown(let attribute):
            [attribute.askedFact]
        }
    }
}

extension SegmentAttribute {
    fileprivate var askedFact: AskedFact {
        switch self {
        case .count(let counted, _), .change(let counted, _):
            switch counted {
            case .orders, .purchaseDays, .returns: .orders
            case .complaints: .complaints
            case .interactions: .interactions
            }
        case .amount, .daysSinceFirstPurchase, .daysSinceLastPurchase: .orders
        case .score(let dimension): .score(dimension)
        case .stage: .stage
        case .tier: .tier
        case .valueBand: .valueBand
        case .quadrant: .quadrant
        case .tag(let tag): .tag(tag)
        case .label(let label): .label(label)
        case .trait(let trait):
            switch trait {
            case .customerKind: .customerKind
            case .industry: .industry
            case .jobRole: .jobRole
            case .recipientKind: .recipientKind
            case .country: .country
            case .jurisdiction: .jurisdiction
            case .language: .language
            case .employees: .companySize
            case .age, .birthdayMonth: .birthday
            case .daysSinceRegistration: .registration
            }
        }
    }
}
