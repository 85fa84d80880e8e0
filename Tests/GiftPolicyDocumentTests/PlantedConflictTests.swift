import GiftModel
import GiftPolicy
import GiftPolicyFixtures
import Segmentation
import Testing

/// The rules of a tea shop that collide by design: an upgrade soon after a birthday gift, a birthday on Mid-Autumn, and
/// an upgrade that is to leave at once and needs an approval.
@Suite struct `The planted conflicts of a tea shop` {
    private let document = Shop.trapping { try PolicyDocument(json: Self.text) }

    private func findings(_ year: Int? = 2027) -> [PolicyFinding] {
        document.findings(against: PolicyBackground(year: year))
    }

    private func finding(_ isMeant: (PolicyFinding.Problem) -> Bool) throws -> PolicyFinding {
        let found = findings().filter { isMeant($0.problem) }
        #expect(found.count == 1)
        return try #require(found.first)
    }

    @Test func `R-POL-10 Are in a policy without a fault`() throws {
        #expect(document.faults == [])
        _ = try Policy(validating: document)
    }

    @Test func `R-POL-10 Are found: an upgrade within 30 days of a birthday gift is lost`() throws {
        let found = try finding { if case .outwaited("upgrade-gold", _, _, _, _) = $0 { true } else { false } }
        #expect(found.path == "/rules/1")
        #expect(found.paths == ["/rules/1", "/rules/0", "/caps/0"])
        #expect(found.severity == .warning)
        let others = "“upgrade-silver”, “upgrade-diamond”, “birthday”, “spring-festival”, “mid-autumn”, “christmas”"
        #expect(
            found.text.english
                == "“upgrade-gold” is valid for 7 days, but the cap “one-in-30-days” rests for 30 days after "
                + "\(others), “recovery”"
        )
        #expect(
            found.text.chinese
                == "“upgrade-gold”有效期为7天，但在“upgrade-silver”、“upgrade-diamond”、“birthday”、“spring-festival”、"
                + "“mid-autumn”、“christmas”、“recovery”之后，上限“one-in-30-days”须间隔30天"
        )
    }

    @Test func `R-POL-10 Are found: who was born on Mid-Autumn is given for both at once, by the moon every year`()
        throws
    {
        let found = try finding {
            if case .occasionsMeet("birthday", "mid-autumn", _) = $0 { true } else { false }
        }
        #expect(found.path == "/rules/5")
        #expect(found.paths == ["/rules/5/on", "/rules/3/on"])
        #expect(found.witness == .tier(in: ["silver"]))
        #expect(
            found.text.english
                == "“birthday” and “mid-autumn” come round at once for 21 of the 365 birthdays of 2027 and for 21 of 360 "
                + "by the lunar calendar, every year for those on the lunar 8-15, for example: tier exactly silver"
        )
        #expect(
            found.text.chinese
                == "“birthday”与“mid-autumn”同时到来：2027年365个公历生日中的21个，360个农历生日中的21个，"
                + "其中农历8月15日的生日年年如此，例如：等级等于silver"
        )
        let christmas = try finding { if case .occasionsMeet("birthday", "christmas", _) = $0 { true } else { false } }
        guard case .occasionsMeet(_, _, let meeting) = christmas.problem else { return }
        #expect(meeting == BirthdayMeeting(inYear: 2027, solar: 21, of: 365, lunar: 21))
    }

    @Test func `R-POL-10 Are found: at once cannot hold for diamond, whose gifts always need an approval`() throws {
        let found = try finding { if case .approvalAtOnce = $0 { true } else { false } }
        #expect(found.path == "/rules/2/gift")
        #expect(found.paths == ["/rules/2/on", "/rules/2/gift", "/approvals/0/atLeast"])
        #expect(found.witness == .tier(in: ["diamond"]))
        #expect(
            found.text.english
                == "“upgrade-diamond” cannot leave at once for Diamond: its gifts cost 800.00 CNY or more, and from "
                + "500.00 CNY on somebody has to approve, for example: tier exactly diamond"
        )
        #expect(
            found.text.chinese
                == "“upgrade-diamond”对钻石无法立即发出：礼品800.00 CNY起，而500.00 CNY起须经审批，例如：等级等于diamond"
        )
    }

    @Test func `R-POL-10 Are told with all else, in the order of the document`() {
        let words = findings()
            .map { finding in
                let word = "\(finding.problem)".split(separator: "(").first.map(String.init) ?? ""
                return "\(finding.path) \(word)"
            }
        #expect(
            words == [
                "/rules/0 outwaited", "/rules/1 outwaited", "/rules/2/gift noGiftFits", "/rules/2/gift approvalAtOnce",
                "/rules/2 outwaited", "/rules/3 outwaited", "/rules/4 outwaited", "/rules/4 occasionsMeet",
                "/rules/5 outwaited", "/rules/5 occasionsMeet", "/rules/6 outwaited", "/rules/6 occasionsMeet",
            ]
        )
        #expect(findings() == findings())
        #expect(findings(nil).allSatisfy { if case .occasionsMeet = $0.problem { false } else { true } })
    }

    @Test func `R-POL-10 Leave no gift to a company contact who reaches diamond`() throws {
        let found = try finding { if case .noGiftFits = $0 { true } else { false } }
        #expect(found.paths == ["/rules/2/gift", "/guards/1"])
        let kind = SegmentCondition.oneOf(.trait(.recipientKind), ["employee"])
        #expect(found.witness == .all([.tier(in: ["diamond"]), kind]))
        #expect(
            found.text.english.hasPrefix("no gift for employee through 200.00 CNY, the cheapest costs 800.00 CNY")
        )
    }

    static let text = """
        {
          "format": "gift-policy/1", "id": "tea", "version": 1, "name": { "en": "Tea & Home", "zh": "茶居" },
          "defaults": {
            "leapDay": "dayBefore", "leapMonth": "regular", "shortMonth": "lastDay", "zone": "Asia/Shanghai"
          },
          "stages": { "newThroughDays": 30, "comparedDays": 90, "dormantAfterDays": 90, "churnedAfterDays": 365 },
          "tiers": {
            "spend": "net", "window": "calendarYear",
            "base": { "id": "standard", "name": { "en": "Standard", "zh": "普通" } },
            "rungs": [
              { "tier": { "id": "silver", "name": { "en": "Silver", "zh": "银卡" } }, "atLeast": "2000.00 CNY" },
              { "tier": { "id": "gold", "name": { "en": "Gold", "zh": "金卡" } }, "atLeast": "8000.00 CNY" },
              { "tier": { "id": "diamond", "name": { "en": "Diamond", "zh": "钻石" } }, "atLeast": "30000.00 CNY" }
            ]
          },
          "guards": [
            {
              "id": "officials", "for": { "recipients": ["publicOfficial"] },
              "limit": { "perGift": "0.00 CNY", "allowsZeroCost": true }
            },
            {
              "id": "companies", "for": { "recipients": ["employee"] },
              "limit": {
                "perGift": "200.00 CNY", "allowsZeroCost": true,
                "total": { "within": "P12M", "amount": "500.00 CNY" }
              }
            }
          ],
          "approvals": [ { "id": "manager", "atLeast": "500.00 CNY", "by": ["manager"], "validDays": 30 } ],
          "caps": [
            {
              "id": "one-in-30-days", "of": "gifts", "atMost": 1, "window": { "rollingDays": 30 },
              "exempt": ["recovery"]
            },
            {
              "id": "holidays", "of": "gifts", "atMost": 1, "occasions": ["festival"], "window": { "rollingDays": 20 }
            }
          ],
          "budget": "500000.00 CNY",
          "rules": [
            {
              "id": "upgrade-silver", "name": { "en": "Silver", "zh": "银卡礼" }, "occasion": "upgrade",
              "goal": "loyalty", "priority": 80, "on": { "tierReached": { "tier": "silver", "withinDays": 7 } },
              "when": { "all": [] }, "gift": { "from": "30.00 CNY", "through": "60.00 CNY" }
            },
            {
              "id": "upgrade-gold", "name": { "en": "Gold", "zh": "金卡礼" }, "occasion": "upgrade",
              "goal": "loyalty", "priority": 81, "on": { "tierReached": { "tier": "gold", "withinDays": 7 } },
              "when": { "all": [] }, "gift": { "from": "150.00 CNY", "through": "400.00 CNY" }
            },
            {
              "id": "upgrade-diamond", "name": { "en": "Diamond", "zh": "钻石礼" }, "occasion": "upgrade",
              "goal": "loyalty", "priority": 82, "on": { "tierReached": { "tier": "diamond", "withinDays": 7 } },
              "when": { "all": [] }, "gift": { "from": "800.00 CNY", "through": "3000.00 CNY" }
            },
            {
              "id": "birthday", "name": { "en": "Birthday", "zh": "生日礼" }, "occasion": "birthday",
              "goal": "loyalty", "priority": 70, "on": { "birthday": { "days": { "from": -3, "through": 3 } } },
              "when": { "all": [] }, "gift": { "from": "30.00 CNY", "through": "100.00 CNY" }
            },
            {
              "id": "spring-festival", "name": { "en": "Spring Festival", "zh": "春节礼" }, "occasion": "festival",
              "goal": "loyalty", "priority": 60,
              "on": {
                "holiday": {
                  "id": "spring", "title": { "en": "Spring Festival", "zh": "春节" }, "leadDays": 14,
                  "rule": { "lunarFestival": "springFestival" }
                }
              },
              "when": { "field": "tier", "op": ">=", "value": "silver" },
              "gift": { "from": "30.00 CNY", "through": "100.00 CNY" }
            },
            {
              "id": "mid-autumn", "name": { "en": "Mid-Autumn", "zh": "中秋礼" }, "occasion": "festival",
              "goal": "loyalty", "priority": 60,
              "on": {
                "holiday": {
                  "id": "autumn", "title": { "en": "Mid-Autumn", "zh": "中秋" }, "leadDays": 14,
                  "rule": { "lunarFestival": "midAutumn" }
                }
              },
              "when": { "field": "tier", "op": ">=", "value": "silver" },
              "gift": { "from": "30.00 CNY", "through": "100.00 CNY" }
            },
            {
              "id": "christmas", "name": { "en": "Christmas", "zh": "圣诞礼" }, "occasion": "festival",
              "goal": "loyalty", "priority": 60,
              "on": {
                "holiday": {
                  "id": "christmas", "title": { "en": "Christmas", "zh": "圣诞节" }, "leadDays": 14,
                  "rule": { "annual": { "date": "--12-25", "leapDay": "skip" } }, "culture": "christian"
                }
              },
              "when": { "field": "tier", "op": ">=", "value": "silver" },
              "gift": { "from": "30.00 CNY", "through": "100.00 CNY" }
            },
            {
              "id": "recovery", "name": { "en": "Recovery", "zh": "补救礼" }, "occasion": "recovery",
              "goal": "recovery", "priority": 95,
              "on": { "recovery": { "afterHours": 72, "counting": "resolution", "openDays": 14 } },
              "when": { "all": [] }, "gift": { "from": "30.00 CNY", "through": "100.00 CNY" }
            }
          ]
        }
        """
}
