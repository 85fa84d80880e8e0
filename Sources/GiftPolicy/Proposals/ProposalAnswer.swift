public import GiftModel

/// What a policy says to a gift that a person proposes.
///
/// The two answers are all there are, so this enum is closed.
public enum ProposalAnswer: Hashable, Sendable {
    /// The gift may be planned, on these terms; whether it needs an approval first, and has it, is said beside them.
    case planned(GrantTerms, dispatch: Moment, ApprovalFinding)
    /// It may not, and everything that stands in the way is told, in the order in which it is checked.
    case refused([ProposalObstacle])
}

/// One thing that stands in the way of a gift that a person proposes.
public struct ProposalObstacle: Hashable, Sendable {
    /// What sort of thing.
    public let kind: Refusal.Kind
    /// What it is, most important first; never empty.
    public let reasons: [Reason]
    /// The first moment at which waiting alone removes it, or `nil` when that does not help.
    public let earliest: Moment?
}

extension ProposalAnswer {
    /// What may be planned, or `nil` when nothing may.
    public var terms: GrantTerms? { if case .planned(let terms, _, _) = self { terms } else { nil } }

    /// Whether the gift needs an approval, or `nil` when it may not be planned.
    public var approval: ApprovalFinding? { if case .planned(_, _, let approval) = self { approval } else { nil } }

    /// What stands in the way; nothing when it may be planned.
    public var obstacles: [ProposalObstacle] { if case .refused(let obstacles) = self { obstacles } else { [] } }

    /// The first moment at which waiting alone removes all that stands in the way, or `nil` when that never comes, and
    /// when nothing does.
    ///
    /// Each is waited for by itself; it is never later than the moment at which the gift may be planned.
    public var earliest: Moment? {
        let moments = obstacles.map(\.earliest)
        return moments.contains(nil) ? nil : moments.compactMap(\.self).max()
    }
}
