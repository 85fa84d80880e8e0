import Foundation
import GiftModel
import GiftTesting
import Segmentation
import Testing

@Suite struct `A sign of leaving` {
    static let book = Phrasebook(ChurnReason.self)
    static let today = day("2026-06-30")

    /// `before` and `now` things, one a day, in the windows of 90 days.
    static func counts(_ before: Int, _ now: Int, each: Int64 = 1) -> DailyCounts {
        var counts = DailyCounts()
        for number in 0..<now { counts.add(each, on: today.adding(days: -number)!) }
        for number in 0..<before { counts.add(each, on: today.adding(days: -90 - number)!) }
        return counts
    }

    static func purchases(_ before: Int, _ now: Int, ordersADay: Int = 1) -> PurchaseDays {
        var summary = PurchaseSummary(of: "c-1", in: .eur)
        for (number, date) in counts(before, now).days.map(\.date).enumerated() {
            for order in 0..<ordersADay { add("o-\(number)-\(order)", on: date, to: &summary) }
        }
        return summary.days(asOf: today)
    }

    static func add(_ id: String, on date: CalendarDate, to summary: inout PurchaseSummary) {
        let instant = Timestamp(date, at: .midnight, in: .utc)
        let order = Order(id: Order.ID(id)!, customer: summary.customer, placedAt: instant, total: .zero(in: .eur))!
        do {
            try summary.add(.order(order), in: FixedZone.utc)
        } catch {
            preconditionFailure("\(error)")
        }
    }

    static func interactions(_ before: Int, _ now: Int) -> InteractionSummary {
        var summary = InteractionSummary()
        for (number, date) in counts(before, now).days.map(\.date).enumerated() {
            let interaction = Interaction(
                number.isMultiple(of: 2) ? .view : .share,
                id: "i",
                customer: "c-1",
                occurredAt: Timestamp(date, at: .midnight, in: .utc),
                channel: number.isMultiple(of: 3) ? .app : nil
            )!
            do {
                try summary.add(interaction, in: FixedZone.utc)
            } catch {
                preconditionFailure("\(error)")
            }
        }
        return summary
    }

    static func signals(_ evidence: ChurnEvidence, by rules: ChurnSignalRules = .usual) -> ChurnSignals {
        rules.signals(in: evidence)
    }

    static func text(_ signals: ChurnSignals, _ signal: ChurnSignal, in language: Language = .english) -> String {
        signals.reason(for: signal).text(in: language, from: book)
    }

    @Test func `R-SEG-09 Is seen in the frequency, exactly at half and not above, and not from too little`() {
        let a = Self.signals(ChurnEvidence(Self.purchases(6, 3)))
        #expect(a[.frequencyDown] == .holds)
        #expect(a.strengthPerMille(of: .frequencyDown) == 500)
        #expect(a.holding == [.frequencyDown])
        #expect(
            a.reasons.map { $0.text(in: .english, from: Self.book) }
                == ["bought on 3 of the last 90 days, after 6: at most 0.5 of them are left"]
        )
        #expect(Self.text(a, .frequencyDown, in: .chinese) == "近90天购买3天，此前同期6天：仅余不超过0.5")

        let b = Self.signals(ChurnEvidence(Self.purchases(7, 4)))
        #expect(b[.frequencyDown] == .fails)
        #expect(b.strengthPerMille(of: .frequencyDown) == 428)
        #expect(Self.text(b, .frequencyDown).hasSuffix("after 7: more than 0.5 of them are left"))

        let c = Self.signals(ChurnEvidence(Self.purchases(1, 0)))
        #expect(c[.frequencyDown] == .unknown)
        #expect(c.strengthPerMille(of: .frequencyDown) == nil)
        #expect(
            Self.text(c, .frequencyDown)
                == "bought on 0 of the last 90 days, after 1: below 2, too few to tell"
        )
        #expect(Self.signals(ChurnEvidence(Self.purchases(2, 5))).strengthPerMille(of: .frequencyDown) == 0)
    }

    @Test func `R-SEG-09 Is seen in interactions that collapse`() {
        let d = Self.signals(ChurnEvidence(Self.purchases(6, 6), interactions: Self.interactions(40, 6)))
        #expect(d.holding == [.interactionsDown])
        #expect(d.strengthPerMille(of: .interactionsDown) == 850)
        #expect(
            Self.text(d, .interactionsDown)
                == "6 interactions in the last 90 days, after 40: at most 0.2 of them are left"
        )
        func truth(_ before: Int, _ now: Int) -> Truth {
            let evidence = ChurnEvidence(Self.purchases(6, 6), interactions: Self.interactions(before, now))
            return Self.signals(evidence)[.interactionsDown]
        }
        #expect(truth(10, 2) == .holds)
        #expect(truth(10, 3) == .fails)
        #expect(truth(9, 0) == .unknown)
        let unknown = Self.signals(ChurnEvidence(Self.purchases(6, 6)))
        #expect(unknown[.interactionsDown] == .unknown)
        #expect(Self.text(unknown, .interactionsDown) == "no interactions are recorded")
        #expect(Self.text(unknown, .complaintsUp, in: .chinese) == "没有投诉记录")
    }

    @Test func `R-SEG-09 Is seen in a rate of complaints that chance does not explain`() throws {
        let orders = Self.purchases(24, 12)
        let e = Self.signals(ChurnEvidence(orders, complaints: Self.counts(1, 3)))
        #expect(e[.complaintsUp] == .holds)
        #expect(e.complaints.now?.ratio == Ratio(1, over: 4))
        #expect(e.complaints.before?.ratio == Ratio(1, over: 24))
        let interval = try #require(e.complaints.now?.interval)
        #expect(abs(interval.lower - 0.0889) < 5e-5 && abs(interval.upper - 0.5323) < 5e-5)
        // The rate before is 4.17 %, the least now 8.89 %: of that, 53.1 % is new.
        #expect(e.strengthPerMille(of: .complaintsUp) == 531)
        #expect(
            Self.text(e, .complaintsUp)
                == "complaints in the last 90 days: 3 on 12 orders (0.25, 0.0889 to 0.5323), above 1 of 24 before"
        )
        #expect(Self.text(e, .complaintsUp, in: .chinese) == "近90天12单中投诉3次（0.25，0.0889至0.5323），高于此前24单中1次")

        let f = Self.signals(ChurnEvidence(orders, complaints: Self.counts(1, 1)))
        #expect(f[.complaintsUp] == .fails)
        let wide = try #require(f.complaints.now?.interval)
        #expect(abs(wide.lower - 0.0149) < 5e-5 && abs(wide.upper - 0.3539) < 5e-5)
        #expect(f.strengthPerMille(of: .complaintsUp) == 0)
        #expect(
            Self.text(f, .complaintsUp)
                == "complaints in the last 90 days: 1 on 12 orders (1/12, 0.0149 to 0.3539), not surely above 1 of 24 before"
        )
        let none = Self.signals(ChurnEvidence(Self.purchases(0, 12), complaints: Self.counts(0, 3)))
        #expect(none[.complaintsUp] == .unknown)
        #expect(
            Self.text(none, .complaintsUp)
                == "complaints in the last 90 days: 3 on 12 orders, 0 of 0 before: no rate without orders"
        )
        // Whoever complains sends back: the order was placed all the same.
        let placed = Shop.summary(of: [
            Shop.order("b1", "2026-01-10", 10), Shop.order("b2", "2026-01-11", 10), Shop.order("n1", "2026-06-01", 10),
            Shop.order("n2", "2026-06-02", 10), Shop.goods("r1", of: "n1", "2026-06-05", 10),
            Shop.cancellation(of: "n2", "2026-06-05"),
        ])
        let sentBack = Self.signals(ChurnEvidence(placed.days(asOf: Self.today), complaints: Self.counts(0, 1)))
        #expect(sentBack.complaints.now?.orders == 2)
        #expect(sentBack[.complaintsUp] == .holds)
        #expect(sentBack.frequency.now == 0)
        // More complaints than orders: each order counts as complained about once.
        let many = Self.signals(ChurnEvidence(Self.purchases(4, 2), complaints: Self.counts(0, 5)))
        #expect(many.complaints.now?.interval?.upper == 1)
        #expect(many[.complaintsUp] == .holds)
    }

    @Test func `R-SEG-09 Is seen against what a model expected`() {
        func signals(_ expected: Double?) -> ChurnSignals {
            Self.signals(ChurnEvidence(Self.purchases(6, 3), expectedPurchaseDays: expected))
        }
        #expect(signals(6)[.belowExpectation] == .holds)
        #expect(signals(6).strengthPerMille(of: .belowExpectation) == 500)
        #expect(signals(5.9)[.belowExpectation] == .fails)
        #expect(signals(2)[.belowExpectation] == .fails)
        #expect(signals(2).strengthPerMille(of: .belowExpectation) == 0)
        // A tenth is missing, and nothing is rounded: 9 of 10 are there.
        let nine = Self.signals(ChurnEvidence(Self.purchases(6, 9), expectedPurchaseDays: 10))
        #expect(nine.strengthPerMille(of: .belowExpectation) == 100)
        #expect(signals(.infinity).strengthPerMille(of: .belowExpectation) == 1000)
        #expect(signals(.nan)[.belowExpectation] == .unknown)
        #expect(signals(1.99)[.belowExpectation] == .unknown)
        #expect(signals(nil)[.belowExpectation] == .unknown)
        #expect(
            [6, 5.9, 1.99, nil].map { Self.text(signals($0), .belowExpectation) } == [
                "bought on 3 of the last 90 days, where 6 were expected: at most 0.5",
                "bought on 3 of the last 90 days, where 5.9 were expected: more than 0.5",
                "bought on 3 of the last 90 days, 1.99 expected: below 2, too few to tell",
                "bought on 3 of the last 90 days; no model says how many to expect",
            ]
        )
    }

    struct Golden: Decodable {
        struct Drop: Decodable {
            let current: Int
            let previous: Int
            let minBaseline: Int64
            let drop50: Bool
        }
        struct Rise: Decodable {
            let curComplaints: Int
            let curOrders: Int
            let prevComplaints: Int
            let prevOrders: Int
            let cur: String
            let prev: String?
            let rose_x2: Bool
        }
        let freq_drop_50: [Drop]
        let complaint_rate_rise_x2: [Rise]

        static let all: Golden = {
            do {
                return try JSONDecoder().decode(Golden.self, from: fixture("tags_signals.json"))
            } catch {
                preconditionFailure("\(error)")
            }
        }()
    }

    static func fixture(_ name: String) throws -> Data {
        try Data(contentsOf: URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/\(name)"))
    }

    @Test func `R-SEG-09 Is that of the truth table of halved frequency, unknown where that has too little`() throws {
        #expect(Golden.all.freq_drop_50.count == 10)
        for golden in Golden.all.freq_drop_50 {
            let rules = try ChurnSignalRules(
                windowDays: 90,
                purchaseDays: DropRule(atLeast: golden.minBaseline, leftAtMost: Ratio(1, over: 2)!),
                interactions: ChurnSignalRules.usual.interactions
            )
            let truth =
                Self.signals(
                    ChurnEvidence(Self.purchases(golden.previous, golden.current)),
                    by: rules
                )[.frequencyDown]
            #expect(truth == (golden.previous < golden.minBaseline ? .unknown : Truth(golden.drop50)))
        }
    }

    @Test func `R-SEG-09 Is that of the truth table of the doubled rate, unknown without orders`() throws {
        let rules = try ChurnSignalRules(
            windowDays: 90,
            purchaseDays: ChurnSignalRules.usual.purchaseDays,
            interactions: ChurnSignalRules.usual.interactions,
            complaintRateFactor: Ratio(2, over: 1)!
        )
        #expect(Golden.all.complaint_rate_rise_x2.count == 6)
        for golden in Golden.all.complaint_rate_rise_x2 {
            var summary = PurchaseSummary(of: "c-1", in: .eur)
            for number in 0..<golden.curOrders { Self.add("n-\(number)", on: Self.today, to: &summary) }
            for number in 0..<golden.prevOrders {
                Self.add("b-\(number)", on: Self.today.adding(days: -90)!, to: &summary)
            }
            let evidence = ChurnEvidence(
                summary.days(asOf: Self.today),
                complaints: Self.counts(golden.prevComplaints, golden.curComplaints)
            )
            let signals = Self.signals(evidence, by: rules)
            #expect(signals.complaints.now?.ratio == Ratio(golden.cur))
            #expect(signals.complaints.before?.ratio == golden.prev.flatMap { Ratio($0) })
            #expect(signals[.complaintsUp] == (golden.prev == nil ? .unknown : Truth(golden.rose_x2)))
        }
        let twice = Self.signals(ChurnEvidence(Self.purchases(10, 10), complaints: Self.counts(1, 2)), by: rules)
        #expect(twice.strengthPerMille(of: .complaintsUp) == 500)
        #expect(
            Self.text(twice, .complaintsUp)
                == "complaints in the last 90 days: 2 on 10 orders, at least 2 times 1 of 10 before"
        )
        let once = Self.signals(ChurnEvidence(Self.purchases(10, 10), complaints: Self.counts(1, 1)), by: rules)
        #expect(once.strengthPerMille(of: .complaintsUp) == 0)
        #expect(
            Self.text(once, .complaintsUp)
                == "complaints in the last 90 days: 1 on 10 orders, not 2 times 1 of 10 before"
        )
    }

    @Test func `R-SEG-09 Is seen in 149 of the 204 CDNOW customers of whom enough is known`() throws {
        func rows(_ name: String) throws -> [[Substring]] {
            String(decoding: try Self.fixture(name), as: UTF8.self).split(separator: "\n").dropFirst()
                .map { $0.split(separator: ",") }
        }
        var summaries: [String: PurchaseSummary] = [:]
        for (number, row) in try rows("cdnow_sample_log.csv").enumerated() {
            let customer = String(row[0])
            var summary = summaries[customer] ?? PurchaseSummary(of: Customer.ID(customer)!, in: .eur)
            summaries[customer] = nil
            Self.add("\(number)", on: day(String(row[1])), to: &summary)
            summaries[customer] = summary
        }
        var (known, holding) = (0, 0)
        for row in try rows("cdnow_signals.csv") {
            let summary = try #require(summaries[String(row[0])])
            let signals = Self.signals(ChurnEvidence(summary.days(asOf: day("1997-09-30"))))
            #expect(signals.frequency.now == Int64(row[1]), "\(row[0])")
            #expect(signals.frequency.before == Int64(row[2]), "\(row[0])")
            #expect((signals[.frequencyDown] == .holds) == (row[3] == "1"), "\(row[0])")
            known += signals[.frequencyDown] == .unknown ? 0 : 1
            holding += signals.holding.count
        }
        #expect(known == 204 && holding == 149)
    }

    @Test(arguments: 0..<40 as Range<UInt64>)
    func `R-SEG-09 Says on which day it can change, as asking day by day does`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        func dates(_ count: Int) -> [CalendarDate] {
            (0..<count).map { _ in Self.today.adding(days: .random(in: -200...20, using: &random))! }
        }
        var purchases = PurchaseSummary(of: "c-1", in: .eur)
        for (number, date) in dates(.random(in: 0...8, using: &random)).enumerated() {
            Self.add("\(number)", on: date, to: &purchases)
        }
        var complaints = DailyCounts()
        for date in dates(.random(in: 0...4, using: &random)) { complaints.add(on: date) }
        var interactions = InteractionSummary()
        for date in dates(.random(in: 0...30, using: &random)) {
            let instant = Timestamp(date, at: .midnight, in: .utc)
            let interaction = Interaction(.view, id: "i", customer: "c-1", occurredAt: instant)!
            try? interactions.add(interaction, in: FixedZone.utc)
        }
        let evidence = ChurnEvidence(
            purchases.days(asOf: Self.today),
            interactions: interactions,
            complaints: complaints
        )
        // What will still be known on a later day if nothing more is done.
        var known = PurchaseSummary(of: "c-1", in: .eur)
        for day in evidence.purchases.days {
            for number in 0..<day.orders { Self.add("\(day.date) \(number)", on: day.date, to: &known) }
        }
        var (kept, done) = (DailyCounts(), InteractionSummary())
        for day in complaints.days(through: Self.today) { kept.add(day.count, on: day.date) }
        for day in interactions.counts().days(through: Self.today) {
            let instant = Timestamp(day.date, at: .midnight, in: .utc)
            for _ in 0..<day.count {
                try? done.add(Interaction(.view, id: "i", customer: "c-1", occurredAt: instant)!, in: FixedZone.utc)
            }
        }
        let now = Self.signals(evidence)
        for signal in [ChurnSignal.frequencyDown, .interactionsDown, .complaintsUp] {
            let naive = (1...400).map { Self.today.adding(days: $0)! }
                .first { date in
                    let later = ChurnEvidence(known.days(asOf: date), interactions: done, complaints: kept)
                    return Self.signals(later)[signal] != now[signal]
                }
            #expect(ChurnSignalRules.usual.nextChange(of: signal, in: evidence) == naive, "\(signal)")
        }
        #expect(ChurnSignalRules.usual.nextChange(of: .belowExpectation, in: evidence) == nil)
        let expecting = ChurnEvidence(purchases.days(asOf: Self.today), expectedPurchaseDays: 3)
        #expect(
            ChurnSignalRules.usual.nextChange(of: .belowExpectation, in: expecting) == Self.today.adding(days: 1)
        )
    }

    @Test func `R-SEG-09 Is answered by a reason for leaving, which comes back as feedback`() throws {
        let terms = try #require(TermList(["price": ["too expensive", "太贵"], "quality": ["broke"]]))
        let said = Verbatim(id: "t-1", mentions: terms.mentions(in: "It was too expensive. 太贵了"))
        let review = Review(
            id: "r-1",
            customer: "c-1",
            givenAt: Timestamp(Self.today, at: .midnight, in: .utc),
            verbatim: said,
            channel: .telephone
        )
        #expect(review?.verbatim?.mentions["price"] == 2)
    }

    @Test func `Has a title in both languages and a word on the wire`() throws {
        #expect(ChurnSignal.allCases.map { $0.title[.chinese] } == ["消费频次下降", "消费低于预期", "互动骤减", "投诉率上升"])
        let text = #"["frequencyDown","belowExpectation","interactionsDown","complaintsUp"]"#
        #expect(String(decoding: try JSONEncoder().encode(ChurnSignal.allCases), as: UTF8.self) == text)
        #expect(try JSONDecoder().decode([ChurnSignal].self, from: Data(text.utf8)) == ChurnSignal.allCases)
    }
}

@Suite struct `Rules for signs of leaving` {
    static let text =
        #"{"interactions":{"atLeast":10,"leftAtMost":"1\/5"},"purchaseDays":{"atLeast":2,"leftAtMost":"1\/2"},"windowDays":90}"#

    @Test func `R-SEG-09 Are read from data, and written in one form`() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        #expect(String(decoding: try encoder.encode(ChurnSignalRules.usual), as: UTF8.self) == Self.text)
        #expect(try JSONDecoder().decode(ChurnSignalRules.self, from: Data(Self.text.utf8)) == .usual)
        let factor = Self.text.replacingOccurrences(of: "{\"inter", with: "{\"complaintRateFactor\":\"3/2\",\"inter")
        let rules = try JSONDecoder().decode(ChurnSignalRules.self, from: Data(factor.utf8))
        #expect(rules.complaintRateFactor == Ratio(3, over: 2))
        for (right, wrong) in [
            ("windowDays\":90", "windowDays\":0"), ("atLeast\":10", "atLeast\":0"), ("1\\/2", "1"), ("1\\/2", "-1"),
            ("{\"inter", "{\"complaintRateFactor\":\"1\",\"inter"), ("windowDays", "window"),
        ] {
            let text = Self.text.replacingOccurrences(of: right, with: wrong)
            #expect(throws: DecodingError.self) {
                try JSONDecoder().decode(ChurnSignalRules.self, from: Data(text.utf8))
            }
        }
    }

    @Test func `Say what is wrong with them, in order`() throws {
        let one = Ratio(1, over: 1)!
        #expect(throws: DropRuleError.atLeast(0)) { try DropRule(atLeast: 0, leftAtMost: one) }
        #expect(throws: DropRuleError.leftAtMost(one)) { try DropRule(atLeast: 1, leftAtMost: one) }
        #expect("\(DropRuleError.atLeast(0))" == "at least `0` is not 1 through 1000000")
        #expect("\(DropRuleError.leftAtMost(one))" == "`1/1` left is no drop: it is not zero or more and below 1")
        let drop = try DropRule(atLeast: 1, leftAtMost: Ratio(0, over: 1)!)
        #expect(throws: ChurnSignalRulesError.window(days: 3651)) {
            try ChurnSignalRules(windowDays: 3651, purchaseDays: drop, interactions: drop, complaintRateFactor: one)
        }
        for factor in [one, Ratio(1_000_001, over: 1)!] {
            #expect(throws: ChurnSignalRulesError.complaintRateFactor(factor)) {
                try ChurnSignalRules(windowDays: 1, purchaseDays: drop, interactions: drop, complaintRateFactor: factor)
            }
        }
        #expect("\(ChurnSignalRulesError.window(days: 0))" == "the window, `0` days, is not 1 through 3650 days")
        #expect(
            "\(ChurnSignalRulesError.complaintRateFactor(one))"
                == "`1/1` times is not above 1, or is too long a fraction"
        )
    }
}
