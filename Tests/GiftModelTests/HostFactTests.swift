import GiftModel
import GiftTesting
import Testing

private func day(_ text: String) -> CalendarDate { CalendarDate(text)! }

@Suite struct `A series of facts from the host's world` {
    private func fact(
        _ number: Int64,
        by source: Identifier<HostFact.Source> = "office",
        from: String,
        until: String
    ) -> HostFact {
        HostFact(.number(number), by: source, from: day(from), until: day(until))!
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
                    until: until
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
            let values = Set(chosen.map(\.value))
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
        #expect(
            refusal(of: #"{"facts":[],"id":"x","v":2}"#, as: HostFactSeries.self)
                == "a series of facts of format 2 cannot be read; known is 1"
        )
    }
}
