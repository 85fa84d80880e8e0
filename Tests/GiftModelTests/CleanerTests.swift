import GiftModel
import GiftTesting
import Testing

private let rules = CleaningRules(
    currency: .eur,
    zone: FixedZone.utc,
    knownFrom: CalendarDate("2020-01-01")!,
    knownUntil: CalendarDate("2026-03-11")!
)

private func sale(
    _ id: String?,
    _ amount: String? = "1.00",
    on day: String? = "2026-03-01",
    of customer: String? = "u-17",
    in currency: String? = "EUR",
    lines: [RawOrderLine] = [],
    at line: Int = 1
) -> RawActivity {
    RawActivity(
        at: SourcePlace("online.csv", line: line),
        kind: "order",
        id: id,
        customer: customer,
        occurredAt: day,
        channel: "online",
        currency: currency,
        amount: amount,
        lines: lines
    )
}

private func record(
    _ kind: String?,
    id: String? = "1",
    of customer: String? = "c",
    on day: String? = "2026-03-02",
    by channel: String? = nil,
    _ amount: String? = "1.00",
    lines: [RawOrderLine] = [],
    subject: String? = nil,
    word: String? = nil,
    number: String? = nil,
    detail: String? = nil,
    at line: Int = 1
) -> RawActivity {
    RawActivity(
        at: SourcePlace("feed", line: line),
        kind: kind,
        id: id,
        customer: customer,
        occurredAt: day,
        channel: channel,
        currency: "EUR",
        amount: amount,
        lines: lines,
        subject: subject,
        word: word,
        number: number,
        detail: detail
    )
}

private func clean(_ records: [RawActivity], by rules: CleaningRules = rules) -> CleaningReport {
    Cleaner(rules).clean(records)
}

/// Clocks ahead of UTC by `offset` seconds, and by `later` ones from `instant` on.
private func zone(_ offset: Int, until instant: String, then later: Int) -> ZoneTable {
    let table = try? ZoneTable(
        id: "Sea/Atlantis",
        from: Timestamp(milliseconds: 0),
        until: Timestamp(milliseconds: .max),
        initialOffsetSeconds: offset,
        transitions: [ZoneTable.Transition(at: utc(instant), offsetSeconds: later)]
    )
    return table!
}

/// The instant of a text such as `2026-03-08 07:00:00`, in UTC.
private func utc(_ text: String) -> Timestamp {
    Timestamp(CalendarDate(text.prefix(10))!, at: TimeOfDay(text.suffix(8))!, in: .utc)
}

/// The first fault of `record`, such as `missing customer`, or `nil` when it is kept or repaired.
private func fault(_ record: RawActivity, by rules: CleaningRules = rules) -> String? {
    clean([record], by: rules).rejected.first.map { "\($0.fault.reason.code) \($0.fault.field.rawValue)" }
}

@Suite struct `Three channels and one customer` {
    private let records: [RawActivity] = {
        let lines = [
            RawOrderLine(product: "tea", quantity: "1", amount: "15.00"),
            RawOrderLine(product: "cup", quantity: "1", amount: "15.00"),
        ]
        func other(_ source: String, _ line: Int, _ kind: String, _ id: String, _ customer: String, _ day: String)
            -> RawActivity
        {
            RawActivity(at: SourcePlace(source, line: line), kind: kind, id: id, customer: customer, occurredAt: day)
        }
        var (b1, b2) = (
            other("store.csv", 2, "order", "B1", "8801 ", "2026-03-06"),
            other("store.csv", 3, "order", "B2", "8801", "2026-03-07")
        )
        (b1.amount, b1.currency, b1.channel) = ("210.00", "EUR", "store")
        (b2.lines, b2.currency, b2.channel) = (lines, "EUR", "store")
        var (share, comment, call) = (
            other("wecom", 1, "interaction", "w1", "w-88", "2026-03-02"),
            other("wecom", 2, "interaction", "w2", "w-88", "2026-03-08"),
            other("desk", 1, "interaction", "d1", "8801", "2026-03-09")
        )
        (share.word, share.channel) = ("share", "social")
        (comment.word, comment.channel) = ("comment", "social")
        (call.word, call.channel) = ("call", "serviceDesk")
        return [
            sale("A1", "120.00", on: "2026-03-01", at: 2), sale("A2", "80.00", on: "2026-03-05", at: 3),
            sale("A2", "80.00", on: "2026-03-05", at: 4), sale("A3", on: "2062-01-01", at: 5),
            sale("A4", of: nil, at: 6), sale("A5", in: "CNX", at: 7), sale("A6", "-50.00", at: 8),
            b1, b2, share, comment, call,
        ]
    }()

    @Test func `R-DATA-05 S19 Are 5 records kept, 2 repaired and 5 rejected, each with its place and value`() {
        let report = clean(records)
        #expect((report.kept.count, report.repaired.count, report.rejected.count) == (5, 2, 5))
        #expect(
            report.rejected.map(\.fault).map { "\($0.place) \($0.field.rawValue) \($0.value ?? "-") \($0.reason.code)" }
                == [
                    "online.csv:4 id A2 duplicate", "online.csv:5 occurredAt 2062-01-01 tooLate",
                    "online.csv:6 customer - missing", "online.csv:7 currency CNX unknownCurrency",
                    "online.csv:8 amount -50.00 negativeAmount",
                ]
        )
        #expect(
            report.repaired.flatMap(\.repairs).map { "\($0.place) \($0.field.rawValue) \($0.value ?? "-")" }
                == ["store.csv:2 customer 8801 ", "store.csv:3 amount -"]
        )
        let total = report.repaired.last?.repairs.first?.reason["total"]
        #expect(total == .money(Money("30.00 EUR")!))
        #expect(report.flagged.isEmpty)
    }
}

@Suite struct `A cleaner` {
    struct Case: CustomTestStringConvertible {
        let record: RawActivity
        let fault: String?
        var testDescription: String { "\(record.kind ?? "-"): \(fault ?? "none")" }

        init(_ record: RawActivity, _ fault: String?) { (self.record, self.fault) = (record, fault) }
    }

    private static let bareLine = RawOrderLine(product: "tea", quantity: "0", amount: "1.00")
    private static let plusLine = RawOrderLine(product: "tea", quantity: "+1", amount: "1.00")

    @Test(arguments: [
        Case(sale("1"), nil), Case(sale("1", "0.00"), nil), Case(sale(nil), "missing id"),
        Case(sale("  "), "missing id"),
        Case(sale("a\u{7}b"), "unreadable id"), Case(sale("1", of: " "), "missing customer"),
        Case(sale("1", on: nil), "missing occurredAt"), Case(sale("1", on: "2026-02-29"), "unreadableTime occurredAt"),
        Case(sale("1", on: "yesterday"), "unreadableTime occurredAt"),
        Case(sale("1", on: "2026-03-01T24:00:00"), "unreadableTime occurredAt"),
        Case(sale("1", on: "2026-03-01T10:00:00Zz"), "unreadableTime occurredAt"),
        Case(sale("1", on: "2026-03-10T23:59:59"), nil), Case(sale("1", on: "2026-03-10T23:59:59.999"), nil),
        Case(sale("1", on: "2026-03-01T09:30:00.250Z"), nil), Case(sale("1", on: "2026-03-01T09:30:00.5+05:30"), nil),
        Case(sale("1", on: "2026-03-01T09:30:00.2501Z"), "unreadableTime occurredAt"),
        Case(sale("1", on: "2026-03-01T09:30:00."), "unreadableTime occurredAt"),
        Case(sale("1", on: "2026-03-01T09:30:00.Z"), "unreadableTime occurredAt"),
        Case(sale("1", on: "2026-03-11"), "tooLate occurredAt"),
        Case(sale("1", on: "2026-03-10T23:59:59-01:00"), "tooLate occurredAt"),
        Case(sale("1", on: "2020-01-01"), nil), Case(sale("1", on: "2019-12-31"), "tooEarly occurredAt"),
        Case(sale("1", in: nil), "missing currency"), Case(sale("1", in: "CNX"), "unknownCurrency currency"),
        Case(sale("1", in: "USD"), "otherCurrency currency"), Case(sale("1", nil), "missing amount"),
        Case(sale("1", "1.2.3"), "unreadableAmount amount"), Case(sale("1", "1,00"), "unreadableAmount amount"),
        Case(sale("1", "-0.01"), "negativeAmount amount"), Case(sale("1", lines: [bareLine]), "outOfRange lines"),
        Case(sale("1", lines: [plusLine]), "unreadable lines"), Case(sale("1", "+1.00"), "unreadableAmount amount"),
        Case(record(nil), "missing kind"), Case(record("sale"), "unreadable kind"), Case(record("return"), nil),
        Case(record("cancellation"), "missing subject"), Case(record("cancellation", subject: "o"), nil),
        Case(record("interaction"), "missing word"), Case(record("interaction", word: "view", number: "60"), nil),
        Case(record("interaction", word: "view", number: "-1"), "outOfRange number"),
        Case(record("interaction", word: "view", number: ""), nil),
        Case(record("interaction", word: "view", number: " "), nil),
        Case(record("interaction", word: "view", number: "+5"), "unreadable number"),
        Case(record("cartChange", subject: "tea", number: "0"), "outOfRange number"),
        Case(record("cartChange", subject: "tea", number: "-2"), nil),
        Case(record("surveyAnswer", word: "effort", number: "8"), "outOfRange number"),
        Case(record("surveyAnswer", word: "effort", number: "7"), nil),
        Case(record("surveyAnswer", word: "joy", number: "7"), "unreadable word"),
        Case(record("complaintStep", subject: "x", word: "opened"), nil),
        Case(record("complaintStep", subject: "x", word: "lost"), "unreadable word"),
        Case(record("complaintStep", subject: "x", word: "opened", detail: "grave"), nil),
        Case(record("complaintStep", subject: "x", word: "opened", detail: "awful"), "unreadable detail"),
        Case(record("giftFeedback", subject: "cup", number: "six"), "unreadable number"),
        Case(record("giftFeedback", subject: "cup", number: "5"), nil),
        Case(record("review", subject: "tea", number: "5"), nil), Case(record("review", word: "t-1", number: ""), nil),
        Case(record("review", word: "t-1", number: " "), nil),
        Case(record("review", subject: "tea"), "missing number"),
        Case(record("review", subject: "o", number: "5", detail: "order"), nil),
        Case(record("review", subject: "tea", number: "5", detail: "product"), nil),
        Case(record("review", number: "5", detail: "order"), "missing subject"),
        Case(record("review", number: "5", detail: "product"), "missing subject"),
        Case(record("review", subject: "tea", number: "5", detail: "parcel"), "unreadable detail"),
        Case(record("review", subject: "tea", number: " "), "missing number"),
        Case(record("review", word: "t-1", number: "0"), "outOfRange number"),
    ])
    func `R-DATA-05 Names the first fault of a record, or has none to name`(record: Case) {
        #expect(fault(record.record) == record.fault)
    }

    @Test(arguments: ActivityKind.allCases)
    func `R-DATA-05 Looks at kind, identifier, customer, time, channel and further fields, in this order`(
        kind: ActivityKind
    ) {
        // All are wrong at first, and then mended one after the other; no kind does without an amount, a word or a
        // number that can be read, or without a subject.
        let bad = "a\u{1}b"
        var wrong = record(
            "sale",
            id: bad,
            of: bad,
            on: "2062-01-01",
            by: bad,
            "x",
            subject: bad,
            word: bad,
            number: "x"
        )
        #expect(fault(wrong) == "unreadable kind")
        wrong.kind = kind.rawValue
        #expect(fault(wrong) == "unreadable id")
        wrong.id = "1"
        #expect(fault(wrong) == "unreadable customer")
        wrong.customer = "c"
        #expect(fault(wrong) == "tooLate occurredAt")
        wrong.occurredAt = "2026-03-02"
        #expect(fault(wrong) == "unreadable channel")
        wrong.channel = "store"
        #expect(["amount", "subject", "word", "number"].contains(fault(wrong)?.split(separator: " ").last))
    }

    @Test func `R-DATA-05 Reads an empty number as none, as it does other fields that may be empty`() throws {
        for (number, repairs) in [(nil, []), ("", []), (" ", ["blanksTrimmed"])] as [(String?, [String])] {
            let report = clean([
                record("interaction", word: "view", number: number), record("review", word: "t-1", number: number),
            ])
            try #require(report.activities.count == 2)
            guard case .interaction(let view) = report.activities[0], case .review(let review) = report.activities[1]
            else {
                Issue.record("a view and a review became something else")
                return
            }
            #expect(view.durationSeconds == nil && review.rating == nil)
            #expect(report.repaired.flatMap(\.repairs).map(\.reason.code) == repairs + repairs)
        }
    }

    @Test func `R-DATA-05 Reads how hard a complaint is, and whether a review is of a product or an order`() {
        let records = [
            record("complaintStep", subject: "x", word: "opened"),
            record("complaintStep", id: "2", subject: "x", word: "opened", detail: "grave"),
            record("review", subject: "tea", number: "5"),
            record("review", id: "2", subject: "tea", number: "5", detail: "product"),
            record("review", id: "3", subject: "o", number: "5", detail: "order"),
            record("review", id: "4", number: "5"),
        ]
        var (grades, subjects): ([ComplaintGrade?], [Review.Subject?]) = ([], [])
        for activity in clean(records).kept {
            switch activity {
            case .complaintStep(let step): grades.append(step.grade)
            case .review(let review): subjects.append(review.subject)
            default: Issue.record("\(activity) is of neither kind")
            }
        }
        #expect(grades == [nil, .grave])
        #expect(subjects == [.product("tea"), .product("tea"), .order("o"), nil])
    }

    @Test func `R-DATA-05 Trims blanks of every script, and says so`() throws {
        let report = clean([sale(" A1", " 1.00\u{3000}", of: "\u{FEFF}8801\u{A0}")])
        let repaired = try #require(report.repaired.first)
        #expect(repaired.activity.customer == "8801")
        #expect(repaired.repairs.map(\.field) == [.id, .customer, .amount])
        #expect(clean([sale("茶", of: "é")]).kept.first?.customer == "é")
    }

    @Test func `R-DATA-05 Keeps the copy at the lowest place, and tells a repetition from a contradiction`() throws {
        let records = [sale("A", at: 9), sale("A", "2.00", at: 3), sale("A", at: 2), sale("A", "x", at: 1)]
        for order in [records, records.reversed()] {
            let report = clean(order)
            #expect(report.kept.count == 1 && report.rejected.count == 3)
            let faults = report.rejected.map(\.fault).sorted { $0.place < $1.place }
            #expect(faults.map(\.reason.code) == ["unreadableAmount", "contradiction", "duplicate"])
            #expect(faults[2].reason["place"] == .code("online.csv:2"))
        }
        let goods = record("return")
        var order = record("order")
        #expect(clean([goods, order]).kept.count == 2)
        order.id = "e\u{301}"
        var composed = order
        composed.id = "é"
        #expect(clean([order, composed]).kept.count == 2)
    }

    @Test func `R-DATA-05 Reads what came back line by line`() {
        var goods = record("return", subject: "o")
        goods.lines = [RawOrderLine(product: "tea", quantity: "2", amount: "1.00")]
        guard case .return(let read)? = clean([goods]).kept.first else {
            Issue.record("the return was not kept")
            return
        }
        #expect(read.lines == [OrderLine(of: "tea", quantity: 2, amount: Money("1.00 EUR")!)])
        goods.lines[0].quantity = "0"
        #expect(fault(goods) == "outOfRange lines")
    }

    @Test(arguments: ["order", "return"])
    func `R-DATA-05 Adds a missing total or refund up from the lines`(kind: String) throws {
        let line = RawOrderLine(product: "tea", quantity: "2", amount: "0.50")
        for amount in [nil, "", " "] {
            let repaired = try #require(clean([record(kind, amount, lines: [line, line])]).repaired.first)
            #expect(repaired.repairs.last?.reason.code == "totalFromLines")
            #expect(repaired.repairs.last?.reason["total"] == .money(Money("1.00 EUR")!))
            switch repaired.activity {
            case .order(let order): #expect(order.total == Money("1.00 EUR"))
            case .return(let goods): #expect(goods.refund == Money("1.00 EUR"))
            default: Issue.record("no money was paid")
            }
        }
        #expect(fault(record(kind, nil)) == "missing amount")
        let most = RawOrderLine(product: "tea", quantity: "1", amount: "92233720368547758.07")
        #expect(fault(record(kind, nil, lines: [most, line])) == "missing amount", "the sum leaves 64 bits")
    }

    @Test(arguments: ["order", "return"])
    func `R-DATA-05 Points out lines that do not come to the total or the refund`(kind: String) {
        let line = RawOrderLine(product: "tea", quantity: "2", amount: "0.50")
        #expect(clean([record(kind, lines: [line, line])]).flagged.isEmpty)
        let report = clean([record(kind, lines: [line])])
        #expect(report.kept.count == 1)
        #expect(report.flagged.map(\.reason.code) == ["linesDisagree"])
        let most = RawOrderLine(product: "tea", quantity: "1", amount: "92233720368547758.07")
        #expect(clean([record(kind, lines: [most, line])]).flagged.map(\.reason.code) == ["linesDisagree"])
    }

    @Test func `R-DATA-05 Reads times on the host's clocks unless they name their own`() {
        var china = rules
        china.zone = FixedZone(offsetSeconds: 8 * 3600)!
        let texts = ["2026-03-01", "2026-03-01T08:00:00", "2026-03-01 00:00:00Z", "2026-03-01T05:30:00+05:30"]
        let instants = texts.map { clean([sale("1", on: $0)], by: china).kept[0].occurredAt.milliseconds }
        let midnight: Int64 = 1_772_323_200_000
        #expect(instants == [midnight - 28_800_000, midnight, midnight, midnight])
    }

    @Test func `R-DATA-05 Reads thousandths of a second, and refuses what an instant cannot tell`() {
        let texts = [
            "2026-03-01T00:00:00.25Z", "2026-03-01T01:00:00.250+01:00", "2026-03-01 00:00:00.2",
            "2026-03-01T00:00:00.007",
        ]
        let instants = texts.map { clean([sale("1", on: $0)]).kept[0].occurredAt.milliseconds }
        #expect(instants.map { $0 - 1_772_323_200_000 } == [250, 250, 200, 7])
    }

    @Test func `R-DATA-05 Refuses a local time that clocks skipped, and takes the first of one that they showed twice`()
    {
        func reads(_ text: String, in zone: ZoneTable) -> Timestamp? {
            var local = rules
            (local.zone, local.knownFrom) = (zone, nil)
            let report = clean([sale("1", on: text)], by: local)
            #expect(report.rejected.allSatisfy { $0.fault.reason.code == "unreadableTime" }, "\(text)")
            return report.kept.first?.occurredAt
        }
        let spring = zone(-18_000, until: "2026-03-08 07:00:00", then: -14_400)
        #expect(reads("2026-03-08T01:59:59", in: spring) == utc("2026-03-08 06:59:59"))
        #expect(reads("2026-03-08T02:00:00", in: spring) == nil)
        #expect(reads("2026-03-08T02:30:00", in: spring) == nil)
        #expect(reads("2026-03-08T02:59:59.999", in: spring) == nil)
        #expect(reads("2026-03-08T03:00:00", in: spring) == utc("2026-03-08 07:00:00"))
        #expect(reads("2026-03-08T02:30:00Z", in: spring) == utc("2026-03-08 02:30:00"), "it names its own zone")

        let autumn = zone(-14_400, until: "2025-11-02 06:00:00", then: -18_000)
        #expect(reads("2025-11-02T01:30:00", in: autumn) == utc("2025-11-02 05:30:00"))
        #expect(reads("2025-11-02T01:30:00-05:00", in: autumn) == utc("2025-11-02 06:30:00"))

        let apia = zone(-36_000, until: "2011-12-30 10:00:00", then: 50_400)
        #expect(reads("2011-12-30", in: apia) == nil)
        #expect(reads("2011-12-30T12:00:00", in: apia) == nil)
        #expect(reads("2011-12-31T00:00:00", in: apia) == utc("2011-12-30 10:00:00"))
    }

    @Test func `R-DATA-05 Says in both languages what it did, with full-width punctuation in Chinese`() {
        let reason = clean([sale("1", "-50.00")]).rejected[0].fault.reason
        #expect(reason.text(in: .english, from: .cleaning) == "the amount -50.00 is below zero")
        #expect(reason.text(in: .chinese, from: .cleaning) == "金额-50.00为负数")
        for code in CleaningReason.allCases {
            #expect(!code.phrase.chinese.contains { ",;:.()".contains($0) }, "\(code)")
        }
    }

    @Test func `R-DATA-05 Names the field in both languages`() {
        let missing = clean([sale("1", of: nil)]).rejected[0].fault.reason
        #expect(missing.text(in: .english, from: .cleaning) == "a value is missing: customer")
        #expect(missing.text(in: .chinese, from: .cleaning) == "缺少客户")
        let titles = ActivityField.allCases.map(\.title)
        #expect(Set(titles.map(\.english)).count == titles.count && Set(titles.map(\.chinese)).count == titles.count)
        #expect(
            titles.map(\.chinese)
                == ["活动类型", "编号", "客户", "发生时间", "渠道", "币种", "金额", "明细", "对象", "词语", "数值", "细节"]
        )
    }
}

@Suite struct `The place of a record` {
    @Test func `R-DATA-05 Is in one order, although two spellings of one letter are equal texts`() {
        let (short, long) = ("\u{E9}", "e\u{301}")
        let ordered = [
            SourcePlace(long, line: 5), SourcePlace(long, line: 7), SourcePlace("f", line: 3),
            SourcePlace(short, line: 1),
        ]
        for (left, right) in ordered.indices.flatMap({ left in ordered.indices.map { (left, $0) } }) {
            #expect((ordered[left] < ordered[right]) == (left < right))
            #expect((ordered[left] == ordered[right]) == (left == right))
        }
        #expect(SourcePlace(short, line: 1) != SourcePlace(long, line: 1))
        #expect(Set([SourcePlace(short, line: 1), SourcePlace(long, line: 1), SourcePlace(long, line: 1)]).count == 2)
    }

    @Test func `R-DATA-05 Says which copy stays, in whatever order they come`() {
        let places = [SourcePlace("e\u{301}", line: 5), SourcePlace("f", line: 3), SourcePlace("\u{E9}", line: 1)]
        let copies = zip(places, ["1.00", "2.00", "3.00"])
            .map { place, amount in
                var copy = sale("A", amount)
                copy.place = place
                return copy
            }
        for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
            let report = clean(order.map { copies[$0] })
            #expect(report.kept == clean([copies[0]]).kept)
        }
    }

    @Test func `R-DATA-05 Of two records there, the one without a text comes before the one with an empty one`() {
        var (without, with) = (sale("A"), sale("A"))
        (without.channel, with.channel) = (nil, "")
        for records in [[without, with], [with, without]] {
            #expect(clean(records).rejected.map(\.record) == [with])
        }
    }
}

@Suite struct `Many records` {
    private static func records(using random: inout SeededGenerator) -> [RawActivity] {
        (0..<Int.random(in: 0...40, using: &random))
            .map { line in
                var made = sale(
                    ["1", "2", "3", "4", "5", " 6", "7", nil].randomElement(using: &random)!,
                    ["1.00", "2.00", "-3.00", "900.00", "x", nil].randomElement(using: &random)!,
                    on: ["2026-03-01", "2026-03-02T10:00:00", "2062-01-01", ""].randomElement(using: &random)!,
                    of: ["a", "b ", "c", nil].randomElement(using: &random)!,
                    in: ["EUR", "EUR", "EUR", "USD"].randomElement(using: &random)!,
                    at: line % 17
                )
                made.kind = ["order", "order", "return"].randomElement(using: &random)!
                let source = ["online.csv", "e\u{301}", "\u{E9}"].randomElement(using: &random)!
                made.place = SourcePlace(source, line: line % 7)
                let item = RawOrderLine(product: "tea", quantity: "1", amount: "1.00")
                made.lines = [[], [], [item], [item, item]].randomElement(using: &random)!
                return made
            }
    }

    private static func judging(_ treatment: OutlierRule.Treatment) -> CleaningRules {
        var judging = rules
        judging.outliers = OutlierRule(leastCount: 3, treatment: treatment)
        return judging
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func `R-DATA-05 Are all accounted for, and the same is kept in whatever order they come`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let records = Self.records(using: &random)
        for rules in [rules, Self.judging(.flag), Self.judging(.reject)] {
            let report = clean(records, by: rules)
            #expect(report.kept.count + report.repaired.count + report.rejected.count == records.count)
            #expect(report.count == records.count)
            #expect(report.activities.count == report.kept.count + report.repaired.count)
            #expect(report.repaired.allSatisfy { !$0.repairs.isEmpty })
            #expect(Set(report.rejected.map(\.record)).isSubset(of: Set(records)))

            let shuffled = clean(records.shuffled(using: &random), by: rules)
            #expect(Set(shuffled.kept) == Set(report.kept) && shuffled.kept.count == report.kept.count)
            #expect(Set(shuffled.repaired) == Set(report.repaired))
            #expect(Set(shuffled.rejected) == Set(report.rejected))
            #expect(Set(shuffled.flagged) == Set(report.flagged))
        }
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func `R-DATA-05 Lie in one list each, and all lists are in the given order`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        // The channel of an activity and the line of a remark say of which record it is.
        var records = Self.records(using: &random)
        for index in records.indices {
            records[index].place = SourcePlace("online.csv", line: index)
            records[index].channel = "\(index)"
        }
        func index(of channel: ActivityChannel?) -> Int { Int(channel?.name.text ?? "") ?? -1 }
        for rules in [rules, Self.judging(.flag), Self.judging(.reject)] {
            let report = clean(records, by: rules)
            let kept = report.kept.map { index(of: $0.channel) }
            let repaired = report.repaired.map { index(of: $0.activity.channel) }
            let rejected = report.rejected.map(\.fault.place.line)
            for list in [kept, repaired, rejected] { #expect(list == list.sorted()) }
            #expect((kept + repaired + rejected).sorted() == Array(records.indices))
            #expect(report.rejected.map(\.record) == rejected.map { records[$0] })
            for (index, record) in zip(repaired, report.repaired) {
                #expect(record.repairs.allSatisfy { $0.place.line == index })
            }
            let flagged = report.flagged.map(\.place.line)
            #expect(flagged == flagged.sorted())
            #expect(Set(flagged).isDisjoint(with: rejected))
        }
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func `R-DATA-05 Have the outliers that sorting finds`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let width = Int64.random(in: 1...50_000, using: &random)
        var amounts = (0..<Int.random(in: 1...60, using: &random))
            .map { _ in Int64.random(in: 0...width, using: &random) }
        amounts.append(Int64.max >> Int64.random(in: 1...60, using: &random))
        let records = amounts.enumerated()
            .map { sale("\($0)", Money(minorUnits: $1, in: .eur).decimalText, at: $0) }
        var judging = rules
        judging.outliers = OutlierRule(above: Ratio(7, over: 2)!, leastCount: 1, treatment: .flag)
        let report = clean(records, by: judging)

        // The median is (a + b) / 2, so that in halves and quarters everything is whole.
        func middles(_ numbers: [Int128]) -> Int128 {
            let sorted = numbers.sorted()
            return sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]
        }
        let median = middles(amounts.map { Int128($0) })
        let deviation = middles(amounts.map { abs(2 * Int128($0) - median) })
        let outliers = amounts.indices.filter {
            deviation > 0 && abs(2 * Int128(amounts[$0]) - median) * 2 * 2 > 7 * deviation
        }
        #expect(report.flagged.map(\.place.line) == outliers)
        #expect(report.kept.count == records.count)
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func `R-DATA-05 Have the copies that comparing each with every other finds`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let names = Int.random(in: 1...600, using: &random)
        let records = (0..<Int.random(in: 0...300, using: &random)).shuffled(using: &random)
            .map { line in
                // Two spellings of one letter are different names, and blanks are no part of one.
                let letter = ["e\u{301}", "\u{E9}", " \u{E9}"].randomElement(using: &random)!
                let name = "\(letter)\(Int.random(in: 0..<names, using: &random))"
                var made = sale(name, ["1.00", "2.00", "x"].randomElement(using: &random)!, at: line)
                made.kind = ["order", "order", "return"].randomElement(using: &random)!
                return made
            }
        func name(_ record: RawActivity) -> [UInt8] { Array("\(record.kind!) \(record.id!.drop { $0 == " " })".utf8) }
        let sound = records.filter { $0.amount != "x" }
        let expected: [RawActivity: String] = Dictionary(
            uniqueKeysWithValues: sound.compactMap { record in
                let first = sound.filter { name($0) == name(record) }.min { $0.place < $1.place }!
                guard first.place != record.place else { return nil }
                let reason: CleaningReason = first.amount == record.amount ? .duplicate : .contradiction
                return (record, "\(reason.rawValue) \(first.place)")
            }
        )
        let report = clean(records)
        let copies = report.rejected.filter { $0.fault.field == .id }
        #expect(copies.count == expected.count)
        for copy in copies {
            guard case .code(let place) = copy.fault.reason["place"] else {
                Issue.record("\(copy.fault) names no place")
                continue
            }
            #expect("\(copy.fault.reason.code) \(place)" == expected[copy.record])
        }
        #expect(report.count == records.count)
        #expect(report.rejected.map(\.record) == records.filter { $0.amount == "x" || expected[$0] != nil })
        let kept = records.filter { $0.amount != "x" && expected[$0] == nil && !$0.id!.hasPrefix(" ") }
        let amounts = report.kept.map { activity -> Money? in
            switch activity {
            case .order(let order): order.total
            case .return(let goods): goods.refund
            default: nil
            }
        }
        #expect(amounts == kept.map { Money("\($0.amount!) EUR") })
    }

    @Test func `R-DATA-05 Lose an outlier only where the host asked for it`() {
        let amounts = ["1.00", "1.01", "0.99", "1.02", "0.98", "1.03", "0.97", "1.00", "1.01", "9999.00"]
        let records = amounts.enumerated().map { sale("\($0)", $1, at: $0) }
        #expect(clean(records).kept.count == 10 && clean(records).flagged.isEmpty)
        var judging = rules
        judging.outliers = OutlierRule(treatment: .flag)
        #expect(clean(records, by: judging).flagged.map(\.place.line) == [9])
        #expect(clean(Array(records.dropFirst()), by: judging).flagged.isEmpty, "nine are too few to judge")
        judging.outliers = OutlierRule(treatment: .reject)
        let report = clean(records, by: judging)
        #expect(report.rejected.map(\.fault.value) == ["9999.00"])
        #expect(report.rejected[0].fault.reason["median"] == .money(Money("1.00 EUR")!))
        let same = (0..<20).map { sale("\($0)", $0 == 0 ? "5.00" : "1.00", at: $0) }
        #expect(clean(same, by: judging).kept.count == 20, "without spread nothing is far")
        let refunds = amounts.enumerated().map { record("return", id: "\($0)", $1, at: $0) }
        #expect(clean(refunds, by: judging).rejected.map(\.fault.value) == ["9999.00"])
        let usual = Array(records.dropLast()) + [sale("9", "1.02", at: 9)]
        let large = (0..<10).map { record("return", id: "\($0)", "900\($0).00", at: $0) }
        #expect(clean(usual + large.prefix(1), by: judging).kept.count == 11, "one refund is too few to judge")
        #expect(clean(usual + large, by: judging).kept.count == 20, "refunds are judged among refunds")
        #expect(OutlierRule(above: Ratio(-1, over: 2)!, treatment: .flag) == nil)
        #expect(OutlierRule(leastCount: 0, treatment: .flag) == nil)
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func `R-DATA-05 Happened when the day, the time and the offset in their texts say`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let usual = [
            "2026-03-01", "2026-02-28T23:59:59", "2025-12-31 00:00:00Z", "2026-03-01T10:11:12+05:30",
            "2026-03-01T10:11:12.250Z", "2026-03-01T10:11:12.5", "2026-03-01T10:11:12.07-05:30",
        ]
        var text = Array(usual.randomElement(using: &random)!)
        for _ in 0..<Int.random(in: 0...2, using: &random) {
            let index = Int.random(in: 0..<text.count, using: &random)
            let other = Array("0123456789-+:TZ .é１").randomElement(using: &random)!
            switch Int.random(in: 0...2, using: &random) {
            case 0: text[index] = other
            case 1: text.insert(other, at: index)
            default: text.remove(at: index)
            }
        }
        let expected = instant(String(text))
        let endless = CleaningRules(currency: .eur, zone: FixedZone.utc, knownUntil: CalendarDate("9999-12-31")!)
        let report = clean([sale("1", on: String(text))], by: endless)
        #expect(report.activities.first?.occurredAt == expected, "\(String(text))")
    }

    /// The instant that `text` names, read part by part.
    private func instant(_ text: String) -> Timestamp? {
        var rest = text.drop { $0 == " " }
        while rest.last == " " { rest.removeLast() }
        guard let date = CalendarDate(rest.prefix(10)) else { return nil }
        rest = rest.dropFirst(10)
        if rest.isEmpty { return FixedZone.utc.startOfDay(date) }
        guard ["T", " "].contains(rest.first), let time = TimeOfDay(rest.dropFirst().prefix(8)) else { return nil }
        var (end, milliseconds) = (rest.dropFirst(9), Int64(0))
        if end.first == "." {
            let digits = end.dropFirst().prefix { "0123456789".contains($0) }
            guard (1...3).contains(digits.count) else { return nil }
            milliseconds = Int64(digits + String(repeating: "0", count: 3 - digits.count))!
            end = end.dropFirst(1 + digits.count)
        }
        func later(_ instant: Timestamp) -> Timestamp { Timestamp(milliseconds: instant.milliseconds + milliseconds) }
        if end.isEmpty || end == "Z" { return later(Timestamp(date, at: time, in: .utc)) }
        guard ["+", "-"].contains(end.first), let offset = TimeOfDay("\(end.dropFirst()):00") else { return nil }
        let seconds = Int(offset.secondsAfterMidnight)
        return FixedZone(offsetSeconds: end.first == "+" ? seconds : -seconds)
            .map { later(Timestamp(date, at: time, in: $0)) }
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func `R-DATA-05 Have the amounts that money reads from the same text`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let text = String(
            (0..<Int.random(in: 1...20, using: &random)).map { _ in "0123456789.-".randomElement(using: &random)! }
        )
        let plain = "\(Int64.random(in: 0...99_999, using: &random)).\(Int64.random(in: 0...999, using: &random))"
        for text in [text, plain] {
            let expected = Money(decimal: text, in: .eur)
            let order = clean([sale("1", text)]).kept.first
            guard let expected, expected.minorUnits >= 0 else {
                #expect(order == nil)
                continue
            }
            guard case .order(let order) = order else {
                Issue.record("\(text) was not read")
                continue
            }
            #expect(order.total == expected)
        }
    }
}
