/// Why a result is as it is: a code and the facts that it names, in order.
///
/// A reason is data, so that it can be stored, counted and compared; ``text(in:from:)`` turns it into a sentence.
///
/// - Wire format: `{"code":"inactive","facts":[{"name":"days","value":{"days":91}}]}`.
public struct Reason: Hashable, Sendable {
    /// The code under which a ``Phrasebook`` finds the sentence.
    public let code: String
    /// The facts, in the order in which the code lists them.
    public let facts: [Fact]

    /// A reason of `code`, resting on `facts`.
    public init(_ code: some ReasonCode, _ facts: Fact...) {
        self.code = code.rawValue
        self.facts = facts
    }

    /// A reason of `code`, resting on as many `facts` as there are.
    package init(_ code: some ReasonCode, facts: [Fact]) {
        self.code = code.rawValue
        self.facts = facts
    }
}

extension Reason {
    /// Returns the value of the fact called `name`, or `nil` when this reason has none.
    public subscript(name: String) -> FactValue? { facts.first { $0.name == name }?.value }
}

/// Reasons are the same when the bytes of their codes are, and their facts in that order.
extension Reason {
    public static func == (left: Self, right: Self) -> Bool {
        left.code.utf8.elementsEqual(right.code.utf8) && left.facts == right.facts
    }
}

extension Reason: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case code = "code"
        case facts = "facts"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        self.code = try container.decode(String.self, forKey: .code)
        self.facts = try container.decode([Fact].self, forKey: .facts)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(code, forKey: .code)
        try container.encode(facts, forKey: .facts)
    }
}
