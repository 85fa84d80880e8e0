import GiftModel
import Segmentation

@main
enum Quickstart {
    static func main() throws {
        let today = CalendarDate(year: 2026, month: 3, day: 10)!
        let rules = try StageRules(newThroughDays: 30, dormantAfterDays: 90, churnedAfterDays: 365, comparedDays: 90)

        var summary = PurchaseSummary(of: "c-1042", in: .eur)
        let order = Order(
            id: "o-1",
            customer: "c-1042",
            placedAt: .init(today, at: .midnight, in: .utc),
            total: Money("25.00 EUR")!
        )!
        try summary.add(.order(order), in: FixedZone.utc)

        let assessment = rules.assessment(of: summary, asOf: today)
        print(assessment.reason.text(in: .chinese, from: .segmentation))
    }
}
