/// A country or territory by its two letters, such as `CN`.
///
/// Only the form is checked: which codes are in use is ISO's to say and changes, and hosts use the codes that are left
/// to users, such as `XK`. Lower case is refused rather than read, so that one country has one code.
///
/// - Range: two capital ASCII letters.
/// - Wire format: a bare string, such as `"CN"`.
/// - Source: ISO 3166-1 alpha-2, <https://www.iso.org/iso-3166-country-codes.html>.
public struct CountryCode: Hashable, Sendable {
    /// Two capital ASCII letters.
    public let letters: String

    /// The country that has `letters`, or `nil` when they are not two capital ASCII letters.
    public init?(_ letters: some StringProtocol) {
        let capitals = UInt8(ascii: "A")...UInt8(ascii: "Z")
        guard letters.utf8.count == 2, letters.utf8.allSatisfy(capitals.contains) else { return nil }
        self.letters = String(letters)
    }
}

extension CountryCode: Comparable {
    public static func < (left: Self, right: Self) -> Bool { left.letters < right.letters }
}

extension CountryCode: CustomStringConvertible {
    public var description: String { letters }
}

extension CountryCode: Codable {
    public init(from decoder: any Decoder) throws {
        self = try decoder.text(Self.init(_:), isNot: "a country of two capital letters such as CN")
    }

    public func encode(to encoder: any Encoder) throws { try letters.encode(to: encoder) }
}
