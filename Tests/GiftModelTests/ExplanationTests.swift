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
    }

    @Test func `A fact of an unknown kind, or of two, is an error`() {
        #expect(refusal(of: #"{"weight":1}"#, as: FactValue.self) == "a fact has exactly one value")
        #expect(refusal(of: #"{"days":1,"number":1}"#, as: FactValue.self) == "a fact has exactly one value")
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
}
