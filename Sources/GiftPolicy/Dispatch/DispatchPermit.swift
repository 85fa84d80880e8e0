public import GiftModel

/// That one gift may leave now, good for a short time.
///
/// A host asks for it right before a gift leaves and lets nothing leave without one. It ends before anything that is
/// known to change does: the day, a consent that was given for a time, an approval, a switch of the rule.
public struct DispatchPermit: Hashable, Sendable {
    /// The grant whose gift may leave.
    public let grant: GiftGrant.ID
    /// What giving it costs at most.
    public let cost: Money
    /// The policy by which the gift was chosen; another version may be in force now.
    public let plannedBy: PolicyReference
    /// The policy whose guards were asked.
    public let checkedBy: PolicyReference
    /// When it was issued.
    public let issuedAt: Timestamp
    /// The first instant at which it is good no longer.
    public let until: Timestamp
    /// What was checked and let pass.
    public let reasons: [Reason]

    /// Returns whether the gift of `grant` may leave at `instant` for `cost`.
    public func permits(_ grant: GiftGrant.ID, costing cost: Money, at instant: Timestamp) -> Bool {
        self.grant == grant && cost.currency == self.cost.currency && cost.minorUnits <= self.cost.minorUnits
            && issuedAt <= instant && instant < until
    }
}

/// Whether a planned gift may leave.
///
/// The four answers are all there are, so this enum is closed.
public enum DispatchAnswer: Hashable, Sendable {
    /// It may, for as long as the permit is good.
    case permitted(DispatchPermit)
    /// It has to wait for what the reasons say; `earliest` is when waiting alone helps, if it does.
    case held([Reason], earliest: Moment?)
    /// It must not leave any more, and is to be called off for these reasons.
    case cancelled([Reason])
    /// It is not waiting to leave: it has left, was called off, or was never planned.
    case notWaiting(GrantState?)
}

extension DispatchAnswer {
    /// The permit, where it may leave.
    public var permit: DispatchPermit? { if case .permitted(let permit) = self { permit } else { nil } }

    /// Why it may leave, or may not.
    public var reasons: [Reason] {
        switch self {
        case .permitted(let permit): permit.reasons
        case .held(let reasons, _), .cancelled(let reasons): reasons
        case .notWaiting: []
        }
    }

    /// Returns what is to be reported of the grant at `now`: that it is called off, with the first reason; otherwise
    /// nothing.
    public func action(at now: Timestamp) -> GrantCommand.Action? {
        guard case .cancelled(let reasons) = self else { return nil }
        return .report(.cancelled, at: now, because: reasons.first)
    }
}
