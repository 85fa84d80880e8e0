public import GiftModel

/// The labels that a host uses, each with its sort of value and the words by which people know it.
///
/// - Wire format: `{"labels":[{"label":"credit-class","title":{…},"type":"code"}]}`.
public struct LabelList: Hashable, Sendable {
    /// The labels, by name.
    public let definitions: [Definition]

    /// One label.
    public struct Definition: Hashable, Sendable {
        /// The label.
        public let label: Label
        /// What sort of value it has.
        public let type: LabelType
        /// What people call it.
        public let title: LocalizedText

        /// `label`, whose values are of `type`.
        public init(_ label: Label, _ type: LabelType, title: LocalizedText) {
            self.label = label
            self.type = type
            self.title = title
        }
    }

    /// A list of `definitions` in any order, or `nil` when a label stands in it twice.
    ///
    /// - Complexity: O(*n* log *n*).
    public init?(_ definitions: [Definition]) {
        let sorted = definitions.sorted { $0.label < $1.label }
        guard zip(sorted, sorted.dropFirst()).allSatisfy({ $0.label < $1.label }) else { return nil }
        self.definitions = sorted
    }

    /// The definition of `label`, or `nil` when the host does not use it.
    ///
    /// - Complexity: O(*n*) in the labels, which are few.
    public subscript(label: Label) -> Definition? { definitions.first { $0.label == label } }
}

extension LabelList: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case definitions = "labels"
    }

    public init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        guard let definitions = object.read([Definition].self, .definitions) else { throw object.failure }
        self = try decoder.whole(Self(definitions), isNot: "a list in which each label stands once")
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(definitions, forKey: .definitions)
    }
}

extension LabelList.Definition: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case label = "label"
        case type = "type"
        case title = "title"
    }

    public init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        let label = object.read(Label.self, .label)
        let type = object.read(LabelType.self, .type)
        let title = object.read(LocalizedText.self, .title)
        guard let label, let type, let title else { throw object.failure }
        self.init(label, type, title: title)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(label, forKey: .label)
        try container.encode(type, forKey: .type)
        try container.encode(title, forKey: .title)
    }
}
