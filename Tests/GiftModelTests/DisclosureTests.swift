import Foundation
import GiftModel
import Testing

private enum TeaReason: String, ReasonCode {
    case longStanding = "longStanding"
    case dearTea = "dearTea"
    case teaDrawn = "teaDrawn"
    case teaKept = "teaKept"

    var phrase: LocalizedText {
        switch self {
        case .longStanding:
            LocalizedText(english: "{guest} came {days} ago, worth {worth}", chinese: "{guest}于{days}前来，估值{worth}")
        case .dearTea: LocalizedText(english: "the tea costs {cost}", chinese: "茶价{cost}")
        case .teaDrawn: LocalizedText(english: "lot {lot}", chinese: "签{lot}")
        case .teaKept: LocalizedText(english: "kept without tea", chinese: "不奉茶")
        }
    }

    var disclosure: Disclosure {
        switch self {
        case .longStanding: .shared(LocalizedText(english: "you came {days} ago", chinese: "您于{days}前来"))
        case .dearTea: .staffOnly
        case .teaDrawn, .teaKept: .neutral
        }
    }
}

@Suite struct `What a customer is told` {
    private let book = Phrasebook(TeaReason.self)
    private let neutral = [Reason(NeutralReason.notForEverybody)]
    private let longStanding = Reason(
        TeaReason.longStanding,
        Fact("guest", .code("g-1")),
        Fact("days", .days(3)),
        Fact("worth", .number(812))
    )
    private let dear = Reason(TeaReason.dearTea, Fact("cost", .number(9)))
    private let drawn = Reason(TeaReason.teaDrawn, Fact("lot", .number(7)))
    private let kept = Reason(TeaReason.teaKept)

    private func texts(_ reasons: [Reason], _ language: Language = .english) -> [String] {
        book.texts(of: reasons, for: .customer, in: language)
    }

    @Test func `R-POL-11 Is what is shared, in words of its own and with the shared facts alone`() {
        let told = [dear, longStanding].disclosed(to: .customer, by: book)
        #expect(told == [Reason(TeaReason.longStanding, Fact("days", .days(3)))])
        #expect(texts([dear, longStanding]) == ["you came 3 days ago"])
        #expect(texts([dear, longStanding], .chinese) == ["您于3天前来"])
    }

    @Test func `R-POL-11 Keeps nothing from the staff`() {
        let all = [dear, longStanding, drawn, kept]
        #expect(all.disclosed(to: .staff, by: book) == all)
        #expect(
            book.texts(of: all, for: .staff, in: .english)
                == ["the tea costs 9", "g-1 came 3 days ago, worth 812", "lot 7", "kept without tea"]
        )
    }

    @Test func `R-POL-11 Is one neutral sentence where one reason is neutral, wherever and however many`() {
        for reasons in [
            [drawn], [kept], [drawn, kept], [longStanding, drawn], [drawn, longStanding],
            [kept, dear, drawn, longStanding, longStanding],
        ] {
            #expect(reasons.disclosed(to: .customer, by: book) == neutral)
            #expect(texts(reasons) == texts([kept]))
            #expect(texts(reasons, .chinese) == ["礼品并非人人每次都有，由对所有客户一致的规则决定"])
        }
        #expect(
            texts([kept]) == [
                "not everybody receives every gift; who does is decided by rules that are the same for all"
            ]
        )
    }

    @Test func `R-POL-11 Is the neutral sentence too where nothing may be shared`() {
        #expect(texts([dear]) == texts([kept]))
        #expect([Reason]().disclosed(to: .customer, by: book).isEmpty)
    }

    @Test func `R-POL-11 Holds nothing of a code that nobody knows, as a newer version may have stored it`() throws {
        let stored = #"{"code":"luckyTea","facts":[{"name":"worth","value":{"number":812}}]}"#
        let reason = try JSONDecoder().decode(Reason.self, from: Data(stored.utf8))
        #expect(book.disclosure(of: "luckyTea") == .staffOnly)
        #expect([reason].disclosed(to: .customer, by: book) == neutral)
        #expect(texts([reason, longStanding]) == ["you came 3 days ago"])
        #expect(book.texts(of: [reason], for: .staff, in: .english) == ["luckyTea (worth: 812)"])
    }

    @Test func `R-POL-11 Holds no reason that lacks a shared fact, and none twice`() {
        let bare = Reason(TeaReason.longStanding, Fact("worth", .number(812)))
        #expect([bare].disclosed(to: .customer, by: book) == neutral)
        let other = Reason(
            TeaReason.longStanding,
            Fact("guest", .code("g-2")),
            Fact("days", .days(3)),
            Fact("days", .days(99))
        )
        #expect([longStanding, other].disclosed(to: .customer, by: book).count == 1)
    }

    @Test func `R-POL-11 Does not change when it is taken again`() {
        for reasons in [[dear, longStanding], [kept, dear], [dear]] {
            let told = reasons.disclosed(to: .customer, by: book)
            #expect(told.disclosed(to: .customer, by: book) == told)
            #expect(book.texts(of: told, for: .customer, in: .english) == texts(reasons))
        }
    }

    @Test func `R-POL-11 Is nothing unless the list of reasons says so, and a host's wording says it anew`() {
        enum Quiet: String, ReasonCode {
            case longStanding = "longStanding"
            var phrase: LocalizedText { LocalizedText(english: "came long ago", chinese: "久来") }
        }
        enum Open: String, ReasonCode {
            case dearTea = "dearTea"
            case notForEverybody = "notForEverybody"
            var phrase: LocalizedText {
                switch self {
                case .dearTea: LocalizedText(english: "fine tea", chinese: "好茶")
                case .notForEverybody: LocalizedText(english: "not this time", chinese: "本次没有")
                }
            }
            var disclosure: Disclosure { self == .dearTea ? .shared(phrase) : .neutral }
        }
        #expect(Quiet.longStanding.disclosure == .staffOnly)
        let quiet = Phrasebook(Quiet.self).merging(book)
        #expect([longStanding].disclosed(to: .customer, by: quiet) == neutral)
        let open = Phrasebook(Open.self).merging(book)
        #expect(open.texts(of: [dear], for: .customer, in: .english) == ["fine tea"])
        #expect(open.texts(of: [kept], for: .customer, in: .chinese) == ["本次没有"])
    }
}
