import GiftModel
import Segmentation

/// A day, written as it is read.
func day(_ text: String) -> CalendarDate { CalendarDate(text)! }

/// A shop in euros, whose customers are built up as a host would do it: by adding activities.
enum Shop {
    /// What happened: an amount above zero is an order, one below zero a return.
    typealias Event = (day: String, minorUnits: Int64)

    static func activity(_ event: Event, of customer: Customer.ID = "c-1", at hour: Int = 12) -> Activity {
        let instant = Timestamp(CalendarDate(event.day)!, at: TimeOfDay(hour: hour, minute: 0)!, in: .utc)
        let amount = Money(minorUnits: abs(event.minorUnits), in: .eur)
        return event.minorUnits < 0
            ? .return(Return(id: "r", customer: customer, receivedAt: instant, refund: amount)!)
            : .order(Order(id: "o", customer: customer, placedAt: instant, total: amount)!)
    }

    static func summary(_ events: [Event], of customer: Customer.ID = "c-1") -> PurchaseSummary {
        var summary = PurchaseSummary(of: customer, in: .eur)
        for event in events {
            do {
                try summary.add(activity(event, of: customer), in: FixedZone.utc)
            } catch {
                preconditionFailure("\(error)")
            }
        }
        return summary
    }

    static let rungs = [
        TierRung(tier("silver"), atLeast: Money("2000.00 EUR")!),
        TierRung(tier("gold"), atLeast: Money("8000.00 EUR")!),
        TierRung(tier("diamond"), atLeast: Money("30000.00 EUR")!),
    ]

    static func tier(_ id: Tier.ID) -> Tier { Tier(id: id, name: LocalizedText(english: id.text, chinese: id.text)) }

    static func ladder(spend: SpendBasis = .net, window: SpendWindow = .calendarYear) -> TierLadder {
        do {
            return try TierLadder(base: tier("ordinary"), rungs: rungs, spend: spend, window: window)
        } catch {
            preconditionFailure("\(error)")
        }
    }
}
