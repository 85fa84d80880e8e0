import GiftModel
import Segmentation
import Testing

@testable import giftctl

@Suite struct `The synthetic shop` {
    private let shop: SyntheticShop

    init() throws { self.shop = try SyntheticShop(seed: 1, customers: 2_000) }

    private func share(_ isCounted: (ShopCustomer) -> Bool) -> Int {
        shop.customers.count(where: isCounted) * 1_000 / shop.customers.count
    }

    @Test func `R-DATA-01 Is the same for the same seed, and the first customers whatever their number`() throws {
        let fewer = try SyntheticShop(seed: 1, customers: 40)
        for (one, other) in zip(fewer.customers, shop.customers) {
            #expect(one.record == other.record && one.consents == other.consents)
            let orders = { (customer: ShopCustomer) in customer.activities.filter { $0.kind == .order } }
            #expect(orders(one) == orders(other))
        }
        let another = try SyntheticShop(seed: 2, customers: 40)
        #expect(zip(fewer.customers, another.customers).allSatisfy { $0.record != $1.record })
    }

    @Test func `R-DATA-01 Holds about as many of each as its description says`() {
        #expect((850...910).contains(share { $0.record?.recipientKind == .privatePerson }))
        #expect((10...30).contains(share { $0.record?.recipientKind == .publicOfficial }))
        #expect((10...30).contains(share { $0.record?.recipientKind == nil }))
        #expect((870...930).contains(share { $0.record?.birthday != nil }))
        let lunar = share { if case .lunar? = $0.record?.birthday?.day { true } else { false } }
        #expect((180...270).contains(lunar))
        #expect((30...70).contains(share { $0.consents == nil }))
        #expect((20...80).contains(share { $0.record?.zone != "Asia/Shanghai" }))
        #expect(
            (5...40)
                .contains(
                    share {
                        $0.record?.birthday?.age(on: SyntheticShop.days.upperBound, leapDay: .dayBefore).map { $0 < 18 }
                            ?? false
                    }
                )
        )
        let kinds = Set(shop.customers.flatMap { $0.activities.map(\.kind) })
        #expect(kinds == [.order, .return, .interaction, .cartChange, .complaintStep])
    }

    @Test func `R-DATA-01 Tells everything in order, from the registration on and within its days`() {
        let end = Timestamp(CalendarDate(year: 2027, month: 1, day: 2)!, at: .midnight, in: .utc)
        for customer in shop.customers {
            let instants = customer.activities.map(\.occurredAt)
            #expect(instants == instants.sorted())
            #expect(instants.first == customer.knownFrom && instants.last.map { $0 < end } == true)
            guard case .interaction(let first)? = customer.activities.first else {
                Issue.record("the first activity is the registration")
                continue
            }
            #expect(first.kind == .registration)
            let steps = customer.activities.compactMap { if case .complaintStep(let step) = $0 { step } else { nil } }
            #expect(ComplaintReport(on: steps).rejected.isEmpty)
        }
    }

    @Test func `R-DATA-01 Sells more in November than in July`() {
        var orders = [Int](repeating: 0, count: 12)
        for case .order(let order) in shop.customers.flatMap(\.activities) {
            let day = CalendarDate(year: 2024, month: 1, day: 1)!
                .adding(days: Int((order.placedAt.milliseconds - 1_704_038_400_000) / 86_400_000))
            if let day, day.year == 2026 { orders[day.month - 1] += 1 }
        }
        #expect(orders[10] > orders[6] * 3 / 2 && orders[1] < orders[0])
    }

    @Test func `R-DATA-01 Expects of the next year what the last one brought, quarter by quarter`() throws {
        let customer = try #require(
            shop.customers.first { $0.activities.count(where: { $0.kind == .order }) > 40 && $0.history.labels != nil }
        )
        let labels = try #require(customer.history.labels)
        let october = CalendarDate(year: 2026, month: 10, day: 1)!
        let last = labels.value(of: "expected-value", on: CalendarDate(year: 2026, month: 12, day: 31)!)
        #expect(labels.value(of: "expected-value", on: october) == last)
        let figures = customer.history.activities.purchases.days(asOf: october.adding(days: -1)!)
            .days(inDays: 365, through: october.adding(days: -1)!)
        // What comes back later is paid back later, and counts then.
        let sales = figures.reduce(0) { $0 + $1.salesMinorUnits }
        guard case .money(let expected)? = last else {
            Issue.record("an amount is expected, not \(String(describing: last))")
            return
        }
        #expect(expected.minorUnits > sales / 2 && expected.minorUnits <= sales)
    }

    @Test func `R-DATA-01 Tells of friends brought and of what both earned, but within no household`() {
        func count(_ kind: InteractionKind) -> Int {
            shop.customers.flatMap(\.activities)
                .count { if case .interaction(let interaction) = $0 { interaction.kind == kind } else { false } }
        }
        let (brought, earned) = (count(.referral), count("referralEarned"))
        #expect((30...120).contains(brought))
        #expect(earned % 2 == 0 && (brought / 2...2 * brought).contains(earned))
    }
}
