import Foundation
import GiftModel
import GiftTesting
import Segmentation
import Testing

@Suite struct `The host's labels` {
    private static let list = LabelList([
        LabelList.Definition("upsell-score", .number, title: LocalizedText(english: "Upsell score", chinese: "增购评分")),
        LabelList.Definition("credit-class", .code, title: LocalizedText(english: "Credit class", chinese: "信用等级")),
    ])!

    private func labels(
        _ values: [(String, from: String, until: String?, on: String?)],
        by source: Identifier<HostFact.Source> = "bank"
    ) throws -> CustomerLabels {
        var labels = CustomerLabels()
        for (code, from, until, reportedOn) in values {
            try labels.add(
                .code(code),
                as: "credit-class",
                by: source,
                from: day(from),
                until: until.map(day),
                reportedOn: reportedOn.map(day),
                in: Self.list
            )
        }
        return labels
    }

    @Test func `R-SEG-16 Are known for the days for which they stand, stale after, and unknown when never given`()
        throws
    {
        let labels = try labels([("A", from: "2026-01-01", until: "2026-02-01", on: nil)])
        #expect(labels.value(of: "credit-class", on: day("2026-01-31")) == .code("A"))
        #expect(labels.reading(of: "credit-class", on: day("2026-02-01")) == .stale(since: day("2026-02-01")))
        #expect(labels.reading(of: "credit-class", on: day("2025-12-31")) == .neverReported)
        #expect(labels.reading(of: "upsell-score", on: day("2026-01-31")) == .neverReported)
        #expect(labels.value(of: "credit-class", on: day("2026-02-01")) == nil)
        #expect(labels.labels == ["credit-class"])
        #expect(
            labels.reason(of: "credit-class", on: day("2026-01-31")).text(in: .english, from: .hostFacts)
                == "credit-class is A for 2026-01-31 (from bank)"
        )
        #expect(
            labels.reason(of: "upsell-score", on: day("2026-01-31")).text(in: .chinese, from: .hostFacts)
                == "2026-01-31的upsell-score未知：从未报告"
        )
    }

    @Test func `R-SEG-16 Stand until further notice without an end, and a later correction wins`() throws {
        let values =
            [
                ("A", from: "2026-01-01", until: nil, on: "2026-01-01"),
                ("B", from: "2026-03-01", until: nil, on: "2026-03-01"),
                ("C", from: "2026-01-01", until: nil, on: "2026-01-20"),
            ] as [(String, from: String, until: String?, on: String?)]
        for values in [values, values.reversed()] {
            let labels = try labels(values)
            #expect(labels.value(of: "credit-class", on: day("2026-02-01")) == .code("C"))
            #expect(labels.value(of: "credit-class", on: day("9999-12-30")) == .code("B"))
            let known = labels.asKnown(on: day("2026-01-10"))
            #expect(known.value(of: "credit-class", on: day("2026-03-01")) == .code("A"))
            #expect(labels.asKnown(on: day("2025-12-31")) == CustomerLabels())
        }
        let twice = try labels([
            ("A", from: "2026-01-01", until: nil, on: nil), ("B", from: "2026-01-01", until: nil, on: nil),
        ])
        #expect(twice.reading(of: "credit-class", on: day("2026-02-01")) == .contradictory("bank"))
    }

    @Test func `R-SEG-16 Of two sources come from that of the smaller bytes, whichever reported last`() throws {
        var labels = try labels([("A", from: "2026-01-01", until: nil, on: "2026-01-01")], by: "agency")
        labels.merge(try self.labels([("B", from: "2026-01-01", until: nil, on: "2026-01-20")]))
        #expect(labels.value(of: "credit-class", on: day("2026-02-01")) == .code("A"))
        labels.merge(try self.labels([("C", from: "2026-01-02", until: nil, on: "2026-01-02")]))
        #expect(labels.value(of: "credit-class", on: day("2026-02-01")) == .code("C"), "it begins last")
    }

    @Test(arguments: 0..<50 as Range<UInt64>)
    func `R-SEG-13 R-SEG-16 Are the same in any order and from any parts`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let values = (0..<Int.random(in: 0...10, using: &random))
            .map { _ -> (String, from: String, until: String?, on: String?) in
                let from = day("2026-01-01").adding(days: .random(in: 0...5, using: &random))!
                let until = Bool.random(using: &random) ? from.adding(days: 3) : nil
                return (["A", "B"].randomElement(using: &random)!, from.description, until?.description, nil)
            }
        let part = Int.random(in: 0...values.count, using: &random)
        var merged = try labels(Array(values[part...].shuffled(using: &random)))
        merged.merge(try labels(Array(values[..<part])))
        merged.merge(merged)
        #expect(merged == (try labels(values)))
        #expect(try JSONDecoder().decode(CustomerLabels.self, from: JSONEncoder().encode(merged)) == merged)
    }

    @Test func `R-SEG-16 Refuse what is not on the list, of another sort or for no day, and stay as they were`() throws
    {
        var labels = try labels([("A", from: "2026-01-01", until: nil, on: nil)])
        let before = labels
        let today = day("2026-01-01")
        let errors: [LabelError] = [
            .unknownLabel("shoe-size"), .typeMismatch("credit-class", expected: .code),
            .noDay("credit-class", from: today, until: today),
        ]
        #expect(throws: errors[0]) {
            try labels.add(.number(42), as: "shoe-size", by: "crm", from: today, until: today, in: Self.list)
        }
        #expect(throws: errors[1]) {
            try labels.add(.number(1), as: "credit-class", by: "crm", from: today, until: today, in: Self.list)
        }
        #expect(throws: errors[2]) {
            try labels.add(.code("B"), as: "credit-class", by: "crm", from: today, until: today, in: Self.list)
        }
        #expect(labels == before)
        #expect(
            errors.map(\.description) == [
                "the label `shoe-size` is not on the list", "the label `credit-class` has a value that is no `code`",
                "the label `credit-class` stands for no day from `2026-01-01` until `2026-01-01`",
            ]
        )
    }

    @Test func `R-SEG-16 Know the sort of every value`() {
        let values: [FactValue] = [
            .number(1), .ratio(.percent(5)), .days(1), .date(day("2026-01-01")), .money(Money("1.00 EUR")!),
            .name(LocalizedText(english: "a", chinese: "b")), .code("A"),
        ]
        #expect(values.map(LabelType.init(of:)) == LabelType.allCases)
    }

    @Test func `Have wire formats that never change`() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        let labels = try labels([("A", from: "2026-01-01", until: nil, on: "2026-01-02")])
        let stored =
            #"{"labels":[{"facts":[{"from":"2026-01-01","reportedOn":"2026-01-02","source":"bank","#
            + #""until":"9999-12-31","value":{"code":"A"}}],"id":"credit-class","v":1}],"v":1}"#
        #expect(String(decoding: try encoder.encode(labels), as: UTF8.self) == stored)
        #expect(try JSONDecoder().decode(CustomerLabels.self, from: Data(stored.utf8)) == labels)
        let empty = #"{"labels":[{"facts":[],"id":"credit-class","v":1}],"v":1}"#
        #expect(try JSONDecoder().decode(CustomerLabels.self, from: Data(empty.utf8)) == CustomerLabels())
        for bad in [#"{"labels":[],"v":2}"#, #"{"labels":[],"more":1,"v":1}"#] {
            #expect(throws: DecodingError.self) { try JSONDecoder().decode(CustomerLabels.self, from: Data(bad.utf8)) }
        }
        let list =
            #"{"labels":[{"label":"credit-class","title":{"en":"Credit class","zh":"信用等级"},"type":"code"},"#
            + #"{"label":"upsell-score","title":{"en":"Upsell score","zh":"增购评分"},"type":"number"}]}"#
        #expect(String(decoding: try encoder.encode(Self.list), as: UTF8.self) == list)
        #expect(try JSONDecoder().decode(LabelList.self, from: Data(list.utf8)) == Self.list)
        for (good, bad) in [("\"type\":\"code\"", "\"type\":\"text\""), ("upsell-score", "credit-class")] {
            let data = Data(list.replacing(good, with: bad).utf8)
            #expect(throws: DecodingError.self) { try JSONDecoder().decode(LabelList.self, from: data) }
        }
        #expect(LabelList([Self.list.definitions[0], Self.list.definitions[0]]) == nil)
    }
}
