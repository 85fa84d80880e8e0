import Foundation
import GiftModel
import Segmentation
import Testing

/// What is stored, with the keys of objects in order.
func json(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return String(decoding: try encoder.encode(value), as: UTF8.self)
}

@Suite struct `A stored purchase summary` {
    private static let stored =
        #"{"cancellations":[["o2","2026-03-02"]],"currency":"EUR","customer":"c-1","orders":[["o1","2026-03-03",1000],"#
        + #"["o2","2026-03-01",500]],"returns":[["r1","2026-03-05",400,"o1"],["r2","2026-03-04",1]],"v":1}"#
    private static let summary = Shop.summary(of: [
        Shop.goods("r2", of: nil, "2026-03-04", 1), Shop.order("o2", "2026-03-01", 5_00),
        Shop.goods("r1", of: "o1", "2026-03-05", 4_00), Shop.order("o1", "2026-03-03", 10_00),
        Shop.cancellation(of: "o2", "2026-03-02"),
    ])

    private func read(_ text: String) throws -> PurchaseSummary {
        try JSONDecoder().decode(PurchaseSummary.self, from: Data(text.utf8))
    }

    @Test func `R-SEG-13 Never changes its wire format`() throws {
        #expect(try json(Self.summary) == Self.stored)
        #expect(try read(Self.stored) == Self.summary)
        #expect(try read(Self.stored).days == Self.summary.days)
        let empty = #"{"currency":"EUR","customer":"c-1","v":1}"#
        #expect(try json(PurchaseSummary(of: "c-1", in: .eur)) == empty)
        #expect(try read(empty) == PurchaseSummary(of: "c-1", in: .eur))
    }

    @Test func `R-SEG-13 Goes on where it was left`() throws {
        var (kept, stored) = (Self.summary, try read(Self.stored))
        for activity in [Shop.order("o0", "2026-03-02", 1), Shop.goods("r3", of: "o0", "2026-03-01", 2)] {
            try kept.add(activity, in: FixedZone.utc)
            try stored.add(activity, in: FixedZone.utc)
        }
        #expect(kept == stored)
    }

    @Test(arguments: [
        #""v":2"#, #""v":1,"sum":1"#, #""v":1,"orders":[["o2","2026-03-01",1],["o1","2026-03-02",1]]"#,
        #""v":1,"orders":[["o1","2026-03-01",1],["o1","2026-03-01",1]]"#, #""v":1,"orders":[["o1","2026-03-01",-1]]"#,
        #""v":1,"orders":[["o1","2026-03-01",1,"r1"]]"#, #""v":1,"orders":[["o1","2026-02-30",1]]"#,
        #""v":1,"orders":[["","2026-03-01",1]]"#, #""v":1,"orders":[["o1","2026-03-01"]]"#,
        #""v":1,"orders":[["o1","2026-03-01",9223372036854775807],["o2","2026-03-01",1]]"#,
        #""v":1,"returns":[["r1","2026-03-01",9223372036854775807],["r2","2026-03-01",1]]"#,
        #""v":1,"returns":[["r2","2026-03-01",1],["r1","2026-03-01",1]]"#, #""v":1,"returns":[["r1","2026-03-01",-1]]"#,
        #""v":1,"returns":[["r1","2026-03-01",1,"o1",1]]"#, #""v":1,"cancellations":[["o1","2026-03-01",1]]"#,
        #""v":1,"cancellations":[["o1","2026-03-01"],["o1","2026-03-02"]]"#,
    ])
    func `R-SEG-13 Is refused when it breaks an invariant or is not understood`(fields: String) {
        #expect(throws: DecodingError.self) { try read(#"{"currency":"EUR","customer":"c-1","# + fields + "}") }
    }

    @Test func `R-SEG-13 Is refused in a currency that nobody knows`() {
        #expect(throws: DecodingError.self) { try read(#"{"currency":"EUX","customer":"c-1","v":1}"#) }
    }
}

@Suite struct `Stored purchase summaries` {
    private func read(_ text: String) throws -> PurchaseSummaries {
        try JSONDecoder().decode(PurchaseSummaries.self, from: Data(text.utf8))
    }

    @Test func `R-SEG-13 Never change their wire format`() throws {
        var summaries = PurchaseSummaries(in: .eur)
        for customer: Customer.ID in ["b", "a"] {
            try summaries.add(Shop.activity(("2026-03-01", 5_00), of: customer), in: FixedZone.utc)
        }
        let stored =
            #"{"currency":"EUR","summaries":["#
            + #"{"currency":"EUR","customer":"a","orders":[["2026-03-01 500 0","2026-03-01",500]],"v":1},"#
            + #"{"currency":"EUR","customer":"b","orders":[["2026-03-01 500 0","2026-03-01",500]],"v":1}],"v":1}"#
        #expect(try json(summaries) == stored)
        #expect(try read(stored) == summaries)
        #expect(try read(#"{"currency":"EUR","summaries":[],"v":1}"#) == PurchaseSummaries(in: .eur))
    }

    @Test(arguments: [
        #""summaries":[],"v":2"#, #""summaries":[],"sum":1,"v":1"#,
        #""summaries":[{"currency":"USD","customer":"a","v":1}],"v":1"#,
        #""summaries":[{"currency":"EUR","customer":"b","v":1},{"currency":"EUR","customer":"a","v":1}],"v":1"#,
        #""summaries":[{"currency":"EUR","customer":"a","v":1},{"currency":"EUR","customer":"a","v":1}],"v":1"#,
    ])
    func `R-SEG-13 Are refused when they break an invariant or are not understood`(fields: String) {
        #expect(throws: DecodingError.self) { try read(#"{"currency":"EUR","# + fields + "}") }
    }
}
