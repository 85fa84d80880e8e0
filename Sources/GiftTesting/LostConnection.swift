/// The failure that a faulty double makes up.
public struct LostConnection: Error, Hashable, Sendable {
    /// A connection that is lost.
    public init() {}
}
