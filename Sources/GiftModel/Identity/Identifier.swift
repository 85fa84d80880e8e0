/// The name by which a host's system knows one subject of a given kind.
///
/// `Subject` exists only in the type: a `Gift.ID` and a `Customer.ID` hold the same text and still cannot
/// be mistaken for one another. The text is opaque; this library compares it and never parses it. Two texts
/// are equal when their UTF-8 bytes are, so that Swift, SQL and a stored hash agree; `String` would also
/// call two spellings of `é` equal.
///
/// ```swift
/// let written: Customer.ID = "c-1042"     // a literal: a bad one is a programmer's error, and traps
/// let received = Customer.ID(text)        // data: a bad one is nil
/// ```
///
/// - Range: 1 through 255 bytes of UTF-8, without control characters (U+0000–U+001F, U+007F–U+009F).
/// - Wire format: a bare string, also as the key of a JSON object.
public struct Identifier<Subject>: Sendable {
    /// The text exactly as the host gave it.
    public let text: String

    /// Names a subject by `text`, or returns `nil` when `text` is empty, too long or holds a control character.
    ///
    /// - Complexity: O(*n*) in the length of `text`.
    public init?(_ text: some StringProtocol) {
        guard Identity.isValid(text.utf8) else { return nil }
        self.text = String(text)
    }
}

/// The rule of every identifier, apart from the generic type so that it is compiled once.
private enum Identity {
    static func isValid(_ bytes: some Collection<UInt8>) -> Bool {
        guard (1...255).contains(bytes.count) else { return false }
        var previous: UInt8 = 0
        for byte in bytes {
            if byte < 0x20 || byte == 0x7F { return false }
            if previous == 0xC2, byte < 0xA0 { return false }
            previous = byte
        }
        return true
    }
}

extension Identifier: Hashable {
    public static func == (left: Self, right: Self) -> Bool {
        let (left, right) = (left.text.utf8Span.span, right.text.utf8Span.span)
        guard left.count == right.count else { return false }
        for position in left.indices where left[position] != right[position] { return false }
        return true
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(text) }
}

extension Identifier: Comparable {
    public static func < (left: Self, right: Self) -> Bool {
        let (left, right) = (left.text.utf8Span.span, right.text.utf8Span.span)
        for position in 0..<min(left.count, right.count) where left[position] != right[position] {
            return left[position] < right[position]
        }
        return left.count < right.count
    }
}

extension Identifier: ExpressibleByStringLiteral {
    public init(stringLiteral text: String) {
        precondition(Identity.isValid(text.utf8), "an identifier is 1 to 255 bytes without control characters")
        self.text = text
    }
}

extension Identifier: CustomStringConvertible {
    public var description: String { text }
}
