public import GiftModel

/// Who sees to a complaint at an instant, and why.
public struct ComplaintAssignment: Hashable, Sendable {
    /// Who sees to it.
    public let handler: ComplaintHandler
    /// Why: by its grade, and what has moved it up since.
    public let reasons: [Reason]
}

extension ComplaintDeadlines {
    /// Returns who sees to `complaint` at `now`, or `nil` before its opening.
    ///
    /// Its latest grade says who does. For every full ``escalateAfterMinutes`` by which the duty that is overdue
    /// longest is overdue, it goes to the next handler up.
    ///
    /// - Complexity: O(*n*) in the steps of the complaint.
    public func assignment(of complaint: Complaint, at now: Timestamp) -> ComplaintAssignment? {
        guard let known = complaint.asOf(now) else { return nil }
        let grade = known.grade
        let handler = handlers.handler(of: grade)
        var reasons = [
            grade.map { Reason(ServiceReason.handledByGrade, Fact("grade", .name($0.title)), Self.fact(handler)) }
                ?? Reason(ServiceReason.handledUngraded, Self.fact(handler))
        ]
        let latest = findings(on: complaint, at: now).filter(\.isOverdue)
            .max { $0.lateMilliseconds < $1.lateMilliseconds }
        guard let latest, let minutes = escalateAfterMinutes, minutes > 0 else {
            return ComplaintAssignment(handler: handler, reasons: reasons)
        }
        let limit = ElapsedTime(minutes: minutes)
        let raised = handler.above(by: latest.lateMilliseconds / limit.milliseconds)
        if raised != handler {
            let late = ElapsedTime(from: latest.dueAt, until: now)
            reasons.append(
                Reason(
                    ServiceReason.escalated,
                    Fact("duty", .name(latest.duty.title)),
                    Fact("late", .name(late.words)),
                    Fact("limit", .name(limit.words)),
                    Self.fact(raised)
                )
            )
        }
        return ComplaintAssignment(handler: raised, reasons: reasons)
    }

    private static func fact(_ handler: ComplaintHandler) -> Fact { Fact("handler", .name(handler.title)) }

    /// Returns what may be told to the customer of how `complaint` stands at `now`, or `nil` before its opening.
    ///
    /// Of what is owed next, only what is not overdue is promised. Instants are as clocks in `zone` show them.
    ///
    /// - Complexity: O(*n*) in the steps of the complaint.
    public func progress(of complaint: Complaint, at now: Timestamp, in zone: ZoneTable) -> Reason? {
        guard let known = complaint.asOf(now) else { return nil }
        let (opened, state) = (zone.fact("opened", known.openedAt), Fact("state", .name(known.state.title)))
        let next = findings(on: complaint, at: now).first { $0.doneAt == nil }
        guard let next, !next.isOverdue else { return Reason(ServiceReason.complaintProgress, opened, state) }
        let (duty, due) = (Fact("duty", .name(next.duty.title)), zone.fact("due", next.dueAt))
        return Reason(ServiceReason.complaintProgressNext, opened, state, duty, due)
    }
}
