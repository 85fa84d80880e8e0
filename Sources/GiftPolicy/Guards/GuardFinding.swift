public import GiftModel

/// What one guard says about a customer, or about one gift for that customer.
///
/// It holds numbers and days; its reasons are told on demand.
public struct GuardFinding: Hashable, Sendable {
    /// The guard.
    public let source: Guard
    /// What it says.
    public let answer: Answer
    /// Where waiting alone helps, the first moment at which the guard lets pass; `nil` when it does not help.
    public let earliest: Moment?
    let evidence: GuardEvidence
    let now: Moment
    let recipient: RecipientKind?
    let jurisdiction: CountryCode?

    /// What a guard can say.
    ///
    /// The four answers are all there are, so this enum is closed.
    public enum Answer: Hashable, Sendable {
        /// Nothing stands in the way.
        case passes
        /// Only a gift may be given that is not chosen by what is known of the customer.
        case notPersonalized
        /// It is forbidden.
        case forbids
        /// Too little is known, and so it is forbidden.
        case unknown
    }
}

extension GuardFinding {
    /// Whether the guard lets pass, be it the default gift only.
    public var passes: Bool { answer == .passes || answer == .notPersonalized }

    /// Whether an approval may lift what the guard forbids; what is not known no approval makes known.
    public var isLiftable: Bool {
        guard answer == .forbids, source.liftedBy != nil, case .limit(let limit) = evidence else { return false }
        return limit.unknown.isEmpty
    }

    /// The first instant at which the answer may be another although nothing new comes to be known, or `nil` when
    /// there is none but the end of the day.
    public var until: Timestamp? {
        switch evidence {
        case .consents(let consents): consents.compactMap(\.until).min()
        case .guardian(_, _, let consent), .personalization(_, let consent): consent.until
        default: nil
        }
    }

    /// Why the guard says so, most important first; never empty.
    ///
    /// - Complexity: O(*n*) in what it looked at.
    public var reasons: [Reason] {
        var reasons = evidence.reasons(source.id, on: now.day)
        guard answer != .passes else { return reasons }
        if case .audienceNotKnown = evidence { return reasons }
        let name = Fact("guard", .code(source.id.text))
        if !source.audience.recipients.isEmpty, let recipient {
            reasons.append(Reason(GuardReason.guardForRecipient, name, Fact("recipient", .name(recipient.title))))
        }
        if !source.audience.jurisdictions.isEmpty, let jurisdiction {
            let letters = Fact("jurisdiction", .code(jurisdiction.letters))
            reasons.append(Reason(GuardReason.guardForJurisdiction, name, letters))
        }
        if case .limit = evidence, answer == .forbids {
            if isLiftable, let approval = source.liftedBy {
                reasons.append(Reason(LimitReason.approvalLifts, Fact("approval", .code(approval.text))))
            } else {
                reasons.append(Reason(LimitReason.approvalCannotLift))
            }
        }
        if let earliest {
            let wait = Fact("wait", .days(Int64(now.day.days(until: earliest.day))))
            reasons.append(Reason(GuardReason.guardFreeOn, Fact("earliest", .date(earliest.day)), wait))
        }
        return reasons
    }
}

/// What all guards say about a customer, or about one gift for that customer.
public struct GuardVerdict: Hashable, Sendable {
    /// What each says, by the bytes of their names.
    public let findings: [GuardFinding]

    /// What these `findings` come to, in any order.
    ///
    /// - Complexity: O(*n* log *n*).
    public init(_ findings: [GuardFinding]) { self.findings = findings.sorted { $0.source.id < $1.source.id } }
}

extension GuardVerdict {
    /// Whether all guards let pass, be it the default gift only.
    public var isAllowed: Bool { findings.allSatisfy(\.passes) }

    /// Whether the gift may be chosen by what is known of the customer.
    public var isPersonalized: Bool { !findings.contains { $0.answer == .notPersonalized } }

    /// Those that do not let pass.
    public var failed: [GuardFinding] { findings.filter { !$0.passes } }

    /// Those that let pass.
    public var passed: [GuardFinding] { findings.filter(\.passes) }

    /// The approval rules that have to be satisfied, ascending, where they lift all that is forbidden; empty when
    /// nothing is, and `nil` when something is that no approval lifts.
    public var approvalsThatLift: [ApprovalRule.ID]? {
        let failed = failed
        guard failed.allSatisfy(\.isLiftable) else { return nil }
        return Set(failed.compactMap(\.source.liftedBy)).sorted()
    }

    /// The first moment at which waiting alone removes all that is forbidden, or `nil` when that never comes, and when
    /// nothing is.
    ///
    /// Each guard is waited for by itself; it is never later than the moment at which all let pass.
    public var earliest: Moment? {
        var latest: Moment?
        for finding in failed {
            guard let earliest = finding.earliest else { return nil }
            latest = max(latest ?? earliest, earliest)
        }
        return latest
    }

    /// Why it is forbidden, and after it what lets pass; all guards are told.
    ///
    /// - Complexity: O(*n*) in what the guards looked at.
    public var reasons: [Reason] { (failed + passed).flatMap(\.reasons) }
}
