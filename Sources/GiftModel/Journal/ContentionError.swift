/// Other writers came first, every time.
public struct ContentionError: Error, Hashable, Sendable {
    /// How often the command was tried.
    public let attempts: Int

    /// As many lost races as `attempts`.
    public init(attempts: Int) { self.attempts = attempts }
}

extension ContentionError: CustomStringConvertible {
    public var description: String { "other writers came first in all `\(attempts)` attempts" }
}
