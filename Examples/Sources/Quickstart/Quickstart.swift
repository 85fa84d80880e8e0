import GiftModel
import LoyaltyPoints
import Segmentation

let stages = try StageRules(newThroughDays: 30, dormantAfterDays: 90, churnedAfterDays: 365, comparedDays: 90)
let rate = EarnRate(1, per: Money("1.00 EUR")!)!

// What your CRM knows about one customer: here, a single order.
let placedAt = Timestamp(CalendarDate("2025-11-28")!, at: .midnight, in: .utc)
let order = Order(id: "o-1", customer: "c-1042", placedAt: placedAt, total: Money("25.90 EUR")!)!
var summary = PurchaseSummary(of: order.customer, in: .eur)
try summary.add(.order(order), in: FixedZone.utc)

// Where does the customer stand today, why, and what did the order earn?
let assessment = stages.assessment(of: summary.days(asOf: CalendarDate("2026-03-10")!))
print(assessment.stage?.rawValue ?? "undetermined")
print(assessment.reason.text(in: .english, from: .segmentation))
print(assessment.reason.text(in: .chinese, from: .segmentation))
print(try rate.earning(on: order.total).points, "points")
