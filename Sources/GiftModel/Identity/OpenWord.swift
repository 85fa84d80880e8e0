/// A word of a set that hosts extend with words of their own, such as an occasion or a purpose.
///
/// Conforming types are structs with static members for the words that everybody knows. Two words are the same when
/// the bytes of their names are, and those bytes put them in order.
///
/// ```swift
/// extension Occasion { static let shopJubilee: Occasion = "shopJubilee" }
/// ```
///
/// - Wire format: a bare string, such as `"shopJubilee"`.
public protocol OpenWord: Hashable, Comparable, Sendable, Codable, ExpressibleByStringLiteral
where StringLiteralType == String {
    /// The name by which records and rules refer to it.
    var name: Identifier<Self> { get }

    /// The word called `name`.
    init(_ name: Identifier<Self>)
}

extension OpenWord {
    /// The word called `name`; traps when that is no name.
    public init(stringLiteral name: String) { self.init(Identifier(stringLiteral: name)) }

    public static func < (left: Self, right: Self) -> Bool { left.name < right.name }

    public init(from decoder: any Decoder) throws { self.init(try Identifier(from: decoder)) }

    public func encode(to encoder: any Encoder) throws { try name.encode(to: encoder) }
}
