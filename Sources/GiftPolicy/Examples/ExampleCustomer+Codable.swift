import GiftModel
import Segmentation

extension ExampleCustomer: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case history = "history"
        case birthday = "birthday"
        case registeredDaysAgo = "registeredDaysAgo"
        case kind = "customerKind"
        case industry = "industry"
        case jobRole = "jobRole"
        case recipientKind = "recipientKind"
        case country = "country"
        case jurisdiction = "jurisdiction"
        case language = "language"
        case employees = "employees"
        case cultures = "cultures"
        case consents = "consents"
        case labels = "labels"
        case tags = "tags"
        case scores = "scores"
        case valueBand = "valueBand"
        case quadrant = "quadrant"
    }

    public init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        let history = object.readIfPresent([ExampleActivity].self, .history)
        let birthday = object.readIfPresent(Birthday.self, .birthday)
        let registered = object.readIfPresent(in: ExampleActivity.days, .registeredDaysAgo)
        let kind = object.readIfPresent(CustomerKind.self, .kind)
        let industry = object.readIfPresent(Identifier<CustomerRecord.Industry>.self, .industry)
        let jobRole = object.readIfPresent(JobRole.self, .jobRole)
        let recipientKind = object.readIfPresent(RecipientKind.self, .recipientKind)
        let country = object.readIfPresent(CountryCode.self, .country)
        let jurisdiction = object.readIfPresent(CountryCode.self, .jurisdiction)
        let language = object.readIfPresent(LanguageTag.self, .language)
        let employees = object.readIfPresent(in: 0...Int64.max, .employees)
        let cultures = object.readIfPresent([Culture].self, .cultures)
        let consents = object.readIfPresent([Purpose].self, .consents)
        let labels = object.readIfPresent([Identifier<Label>: SegmentValue].self, .labels)
        let tags = object.readIfPresent([CustomerTag.ID].self, .tags)
        let scores =
            object.keys.contains(.scores)
            ? object.readMap(by: Identifier<ScoreDimension>.self, in: Self.levels, .scores) : [:]
        let valueBand = object.readIfPresent(ValueBand.self, .valueBand)
        let quadrant = object.readIfPresent(ValueQuadrant.self, .quadrant)
        guard let history, let birthday, let registered, let kind, let industry, let jobRole, let recipientKind,
            let country, let jurisdiction, let language, let employees, let cultures, let consents, let labels,
            let tags, let scores, let valueBand, let quadrant
        else { throw object.failure }
        self.history = history ?? []
        self.birthday = birthday
        self.registeredDaysAgo = registered
        self.kind = kind
        self.industry = industry
        self.jobRole = jobRole
        self.recipientKind = recipientKind
        self.country = country
        self.jurisdiction = jurisdiction
        self.language = language
        self.employees = employees
        self.cultures = cultures.map { Set($0) }
        self.consents = consents.map { Set($0) }
        self.labels = labels ?? [:]
        self.tags = tags.map { Set($0) }
        self.scores = scores
        self.valueBand = valueBand
        self.quadrant = quadrant
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        if !history.isEmpty { try container.encode(history, forKey: .history) }
        try container.encodeIfPresent(birthday, forKey: .birthday)
        try container.encodeIfPresent(registeredDaysAgo, forKey: .registeredDaysAgo)
        try container.encodeIfPresent(kind, forKey: .kind)
        try container.encodeIfPresent(industry, forKey: .industry)
        try container.encodeIfPresent(jobRole, forKey: .jobRole)
        try container.encodeIfPresent(recipientKind, forKey: .recipientKind)
        try container.encodeIfPresent(country, forKey: .country)
        try container.encodeIfPresent(jurisdiction, forKey: .jurisdiction)
        try container.encodeIfPresent(language, forKey: .language)
        try container.encodeIfPresent(employees, forKey: .employees)
        try container.encodeIfPresent(cultures?.sorted(), forKey: .cultures)
        try container.encodeIfPresent(consents?.sorted(), forKey: .consents)
        if !labels.isEmpty { try container.encode(labels, forKey: .labels) }
        try container.encodeIfPresent(tags?.sorted(), forKey: .tags)
        if !scores.isEmpty { try container.encode(scores, forKey: .scores) }
        try container.encodeIfPresent(valueBand, forKey: .valueBand)
        try container.encodeIfPresent(quadrant, forKey: .quadrant)
    }
}
