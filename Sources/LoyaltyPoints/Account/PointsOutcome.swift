/// What became of a command that was accepted.
public struct PointsOutcome: Hashable, Sendable {
    /// The entries that the command brought about, now or when it was first sent.
    public let entries: [PointsEntry]
    /// Whether the command had been carried out before, so that nothing changed now.
    public let isReplay: Bool
}
