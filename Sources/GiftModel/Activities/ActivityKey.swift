/// The keys of activities on the wire: the first six of every kind, then those that one kind or another has besides.
///
/// They stand together so that each kind of activity needs only to name its own.
enum ActivityKey: String, CodingKey {
    case formatVersion = "v"
    case kind = "kind"
    case id = "id"
    case customer = "customer"
    case at = "at"
    case channel = "channel"

    case order = "order"
    case total = "total"
    case refund = "refund"
    case lines = "lines"
    case product = "product"
    case quantity = "quantity"
    case unitPrice = "unitPrice"
    case interaction = "interaction"
    case subject = "subject"
    case referred = "referred"
    case durationSeconds = "durationSeconds"
    case scale = "scale"
    case score = "score"
    case complaint = "complaint"
    case state = "state"
    case grade = "grade"
    case gift = "gift"
    case rating = "rating"
    case verbatim = "verbatim"

    static let ofEveryKind: [ActivityKey] = [.formatVersion, .kind, .id, .customer, .at, .channel]
}

extension KeyedDecodingContainer<ActivityKey> {
    /// Returns what stands at `key`, as whatever it is needed for.
    func value<Value: Decodable>(_ key: ActivityKey) throws -> Value { try decode(Value.self, forKey: key) }

    /// Returns what stands at `key`, or `nil` when nothing does.
    func optional<Value: Decodable>(_ key: ActivityKey) throws -> Value? {
        try decodeIfPresent(Value.self, forKey: key)
    }
}

extension Decoder {
    /// Returns the kind of the activity about to be read, or throws when its format or its kind is not known.
    func activityKind() throws -> ActivityKind {
        let container = try container(keyedBy: ActivityKey.self)
        try container.requireVersion(1, of: "an activity", forKey: .formatVersion)
        return try container.value(.kind)
    }

    /// Returns the fields of an activity of `kind`, or throws when it is of another, or has a key that is not its own.
    func activity(_ kind: ActivityKind, _ keys: ActivityKey...) throws -> KeyedDecodingContainer<ActivityKey> {
        let found = try activityKind()
        guard found == kind else {
            let problem = "an activity of kind `\(found.rawValue)` is no `\(kind.rawValue)`"
            throw DecodingError.dataCorrupted(.init(codingPath: codingPath, debugDescription: problem))
        }
        return try strictContainer(of: ActivityKey.ofEveryKind + keys)
    }
}

extension Encoder {
    /// Writes what every activity has, and returns where the fields of its kind go.
    func activity<Subject>(
        _ kind: ActivityKind,
        _ id: Identifier<Subject>,
        of customer: Customer.ID,
        at instant: Timestamp,
        by channel: ActivityChannel?
    ) throws -> KeyedEncodingContainer<ActivityKey> {
        var container = container(keyedBy: ActivityKey.self)
        try container.encode(1, forKey: .formatVersion)
        try container.encode(kind, forKey: .kind)
        try container.encode(id, forKey: .id)
        try container.encode(customer, forKey: .customer)
        try container.encode(instant, forKey: .at)
        try container.encodeIfPresent(channel, forKey: .channel)
        return container
    }
}
