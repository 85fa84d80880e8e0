import Foundation
import GiftModel
import GiftTesting
import Testing

/// The edges of every parser, around which a fuzzer has tried millions of others without a crash.
///
/// `Examples/Fuzz` goes on looking.
@Suite struct `Text at the edge` {
    private static let key31 = "0123456789abcdef0123456789abcde"
    private static let key30 = "0123456789abcdef0123456789abcd"
    private static let key32 = "\(key31)f"

    /// What the parser of `type` makes of `text`, written again.
    private func reading(_ text: String, as type: String) -> String? {
        switch type {
        case "money": Money(text)?.description
        case "yen": Money(decimal: text, in: .jpy)?.decimalText
        case "ratio": Ratio(text)?.description
        case "date": CalendarDate(text)?.description
        case "time": TimeOfDay(text)?.description
        case "period": Period(text)?.description
        case "annual": AnnualDate(text)?.description
        case "week": ISOWeek(text)?.description
        case "name": Identifier<Gift>(text)?.text
        case "key": RequestKey(hexadecimal: text)?.description
        default: ContentHash(hexadecimal: text)?.description
        }
    }

    private static let kept: [(String, String)] = [
        ("money", "-92233720368547758.08 EUR"), ("money", "-9223372036854775808 JPY"),
        ("money", "922337203685477.5807 CLF"),
        ("yen", "9223372036854775807"), ("ratio", "-9223372036854775807/1"), ("ratio", "1/9223372036854775807"),
        ("date", "0001-01-01"), ("date", "9999-12-31"), ("time", "00:00:00"), ("time", "23:59:59"), ("period", "P0D"),
        ("period", "P3652058Y3652058M3652058D"), ("annual", "--02-29"), ("week", "9999-W52"), ("week", "2020-W53"),
        ("name", "\u{A0}"), ("name", "\u{2028}"), ("name", "e\u{301}"), ("name", String(repeating: "港", count: 85)),
        ("key", key32), ("hash", "\(key32)\(key32)"),
    ]

    @Test(arguments: kept)
    func `Is read and written as it was`(type: String, text: String) {
        #expect(reading(text, as: type)?.utf8.elementsEqual(text.utf8) == true)
    }

    private static let shortened: [(String, String, String)] = [
        ("money", "-0 JPY", "0 JPY"), ("money", "007.5 EUR", "7.50 EUR"), ("yen", "-000", "0"),
        ("ratio", "-0/5", "0/1"),
        ("ratio", "-0.000000000000000001", "-1/1000000000000000000"), ("ratio", "00.50", "1/2"),
        ("key", "FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF", "ffffffffffffffffffffffffffffffff"),
    ]

    @Test(arguments: shortened)
    func `Is read and written shorter`(type: String, text: String, written: String) {
        #expect(reading(text, as: type) == written)
    }

    private static let refused: [(String, [String])] = [
        (
            "money",
            ["", " ", "EUR", " EUR", "1.00", "1.00  EUR", "1.00 EUR ", "1.00\u{A0}EUR", "1.00 \u{301}EUR", "1. EUR"]
        ),
        (
            "money",
            [".5 EUR", "-.5 EUR", "- EUR", "--1 EUR", "+1 EUR", "1.2.3 EUR", "1.001 EUR", "1e2 EUR", "1\u{301} EUR"]
        ),
        (
            "money",
            ["92233720368547758.08 EUR", "-92233720368547758.09 EUR", "１.00 EUR", "1,00 EUR", "1.00 eur", "1 XXX"]
        ),
        ("yen", ["", "-", ".", "1.", "1.0", "9223372036854775808", "-9223372036854775809"]),
        (
            "ratio",
            ["", "/", "1/", "/1", "1/0", "0/0", "1/-2", "1/2/3", "1.5/2", "+1/2", "1/+2", "9223372036854775808/1"]
        ),
        (
            "ratio",
            [".", "1.", ".5", "-.5", "1.-5", "1.+5", "1e3", "0.0000000000000000001", "9.999999999999999999", "１/２"]
        ),
        ("date", ["", "--", "2026-02-29", "0000-01-01", "2026-2-28", "2026-02-28\n", "２０２６-02-28", "-026-02-28"]),
        ("time", ["", "::", "24:00:00", "23:60:00", "23:59:60", "1:00:00", "00:00", "00:00:00\0"]),
        ("period", ["", "P", "PD", "P1", "P1M1Y", "P01D", "P1D1D", "P-1D", "P1W", "p1D", "P1D\u{301}", "P١D"]),
        ("period", ["P3652059D", "P9223372036854775808D", "P99999999999999999999999999999999999999Y"]),
        ("annual", ["", "--", "--02-30", "--13-01", "-02-29", "---02-29"]),
        ("week", ["", "2026-W00", "2026-W54", "0000-W01", "2026W09", "2026-w09", "2026-W0\u{301}"]),
        ("name", ["", "\0", "\n", "\u{7F}", "\u{80}", "a\u{9F}", String(repeating: "港", count: 85) + "x"]),
        (
            "key",
            ["", key31, "\(key32)0", "+\(key31)", "\(key31)g"]
        ),
        (
            "key",
            [
                "\(key30)é", "\(key30)\u{301}", "\(key30)\r\n", "\(key31)０",
            ]
        ),
        ("hash", ["", key32, "\(key32)\(key31)g", "\(key32)\(key30)\u{301}", "\(key30)\u{301}\(key32)"]),
    ]

    @Test(arguments: refused)
    func `Is refused`(type: String, texts: [String]) {
        for text in texts { #expect(reading(text, as: type) == nil, "\(text)") }
    }

    @Test func `Is read as a period that leads out of the calendar without a trap`() {
        let period: Period = "P3652058Y3652058M3652058D"
        for count in [Int.min, -1, 1, .max] {
            #expect(CalendarDate("2026-11-22")!.adding(period, times: count, shortMonth: .lastDay) == nil)
        }
    }
}

@Suite struct `A document at the edge` {
    /// Reads every value of the document, and nothing of it.
    private struct Anything: Decodable {
        init(from decoder: any Decoder) {}
    }

    private static let read: [String] = [
        "0", "-0", "1e400", "-1.25E-9", "[]", "{}", " \r\n\t[ ] ", #"{"":{"":[]}}"#, #""\u0000""#,
        #""\ud83c\udf81\uD83C\uDF81""#,
        #"{"é":1,"e\u0301":2}"#, "\"\u{7F}\u{85}\u{2028}\u{FFFD}\"",
        String(repeating: "[", count: 63) + "0" + String(repeating: "]", count: 63),
    ]

    @Test(arguments: read)
    func `Is read`(text: String) throws {
        _ = try Document.read(Anything.self, from: text)
    }

    private static let refused: [String] = [
        "", " ", "\u{FEFF}{}", "nul", "truefalse", "01", "-", "-01", "1.", ".5", "1e", "1e+", "+1", "0x1", "NaN", "\"",
        "\"\\",
        #""\u""#, #""\u00""#, #""\ud800""#, #""\ud800\ud800""#, #""\ud800\n""#, #""\udc00\ud800""#, #""\u００００""#,
        #""\x""#,
        "\"\0\"", "\"\n\"", "[", "]", "[,]", "[1,]", "[1 2]", "[1}", "{", "}", "{,}", "{1:2}", #"{"a"}"#, #"{"a":}"#,
        #"{"a":1,}"#,
        #"{"a":1,"\u0061":2}"#, "{}{}", "/**/{}", "\u{FFFD}", String(repeating: "[", count: 100_000),
        String(repeating: #"{"a":"#, count: 100_000), String(repeating: " ", count: 1 << 20) + "0",
    ]

    @Test(arguments: refused)
    func `Is refused at a place`(text: String) {
        let invalid = #expect(throws: InvalidDocument.self) { try Document.read(Anything.self, from: text) }
        #expect(invalid?.faults.allSatisfy { $0.line >= 1 && $0.column >= 1 } == true)
    }
}

@Suite struct `A stored value at the edge` {
    private func value<Value: Decodable>(_ type: Value.Type, in text: String) -> Value? {
        try? JSONDecoder().decode(type, from: Data(text.utf8))
    }

    private static let refusedDates: [(Int, Int, Bool, Int)] = [
        (2025, 6, true, 30), (2025, 5, true, 1), (1899, 1, false, 1), (2101, 1, false, 1), (2025, 0, false, 1),
        (2025, 13, false, 1),
        (2025, 1, false, 0), (2025, 1, false, 31), (.max, .max, true, .max), (.min, .min, true, .min),
    ]

    @Test(arguments: refusedDates)
    func `Is refused as a lunar date`(year: Int, month: Int, isLeapMonth: Bool, day: Int) {
        let text = #"{"year":\#(year),"month":\#(month),"isLeapMonth":\#(isLeapMonth),"day":\#(day)}"#
        #expect(value(LunarDate.self, in: text) == nil)
    }

    @Test func `Is refused as a lunar date of every year`() {
        for (month, day) in [(0, 1), (13, 1), (1, 0), (1, 31), (.max, 1), (1, .min)] {
            #expect(value(AnnualLunarDate.self, in: #"{"month":\#(month),"isLeapMonth":true,"day":\#(day)}"#) == nil)
        }
        for text in ["--02-30", "--2-29", "02-29", ""] { #expect(value(AnnualDate.self, in: "\"\(text)\"") == nil) }
    }

    @Test func `Is a zone table that knows all of 64 bits, and finds days within the calendar only`() throws {
        let text =
            #"{"v":1,"id":"x","from":-9223372036854775808,"until":9223372036854775807,"offsetSeconds":64800,"#
            + #""transitions":[{"at":-9223372036854775807,"offsetSeconds":-64800},{"at":0,"offsetSeconds":64800}]}"#
        let zone = try #require(value(ZoneTable.self, in: text))
        for instant in [zone.from, zone.until] {
            #expect(zone.date(of: instant) == nil)
            #expect(zone.time(of: instant) == nil)
        }
        for date in ["0001-01-01", "1970-01-01", "9999-12-31"].map({ CalendarDate($0)! }) {
            let start = try #require(zone.startOfDay(date))
            #expect(zone.date(of: start) == date)
            #expect(zone.date(of: zone.instant(of: date, at: .midnight, gap: .end, overlap: .later)) == date)
        }
    }

    @Test(arguments: [
        "{}", "[]", "null", #"{"v":1}"#, #"{"v":2,"id":"x","from":0,"until":1,"offsetSeconds":0,"transitions":[]}"#,
        #"{"v":1,"id":"","from":0,"until":1,"offsetSeconds":0,"transitions":[]}"#,
        #"{"v":1,"id":"x","from":1,"until":1,"offsetSeconds":0,"transitions":[]}"#,
        #"{"v":1,"id":"x","from":0,"until":1,"offsetSeconds":-9223372036854775808,"transitions":[]}"#,
        #"{"v":1,"id":"x","from":0,"until":9,"offsetSeconds":0,"transitions":[{"at":5,"offsetSeconds":0}]}"#,
        #"{"v":1,"id":"x","from":0,"until":9,"offsetSeconds":0,"transitions":[{"at":9,"offsetSeconds":1}]}"#,
    ])
    func `Is refused as a zone table`(text: String) {
        #expect(value(ZoneTable.self, in: text) == nil)
    }

    @Test(arguments: [
        #"{}"#, #"{"planned":{}}"#, #"{"confirmed":{"to":"delivered"}}"#, #"{"moved":{"to":"elsewhere","at":0}}"#,
        #"{"moved":{"to":"used","at":9223372036854775808}}"#,
        #"{"moved":{"to":"used","at":0,"why":{"code":"x","facts":[{}]}}}"#,
    ])
    func `Is refused as an entry of a grant`(change: String) {
        let key = String(repeating: "0", count: 32)
        #expect(
            value(GrantEntry.self, in: #"{"v":1,"sequence":1,"recordedAt":0,"key":"\#(key)","change":\#(change)}"#)
                == nil
        )
    }
}
