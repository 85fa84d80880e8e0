public import GiftModel

/// A named condition on customers: each is in it, out of it, or undetermined where too little is known.
///
/// - Wire format: `{"id":"loyal","name":{"en":"Loyal","zh":"忠诚"},"where":{…}}`.
public struct Segment: Identifiable, Hashable, Sendable {
    /// The name by which rules and other segments refer to a segment.
    public typealias ID = Identifier<Segment>

    /// The identity within its document.
    public let id: ID
    /// What people call it.
    public let name: LocalizedText
    /// Who is in it.
    public let condition: SegmentCondition

    /// A segment of those for whom `condition` holds.
    public init(id: ID, name: LocalizedText, where condition: SegmentCondition) {
        self.id = id
        self.name = name
        self.condition = condition
    }
}

/// Who is in a segment: comparisons of attributes, joined by and, or and not.
///
/// It is data and not a closure, so that it can be stored, compared, explained and checked. A comparison of what is
/// not known is unknown, never false, also inside a `not`. The nine cases are all there are, so this enum is closed.
///
/// ```swift
/// let loyal: SegmentCondition = .all([
///     .count(.purchaseDays, inDays: 90, .atLeast, 2), .stage(in: [.growing, .mature]),
/// ])
/// ```
///
/// - Wire format: `{"all":[…]}`, `{"any":[…]}`, `{"not":…}`, `{"segment":"loyal"}`, or a comparison such as
///   `{"field":"orders","inDays":90,"op":">=","value":2}`, `{"field":"stage","op":"in","value":["dormant"]}` or
///   `{"field":"label","name":"nps","op":"known"}`.
public indirect enum SegmentCondition: Hashable, Sendable {
    /// Holds when every part holds; holds when there are no parts.
    case all([SegmentCondition])
    /// Holds when some part holds; never holds when there are no parts.
    case any([SegmentCondition])
    /// Holds when the part fails.
    case not(SegmentCondition)
    /// Holds when the attribute compares like this with a value of its own kind.
    ///
    /// Words are equal or not; only tiers have an order, that of the document's tiers. Truths are equal or not.
    case compared(SegmentAttribute, Comparison, SegmentValue)
    /// Holds when the attribute is one of these words.
    case oneOf(SegmentAttribute, Set<SegmentValue.Word>)
    /// Holds when the attribute is known and none of these words.
    case noneOf(SegmentAttribute, Set<SegmentValue.Word>)
    /// Holds when the attribute is known.
    case known(SegmentAttribute)
    /// Holds when the attribute is not known.
    case unknown(SegmentAttribute)
    /// Holds for who is in this segment of the same document.
    case segment(Segment.ID)
}

extension Segment: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case id = "id"
        case name = "name"
        case condition = "where"
    }

    public init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        let id = object.read(ID.self, .id)
        let name = object.read(LocalizedText.self, .name)
        let condition = object.read(SegmentCondition.self, .condition)
        guard let id, let name, let condition else { throw object.failure }
        self.init(id: id, name: name, where: condition)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(id, forKey: .id)
        try container.encode(name, forKey: .name)
        try container.encode(condition, forKey: .condition)
    }
}
