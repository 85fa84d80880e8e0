public import GiftModel

/// Whether a gift that rests for a while is still valid when the rest is over.
public struct WaitingCheck: Hashable, Sendable {
    /// How long it has to wait.
    public let waiting: Period
    /// How long after the same day it may be given, the last day included.
    public let validity: Period

    /// Whether something that waits for `waiting` can be given within `validity`.
    public init(waiting: Period, validFor validity: Period) {
        self.waiting = waiting
        self.validity = validity
    }

    /// Returns that it never fires, or `nil` when it does after some day.
    ///
    /// A month counts as 28 days at least and 31 at most, so nothing is told of what depends on where it begins.
    public func finding(at path: String) -> PolicyFinding? {
        let shortest = waiting.years * 365 + waiting.months * 28 + waiting.days
        let longest = validity.years * 366 + validity.months * 31 + validity.days
        guard shortest > longest else { return nil }
        return PolicyFinding(at: path, .neverFires(waiting: waiting, validFor: validity))
    }
}
