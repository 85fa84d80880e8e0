public import GiftModel

/// How many of something there are, and of what, so that nobody has to guess what a rate was taken of.
public struct MeasuredCount: Hashable, Sendable {
    /// What is counted.
    public let name: LocalizedText
    /// How many there are.
    public let count: Int64

    /// So many of what is called `name`, or `nil` when that is below zero.
    public init?(_ count: Int64, _ name: LocalizedText) {
        guard count >= 0 else { return nil }
        self.name = name
        self.count = count
    }

    /// So many gifts that have been in `state`, or `nil` when that is below zero.
    public init?(_ count: Int64, _ state: GrantState) { self.init(count, state.title) }
}
