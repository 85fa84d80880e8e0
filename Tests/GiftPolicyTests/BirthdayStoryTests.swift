import GiftModel
import GiftPolicy
import GiftPolicyFixtures
import Segmentation
import Testing

/// Story S02: Mei, born on 18 March 1992, and what her birthday week is.
@Suite struct `One birthday` {
    private static func rule(_ id: String, _ days: String, priority: Int64 = 70) -> String {
        """
        { "id": "\(id)", "name": { "en": "Birthday \(id)", "zh": "生日\(id)" }, "occasion": "birthday",
          "goal": "loyalty", "priority": \(priority), "on": { "birthday": { "days": \(days) } }, "when": { "all": [] },
          "gift": { "from": "0.00 CNY", "through": "50.00 CNY" } }
        """
    }

    private static let around = rule("around", #"{ "from": -3, "through": 3 }"#)
    private static let week = rule("week", #"{ "weekFrom": "monday" }"#)
    private static let before = rule("before", #"{ "from": -3, "through": -3 }"#, priority: 60)
    private static let greeting = """
        { "id": "greeting", "name": { "en": "Greeting", "zh": "生日祝福" }, "occasion": "birthday", "goal": "loyalty",
          "priority": 50, "on": { "birthday": { "days": { "from": 0, "through": 0 } } }, "when": { "all": [] },
          "touches": [{ "kind": "greeting", "channels": ["weCom", "sms"], "content": "birthday" }] }
        """

    private static func mei(_ rules: String...) -> StoryShop {
        let text = rules.joined(separator: ", ")
        var shop = StoryShop(StoryShop.policy(rules: text), giving: [StoryShop.gift("cup", "30.00")])
        shop.record.birthday = .solar("1992-03-18")
        return shop
    }

    private static func nine(_ date: String) -> Timestamp { at("\(date) 09:00:00") }

    /// What becomes of `rule` at nine of each day of March 2026 from `first` through `last`; what is due goes out.
    private static func days(_ mei: inout StoryShop, _ rule: Rule.ID, _ first: Int, _ last: Int) -> [String] {
        (first...last)
            .map { number in
                let now = nine("2026-03-\(number)")
                let decision = mei.decision(at: now)
                mei.touches += decision.touches.map { $0.touch(sentAt: now) }
                mei.give(at: now)
                let earliest = decision.refusal(of: rule)?.earliest.map { " \($0.day)" } ?? ""
                return "\(number) \(decision.gift(rule)?.text ?? "refused")\(earliest)"
            }
    }

    @Test func `R-TRIG-03 R-POL-11 S02 Is kept from three days before through three days after, with one gift`() throws
    {
        var mei = Self.mei(Self.around, Self.greeting)
        let early = mei.decision(at: Self.nine("2026-03-14"))
        #expect((early.refusal(of: "around")?.kind, early.touches) == (.notDue, []))
        #expect(early.told("around") == ["birthday on 2026-03-18, celebrated from 2026-03-15 on: 1 day to go"])
        #expect(Self.days(&mei, "around", 14, 15) == ["14 refused 2026-03-15", "15 cup"])
        for number in 16...21 {
            let decision = mei.decision(at: Self.nine("2026-03-\(number)"))
            #expect(decision.told("around") == ["given before, on 2026-03-15"])
            #expect(decision.told("around", in: .chinese) == ["已于2026-03-15送过"])
        }
        _ = Self.days(&mei, "around", 16, 21)
        #expect(Self.days(&mei, "around", 22, 22) == ["22 refused 2027-03-15"])
        #expect(mei.grants.map { $0.terms?.plannedFor } == [day("2026-03-15")])
        // The greeting, which is no gift, went out on the day itself and on no other.
        #expect(mei.touches.map(\.sentAt) == [Self.nine("2026-03-18")])
        #expect(mei.touches.map(\.kind) == [.greeting])
    }

    @Test func `R-TRIG-03 S02 Is kept in its calendar week, from Monday on, with one gift`() {
        var mei = Self.mei(Self.week)
        #expect(day("2026-03-18").weekday == .wednesday)
        #expect(Self.days(&mei, "week", 15, 16) == ["15 refused 2026-03-16", "16 cup"])
        #expect(Self.days(&mei, "week", 17, 23).last == "23 refused 2027-03-15")
        #expect(day("2027-03-15").weekday == .monday)
        #expect(mei.grants.count == 1)
    }

    @Test func `R-TRIG-03 R-POL-10 S02 Brings one gift where the policy holds both rules, and that is found`() {
        var mei = Self.mei(Self.week, Self.before)
        _ = Self.days(&mei, "before", 14, 23)
        #expect(mei.grants.map { $0.terms?.plannedFor } == [day("2026-03-15")])
        #expect(mei.grants.map { $0.terms?.rule.rule } == ["before"])
        let findings = mei.policy.document.findings(against: PolicyBackground(year: 2026))
        #expect(
            findings.map(\.problem) == [
                .outsideWindow(
                    "before",
                    of: "week",
                    birthdays: 156,
                    among: 365,
                    year: 2026,
                    weekdays: [.monday, .tuesday, .wednesday]
                )
            ]
        )
        #expect(findings.map(\.severity) == [.warning])
        #expect(findings.first?.text.english.contains("156 of the 365") == true)
        #expect(findings.first?.text.chinese.contains("156") == true)
    }

    @Test func `R-TRIG-03 S02 Brings nothing more in a year in which it was moved`() {
        var mei = Self.mei(Self.around)
        _ = Self.days(&mei, "around", 14, 22)
        mei.record.birthday = .solar("1992-06-20")
        for number in 17...23 {
            let decision = mei.decision(at: Self.nine("2026-06-\(number)"))
            #expect(decision.told("around") == ["given before, on 2026-03-15"])
            #expect(decision.refusal(of: "around")?.earliest?.day == day("2027-06-17"))
        }
        #expect(mei.decision(at: Self.nine("2027-06-16")).candidates.isEmpty)
        #expect(mei.decision(at: Self.nine("2027-06-17")).gift("around") == "cup")
    }
}
