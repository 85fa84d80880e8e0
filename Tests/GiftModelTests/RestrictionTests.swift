import GiftModel
import Testing

@Suite struct `A restricted gift` {
    private static let wine = GiftRestrictions(
        minimumAge: 18,
        onlyCountries: [CountryCode("CN")!, CountryCode("DE")!],
        exceptCountries: [CountryCode("DE")!],
        exceptRecipients: [.healthProfessional, .publicOfficial],
        exceptCultures: [.islam, .buddhism]
    )!
    private static let day = CalendarDate("2026-03-10")!

    private static func record(
        born: String? = "1992-03-18",
        in country: String? = "CN",
        as kind: RecipientKind? = .employee
    ) -> CustomerRecord {
        var record = CustomerRecord(of: "c-1")
        record.birthday = born.flatMap { text in
            let date = CalendarDate(text)!
            return Birthday(.solar(AnnualDate(date)), bornIn: date.year)
        }
        record.country = country.flatMap { CountryCode($0) }
        record.recipientKind = kind
        return record
    }

    private func says(_ record: CustomerRecord, cultures: Set<Culture>? = []) -> [String] {
        Self.wine.suitability(for: record, cultures: cultures, on: Self.day, leapDay: .dayAfter).reasons
            .map { $0.text(in: .english, from: .restrictions) }
    }

    @Test func `R-GIFT-01 Goes to whom nothing bars`() {
        let finding = Self.wine.suitability(
            for: Self.record(),
            cultures: [.hinduism],
            on: Self.day,
            leapDay: .dayAfter
        )
        #expect(finding == .suitable && finding.reasons.isEmpty)
    }

    @Test func `R-GIFT-01 S08 Says everything that bars somebody at once`() {
        let doctor = Self.record(born: "2008-03-11", in: "DE", as: .healthProfessional)
        #expect(
            says(doctor, cultures: [.islam, .buddhism, .hinduism]) == [
                "17 years old, from 18 on", "not for DE", "not for a health professional", "out of place: Buddhism",
                "out of place: Islam",
            ]
        )
        #expect(says(Self.record(born: "2008-03-10")).isEmpty, "eighteen today")
        #expect(says(Self.record(in: "US")) == ["not for US"])
    }

    @Test func `R-GIFT-01 S08 Names what is not known, and takes it for no yes`() {
        let stranger = Self.record(born: nil, in: nil, as: nil)
        let finding = Self.wine.suitability(for: stranger, cultures: nil, on: Self.day, leapDay: .dayAfter)
        guard case .unknown(let reasons) = finding else { return #expect(Bool(false), "\(finding)") }
        #expect(
            reasons.map { $0.text(in: .chinese, from: .restrictions) } == [
                "年龄未知，须满18岁", "国家或地区未知", "收礼人身份未知", "文化背景未知",
            ]
        )
        let official = Self.record(born: nil, in: nil, as: .publicOfficial)
        let barred = Self.wine.suitability(for: official, cultures: nil, on: Self.day, leapDay: .dayAfter)
        guard case .unsuitable(let all) = barred else { return #expect(Bool(false), "\(barred)") }
        #expect(all.count == 4 && all[0].code == "recipientExcluded", "what bars comes first")
    }

    @Test func `R-GIFT-01 Asks for no fact without need`() {
        let stranger = Self.record(born: nil, in: nil, as: nil)
        let finding = GiftRestrictions.none.suitability(for: stranger, cultures: nil, on: Self.day, leapDay: .skip)
        #expect(finding == .suitable)
    }

    @Test func `R-GIFT-10 In a set bars whom either part bars`() {
        let toy = GiftRestrictions(minimumAge: 3, onlyCountries: [CountryCode("DE")!], exceptCultures: [.judaism])!
        let both = Self.wine.joined(with: toy)
        #expect(both.minimumAge == 18)
        #expect(both.onlyCountries == [CountryCode("DE")!])
        #expect(both.exceptCultures == [.islam, .buddhism, .judaism])
        #expect(both == toy.joined(with: Self.wine))
        let nowhere = both.joined(with: GiftRestrictions(minimumAge: nil, onlyCountries: [CountryCode("FR")!])!)
        #expect(nowhere.onlyCountries == [], "no country is left, which is not the same as every country")
        #expect(Self.wine.joined(with: .none) == Self.wine)
    }

    @Test func `R-GIFT-01 Asks for the country where only some are served, too`() {
        let domestic = GiftRestrictions(minimumAge: nil, onlyCountries: [CountryCode("CN")!])!
        func finding(_ country: String?) -> Suitability {
            domestic.suitability(for: Self.record(in: country), cultures: nil, on: Self.day, leapDay: .dayAfter)
        }
        #expect(finding("CN") == .suitable)
        #expect(finding("DE").reasons.map { $0.text(in: .english, from: .restrictions) } == ["not for DE"])
        #expect(finding(nil) == .unknown([Reason(RestrictionReason.countryNotKnown)]))
    }

    @Test func `R-GIFT-01 Has an age that somebody can have`() {
        #expect(GiftRestrictions(minimumAge: 0) == nil && GiftRestrictions(minimumAge: 151) == nil)
    }

    @Test func `R-GIFT-01 Has words for every reason in both languages`() {
        for code in RestrictionReason.allCases {
            #expect(!code.phrase[.english].isEmpty && code.phrase[.chinese].contains { $0 > "\u{4E00}" })
        }
        #expect(Culture.islam.title[.chinese] == "伊斯兰教" && Culture("shinto").title[.english] == "shinto")
    }

    @Test func `The wire format never changes`() throws {
        try expectWireFormat(
            of: Self.wine,
            toBe: #"{"exceptCountries":["DE"],"exceptCultures":["buddhism","islam"],"#
                + #""exceptRecipients":["healthProfessional","publicOfficial"],"minimumAge":18,"#
                + #""onlyCountries":["CN","DE"]}"#
        )
        try expectWireFormat(of: GiftRestrictions.none, toBe: "{}")
        let nowhere = GiftRestrictions(minimumAge: nil, onlyCountries: [])!
        try expectWireFormat(of: nowhere, toBe: #"{"onlyCountries":[]}"#)
        #expect(refusal(of: #"{"exceptCountries":[]}"#, as: GiftRestrictions.self) == "the list is empty")
        #expect(
            refusal(of: #"{"exceptCountries":["DE","DE"]}"#, as: GiftRestrictions.self) == "the list repeats itself"
        )
    }
}
