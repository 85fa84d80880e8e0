import GiftModel
import Segmentation

/// A day, written as it is read.
func day(_ text: String) -> CalendarDate { CalendarDate(text)! }

/// A shop in euros, whose customers are built up as a host would do it: by adding activities.
enum Shop {
    /// What happened: an amount above zero is an order, one below zero a return.
    typealias Event = (day: String, minorUnits: Int64)

    /// An activity whose identity follows from what happened; one of the same again is a `copy` of it.
    static func activity(
        _ event: Event,
        of customer: Customer.ID = "c-1",
        at hour: Int = 12,
        copy: Int = 0
    ) -> Activity {
        let instant = Timestamp(CalendarDate(event.day)!, at: TimeOfDay(hour: hour, minute: 0)!, in: .utc)
        let amount = Money(minorUnits: Int64(clamping: event.minorUnits.magnitude), in: .eur)
        let id = "\(event.day) \(event.minorUnits) \(copy)"
        return event.minorUnits < 0
            ? .return(Return(id: Return.ID(id)!, customer: customer, receivedAt: instant, refund: amount)!)
            : .order(Order(id: Order.ID(id)!, customer: customer, placedAt: instant, total: amount)!)
    }

    static func summary(_ events: [Event], of customer: Customer.ID = "c-1") -> PurchaseSummary {
        var copies: [String: Int] = [:]
        return summary(
            of: events.map { event in
                let copy = copies["\(event)", default: 0]
                copies["\(event)"] = copy + 1
                return activity(event, of: customer, copy: copy)
            },
            customer
        )
    }

    static func summary(
        of activities: some Sequence<Activity>,
        _ customer: Customer.ID = "c-1"
    ) -> PurchaseSummary {
        var summary = PurchaseSummary(of: customer, in: .eur)
        for activity in activities {
            do {
                try summary.add(activity, in: FixedZone.utc)
            } catch {
                preconditionFailure("\(error)")
            }
        }
        return summary
    }

    static func order(_ id: Order.ID, _ date: String, _ minorUnits: Int64) -> Activity {
        let total = Money(minorUnits: minorUnits, in: .eur)
        return .order(Order(id: id, customer: "c-1", placedAt: noon(date), total: total)!)
    }

    static func goods(_ id: Return.ID, of order: Order.ID?, _ date: String, _ minorUnits: Int64) -> Activity {
        let refund = Money(minorUnits: minorUnits, in: .eur)
        return .return(Return(id: id, customer: "c-1", of: order, receivedAt: noon(date), refund: refund)!)
    }

    static func cancellation(of order: Order.ID, _ date: String) -> Activity {
        .cancellation(Cancellation(id: "x", customer: "c-1", of: order, cancelledAt: noon(date)))
    }

    private static func noon(_ date: String) -> Timestamp {
        Timestamp(day(date), at: TimeOfDay(hour: 12, minute: 0)!, in: .utc)
    }

    static let rungs = [
        TierRung(tier("silver"), atLeast: Money("2000.00 EUR")!),
        TierRung(tier("gold"), atLeast: Money("8000.00 EUR")!),
        TierRung(tier("diamond"), atLeast: Money("30000.00 EUR")!),
    ]

    static func tier(_ id: Tier.ID) -> Tier { Tier(id: id, name: LocalizedText(english: id.text, chinese: id.text)) }

    static func ladder(spend: SpendBasis = .net, window: TierWindow = .calendarYear) -> TierLadder {
        do {
            return try TierLadder(base: tier("ordinary"), rungs: rungs, spend: spend, window: window)
        } catch {
            preconditionFailure("\(error)")
        }
    }
}
