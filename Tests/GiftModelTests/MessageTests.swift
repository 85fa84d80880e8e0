import GiftModel
import Testing

@Suite struct `A message template` {
    private func template(_ text: String) throws(MessageError) -> MessageTemplate {
        try MessageTemplate(id: "t", in: LanguageTag("en")!, text)
    }

    @Test func `R-GIFT-08 Is filled in with the receiver's name, the gift and the occasion`() throws {
        let birthday = try template("Dear {name}, happy {occasion}! Enjoy your {gift}, {name}.")
        #expect(birthday.fields == [.gift, .name, .occasion])
        let values: [MessageField: String] = [.name: "梅", .occasion: "birthday", .gift: "tea", .customText: "unused"]
        #expect(try birthday.text(with: values) == "Dear 梅, happy birthday! Enjoy your tea, 梅.")
    }

    @Test func `R-GIFT-08 Does not read again what is filled in, and writes doubled braces once`() throws {
        let text = try template("{{name}} is {name}").text(with: [.name: "{gift}"])
        #expect(text == "{name} is {gift}")
    }

    @Test func `R-GIFT-08 Writes no half message`() throws {
        #expect(throws: MessageError.missingValue(.gift)) { try template("{name}: {gift}").text(with: [.name: "Mei"]) }
    }

    @Test(arguments: [
        ("Dear {name", MessageError.unclosedBrace(position: 6), "`{` at character 6 is never closed"),
        ("Dear {name, enjoy your {gift}!", .unclosedBrace(position: 6), "`{` at character 6 is never closed"),
        ("Dear name}", .strayBrace(position: 10), "`}` at character 10 was never opened"),
        ("👋 {}", .unnamedField(position: 3), "`{` at character 3 names no field"),
    ])
    func `R-GIFT-08 Names the place of a fault`(text: String, error: MessageError, says: String) {
        #expect(throws: error) { try template(text) }
        #expect(error.description == says)
    }

    @Test func `R-GIFT-08 Says which value is missing`() {
        #expect(MessageError.missingValue("shop").description == "no value for `{shop}`")
    }
}

@Suite struct `The templates of a host` {
    private static func template(
        _ id: MessageTemplate.ID,
        _ language: String,
        _ occasion: Occasion? = nil,
        _ tone: MessageTone? = nil
    ) -> MessageTemplate {
        do {
            return try MessageTemplate(id: id, in: LanguageTag(language)!, for: occasion, tone: tone, "")
        } catch {
            preconditionFailure("\(error)")
        }
    }

    private static let templates = MessageTemplates([
        template("en", "en"), template("en-birthday", "en", .birthday), template("zh", "zh"),
        template("zh-Hans-warm", "zh-Hans", nil, .warm), template("zh-Hans", "zh-Hans"),
        template("zh-birthday-formal", "zh", .birthday, .formal), template("zh-birthday", "zh", .birthday),
        template("fr-warm", "fr", nil, .warm), template("fr-birthday", "fr", .birthday),
    ])

    @Test(
        arguments: [
            ("en-GB", Occasion.birthday, nil, "en-birthday"), ("en", .welcome, MessageTone.warm, "en"),
            ("zh-Hans-CN", .birthday, .warm, "zh-Hans-warm"), ("zh-Hans-CN", .birthday, nil, "zh-Hans"),
            ("zh-Hans", .birthday, .formal, "zh-Hans"), ("zh-Hant", .birthday, .formal, "zh-birthday-formal"),
            ("zh-Hant", .birthday, .playful, "zh-birthday"), ("zh", .welcome, nil, "zh"), ("de", .birthday, nil, nil),
            ("zh-x-private", .welcome, nil, "zh"), ("fr", .birthday, .warm, "fr-birthday"),
        ] as [(String, Occasion, MessageTone?, String?)]
    )
    func `R-GIFT-08 Are chosen by language, then occasion, then tone`(
        language: String,
        occasion: Occasion,
        tone: MessageTone?,
        chosen: String?
    ) {
        let template = Self.templates.template(for: occasion, in: LanguageTag(language)!, tone: tone)
        #expect(template?.id.text == chosen)
    }

    @Test func `R-GIFT-08 Have tones in both languages`() {
        #expect(MessageTone.warm.title[.chinese] == "亲切" && MessageTone("royal").title[.english] == "royal")
    }
}

@Suite struct `A customized gift` {
    private let engraving = Customization(mostCharacters: 4, days: 5)!

    @Test func `R-GIFT-08 Takes a text as long as it fits, as a reader counts it`() {
        #expect(engraving.misfit(of: "张丽华👨‍👩‍👧") == nil)
        #expect(engraving.misfit(of: "abcde") == .tooLong(characters: 5))
        #expect(engraving.misfit(of: "") == .empty)
        #expect(engraving.misfit(of: "a\nb") == .controlCharacter(position: 2))
        #expect(engraving.misfit(of: "a\u{2028}b") == .controlCharacter(position: 2))
        #expect(engraving.misfit(of: "ab\u{2029}") == .controlCharacter(position: 3))
    }

    @Test func `R-GIFT-08 Is refused without room or beyond a year`() {
        #expect(Customization(mostCharacters: 0, days: 0) == nil && Customization(mostCharacters: 1001, days: 0) == nil)
        #expect(Customization(mostCharacters: 1, days: -1) == nil && Customization(mostCharacters: 1, days: 366) == nil)
    }

    @Test func `The wire format never changes`() throws {
        try expectWireFormat(of: engraving, toBe: #"{"days":5,"mostCharacters":4}"#)
        try expectWireFormat(
            of: GiftMessage(by: "birthday-zh", customText: "t-9", enclosures: ["card", "leaflet"]),
            toBe: #"{"customText":"t-9","enclosures":["card","leaflet"],"template":"birthday-zh"}"#
        )
        try expectWireFormat(of: GiftMessage(by: "birthday-zh"), toBe: #"{"template":"birthday-zh"}"#)
    }
}
