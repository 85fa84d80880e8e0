import Foundation
import GiftModel
import GiftPolicy
import Testing

@testable import giftctl

@Suite struct `The command policy simulate` {
    private static let fixtures = URL(filePath: #filePath).appending(path: "../Fixtures/harbour").standardizedFileURL

    private func simulate(_ arguments: String...) throws -> Run { try Run(["policy", "simulate"] + arguments) }

    /// The synthetic shop in small, over a few weeks.
    private func harbour(_ arguments: String...) throws -> Run {
        try Run(
            ["policy", "simulate", "--data", Self.fixtures.path, "--shop", "1", "--customers", "150", "--from"]
                + ["2026-03-01", "--through", "2026-04-15"] + arguments
        )
    }

    @Test func `R-POL-10 Runs a policy over the orders of a shop, day by day`() throws {
        let shop = try SmallShop()
        let run = try simulate("--data", shop.folder.path, "--format", "csv")
        #expect(run.status == 0)
        // Each customer is asked about from the first order on: `ann` for 331 days, `bob` on the last alone.
        #expect(
            run.output == """
                rule,gifts,cost,notDue,blocked,suppressed,withheld,unfunded
                gold-thanks,0,0.00 GBP,332,0,0,0,0
                reactivation,1,5.00 GBP,331,0,0,0,0
                first-order-welcome,2,2.00 GBP,330,0,0,0,0

                """
        )
    }

    @Test func `R-POL-10 Lists each gift, week and day`() throws {
        let shop = try SmallShop()
        func lines(_ rows: String) throws -> [Substring] {
            try simulate("--data", shop.folder.path, "--by", rows, "--format", "csv").output.split(separator: "\n")
        }
        #expect(
            try lines("gift") == [
                "day,customer,rule,gift,cost", "2011-01-05,ann,first-order-welcome,card,1.00 GBP",
                "2011-04-06,ann,reactivation,cup,5.00 GBP", "2011-12-01,bob,first-order-welcome,card,1.00 GBP",
            ]
        )
        let (weeks, days) = (try lines("week"), try lines("day"))
        #expect((weeks.count, days.count) == (49, 332))
        #expect(weeks[0] == "week from,customers,gifts,cost,notDue,blocked,suppressed,withheld,unfunded")
        #expect(weeks[1] == "2011-01-05,1,1,1.00 GBP,14,0,0,0,0")
        #expect(days[1] == "2011-01-05,1,1,1.00 GBP,2,0,0,0,0")
    }

    @Test func `R-POL-10 Compares two policies over the same days`() throws {
        let shop = try SmallShop()
        try shop.replace("\"moreThanDays\": 90", in: "policy.json", with: "\"moreThanDays\": 120")
        let bundled = SmallShop.data.appending(path: "policy.json").path
        let same = try simulate(
            "--data",
            shop.folder.path,
            "--against",
            shop.folder.appending(path: "policy.json").path,
            "--by",
            "change",
            "--format",
            "csv"
        )
        #expect(same.output.split(separator: "\n").count == 1)
        let run = try simulate("--data", shop.folder.path, "--against", bundled, "--by", "change", "--format", "csv")
        #expect(
            run.output.split(separator: "\n").dropFirst() == [
                "ann,reactivation,changed,reactivation,cup,2011-05-06,reactivation,cup,2011-04-06"
            ]
        )
        let rules = try simulate("--data", shop.folder.path, "--against", bundled, "--language", "zh")
        #expect(rules.output.contains("原礼品") && rules.output.contains("90天未购唤醒礼"))
    }

    @Test func `R-POL-10 Runs over a synthetic shop, the same for the same seed`() throws {
        let first = try harbour("--by", "week", "--format", "json")
        #expect(first.status == 0)
        #expect(try harbour("--by", "week", "--format", "json").output == first.output)
        #expect(first.output.contains("\"week from\" : \"2026-03-02\""))
        let rules = try harbour("--format", "csv").output
        #expect(rules.contains("birthday,") && rules.contains("recovery,"))
    }

    @Test func `R-POL-10 Writes a page with a chart of gifts and refusals per week, in both languages`() throws {
        let shop = try SmallShop()
        let page = shop.folder.appending(path: "page.html")
        let bundled = SmallShop.data.appending(path: "policy.json").path
        let run = try simulate(
            "--data",
            shop.folder.path,
            "--against",
            bundled,
            "--budget",
            "6.00",
            "--report",
            page.path
        )
        #expect(run.status == 0)
        let html = try String(contentsOf: page, encoding: .utf8)
        #expect(html.contains("<h3>Gifts by rule</h3>") && html.contains("<h3>Refusals by kind</h3>"))
        #expect(html.contains("<title>Week from 2011-01-05: Welcome with the first order 1</title>"))
        #expect(html.contains("Simulation from 2011-01-05 through 2011-12-01"))
        #expect(!html.contains("{{"))
        _ = try simulate("--data", shop.folder.path, "--language", "zh", "--report", page.path)
        #expect(try String(contentsOf: page, encoding: .utf8).contains("<h3>按类别拒绝</h3>"))
    }

    @Test(arguments: [
        (["--from", "2012-01-01", "--through", "2011-01-01"], "--from 2012-01-01 is after --through 2011-01-01"),
        (["--shop", "1"], "the synthetic shop is in CNY, the policy in GBP"),
        (["--by", "change"], "--by change needs --against"),
        (["--budget", "5 euros"], "--budget `5 euros` is no amount of GBP such as 5000.00"),
        (["--at", "25:00"], "`25:00` is no time such as 21:00"),
    ])
    func `R-POL-10 Says what is wrong with a question`(arguments: [String], words: String) throws {
        let shop = try SmallShop()
        let run = try Run(["policy", "simulate", "--data", shop.folder.path] + arguments)
        #expect(run.status != 0)
        #expect(run.errors.contains(words))
    }
}

@Suite struct `The synthetic shop` {
    private let shop: SyntheticShop

    init() throws { self.shop = try SyntheticShop(seed: 1, customers: 2_000) }

    private func share(_ isCounted: (KnownCustomer) -> Bool) -> Int {
        shop.customers.count(where: isCounted) * 1_000 / shop.customers.count
    }

    @Test func `R-DATA-01 Is the same for the same seed, and the first customers whatever their number`() throws {
        let fewer = try SyntheticShop(seed: 1, customers: 40)
        for (one, other) in zip(fewer.customers, shop.customers) {
            #expect(one.record == other.record && one.consents == other.consents)
            let orders = { (customer: KnownCustomer) in customer.activities.filter { $0.kind == .order } }
            #expect(orders(one) == orders(other))
        }
        let another = try SyntheticShop(seed: 2, customers: 40)
        #expect(zip(fewer.customers, another.customers).allSatisfy { $0.record != $1.record })
    }

    @Test func `R-DATA-01 Holds about as many of each as its description says`() {
        #expect((850...910).contains(share { $0.record?.recipientKind == .privatePerson }))
        #expect((10...30).contains(share { $0.record?.recipientKind == .publicOfficial }))
        #expect((10...30).contains(share { $0.record?.recipientKind == nil }))
        #expect((660...740).contains(share { $0.record?.birthday != nil }))
        let lunar = share { if case .lunar? = $0.record?.birthday?.day { true } else { false } }
        #expect((130...220).contains(lunar))
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
}
