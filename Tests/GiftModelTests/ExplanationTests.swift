import Foundation
import GiftModel
import Testing

private enum TeaReason: String, ReasonCode {
    case coldTea = "coldTea"
    case noTea = "noTea"

    var phrase: LocalizedText {
        switch self {
        case .coldTea:
            LocalizedText(english: "the tea of {guest} stood for {days}", chinese: "{guest}的茶放了{days}")
        case .noTea: LocalizedText(english: "no tea", chinese: "没有茶")
        }
    }
}

@Suite struct `A reason` {
    private let reason = Reason(
        TeaReason.coldTea,
        Fact("guest", .name(LocalizedText(english: "Mei", chinese: "梅"))),
        Fact("days", .days(1))
    )

    @Test func `R-POL-11 Reads as a sentence in English and in Chinese`() {
        let book = Phrasebook(TeaReason.self)
        #expect(reason.text(in: .english, from: book) == "the tea of Mei stood for 1 day")
        #expect(reason.text(in: .chinese, from: book) == "梅的茶放了1天")
        #expect(Reason(TeaReason.noTea).text(in: .english, from: book) == "no tea")
    }

    @Test func `Shows its facts even where nobody has words for it`() {
        let empty = Phrasebook()
        #expect(reason.text(in: .english, from: empty) == "coldTea (guest: Mei, days: 1 day)")
        #expect(reason.text(in: .chinese, from: empty) == "coldTea（guest：梅，days：1天）")
        #expect(Reason(TeaReason.noTea).text(in: .english, from: empty) == "noTea")
    }

    @Test func `Keeps the place of a fact that is missing visible`() {
        let bare = Reason(TeaReason.coldTea)
        #expect(bare.text(in: .english, from: Phrasebook(TeaReason.self)) == "the tea of {guest} stood for {days}")
    }

    @Test func `Takes the host's wording first`() {
        enum HostReason: String, ReasonCode {
            case noTea = "noTea"
            var phrase: LocalizedText { LocalizedText(english: "the kettle is broken", chinese: "水壶坏了") }
        }
        let book = Phrasebook(HostReason.self).merging(Phrasebook(TeaReason.self))
        #expect(Reason(TeaReason.noTea).text(in: .english, from: book) == "the kettle is broken")
        #expect(reason.text(in: .english, from: book) == "the tea of Mei stood for 1 day")
    }

    @Test func `Gives its facts by name`() {
        #expect(reason["days"] == .days(1))
        #expect(reason["nights"] == nil)
    }

    @Test func `The wire format never changes`() throws {
        try expectWireFormat(
            of: reason,
            toBe: #"{"code":"coldTea","facts":[{"name":"guest","value":{"name":{"en":"Mei","zh":"梅"}}},"#
                + #"{"name":"days","value":{"days":1}}]}"#
        )
        try expectWireFormat(
            of: [
                FactValue.number(-2), .date(CalendarDate("2011-12-10")!), .money(Money("12.50 GBP")!), .code("x-1"),
            ],
            toBe:
                #"[{"number":-2},{"date":"2011-12-10"},{"money":{"currency":"GBP","minorUnits":1250}},{"code":"x-1"}]"#
        )
        try expectWireFormat(of: FactValue.ratio(Ratio("103.2")!), toBe: #"{"ratio":"516/5"}"#)
    }

    @Test func `Is the same as another by bytes, as it is stored`() {
        let (composed, decomposed) = ("\u{E9}", "e\u{301}")
        #expect(composed == decomposed)
        #expect(FactValue.code(composed) != .code(decomposed))
        #expect(LocalizedText(english: composed, chinese: "") != LocalizedText(english: decomposed, chinese: ""))
        #expect(LocalizedText(english: "", chinese: composed) != LocalizedText(english: "", chinese: decomposed))
        #expect(Fact(composed, .number(1)) != Fact(decomposed, .number(1)))
        #expect(Fact(composed, .number(1)) != Fact(composed, .number(2)))
        let stored = [composed, decomposed].map { #"{"code":"\#($0)","facts":[]}"# }
        let reasons = stored.map { try? JSONDecoder().decode(Reason.self, from: Data($0.utf8)) }
        #expect(reasons[0] != nil && reasons[1] != nil && reasons[0] != reasons[1])
        #expect(Reason(TeaReason.noTea) != Reason(TeaReason.noTea, Fact("days", .days(1))))
    }

    @Test func `Has values of one kind each, the same by their worth`() {
        let values: [FactValue] = [
            .number(1), .number(2), .days(1), .days(2), .ratio(.percent(1)), .ratio(.percent(2)), .code("a"),
            .code("b"), .date(CalendarDate("2026-01-01")!), .date(CalendarDate("2026-01-02")!),
            .money(Money("1.00 GBP")!), .money(Money("2.00 GBP")!),
            .name(LocalizedText(english: "a", chinese: "b")), .name(LocalizedText(english: "a", chinese: "c")),
        ]
        for (index, value) in values.enumerated() {
            for (other, another) in values.enumerated() { #expect((value == another) == (index == other)) }
        }
        #expect(Set(values + values).count == values.count)
    }

    @Test func `A fact of an unknown kind, or of two, is an error`() {
        #expect(refusal(of: #"{"weight":1}"#, as: FactValue.self).hasPrefix("unknown key `weight`"))
        #expect(refusal(of: #"{"days":91,"hours":3}"#, as: FactValue.self).hasPrefix("unknown key `hours`"))
        #expect(refusal(of: "{}", as: FactValue.self) == "a fact has exactly one value")
        #expect(refusal(of: #"{"days":1,"number":1}"#, as: FactValue.self) == "a fact has exactly one value")
    }

    @Test func `Holds nothing that it does not know`() {
        let fact = #"{"name":"days","unit":"h","value":{"days":91}}"#
        #expect(refusal(of: fact, as: Fact.self).hasPrefix("unknown key `unit`"))
        let reason = #"{"code":"noTea","facts":[],"since":1}"#
        #expect(refusal(of: reason, as: Reason.self).hasPrefix("unknown key `since`"))
    }
}

@Suite struct `The text of a fact` {
    @Test func `Carries its unit in both languages`() {
        let values: [FactValue] = [
            .number(3), .days(91), .date(CalendarDate("2011-12-10")!), .money(Money("12.50 GBP")!), .code("c-1"),
        ]
        #expect(values.map { $0.text(in: .english) } == ["3", "91 days", "2011-12-10", "12.50 GBP", "c-1"])
        #expect(values.map { $0.text(in: .chinese) } == ["3", "91天", "2011-12-10", "12.50 GBP", "c-1"])
    }

    @Test(arguments: [
        ("103.2", "103.2"), ("3.45", "3.45"), ("-0.0345", "-0.0345"), ("-1.5", "-1.5"), ("2.50", "2.5"), ("7", "7"),
        ("-7", "-7"), ("0", "0"), ("1/3", "1/3"), ("1/8", "0.125"), ("0.000000000000000001", "0.000000000000000001"),
        ("1/524288", "1/524288"), ("1/262144", "0.000003814697265625"),
        ("9223372036854775807", "9223372036854775807"), ("-9223372036854775807/10", "-922337203685477580.7"),
    ])
    func `Writes a ratio out in decimals where they come to an end`(stored: String, written: String) throws {
        let ratio = FactValue.ratio(try #require(Ratio(stored)))
        #expect(ratio.text(in: .english) == written)
        #expect(ratio.text(in: .chinese) == written)
        #expect(Ratio(written) == Ratio(stored))
    }
}
