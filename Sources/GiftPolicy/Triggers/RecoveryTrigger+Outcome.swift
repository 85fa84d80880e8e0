import GiftModel

extension RecoveryTrigger {
    private static let prefix = "complaint"

    /// Returns whether the occasion has come round in `customer`'s case.
    func outcome(in customer: CustomerCase) -> TriggerOutcome {
        let clock = customer.clock
        let complaints = customer.complaints
        guard !complaints.isEmpty else { return .notDue(Reason(ActivityReason.noComplaint), earliest: nil) }
        if let open = complaints.first(where: { $0.state.isOpen }) {
            let reason = Reason(
                ActivityReason.complaintStillOpen,
                Fact("complaint", .code(open.id.text)),
                clock.fact("opened", open.openedAt),
                Fact("state", .name(open.state.title))
            )
            return .notDue(reason, earliest: nil)
        }
        let plannedAt = customer.lastRecoveryPlannedAt(Self.prefix)
        let uncovered = complaints.filter { complaint in plannedAt.map { $0 < complaint.openedAt } ?? true }
        if uncovered.isEmpty, let plannedAt {
            return .notDue(Reason(ActivityReason.recoveryPlanned, clock.fact("planned", plannedAt)), earliest: nil)
        }
        let waiting = uncovered.compactMap { complaint in due(for: complaint).map { (complaint: complaint, due: $0) } }
            .filter { customer.now < $0.due.adding(open) }
        guard let first = waiting.first?.complaint, let last = waiting.max(by: { $0.due < $1.due }) else {
            let reason = Reason(ActivityReason.complaintLongAgo, Fact("limit", .days(openDays)))
            return .notDue(reason, earliest: nil)
        }
        let covered = waiting.map { LocalizedText(english: $0.complaint.id.text, chinese: $0.complaint.id.text) }
        let facts = (
            Fact("complaints", .name(LocalizedText(listing: covered))), clock.fact("due", last.due),
            clock.fact("resolved", last.complaint.lastResolvedAt ?? last.due), Fact("limit", .name(wait.words))
        )
        guard last.due <= customer.now else {
            let left = Fact("wait", .name(ElapsedTime(from: customer.now, until: last.due).words))
            return .notDue(
                Reason(ActivityReason.recoveryWaiting, facts.0, facts.2, facts.3, facts.1, left),
                earliest: clock.moment(at: last.due)
            )
        }
        return .due(
            term: Identifier(Self.prefix, of: first.id.text),
            until: last.due.adding(open),
            reason: Reason(ActivityReason.recoveryDue, facts.0, facts.2, facts.3)
        )
    }
}

extension CustomerCase {
    /// When the last gift that stands was planned whose term begins so.
    fileprivate func lastRecoveryPlannedAt(_ prefix: String) -> Timestamp? {
        facts.grants
            .filter { $0.stands && ($0.terms?.occurrence.term.text.hasPrefix("\(prefix)/") ?? false) }
            .compactMap { $0.entries.first?.recordedAt }
            .max()
    }
}
