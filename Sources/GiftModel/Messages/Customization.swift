/// How a gift can be made or marked for one receiver: how long the text may be and how long it takes.
///
/// The text itself, such as a name to engrave, stays with the host; a grant refers to it by ``CustomText``.
///
/// - Wire format: `{"days":5,"mostCharacters":20}`.
public struct Customization: Hashable, Sendable {
    /// A text that the host keeps for one receiver.
    ///
    /// It exists only in identifiers, and is closed.
    public enum CustomText {}

    /// How many characters fit, as a reader counts them, 1 through 1,000.
    public let mostCharacters: Int64
    /// How many days it takes, zero through 365.
    public let days: Int64

    /// A customization as described, or `nil` when a number lies outside its range.
    public init?(mostCharacters: Int64, days: Int64) {
        guard Self.characterRange.contains(mostCharacters), Self.dayRange.contains(days) else { return nil }
        self.mostCharacters = mostCharacters
        self.days = days
    }

    static let characterRange: ClosedRange<Int64> = 1...1000
    static let dayRange: ClosedRange<Int64> = 0...365
}

extension Customization {
    /// A reason why a text does not fit, in the order in which the reasons are checked.
    @nonexhaustive
    public enum Misfit: Error, Hashable, Sendable {
        /// Nothing is to be written.
        case empty
        /// A character, counted from 1, ends a line or controls a device, and cannot be written.
        case controlCharacter(position: Int)
        /// There are more characters than fit.
        case tooLong(characters: Int)
    }

    /// Returns why `text` cannot be written on the gift, or `nil` when it can.
    ///
    /// - Complexity: O(*n*) in the length of `text`.
    public func misfit(of text: String) -> Misfit? {
        guard !text.isEmpty else { return .empty }
        let unwritable: [Unicode.GeneralCategory] = [.control, .lineSeparator, .paragraphSeparator]
        for (index, character) in text.enumerated()
        where character.unicodeScalars.contains(where: { unwritable.contains($0.properties.generalCategory) }) {
            return .controlCharacter(position: index + 1)
        }
        return text.count > Int(mostCharacters) ? .tooLong(characters: text.count) : nil
    }
}

extension Customization: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case mostCharacters = "mostCharacters"
        case days = "days"
    }

    public init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        let mostCharacters = object.read(in: Self.characterRange, .mostCharacters)
        let days = object.read(in: Self.dayRange, .days)
        guard let mostCharacters, let days, let whole = Self(mostCharacters: mostCharacters, days: days) else {
            throw object.failure
        }
        self = whole
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(mostCharacters, forKey: .mostCharacters)
        try container.encode(days, forKey: .days)
    }
}
