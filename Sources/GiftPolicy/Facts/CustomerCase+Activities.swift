import GiftModel

extension CustomerCase {
    /// What the customer has done by now, by instant.
    var activities: ArraySlice<Activity> {
        var end = facts.activities.endIndex
        while end > 0, facts.activities[end - 1].occurredAt > now { end -= 1 }
        return facts.activities[..<end]
    }

    /// The customer's complaints as they stand by now, by the instant of their opening.
    var complaints: [Complaint] {
        let steps = activities.compactMap { activity -> ComplaintStep? in
            guard case .complaintStep(let step) = activity else { return nil }
            return step
        }
        guard !steps.isEmpty else { return [] }
        return ComplaintReport(on: steps).complaints.sorted { ($0.openedAt, $0.id) < ($1.openedAt, $1.id) }
    }
}

extension LocalClock {
    /// A fact that is an instant, as the customer's clock shows it.
    func fact(_ name: String, _ instant: Timestamp) -> Fact { zone.fact(name, instant) }
}

extension ZoneTable {
    /// A fact that is an instant, as clocks show it here.
    func fact(_ name: String, _ instant: Timestamp) -> Fact {
        guard let day = date(of: instant), let time = time(of: instant) else {
            return Fact(name, .number(instant.milliseconds))
        }
        return Fact(name, .code("\(day) \(time)"))
    }
}
