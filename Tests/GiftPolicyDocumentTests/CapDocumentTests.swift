import Foundation
import GiftModel
import GiftPolicy
import GiftPolicyFixtures
import GiftTesting
import Testing

@Suite struct `A cap as it is written` {
    private static var full: Cap {
        var scope = CapScope.gifts
        scope.rules = ["b", "a"]
        scope.occasions = [.festival]
        scope.giftKinds = [.physical, .coupon]
        scope.gifts = ["watch"]
        var cap = Cap(id: "full", atMost: 2, of: scope, in: .calendar(.quarter))
        cap.states = [.dispatched, .approved]
        cap.exempt = ["recovery"]
        cap.afterDispleasure = FeedbackRule(forDays: 90, windowTimes: 3)
        return cap
    }

    private static var mails: Cap {
        var scope = CapScope.touches
        scope.channels = [.weChat, .email]
        var cap = Cap(id: "mails", atMost: 2, of: scope, in: .rolling(days: 7))
        cap.afterDispleasure = FeedbackRule(forDays: 30)
        return cap
    }

    @Test(arguments: [
        (
            Cap(id: "one", atMost: 1, of: .gifts, in: .rolling(days: 30)),
            #"{"atMost":1,"id":"one","of":"gifts","window":{"rollingDays":30}}"#
        ),
        (
            Cap(id: "a", atMost: 9, of: .everything, in: .lifetime),
            #"{"atMost":9,"id":"a","of":"everything","window":"lifetime"}"#
        ),
        (
            full,
            #"{"afterDispleasure":{"days":90,"windowTimes":3},"atMost":2,"exempt":["recovery"],"giftKinds":["coupon","#
                + #""physical"],"gifts":["watch"],"id":"full","occasions":["festival"],"of":"gifts","rules":["a","b"],"#
                + #""states":["approved","dispatched"],"window":"calendarQuarter"}"#
        ),
        (
            mails,
            #"{"afterDispleasure":{"days":30},"atMost":2,"channels":["email","weChat"],"id":"mails","of":"touches","#
                + #""window":{"rollingDays":7}}"#
        ),
    ])
    func `R-POL-10 Has a wire format that never changes`(cap: Cap, stored: String) throws {
        #expect(Wire.text(of: cap) == stored)
        #expect(try Wire.read(Cap.self, from: stored) == cap)
    }

    @Test(arguments: CapWindow.Part.allCases)
    func `R-POL-10 Names each part of the calendar`(part: CapWindow.Part) throws {
        let cap = Cap(id: "a", atMost: 1, of: .gifts, in: .calendar(part))
        #expect(Wire.text(of: cap).contains(#""window":"\#(part.rawValue)""#))
        #expect(try Wire.read(Cap.self, from: Wire.text(of: cap)) == cap)
    }

    @Test func `R-POL-10 Tells unknown words and keys with their place`() {
        let faults: [(String, String)] = [
            (#""window":{"rollingDays":30}"#, #""window":"calendarFortnight""#),
            (#""of":"gifts""#, #""of":"presents""#), (#""atMost":1"#, #""most":1"#),
            (#""atMost":1"#, #""atMost":1,"states":[]"#), (#""atMost":1"#, #""atMost":1,"exempt":["a","a"]"#),
            (#"{"rollingDays":30}"#, #"{"days":30}"#),
        ]
        let text = #"{"atMost":1,"id":"one","of":"gifts","window":{"rollingDays":30}}"#
        for (found, replacement) in faults {
            #expect(throws: DecodingError.self) {
                try Wire.read(Cap.self, from: text.replacing(found, with: replacement))
            }
        }
    }

    @Test func `R-POL-10 Is told every fault with its place, as part of the policy`() {
        var wrong = Cap(id: "a", atMost: 0, of: .everything, in: .rolling(days: 0))
        wrong.states = [.planned, .cancelled, .writtenOff]
        wrong.exempt = ["nobody"]
        wrong.afterDispleasure = FeedbackRule(forDays: 0, windowTimes: 1)
        var scope = CapScope.everything
        scope.channels = [.email]
        scope.rules = ["none"]
        scope.giftKinds = [.coupon]
        scope.gifts = ["cup"]
        let scoped = Cap(id: "a", atMost: 1001, of: scope, in: .lifetime)
        var document = Shop.document
        document.caps = [wrong, scoped]
        document.groups = [
            ConflictGroup(id: "g", keeping: .stack(0), of: ["thanks"]),
            ConflictGroup(id: "g", keeping: .first, of: ["thanks", "nobody"]),
        ]
        #expect(
            document.faults.map(\.description) == [
                "/caps/0/atMost: `0` is not 1 through 1000", "/caps/0/window/rollingDays: `0` is not 1 through 36500",
                "/caps/0/states: a grant in the state `rejected` does not count as such"
                    .replacing("rejected", with: "cancelled"),
                "/caps/0/states: a grant in the state `writtenOff` does not count as such",
                "/caps/0/exempt: the policy has no rule `nobody`",
                "/caps/0/afterDispleasure/days: `0` is not 1 through 36500",
                "/caps/0/afterDispleasure/windowTimes: `1` is not 2 through 12",
                "/caps/1/id: another one is called `a`",
                "/caps/1/atMost: `1001` is not 1 through 1000",
                "/caps/1/channels: only a cap on touches can ask for this",
                "/caps/1/rules: the policy has no rule `none`",
                "/caps/1/giftKinds: only a cap on gifts can ask for this",
                "/caps/1/gifts: only a cap on gifts can ask for this",
                "/groups/0/keep/stack: `0` is not 1 through 1000",
                "/groups/0/rules: `1` rules are in no conflict", "/groups/1/id: another one is called `g`",
                "/groups/1/rules: the policy has no rule `nobody`",
                "/groups/1/rules: the rule `thanks` is in another group",
            ]
        )
    }

    @Test func `R-POL-10 Reads as one sentence in both languages`() {
        #expect(
            Self.full.sentence
                == LocalizedText(
                    english:
                        "“full”: at most 2 gifts of the rules “a”, “b” on Festival of the kinds coupon, goods named "
                        + "“watch” in a calendar quarter; only grants in these states count: approved, dispatched; "
                        + "exempt but counted: “recovery”; for 90 days after displeasure over 3 such times in a row.",
                    chinese: "“full”：每个自然季度至多2次礼品（规则：“a”、“b”）（场合：节日）（类别：优惠券、实物礼品）（名称：“watch”）"
                        + "；仅计入以下状态：已批准、已发出；以下规则不受限但计入：“recovery”；负面反馈后90天内，按连续3个周期合并计算。"
                )
        )
        #expect(
            Self.mails.sentence[.english]
                == "“mails”: at most 2 touches by e-mail, WeChat in any 7 days; "
                + "for 30 days after displeasure over 2 such times in a row."
        )
    }

    /// Any cap, from few words so that two often differ in one place only.
    static func anyCap(using random: inout SeededGenerator) -> Cap {
        func some<Element: Hashable>(_ elements: [Element]) -> Set<Element> {
            Bool.random(using: &random) ? [] : Set(elements.filter { _ in Bool.random(using: &random) })
        }
        var scope = CapScope(CapScope.Subject.allCases.randomElement(using: &random)!)
        scope.channels = some([.email, .post, "e-mail", "邮寄"])
        scope.rules = some(["a", "b", "a”, “b", "a, b"])
        scope.occasions = some([.birthday, "Birthday", "生日"])
        scope.giftKinds = some([.coupon, .physical])
        scope.gifts = some(["a", "b”"])
        let windows: [CapWindow] =
            [.lifetime, .rolling(days: 1), .rolling(days: 7)] + CapWindow.Part.allCases.map { .calendar($0) }
        var cap = Cap(
            id: ["a", "b", "b”"].randomElement(using: &random)!,
            atMost: .random(in: 1...2, using: &random),
            of: scope,
            in: windows.randomElement(using: &random)!
        )
        let states = some([GrantState.planned, .approved])
        if !states.isEmpty { cap.states = states }
        cap.exempt = some(["a", "b"])
        if Bool.random(using: &random) {
            cap.afterDispleasure = FeedbackRule(
                forDays: .random(in: 1...2, using: &random),
                windowTimes: .random(in: 2...3, using: &random)
            )
        }
        return cap
    }

    @Test func `R-POL-10 Never reads like another one, in either language`() throws {
        var random = SeededGenerator(seed: 7)
        let caps = Set((0..<4_000).map { _ in Self.anyCap(using: &random) })
        #expect(caps.count > 1_000)
        for language in [Language.english, .chinese] {
            #expect(Set(caps.map { $0.sentence[language] }).count == caps.count)
        }
        for cap in caps.prefix(300) { #expect(try Wire.read(Cap.self, from: Wire.text(of: cap)) == cap) }
    }

    @Test func `R-POL-11 Has words for every reason in both languages, with the same facts`() throws {
        let codes = CapReason.allCases.map(\.rawValue) + QuietReason.allCases.map(\.rawValue)
        for code in codes {
            let phrase = try #require(Phrasebook.policy.phrase(for: code))
            func facts(_ language: Language) -> [String] {
                phrase[language].matches(of: /\{\w+\}/).map { String($0.output) }.sorted()
            }
            #expect(facts(.english) == facts(.chinese))
        }
        #expect(Set(codes).isDisjoint(with: PolicyReason.allCases.map(\.rawValue)))
        #expect(Set(codes).isDisjoint(with: GiftMatchReason.allCases.map(\.rawValue)))
    }
}
