import GiftModel
import GiftTesting
import Testing

private func day(_ text: String) -> CalendarDate { CalendarDate(text)! }

private func record(
    _ purposes: Set<Purpose>,
    kind: DataKind = .orders,
    on text: String = "2023-01-05",
    id: KeptRecord.ID = "order-1"
) -> KeptRecord {
    KeptRecord(id, about: "c-1", kind: kind, for: purposes, on: day(text))
}

extension Purpose {
    fileprivate static let accounting: Purpose = "accounting"
}

@Suite struct `Retention` {
    private let rules = RetentionRules([
        RetentionRule(keep: .orders, for: .marketing, "P3Y"), RetentionRule(keep: .orders, for: .accounting, "P10Y"),
        RetentionRule(keep: .feedback, for: .surveys, "P1Y6M"),
    ])!

    private func status(
        _ record: KeptRecord,
        on text: String,
        under holds: [LegalHold] = []
    ) -> RetentionStatus {
        rules.finding(on: record, under: holds, asOf: day(text)).status
    }

    @Test func `R-DATA-06 Lasts as long as the rule says, and is over on the day after`() {
        #expect(status(record([.marketing]), on: "2026-01-04") == .kept(until: day("2026-01-05")))
        #expect(status(record([.marketing]), on: "2026-01-05") == .due(since: day("2026-01-05")))
        #expect(status(record([.marketing]), on: "2030-01-01") == .due(since: day("2026-01-05")))
        #expect(status(record([.surveys], kind: .feedback), on: "2024-07-04") == .kept(until: day("2024-07-05")))
    }

    @Test func `R-DATA-06 Lasts while one purpose does, and permits no other`() {
        let both = record([.marketing, .accounting])
        let later = rules.finding(on: both, asOf: day("2026-01-05"))
        #expect(later.status == .kept(until: day("2033-01-05")))
        #expect(later.usablePurposes == [.accounting])
        #expect(rules.finding(on: both, asOf: day("2026-01-04")).usablePurposes == [.accounting, .marketing])
        #expect(status(both, on: "2033-01-05") == .due(since: day("2033-01-05")))
    }

    @Test func `R-DATA-06 Is not guessed where a rule is missing`() {
        #expect(status(record([.surveys]), on: "2023-01-05") == .undetermined([.surveys]))
        #expect(status(record([.marketing], kind: "recordings"), on: "2099-01-01") == .undetermined([.marketing]))
        let mixed = record([.surveys, .marketing, .giftDelivery])
        #expect(status(mixed, on: "2026-01-04") == .kept(until: day("2026-01-05")))
        #expect(status(mixed, on: "2026-01-05") == .undetermined([.giftDelivery, .surveys]))
        #expect(rules.finding(on: mixed, asOf: day("2026-01-04")).usablePurposes == [.marketing])
    }

    @Test func `R-DATA-06 Is over at once for what serves no purpose`() {
        #expect(status(record([]), on: "2023-01-05") == .due(since: day("2023-01-05")))
    }

    @Test func `R-DATA-06 Gives way to a legal hold once nothing else keeps the record`() throws {
        let hold = try #require(LegalHold("case-12", on: "c-1", from: day("2026-01-01"), until: day("2026-07-01")))
        #expect(status(record([.marketing]), on: "2026-01-04", under: [hold]) == .kept(until: day("2026-01-05")))
        #expect(status(record([.marketing]), on: "2026-01-05", under: [hold]) == .held(by: "case-12"))
        #expect(status(record([.marketing]), on: "2026-07-01", under: [hold]) == .due(since: day("2026-01-05")))
        #expect(status(record([.surveys]), on: "2026-06-30", under: [hold]) == .held(by: "case-12"))
        let finding = rules.finding(on: record([.marketing]), under: [hold], asOf: day("2026-01-05"))
        #expect(finding.usablePurposes.isEmpty)
    }

    @Test func `R-DATA-06 Heeds the holds that cover the record, and names the smallest`() throws {
        let from = day("2026-01-01")
        let others = [
            LegalHold("a", on: "c-2", from: from), LegalHold("b", keeping: .feedback, from: from),
            LegalHold("c", from: day("2026-02-02")),
        ]
        .compactMap(\.self)
        let due = RetentionStatus.due(since: day("2026-01-05"))
        #expect(status(record([.marketing]), on: "2026-02-01", under: others) == due)
        let covering = [LegalHold("z", from: from), LegalHold("y", on: "c-1", keeping: .orders, from: from)]
        let holds = others + covering.compactMap(\.self)
        #expect(status(record([.marketing]), on: "2026-02-01", under: holds) == .held(by: "y"))
        #expect(status(record([.marketing]), on: "2026-02-01", under: holds.reversed()) == .held(by: "y"))
        #expect(LegalHold("a", from: from, until: from) == nil)
    }

    @Test func `R-DATA-06 Ends on the last day of a month that is too short, and never later`() {
        let rule = RetentionRule(keep: .orders, for: .marketing, "P1M")
        #expect(rule.end(from: day("2026-01-31")) == day("2026-02-28"))
        #expect(RetentionRule(keep: .orders, for: .marketing, "P1Y").end(from: day("2024-02-29")) == day("2025-02-28"))
        #expect(RetentionRule(keep: .orders, for: .marketing, "P0D").end(from: day("2026-01-31")) == day("2026-01-31"))
    }

    @Test func `R-DATA-06 May outlast the calendar`() throws {
        let rules = try #require(RetentionRules([RetentionRule(keep: .orders, for: .accounting, "P9000Y")]))
        let finding = rules.finding(on: record([.accounting]), asOf: day("9999-12-31"))
        #expect(finding.status == .kept(until: nil))
        #expect(finding.usablePurposes == [.accounting])
        #expect(
            finding.reasons.map { $0.text(in: .english, from: .retention) } == [
                "orders may be kept for accounting for 9000 years from 2023-01-05, which is beyond the calendar"
            ]
        )
        #expect(
            finding.reasons.map { $0.text(in: .chinese, from: .retention) } == [
                "订单可为accounting自2023-01-05起保留9000年，超出日历范围"
            ]
        )
    }

    @Test func `R-DATA-06 Has one rule for a kind and purpose`() {
        #expect(rules.rule(for: .orders, .marketing)?.period == "P3Y")
        #expect(rules.rule(for: .orders, .surveys) == nil)
        #expect(RetentionRules([rules.all[0], rules.all[0]]) == nil)
        #expect(RetentionRules(rules.all.reversed()) == rules)
    }

    @Test func `R-DATA-06 Explains itself in both languages`() throws {
        func texts(_ finding: RetentionFinding, _ language: Language) -> [String] {
            finding.reasons.map { $0.text(in: language, from: .retention) }
        }
        let due = rules.finding(on: record([.marketing]), asOf: day("2026-01-05"))
        #expect(
            texts(due, .english) == [
                "orders to be removed since 2026-01-05",
                "orders may be kept for marketing for 3 years from 2023-01-05, and no longer on 2026-01-05",
            ]
        )
        #expect(texts(due, .chinese) == ["订单自2026-01-05起应予删除", "订单可为营销自2023-01-05起保留3年，2026-01-05起不得再保留"])
        let hold = try #require(LegalHold("case-12", from: day("2026-01-01")))
        let held = rules.finding(on: record([.surveys]), under: [hold], asOf: day("2026-01-05"))
        #expect(
            texts(held, .english) == [
                "orders not to be removed while legal hold case-12 stands",
                "no rule says how long orders may be kept for surveys",
            ]
        )
        #expect(texts(held, .chinese) == ["因法定保留case-12，订单暂不得删除", "没有规则规定订单可为问卷调查保留多久"])
        let kept = rules.finding(on: record([.surveys], kind: .feedback), asOf: day("2023-01-05"))
        #expect(
            texts(kept, .english) == [
                "feedback may be kept for surveys for 1 year 6 months from 2023-01-05, and no longer on 2024-07-05"
            ]
        )
        #expect(texts(kept, .chinese) == ["反馈可为问卷调查自2023-01-05起保留1年6个月，2024-07-05起不得再保留"])
        let none = try #require(RetentionRules([RetentionRule(keep: .orders, for: .marketing, "P0D")]))
        let gone = none.finding(on: record([.marketing]), asOf: day("2023-01-05"))
        #expect(
            texts(gone, .english).last
                == "orders may be kept for marketing for 0 days from 2023-01-05, and no longer on 2023-01-05"
        )
    }

    @Test func `Names the kinds of data in both languages`() {
        let kinds: [DataKind] = [
            .orders, .interactions, .feedback, .attributes, .consents, .dataUses, "recordings",
        ]
        #expect(
            kinds.map(\.title.english) == [
                "orders", "interactions", "feedback", "attributes", "consents", "uses of data", "recordings",
            ]
        )
        #expect(kinds.map(\.title.chinese) == ["订单", "互动记录", "反馈", "客户资料", "同意记录", "数据使用记录", "recordings"])
    }

    @Test func `R-DATA-06 Lists what is to be removed, in the order that was given`() throws {
        let hold = try #require(LegalHold("case-12", keeping: .feedback, from: day("2026-01-01")))
        let records = [
            record([.marketing], id: "4"), record([.accounting], id: "3"), record([.surveys], kind: .feedback, id: "2"),
            record([.marketing], id: "1"), record([.surveys], id: "0"), record([.marketing], on: "2026-01-04", id: "5"),
        ]
        let review = rules.review(of: records, under: [hold], asOf: day("2026-01-05"))
        #expect(review.due.map(\.record.id) == ["4", "1"])
        #expect(review.held.map(\.record.id) == ["2"])
        #expect(review.undetermined.map(\.record.id) == ["0"])
        #expect(review.kept == 2)
    }

    @Test(arguments: 0..<200)
    func `R-DATA-06 Keeps a record on just the days on which a rule or a hold does`(seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        let start = day("2026-01-20")
        let purposes: [Purpose] = [.marketing, .surveys, .giftDelivery]
        var lengths: [Purpose: Int] = [:]
        for purpose in purposes where Int.random(in: 0...3, using: &generator) > 0 {
            lengths[purpose] = Int.random(in: 0...12, using: &generator)
        }
        let rules = try #require(
            RetentionRules(lengths.map { RetentionRule(keep: .orders, for: $0, Period(days: $1)!) })
        )
        let served = Set(purposes.filter { _ in Bool.random(using: &generator) })
        let record = KeptRecord("r", about: "c-1", kind: .orders, for: served, on: start)
        let from = start.adding(days: Int.random(in: 0...12, using: &generator))!
        let hold = LegalHold("h", from: from, until: from.adding(days: Int.random(in: 1...6, using: &generator)))!

        for offset in 0...20 {
            let today = start.adding(days: offset)!
            let finding = rules.finding(on: record, under: [hold], asOf: today)
            let lasting = served.filter { purpose in lengths[purpose].map { offset < $0 } ?? false }
            #expect(Set(finding.usablePurposes) == lasting)
            switch finding.status {
            case .kept(let until):
                #expect(!lasting.isEmpty)
                #expect(until == start.adding(days: lasting.compactMap { lengths[$0] }.max()!))
            case .held: #expect(lasting.isEmpty && from <= today && today < hold.until!)
            case .undetermined(let unruled):
                #expect(lasting.isEmpty && Set(unruled) == served.filter { lengths[$0] == nil } && !unruled.isEmpty)
            case .due(let since):
                #expect(lasting.isEmpty && served.allSatisfy { lengths[$0] != nil } && since <= today)
                #expect(today < from || hold.until! <= today)
            }
        }
    }

    @Test func `The wire format never changes`() throws {
        try expectWireFormat(
            of: rules,
            toBe: #"{"rules":[{"keep":"P1Y6M","kind":"feedback","purpose":"surveys"},"#
                + #"{"keep":"P10Y","kind":"orders","purpose":"accounting"},"#
                + #"{"keep":"P3Y","kind":"orders","purpose":"marketing"}],"v":1}"#
        )
        try expectWireFormat(
            of: [
                LegalHold("case-12", on: "c-7", keeping: .orders, from: day("2026-01-01"), until: day("2026-07-01"))!,
                LegalHold("audit", from: day("2026-01-01"))!,
            ],
            toBe: #"[{"customer":"c-7","from":"2026-01-01","id":"case-12","kind":"orders","until":"2026-07-01"},"#
                + #"{"from":"2026-01-01","id":"audit"}]"#
        )
        #expect(
            refusal(of: #"{"rules":[],"v":2}"#, as: RetentionRules.self)
                == "retention rules of format 2 cannot be read; known is 1"
        )
        let rule = #"{"keep":"P1Y","kind":"orders","purpose":"surveys"}"#
        #expect(
            refusal(of: #"{"rules":[\#(rule),\#(rule)],"v":1}"#, as: RetentionRules.self)
                == "two rules speak of the same kind and purpose"
        )
        #expect(
            refusal(of: #"{"from":"2026-01-01","id":"a","until":"2026-01-01"}"#, as: LegalHold.self)
                == "a legal hold lasts one day or more"
        )
        #expect(
            refusal(of: #"{"for":"P1Y","kind":"orders","purpose":"surveys"}"#, as: RetentionRule.self)
                .hasPrefix("unknown key `for`")
        )
    }
}
