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

private func record(_ kind: String?, subject: String? = nil, word: String? = nil, number: String? = nil) -> RawActivity
{
    RawActivity(
        at: SourcePlace("feed", line: 1),
        kind: kind,
        id: "1",
        customer: "c",
        occurredAt: "2026-03-02",
        currency: "EUR",
        amount: "1.00",
        subject: subject,
        word: word,
        number: number
    )
}

private func clean(_ records: [RawActivity], by rules: CleaningRules = rules) -> CleaningReport {
    Cleaner(rules).clean(records)
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

    @Test(arguments: [
        Case(sale("1"), nil), Case(sale("1", "0.00"), nil), Case(sale(nil), "missing id"),
        Case(sale("  "), "missing id"),
        Case(sale("a\u{7}b"), "unreadable id"), Case(sale("1", of: " "), "missing customer"),
        Case(sale("1", on: nil), "missing occurredAt"), Case(sale("1", on: "2026-02-29"), "unreadableTime occurredAt"),
        Case(sale("1", on: "yesterday"), "unreadableTime occurredAt"),
        Case(sale("1", on: "2026-03-01T24:00:00"), "unreadableTime occurredAt"),
        Case(sale("1", on: "2026-03-01T10:00:00Zz"), "unreadableTime occurredAt"),
        Case(sale("1", on: "2026-03-10T23:59:59"), nil), Case(sale("1", on: "2026-03-11"), "tooLate occurredAt"),
        Case(sale("1", on: "2026-03-10T23:59:59-01:00"), "tooLate occurredAt"),
        Case(sale("1", on: "2020-01-01"), nil), Case(sale("1", on: "2019-12-31"), "tooEarly occurredAt"),
        Case(sale("1", in: nil), "missing currency"), Case(sale("1", in: "CNX"), "unknownCurrency currency"),
        Case(sale("1", in: "USD"), "otherCurrency currency"), Case(sale("1", nil), "missing amount"),
        Case(sale("1", "1.2.3"), "unreadableAmount amount"), Case(sale("1", "1,00"), "unreadableAmount amount"),
        Case(sale("1", "-0.01"), "negativeAmount amount"), Case(sale("1", lines: [bareLine]), "outOfRange lines"),
        Case(record(nil), "missing kind"), Case(record("sale"), "unreadable kind"), Case(record("return"), nil),
        Case(record("cancellation"), "missing subject"), Case(record("cancellation", subject: "o"), nil),
        Case(record("interaction"), "missing word"), Case(record("interaction", word: "view", number: "60"), nil),
        Case(record("interaction", word: "view", number: "-1"), "outOfRange number"),
        Case(record("cartChange", subject: "tea", number: "0"), "outOfRange number"),
        Case(record("cartChange", subject: "tea", number: "-2"), nil),
        Case(record("surveyAnswer", word: "effort", number: "8"), "outOfRange number"),
        Case(record("surveyAnswer", word: "effort", number: "7"), nil),
        Case(record("surveyAnswer", word: "joy", number: "7"), "unreadable word"),
        Case(record("complaintStep", subject: "x", word: "opened"), nil),
        Case(record("complaintStep", subject: "x", word: "lost"), "unreadable word"),
        Case(record("giftFeedback", subject: "cup", number: "six"), "unreadable number"),
        Case(record("giftFeedback", subject: "cup", number: "5"), nil),
        Case(record("review", subject: "tea", number: "5"), nil), Case(record("review", word: "t-1", number: ""), nil),
        Case(record("review", subject: "tea"), "missing number"),
        Case(record("review", word: "t-1", number: "0"), "outOfRange number"),
    ])
    func `R-DATA-05 Names the first fault of a record, or has none to name`(record: Case) {
        #expect(fault(record.record) == record.fault)
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

    @Test func `R-DATA-05 Points out lines that do not come to the total`() {
        let line = RawOrderLine(product: "tea", quantity: "2", amount: "0.50")
        #expect(clean([sale("1", lines: [line, line])]).flagged.isEmpty)
        let report = clean([sale("1", lines: [line])])
        #expect(report.kept.count == 1)
        #expect(report.flagged.map(\.reason.code) == ["linesDisagree"])
    }

    @Test func `R-DATA-05 Reads times on the host's clocks unless they name their own`() {
        var china = rules
        china.zone = FixedZone(offsetSeconds: 8 * 3600)!
        let texts = ["2026-03-01", "2026-03-01T08:00:00", "2026-03-01 00:00:00Z", "2026-03-01T05:30:00+05:30"]
        let instants = texts.map { clean([sale("1", on: $0)], by: china).kept[0].occurredAt.milliseconds }
        let midnight: Int64 = 1_772_323_200_000
        #expect(instants == [midnight - 28_800_000, midnight, midnight, midnight])
    }

    @Test func `R-DATA-05 Says in both languages what it did, with full-width punctuation in Chinese`() {
        let reason = clean([sale("1", "-50.00")]).rejected[0].fault.reason
        #expect(reason.text(in: .english, from: .cleaning) == "the amount -50.00 is below zero")
        #expect(reason.text(in: .chinese, from: .cleaning) == "金额-50.00为负数")
        for code in CleaningReason.allCases {
            #expect(!code.phrase.chinese.contains { ",;:.()".contains($0) }, "\(code)")
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
        #expect(OutlierRule(above: Ratio(-1, over: 2)!, treatment: .flag) == nil)
        #expect(OutlierRule(leastCount: 0, treatment: .flag) == nil)
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func `R-DATA-05 Happened when the day, the time and the offset in their texts say`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let usual = ["2026-03-01", "2026-02-28T23:59:59", "2025-12-31 00:00:00Z", "2026-03-01T10:11:12+05:30"]
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
        let end = rest.dropFirst(9)
        if end.isEmpty || end == "Z" { return Timestamp(date, at: time, in: .utc) }
        guard ["+", "-"].contains(end.first), let offset = TimeOfDay("\(end.dropFirst()):00") else { return nil }
        let seconds = Int(offset.secondsAfterMidnight)
        return FixedZone(offsetSeconds: end.first == "+" ? seconds : -seconds)
            .map { Timestamp(date, at: time, in: $0) }
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
