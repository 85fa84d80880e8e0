import GiftModel
import Segmentation

extension Guard: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case id = "id"
        case audience = "for"
        case consent = "consent"
        case exclusion = "exclusion"
        case openComplaint = "openComplaint"
        case limit = "limit"
        case minimumAge = "minimumAge"
        case guardian = "guardian"
        case personalization = "personalization"

        static let kinds = allCases.filter { $0 != .id && $0 != .audience }
    }

    public init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        let id = object.read(ID.self, .id)
        let audience = object.readIfPresent(GuardAudience.self, .audience)
        let kinds = object.keys.filter(CodingKeys.kinds.contains)
        if kinds.count != 1 {
            let words = CodingKeys.kinds.map { "`\($0.rawValue)`" }.joined(separator: ", ")
            object.refuse("", .impossible("a guard has exactly one of \(words)"))
        }
        let read = kinds.map { Self.kind(called: $0, in: &object) }
        guard let id, let audience, let kind = read.first ?? nil, kinds.count == 1 else { throw object.failure }
        self.init(id: id, for: audience ?? .everybody, kind)
    }

    private static func kind(called key: CodingKeys, in object: inout StrictObject<CodingKeys>) -> Kind? {
        switch key {
        case .id, .audience: nil
        case .consent: object.readSet(of: Purpose.self, .consent).map(Kind.consent)
        case .exclusion: object.read(WrittenExclusion.self, .exclusion).map { .exclusion($0.when, except: $0.except) }
        case .openComplaint: object.read(GuardExceptions.self, .openComplaint).map(Kind.openComplaint)
        case .limit: object.read(GiftLimit.self, .limit).map(Kind.limit)
        case .minimumAge: object.read(AgeLimit.self, .minimumAge).map(Kind.minimumAge)
        case .guardian: object.read(GuardianRule.self, .guardian).map(Kind.guardian)
        case .personalization: object.read(PersonalizationBasis.self, .personalization).map(Kind.personalization)
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(id, forKey: .id)
        if audience != .everybody { try container.encode(audience, forKey: .audience) }
        switch kind {
        case .consent(let purposes): try container.encode(purposes.sorted(), forKey: .consent)
        case .exclusion(let condition, let exceptions):
            try container.encode(WrittenExclusion(when: condition, except: exceptions), forKey: .exclusion)
        case .openComplaint(let exceptions): try container.encode(exceptions, forKey: .openComplaint)
        case .limit(let limit): try container.encode(limit, forKey: .limit)
        case .minimumAge(let limit): try container.encode(limit, forKey: .minimumAge)
        case .guardian(let rule): try container.encode(rule, forKey: .guardian)
        case .personalization(let basis): try container.encode(basis, forKey: .personalization)
        }
    }
}

/// A condition and its exceptions as they are written side by side.
private struct WrittenExclusion: Codable {
    let when: SegmentCondition
    let except: GuardExceptions

    private enum CodingKeys: String, CodingKey, CaseIterable {
        case when = "when"
        case rules = "exceptRules"
        case occasions = "exceptOccasions"
    }

    init(when condition: SegmentCondition, except exceptions: GuardExceptions) {
        self.when = condition
        self.except = exceptions
    }

    init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        let condition = object.read(SegmentCondition.self, .when)
        let rules = object.readSet(of: RuleReference.ID.self, .rules)
        let occasions = object.readSet(of: Occasion.self, .occasions)
        guard let condition, let rules, let occasions else { throw object.failure }
        self.init(when: condition, except: GuardExceptions(rules: rules, occasions: occasions))
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(when, forKey: .when)
        if !except.rules.isEmpty { try container.encode(except.rules.sorted(), forKey: .rules) }
        if !except.occasions.isEmpty { try container.encode(except.occasions.sorted(), forKey: .occasions) }
    }
}

/// - Wire format: `{"exceptOccasions":["recovery"],"exceptRules":["recovery"]}`; an empty list is left out.
extension GuardExceptions: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case rules = "exceptRules"
        case occasions = "exceptOccasions"
    }

    public init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        let rules = object.readSet(of: RuleReference.ID.self, .rules)
        let occasions = object.readSet(of: Occasion.self, .occasions)
        guard let rules, let occasions else { throw object.failure }
        self.init(rules: rules, occasions: occasions)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        if !rules.isEmpty { try container.encode(rules.sorted(), forKey: .rules) }
        if !occasions.isEmpty { try container.encode(occasions.sorted(), forKey: .occasions) }
    }
}

extension AgeLimit: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case years = "years"
        case gifts = "gifts"
    }

    public init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        let years = object.read(Int64.self, .years)
        let gifts = object.readSet(of: Gift.ID.self, .gifts)
        guard let years, let gifts else { throw object.failure }
        self.init(years: years, for: gifts)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(years, forKey: .years)
        if !gifts.isEmpty { try container.encode(gifts.sorted(), forKey: .gifts) }
    }
}

extension GuardianRule: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case under = "under"
        case purpose = "purpose"
    }

    public init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        let under = object.read(Int64.self, .under)
        let purpose = object.readIfPresent(Purpose.self, .purpose)
        guard let under, let purpose else { throw object.failure }
        self.init(under: under, to: purpose ?? .guardianConsent)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(under, forKey: .under)
        if purpose != .guardianConsent { try container.encode(purpose, forKey: .purpose) }
    }
}
