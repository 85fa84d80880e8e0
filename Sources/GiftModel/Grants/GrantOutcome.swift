/// What became of a command that was accepted.
public struct GrantOutcome: Hashable, Sendable {
    /// The entries that the command brought about, now or when it was first sent; none when it said nothing new.
    public let entries: [GrantEntry]
    /// Whether the command had been carried out before, so that nothing changed now.
    public let isReplay: Bool
}

extension GrantOutcome {
    /// The states that nobody reported and that this command implied, in order.
    public var inferred: [GrantState] {
        entries.compactMap { entry in
            if case .moved(let step) = entry.change, step.isInferred { step.state } else { nil }
        }
    }
}
