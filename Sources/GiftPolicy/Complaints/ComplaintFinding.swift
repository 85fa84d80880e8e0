public import GiftModel

/// How one duty towards one complaint stands at an instant.
public struct ComplaintFinding: Hashable, Sendable {
    /// The complaint.
    public let complaint: Complaint.ID
    /// What is owed.
    public let duty: ComplaintDuty
    /// The instant at which it stands.
    public let asOf: Timestamp
    /// The last instant at which it is in time.
    public let dueAt: Timestamp
    /// When it was done, or `nil` when it is not yet.
    public let doneAt: Timestamp?
}

extension ComplaintFinding {
    /// Whether it is not done and should be.
    public var isOverdue: Bool { doneAt == nil && asOf > dueAt }

    /// By how many milliseconds it is too late, done or not; zero when it is in time so far.
    public var lateMilliseconds: Int64 { late.milliseconds }

    private var late: ElapsedTime { ElapsedTime(from: dueAt, until: doneAt ?? asOf) }

    /// Returns how it stands, with instants as clocks in `zone` show them.
    public func reason(in zone: ZoneTable) -> Reason {
        let (duty, due) = (Fact("duty", .name(duty.title)), zone.fact("due", dueAt))
        let late = Fact("late", .name(late.words))
        switch doneAt {
        case let doneAt? where doneAt <= dueAt:
            return Reason(ServiceReason.dutyDone, duty, zone.fact("done", doneAt), due)
        case let doneAt?: return Reason(ServiceReason.dutyDoneLate, duty, zone.fact("done", doneAt), due, late)
        case nil where asOf > dueAt: return Reason(ServiceReason.dutyOverdue, duty, due, late)
        case nil:
            let wait = Fact("wait", .name(ElapsedTime(from: asOf, until: dueAt).words))
            return Reason(ServiceReason.dutyOpen, duty, due, wait)
        }
    }
}

extension ComplaintDeadlines {
    /// Returns how each duty towards `complaint` stands at `now`, in the order of the duties; none before its opening.
    ///
    /// Since a reopening, what was done before it counts no longer.
    ///
    /// - Complexity: O(*n*) in the steps of the complaint.
    public func findings(on complaint: Complaint, at now: Timestamp) -> [ComplaintFinding] {
        guard let known = complaint.asOf(now),
            let start = known.steps.lastIndex(where: { $0.state == .opened || $0.state == .reopened })
        else { return [] }
        let opening = known.steps[start]
        return ComplaintDuty.allCases.map { duty in
            ComplaintFinding(
                complaint: known.id,
                duty: duty,
                asOf: now,
                dueAt: due(duty, since: opening.occurredAt, by: opening.channel),
                doneAt: known.steps[start...].first { duty.isDone(by: $0.state) }?.occurredAt
            )
        }
    }

    /// Returns what is overdue at `now`, the most overdue first.
    ///
    /// - Complexity: O(*n* log *n*) in the complaints, and O(*n*) in their steps.
    public func overdue(among complaints: some Sequence<Complaint>, at now: Timestamp) -> [ComplaintFinding] {
        complaints.flatMap { findings(on: $0, at: now) }.filter(\.isOverdue)
            .sorted {
                ($0.dueAt, $0.complaint, $0.duty.rawValue) < ($1.dueAt, $1.complaint, $1.duty.rawValue)
            }
    }
}
