public import GiftModel

/// Whether a gift needs somebody's approval, and whether it has it.
///
/// All rules are asked: those whose amount the cost reaches, and those that limits name which it is above. One approval
/// may satisfy several rules.
public struct ApprovalFinding: Hashable, Sendable {
    /// What comes of it.
    public let answer: Answer
    /// The rules that still need an approval, by the bytes of their names.
    public let open: [ApprovalRule]
    /// The first instant at which an approval that counts is good no longer, or `nil` when none is needed.
    public let until: Timestamp?
    /// Why, most important first; never empty.
    public let reasons: [Reason]

    /// What can come of it.
    ///
    /// The four answers are all there are, so this enum is closed.
    public enum Answer: Hashable, Sendable {
        /// No approval is needed.
        case notNeeded
        /// Somebody has to approve it, for the first time or again.
        case needed
        /// It is approved.
        case satisfied
        /// Whoever approved had asked for it, or no approval lifts what forbids it.
        case refused
    }

    /// What `rules` say about giving what `grant` gives at `cost`.
    ///
    /// - Parameters:
    ///   - verdict: What guards say about the gift; limits that an approval lifts ask for it here, and whatever else
    ///     forbids is refused. Without it, nothing but the cost counts.
    ///   - approvals: What was approved, of this grant and of others, in any order.
    /// - Complexity: O(*r* · *a* log *a*) for *r* rules and *a* approvals.
    public init(
        by rules: [ApprovalRule],
        for cost: Money,
        of grant: GiftGrant.ID,
        under verdict: GuardVerdict? = nil,
        given approvals: [Approval],
        at now: Timestamp
    ) {
        guard let lifting = verdict.map(\.approvalsThatLift) ?? [] else {
            self.answer = .refused
            self.open = []
            self.until = nil
            self.reasons = verdict?.failed.filter { !$0.isLiftable }.flatMap(\.reasons) ?? []
            return
        }
        let asked = rules.filter { $0.covers(cost) || lifting.contains($0.id) }.sorted { $0.id < $1.id }
        let unknown = lifting.filter { id in !asked.contains { $0.id == id } }
        precondition(unknown.isEmpty, "the approvals that limits name are rules of the policy")
        guard !asked.isEmpty else {
            self.answer = .notNeeded
            self.open = []
            self.until = nil
            self.reasons = [Reason(ApprovalReason.approvalNotNeeded, Fact("cost", .money(cost)))]
            return
        }
        let given = approvals.filter { $0.grant == grant }
        let checks = asked.map { ApprovalCheck($0, for: cost, given, at: now) }
        self.open = checks.filter { $0.valid == nil }.map(\.rule)
        self.until = open.isEmpty ? checks.compactMap(\.until).min() : nil
        self.answer =
            open.isEmpty ? .satisfied : checks.contains { $0.valid == nil && $0.isOwnOnly } ? .refused : .needed
        self.reasons = (checks.filter { $0.valid == nil } + checks.filter { $0.valid != nil }).flatMap(\.reasons)
    }
}

/// One rule against what was approved.
private struct ApprovalCheck {
    let rule: ApprovalRule
    let valid: Approval?
    let isOwnOnly: Bool
    let reasons: [Reason]

    /// `approvals` are of the same grant.
    init(_ rule: ApprovalRule, for cost: Money, _ approvals: [Approval], at now: Timestamp) {
        // The latest first, so that the one that is good for longest is found; the bytes of the name settle the rest.
        let known = approvals.filter { $0.approvedAt <= now && rule.roles.contains($0.role) }
            .sorted { $0.approvedAt == $1.approvedAt ? $0.approver < $1.approver : $0.approvedAt > $1.approvedAt }
        func isGood(_ approval: Approval) -> Bool {
            !approval.isOwn && now < rule.end(ofApprovalAt: approval.approvedAt)
                && rule.tolerates(cost, approved: approval.cost)
        }
        self.rule = rule
        self.valid = known.first(where: isGood)
        self.isOwnOnly = valid == nil && known.contains(where: \.isOwn) && known.allSatisfy(\.isOwn)
        if let valid {
            self.reasons = [
                Reason(
                    ApprovalReason.approvedBy,
                    Fact("approver", .code(valid.approver.text)),
                    Fact("role", .name(valid.role.title)),
                    Fact("approved", .money(valid.cost)),
                    Fact("approval", .code(rule.id.text))
                )
            ]
            return
        }
        let failing = known.map { approval -> Reason in
            let approver = Fact("approver", .code(approval.approver.text))
            if approval.isOwn { return Reason(ApprovalReason.approvedByRequester, approver) }
            if now >= rule.end(ofApprovalAt: approval.approvedAt) {
                return Reason(ApprovalReason.approvalExpired, approver, Fact("limit", .days(rule.validDays)))
            }
            return Reason(
                ApprovalReason.costAboveApproval,
                Fact("cost", .money(cost)),
                Fact("approved", .money(approval.cost)),
                Fact("tolerance", .ratio(rule.tolerance.ratio)),
                approver
            )
        }
        self.reasons = [rule.need(for: cost)] + failing
    }

    var until: Timestamp? { valid.map { rule.end(ofApprovalAt: $0.approvedAt) } }
}

extension ApprovalRule {
    /// That a gift which costs `cost` needs an approval, and by whom.
    func need(for cost: Money) -> Reason {
        Reason(
            ApprovalReason.approvalNeeded,
            Fact("cost", .money(cost)),
            Fact("roles", .name(LocalizedText(listing: roles.sorted().map(\.title)))),
            Fact("approval", .code(id.text))
        )
    }
}
