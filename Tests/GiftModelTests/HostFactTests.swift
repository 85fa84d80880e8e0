import GiftModel
import GiftTesting
import Testing

private func day(_ text: String) -> CalendarDate { CalendarDate(text)! }

@Suite struct `A series of facts from the host's world` {
    private func fact(
        _ number: Int64,
        by source: Identifier<HostFact.Source> = "office",
        from: String,
        until: String,
        on reported: String? = nil
    ) -> HostFact {
        HostFact(
            .number(number),
            by: source,
            from: day(from),
            until: day(until),
            reportedOn: reported.map { day($0) }
        )!
    }

    @Test func `R-DATA-10 Knows a value from the first day and no longer on the last`() {
        let january = fact(103, from: "2026-01-01", until: "2026-02-01")
        let series = HostFactSeries("price-index", of: [january])
        #expect(series.value(on: day("2025-12-31")) == nil)
        #expect(series.value(on: day("2026-01-01")) == .number(103))
        #expect(series.value(on: day("2026-01-31")) == .number(103))
        #expect(series.value(on: day("2026-02-01")) == nil)
        #expect(series.reading(on: day("2026-01-31")) == .known(january))
    }

    @Test func `R-DATA-10 Says since when it is stale`() {
        let series = HostFactSeries(
            "price-index",
            of: [
                fact(2, from: "2026-03-01", until: "2026-04-01"), fact(1, from: "2026-01-01", until: "2026-02-01"),
            ]
        )
        #expect(series.reading(on: day("2025-12-31")) == .neverReported)
        #expect(series.reading(on: day("2026-02-15")) == .stale(since: day("2026-02-01")))
        #expect(series.reading(on: day("2026-04-01")) == .stale(since: day("2026-04-01")))
        #expect(HostFactSeries("nothing", of: []).reading(on: day("2026-01-01")) == .neverReported)
    }

    @Test func `R-DATA-10 Lets an event cover part of what was known, and then knows that again`() {
        let series = HostFactSeries(
            "weather",
            of: [fact(1, from: "2026-01-01", until: "2027-01-01"), fact(2, from: "2026-03-01", until: "2026-03-03")]
        )
        let values = ["2026-02-28", "2026-03-01", "2026-03-02", "2026-03-03"].map { series.value(on: day($0)) }
        #expect(values == [.number(1), .number(2), .number(2), .number(1)])
    }

    @Test func `R-DATA-10 Takes the source with the smaller bytes, and nobody's word when it contradicts itself`() {
        let facts = [
            fact(2, by: "b", from: "2026-01-01", until: "2026-02-01"),
            fact(1, by: "a", from: "2026-01-01", until: "2026-02-01"),
        ]
        #expect(HostFactSeries("x", of: facts).value(on: day("2026-01-09")) == .number(1))
        let torn = facts + [fact(3, by: "a", from: "2026-01-01", until: "2026-01-10")]
        #expect(HostFactSeries("x", of: torn).reading(on: day("2026-01-09")) == .contradictory("a"))
        #expect(HostFactSeries("x", of: torn).value(on: day("2026-01-09")) == nil)
        #expect(HostFactSeries("x", of: torn).value(on: day("2026-01-10")) == .number(1))
    }

    @Test func `R-DATA-10 Takes the last report of a source, and repeats what was known on a past day`() {
        let first = fact(103, from: "2026-01-01", until: "2026-02-01", on: "2026-02-03")
        let revised = fact(104, from: "2026-01-01", until: "2026-02-01", on: "2026-03-03")
        let series = HostFactSeries("price-index", of: [revised, first])
        let january = day("2026-01-15")
        #expect(series.value(on: january) == .number(104))
        #expect(series.asKnown(on: day("2026-03-03")).value(on: january) == .number(104))
        #expect(series.asKnown(on: day("2026-03-02")).value(on: january) == .number(103))
        #expect(series.asKnown(on: day("2026-02-03")).value(on: january) == .number(103))
        #expect(series.asKnown(on: day("2026-02-02")).reading(on: january) == .neverReported)
        let again = fact(105, from: "2026-01-01", until: "2026-02-01", on: "2026-03-03")
        #expect(HostFactSeries("x", of: [first, revised, again]).reading(on: january) == .contradictory("office"))
    }

    @Test func `R-DATA-10 Does not say that anybody knew what does not say when it was reported`() {
        let dateless = fact(1, from: "2026-01-01", until: "2026-02-01")
        let dated = fact(2, from: "2026-01-01", until: "2026-02-01", on: "2025-12-01")
        let january = day("2026-01-15")
        #expect(HostFactSeries("x", of: [dateless]).asKnown(on: day("2030-01-01")).value(on: january) == nil)
        #expect(HostFactSeries("x", of: [dated, dateless]).value(on: january) == .number(2))
    }

    @Test func `R-DATA-10 Is the same series in any order, in parts, and with copies`() {
        let facts = [
            fact(1, by: "a", from: "2026-01-01", until: "2026-02-01"),
            fact(2, by: "a", from: "2026-01-01", until: "2026-02-01"),
            fact(1, by: "a", from: "2026-01-01", until: "2026-02-01", on: "2026-01-01"),
            fact(1, by: "a", from: "2026-01-01", until: "2026-02-02"),
            fact(1, by: "b", from: "2026-01-01", until: "2026-02-01"),
            fact(1, by: "a", from: "2026-01-02", until: "2026-02-01"),
        ]
        let series = HostFactSeries("x", of: facts)
        #expect(series.facts == facts)
        #expect(HostFactSeries("x", of: facts.reversed() + facts) == series)
        var generator = SeededGenerator(seed: 1)
        for _ in 0..<20 {
            var (grown, merged) = (HostFactSeries("x"), HostFactSeries("x"))
            let shuffled = facts.shuffled(using: &generator)
            for fact in shuffled + facts { grown.add(fact) }
            for part in [shuffled.prefix(3), shuffled.dropFirst(2)] { merged.merge(HostFactSeries("x", of: part)) }
            #expect(grown == series)
            #expect(merged == series)
        }
    }

    @Test func `R-DATA-10 Takes in nothing of another series`() async {
        await #expect(processExitsWith: .failure) {
            var series = HostFactSeries("x")
            series.merge(HostFactSeries("y"))
        }
    }

    @Test func `R-DATA-10 Says in both languages why a value is known or not`() {
        let series = HostFactSeries(
            "cpi",
            of: [
                HostFact(.ratio(Ratio("103.2")!), by: "a", from: day("2026-01-02"), until: day("2026-01-03"))!,
                fact(1, by: "b", from: "2026-01-04", until: "2026-01-05"),
                fact(2, by: "b", from: "2026-01-04", until: "2026-01-05"),
            ]
        )
        let reasons = (1...4).map { series.reason(on: day("2026-01-0\($0)")) }
        #expect(
            reasons.map { $0.text(in: .english, from: .hostFacts) } == [
                "cpi is not known for 2026-01-01: never reported",
                "cpi is 103.2 for 2026-01-02 (from a)",
                "cpi is not known for 2026-01-03: nothing that was reported stands since 2026-01-03",
                "cpi is not known for 2026-01-04: b contradicts itself",
            ]
        )
        #expect(
            reasons.map { $0.text(in: .chinese, from: .hostFacts) } == [
                "2026-01-01的cpi未知：从未报告", "2026-01-02的cpi为103.2（来源：a）",
                "2026-01-03的cpi未知：已报告的数据自2026-01-03起失效", "2026-01-04的cpi未知：b的数据自相矛盾",
            ]
        )
        #expect(
            HostFactReason.allCases.map(\.rawValue) == [
                "hostFactKnown", "hostFactStale", "hostFactContradictory", "hostFactNeverReported",
            ]
        )
    }

    @Test(arguments: 0..<200)
    func `R-DATA-10 Reads the same in any order, as a naive reading says`(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        let start = day("2026-01-01")
        let facts = (0..<5)
            .map { _ in
                let from = start.adding(days: Int.random(in: 0...3, using: &generator))!
                let until = from.adding(days: Int.random(in: 1...4, using: &generator))!
                let source: Identifier<HostFact.Source> = Bool.random(using: &generator) ? "a" : "b"
                return HostFact(
                    .number(Int64.random(in: 0...1, using: &generator)),
                    by: source,
                    from: from,
                    until: until,
                    reportedOn: Bool.random(using: &generator)
                        ? start.adding(days: Int.random(in: 0...2, using: &generator)) : nil
                )!
            }
        let series = HostFactSeries("x", of: facts)
        let other = HostFactSeries("x", of: facts.shuffled(using: &generator))
        for offset in -1...9 {
            let today = start.adding(days: offset)!
            #expect(other.reading(on: today) == series.reading(on: today))
            let standing = facts.filter { $0.from <= today && today < $0.until }
            let latest = standing.filter { one in standing.allSatisfy { $0.from <= one.from } }
            let chosen = latest.filter { one in latest.allSatisfy { one.source <= $0.source } }
            let dated = chosen.filter { $0.reportedOn != nil }
            let last = dated.filter { one in dated.allSatisfy { $0.reportedOn! <= one.reportedOn! } }
            let values = Set((last.isEmpty ? chosen : last).map(\.value))
            #expect(series.value(on: today) == (values.count == 1 ? values.first : nil))
        }
    }

    @Test func `R-DATA-10 Holds no fact that stands for no day`() {
        let first = day("2026-01-01")
        #expect(HostFact(.number(1), by: "a", from: first, until: first) == nil)
        #expect(
            refusal(
                of: #"{"from":"2026-01-01","source":"a","until":"2026-01-01","value":{"number":1}}"#,
                as: HostFact.self
            ) == "a fact of the host's stands for one day or more"
        )
    }

    @Test func `The wire format never changes`() throws {
        try expectWireFormat(
            of: HostFactSeries("price-index", of: [fact(103, from: "2026-01-01", until: "2026-02-01")]),
            toBe: #"{"facts":[{"from":"2026-01-01","source":"office","until":"2026-02-01","value":{"number":103}}],"#
                + #""id":"price-index","v":1}"#
        )
        try expectWireFormat(
            of: fact(103, from: "2026-01-01", until: "2026-02-01", on: "2026-02-03"),
            toBe: #"{"from":"2026-01-01","reportedOn":"2026-02-03","source":"office","until":"2026-02-01","#
                + #""value":{"number":103}}"#
        )
        #expect(
            refusal(of: #"{"facts":[],"id":"x","v":2}"#, as: HostFactSeries.self)
                == "a series of facts of format 2 cannot be read; known is 1"
        )
    }
}
