public import GiftModel

/// When one customer is left in peace: in the quiet times of the policy, and in those that the customer asked for.
public struct CustomerQuiet: Hashable, Sendable {
    private let customer: LocalClock
    private let spans: [Span]

    private struct Span: Hashable {
        let hours: QuietHours
        let zone: ZoneTable
    }

    /// The quiet of a customer who lives by the clock `customer`.
    ///
    /// - Parameters:
    ///   - times: The quiet times of the policy, or `nil` when it has none.
    ///   - wish: Those that the customer asked for, by the customer's own clock, or `nil` when nothing is known.
    ///   - zone: The policy's own zone; where it has none, its clock is the customer's.
    public init(_ times: QuietTimes?, wish: QuietHours?, for customer: LocalClock, policyZone zone: ZoneTable?) {
        self.customer = customer
        let own = times.map { Span(hours: $0.hours, zone: $0.clock == .policy ? zone ?? customer.zone : customer.zone) }
        self.spans = [own, wish.map { Span(hours: $0, zone: customer.zone) }].compactMap(\.self)
    }
}

extension CustomerQuiet {
    /// Returns the first instant from `instant` on that is quiet for nobody's sake, or `nil` when none comes in a week.
    ///
    /// Where both ask for quiet, that is the later opening, unless the other has begun anew by then.
    ///
    /// - Complexity: as that of the zone's rules, for each opening within the week.
    public func firstOpenInstant(onOrAfter instant: Timestamp) -> Timestamp? {
        var open = instant
        while open.milliseconds - instant.milliseconds <= 7 * 86_400_000 {
            var next = open
            for span in spans {
                guard let opening = span.hours.firstOpenInstant(onOrAfter: next, in: span.zone) else { return nil }
                next = opening
            }
            if next == open { return open }
            open = next
        }
        return nil
    }

    /// Returns when something that is due at `due` leaves, if that is before `deadline`.
    ///
    /// - Parameter deadline: The first instant that is too late, or `nil` when none is.
    /// - Complexity: as that of ``firstOpenInstant(onOrAfter:)``.
    public func dispatch(dueAt due: Timestamp, until deadline: Timestamp?) -> DispatchTime {
        guard let open = firstOpenInstant(onOrAfter: due), let moment = customer.moment(at: open) else {
            return .never(Reason(QuietReason.neverOpen, fact("due", due)))
        }
        if let deadline, deadline <= open {
            guard open > due else {
                return .never(Reason(QuietReason.deadlinePassed, fact("due", due), fact("deadline", deadline)))
            }
            return .never(
                Reason(
                    QuietReason.quietThroughDeadline,
                    fact("due", due),
                    fact("deadline", deadline),
                    fact("open", open)
                )
            )
        }
        guard open > due else { return .at(moment, because: nil) }
        return .at(moment, because: Reason(QuietReason.quietUntil, fact("due", due), fact("open", open)))
    }

    /// An instant as the customer's clock shows it.
    private func fact(_ name: String, _ instant: Timestamp) -> Fact {
        let (day, time) = (customer.zone.date(of: instant), customer.zone.time(of: instant))
        guard let day, let time else { return Fact(name, .number(instant.milliseconds)) }
        return Fact(name, .code("\(day) \(time)"))
    }
}

/// When something leaves.
///
/// The two answers are all there are, so this enum is closed.
public enum DispatchTime: Hashable, Sendable {
    /// At this moment, and why not at once.
    case at(Moment, because: Reason?)
    /// Not in time, and why.
    case never(Reason)
}
