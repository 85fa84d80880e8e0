/// A law that an implementation does not keep.
public struct BrokenLaw: Error, Hashable, Sendable, CustomStringConvertible {
    /// What was expected, and what was found.
    public let description: String

    init(_ description: String) { self.description = description }
}

/// Throws unless `found` is what the law expects at `place`.
func expect<Value: Equatable>(_ found: Value, toBe expected: Value, in place: String) throws {
    guard found != expected else { return }
    throw BrokenLaw("\(place): expected \(expected), found \(found)")
}
