/// One named value on which a result rests, such as `days: 91 days`.
///
/// - Wire format: `{"name":"days","value":{"days":91}}`.
public struct Fact: Hashable, Sendable {
    /// What the value is, in the vocabulary of the reason that holds it.
    public let name: String
    /// The value as it was when the result came about.
    public let value: FactValue

    /// A fact called `name`.
    public init(_ name: String, _ value: FactValue) {
        self.name = name
        self.value = value
    }
}

/// Facts are the same when the bytes of their names are, and their values.
extension Fact {
    public static func == (left: Self, right: Self) -> Bool {
        left.name.utf8.elementsEqual(right.name.utf8) && left.value == right.value
    }
}

extension Fact: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case name = "name"
        case value = "value"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        self.init(
            try container.decode(String.self, forKey: .name),
            try container.decode(FactValue.self, forKey: .value)
        )
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(name, forKey: .name)
        try container.encode(value, forKey: .value)
    }
}
