import Foundation
import GiftModel
import GiftPolicy
import GiftPolicyFixtures
import GiftTesting
import Segmentation
import Testing

@Suite struct `A guard as it is written` {
    private static func json(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    private static func read<Value: Decodable>(_ type: Value.Type, _ text: String) throws -> Value {
        try JSONDecoder().decode(type, from: Data(text.utf8))
    }

    private static let officials = GuardAudience(
        recipients: [.publicOfficial, .employee],
        jurisdictions: [CountryCode("FR")!, CountryCode("CN")!]
    )

    @Test(arguments: [
        (
            Guard(id: "c", .consent(to: [.marketing, .giftDelivery])),
            #"{"consent":["giftDelivery","marketing"],"id":"c"}"#
        ),
        (
            Guard(id: "x", .exclusion(.trait(.recipientKind, in: ["publicOfficial"]))),
            #"{"exclusion":{"when":{"field":"recipientKind","op":"in","value":["publicOfficial"]}},"id":"x"}"#
        ),
        (
            Guard(
                id: "x",
                .exclusion(.tag("vip"), except: GuardExceptions(rules: ["b", "a"], occasions: [.recovery]))
            ),
            #"{"exclusion":{"exceptOccasions":["recovery"],"exceptRules":["a","b"],"#
                + #""when":{"field":"tag","name":"vip","op":"==","value":true}},"id":"x"}"#
        ),
        (Guard(id: "o", .openComplaint()), #"{"id":"o","openComplaint":{}}"#),
        (
            Guard(id: "o", .openComplaint(except: GuardExceptions(rules: ["recovery"]))),
            #"{"id":"o","openComplaint":{"exceptRules":["recovery"]}}"#
        ),
        (
            Guard.limit("l", for: officials, perGift: "200.00 CNY"),
            #"{"for":{"jurisdictions":["CN","FR"],"recipients":["employee","publicOfficial"]},"id":"l","#
                + #""limit":{"allowsZeroCost":true,"override":"never","perGift":"200.00 CNY"}}"#
        ),
        (
            Guard.limit(
                "l",
                total: GiftLimit.Total(within: .rolling("P12M"), amount: money("500.00 CNY"), count: 4),
                allowsZeroCost: false,
                override: .approval("compliance"),
                rateDays: 1
            ),
            #"{"id":"l","limit":{"allowsZeroCost":false,"override":{"approval":"compliance"},"rateDays":1,"#
                + #""total":{"amount":"500.00 CNY","count":4,"within":"P12M"}}}"#
        ),
        (
            Guard.limit("l", total: GiftLimit.Total(within: .calendarYear, count: 1)),
            #"{"id":"l","limit":{"allowsZeroCost":true,"override":"never","total":{"count":1,"within":"calendarYear"}}}"#
        ),
        (Guard(id: "a", .minimumAge(AgeLimit(years: 18))), #"{"id":"a","minimumAge":{"years":18}}"#),
        (
            Guard(id: "a", .minimumAge(AgeLimit(years: 18, for: ["wine", "beer"]))),
            #"{"id":"a","minimumAge":{"gifts":["beer","wine"],"years":18}}"#
        ),
        (Guard(id: "m", .guardian(GuardianRule(under: 14))), #"{"guardian":{"under":14},"id":"m"}"#),
        (
            Guard(id: "m", .guardian(GuardianRule(under: 16, to: "parents"))),
            #"{"guardian":{"purpose":"parents","under":16},"id":"m"}"#
        ),
        (Guard(id: "p", .personalization(.unlessObjected)), #"{"id":"p","personalization":"unlessObjected"}"#),
        (Guard(id: "p", .personalization(.withConsent)), #"{"id":"p","personalization":"withConsent"}"#),
    ])
    func `R-POL-10 Has a wire format that never changes`(source: Guard, stored: String) throws {
        #expect(try Self.json(source) == stored)
        #expect(try Self.read(Guard.self, stored) == source)
    }

    @Test func `R-POL-10 Reads a limit that says no more than it must`() throws {
        let text = #"{"id":"l","limit":{"allowsZeroCost":true,"perGift":"1.00 CNY"}}"#
        #expect(try Self.read(Guard.self, text) == .limit("l", perGift: "1.00 CNY"))
    }

    @Test(arguments: [
        #"{"id":"a"}"#, #"{"consent":["marketing"]}"#, #"{"consent":["marketing"],"id":"a","openComplaint":{}}"#,
        #"{"consent":[],"id":"a"}"#, #"{"consent":["marketing","marketing"],"id":"a"}"#,
        #"{"consents":["marketing"],"id":"a"}"#, #"{"id":"a","openComplaint":true}"#,
        #"{"id":"a","openComplaint":{"except":["b"]}}"#, #"{"exclusion":{},"id":"a"}"#,
        #"{"id":"a","limit":{"perGift":"1.00 CNY"}}"#, #"{"id":"a","limit":{"allowsZeroCost":1,"perGift":"1.00 CNY"}}"#,
        #"{"id":"a","limit":{"allowsZeroCost":true,"override":"always","perGift":"1.00 CNY"}}"#,
        #"{"id":"a","limit":{"allowsZeroCost":true,"total":{"count":1,"within":"P12W"}}}"#,
        #"{"id":"a","limit":{"allowsZeroCost":true,"total":{"count":1}}}"#,
        #"{"for":{"recipients":[]},"id":"a","openComplaint":{}}"#,
        #"{"for":{"law":["CN"]},"id":"a","openComplaint":{}}"#,
        #"{"for":{"jurisdictions":["cn"]},"id":"a","openComplaint":{}}"#, #"{"id":"a","personalization":"always"}"#,
        #"{"guardian":{},"id":"a"}"#, #"{"id":"a","minimumAge":{"age":18}}"#,
    ])
    func `R-POL-10 Refuses whatever it does not know`(text: String) {
        #expect(throws: DecodingError.self) { try Self.read(Guard.self, text) }
    }

    @Test(arguments: [("JPY 1.5", "1.5 JPY"), ("CNY 9.999", "9.999 CNY"), ("KWD 1.2345", "1.2345 KWD")])
    func `R-POL-10 D71 Refuses an amount with other decimals than its currency has, and says where`(
        name: String,
        amount: String
    ) throws {
        let text = #"{"id":"a","limit":{"allowsZeroCost":true,"perGift":"\#(amount)"}}"#
        let error = #expect(throws: DecodingError.self) { try Self.read(Guard.self, text) }
        guard case .dataCorrupted(let context) = error else { return #expect(Bool(false), "another error") }
        #expect(context.codingPath.map(\.stringValue) == ["limit", "perGift"])
        for (written, minorUnits) in [("500 JPY", Int64(500)), ("1.234 KWD", 1234), ("9.99 CNY", 999)] {
            let good = text.replacing(amount, with: written)
            guard case .limit(let limit) = try Self.read(Guard.self, good).kind else { return #expect(Bool(false)) }
            #expect(limit.perGift?.minorUnits == minorUnits)
        }
    }

    @Test func `R-POL-10 Is told every fault with its place`() {
        let guards = [
            Guard(id: "a", .consent(to: [])), Guard(id: "a", .limit(GiftLimit(allowsZeroCost: true))),
            .limit(
                "b",
                perGift: "-0.01 CNY",
                total: GiftLimit.Total(within: .rolling("P0D"), amount: money("-1.00 CNY"), count: -1),
                override: .approval("nobody"),
                rateDays: -1
            ),
            .limit("c", total: GiftLimit.Total(within: .calendarYear)),
            Guard(id: "d", .openComplaint(except: GuardExceptions(rules: ["x", "recovery"]))),
            Guard(id: "e", .exclusion(.all([]), except: GuardExceptions(rules: ["y"]))),
            Guard(id: "f", .minimumAge(AgeLimit(years: 0))), Guard(id: "g", .guardian(GuardianRule(under: 151))),
            Guard(id: "h", .personalization(.withConsent)),
            .limit("i", perGift: "0.00 CNY", override: .approval("manager"), rateDays: 366),
        ]
        #expect(
            Guard.faults(of: guards, among: ["recovery"], ["manager"]).map(\.description) == [
                "/0/consent: the list is empty", "/1/id: another one is called `a`",
                "/1/limit: a limit needs an amount or a count", "/2/limit/perGift: `-0.01 CNY` is below zero",
                "/2/limit/total/within: a stretch of time has a day at least",
                "/2/limit/total/amount: `-1.00 CNY` is below zero",
                "/2/limit/total/count: `-1` is not 0 through 1000",
                "/2/limit/override/approval: the policy has no approval rule `nobody`",
                "/2/limit/rateDays: `-1` is not 0 through 366",
                "/3/limit/total: a limit needs an amount or a count",
                "/4/openComplaint/exceptRules: the policy has no rule `x`",
                "/5/exclusion/exceptRules: the policy has no rule `y`",
                "/6/minimumAge/years: `0` is not 1 through 150", "/7/guardian/under: `151` is not 1 through 150",
            ]
        )
    }

    @Test func `R-POL-10 Has approval rules whose faults are told alike`() {
        let rules = [
            ApprovalRule(id: "a", atLeast: money("1.00 USD"), by: [], validDays: 0),
            ApprovalRule(id: "a", atLeast: money("-1.00 CNY"), by: [.manager], validDays: 367),
            ApprovalRule(id: "b", atLeast: nil, by: [.manager], validDays: 1),
            ApprovalRule(id: "c", atLeast: nil, by: [.manager], validDays: 366),
        ]
        let guards = [Guard.limit(perGift: "1.00 CNY", override: .approval("c"))]
        #expect(
            ApprovalRule.faults(of: rules, in: .cny, named: guards).map(\.description) == [
                "/0/atLeast: the amount is in `USD`, the policy is in `CNY`", "/0/by: the list is empty",
                "/0/validDays: `0` is not 1 through 366", "/1/id: another one is called `a`",
                "/1/atLeast: `-1.00 CNY` is below zero", "/1/validDays: `367` is not 1 through 366",
                "/2/atLeast: without `atLeast` a limit must refer to it, and none does",
            ]
        )
    }

    @Test(arguments: [
        (
            ApprovalRule(
                id: "manager",
                atLeast: money("500.00 CNY"),
                by: [.manager],
                validDays: 30,
                tolerance: Share("0.05")!
            ),
            #"{"atLeast":"500.00 CNY","by":["manager"],"id":"manager","tolerance":"1/20","validDays":30}"#
        ),
        (
            ApprovalRule(id: "c", atLeast: nil, by: ["legal", .compliance], validDays: 1),
            #"{"by":["compliance","legal"],"id":"c","validDays":1}"#
        ),
    ])
    func `R-POL-10 Has approval rules with a wire format that never changes`(rule: ApprovalRule, stored: String) throws
    {
        #expect(try Self.json(rule) == stored)
        #expect(try Self.read(ApprovalRule.self, stored) == rule)
        #expect(throws: DecodingError.self) {
            try Self.read(ApprovalRule.self, stored.replacing("validDays", with: "days"))
        }
    }

    // MARK: Sentences

    @Test func `R-POL-10 Reads as one sentence in both languages`() {
        let guards: [(Guard, String, String)] = [
            (
                Guard(id: "c", .consent(to: Guard.usualPurposes)),
                "“c”: nothing without consent to gift delivery, marketing.", "“c”：未经同意礼品寄送、营销不送。"
            ),
            (
                Guard(
                    id: "x",
                    .exclusion(.tier(.atLeast, "gold"), except: GuardExceptions(rules: ["a"], occasions: [.recovery]))
                ),
                "“x”: nothing but for the rules “a” and the occasions Service recovery to whom this holds for: "
                    + "tier at least Gold.",
                "“x”：除规则“a”与场合服务补救外，符合以下条件者不送：等级不低于「Gold」。"
            ),
            (
                Guard.limit(
                    "l",
                    for: Self.officials,
                    perGift: "200.00 CNY",
                    total: GiftLimit.Total(within: .rolling("P1Y6M"), amount: money("500.00 CNY"), count: 4)
                ),
                "“l”: for employee, public official under the law of CN, FR: at most 200.00 CNY for one gift; at most "
                    + "500.00 CNY and 4 gifts in any 1 year 6 months; what costs nothing may go; no approval lifts it; "
                    + "rates at most 7 days old.",
                "“l”：对企业员工、公职人员且适用CN、FR法律者：每份不超过200.00 CNY；任意1年6个月内累计不超过500.00 CNY且4份；"
                    + "零成本礼品不受限；审批亦不可豁免；汇率不得早于7天。"
            ),
            (
                Guard(id: "m", .guardian(GuardianRule(under: 14))),
                "“m”: nothing under the age of 14 without guardian's consent.", "“m”：未满14岁须有监护人同意方可送。"
            ),
            (Guard(id: "o", .openComplaint()), "“o”: nothing while a complaint is open.", "“o”：投诉未结案时不送。"),
        ]
        for (source, english, chinese) in guards {
            let sentence = source.sentence(calling: Shop.tiers.tiers, [])
            #expect(sentence == LocalizedText(english: english, chinese: chinese))
        }
        #expect(
            ApprovalRule(
                id: "m",
                atLeast: money("500.00 CNY"),
                by: [.manager],
                validDays: 30,
                tolerance: Share("1/20")!
            )
            .sentence
                == LocalizedText(
                    english:
                        "“m”: from 500.00 CNY on an approval by manager, not by who asked, good for 30 days and up to "
                        + "1/20 above the approved cost.",
                    chinese: "“m”：500.00 CNY起须由经理审批，申请人不得自批，30天内有效，实际成本不得超出获批成本的1/20。"
                )
        )
    }

    /// Any guard, from few words so that two often differ in one place only.
    private static func anyGuard(using random: inout SeededGenerator) -> Guard {
        func some<Element: Hashable>(_ elements: [Element]) -> Set<Element> {
            Bool.random(using: &random) ? [] : Set(elements.filter { _ in Bool.random(using: &random) })
        }
        func one<Element>(_ elements: [Element]) -> Element { elements.randomElement(using: &random)! }
        let exceptions = GuardExceptions(
            rules: some(["a", "b", "a”, “b"]),
            occasions: some([.birthday, "生日", "Birthday"])
        )
        var limit = GiftLimit(perGift: one([nil, money("1.00 CNY")]), allowsZeroCost: Bool.random(using: &random))
        let windows: [LimitWindow] = [.calendarYear, .rolling("P12M"), .rolling("P1Y"), .rolling("P1D")]
        limit.total = one([
            nil,
            GiftLimit.Total(within: one(windows), amount: one([nil, money("1.00 CNY")]), count: one([nil, 1, 2])),
        ])
        limit.override = one([.never, .approval("a"), .approval("b")])
        limit.rateDays = one([1, 7])
        let conditions: [SegmentCondition] = [.all([]), .any([]), .tag("a"), .not(.segment("s")), .tier(in: ["gold"])]
        let kinds: [Guard.Kind] = [
            .consent(to: some([.marketing, "Marketing", "a, b"])), .exclusion(one(conditions), except: exceptions),
            .openComplaint(except: exceptions), .limit(limit), .limit(limit),
            .minimumAge(AgeLimit(years: one([1, 2]), for: some(["a", "b”", "a”, “b"]))),
            .guardian(GuardianRule(under: one([1, 2]), to: one([.guardianConsent, "guardian", .surveys]))),
            .personalization(one(PersonalizationBasis.allCases)),
        ]
        let audience = GuardAudience(
            recipients: some([.employee, "企业员工", "Employee"]),
            jurisdictions: some([CountryCode("CN")!, CountryCode("FR")!])
        )
        return Guard(id: one(["a", "b”", "a”: to"]), for: audience, one(kinds))
    }

    @Test func `R-POL-10 Never reads like another one, in either language`() throws {
        var random = SeededGenerator(seed: 11)
        let guards = Set((0..<6_000).map { _ in Self.anyGuard(using: &random) })
        #expect(guards.count > 2_000)
        for language in [Language.english, .chinese] {
            #expect(Set(guards.map { $0.sentence[language] }).count == guards.count)
        }
        for source in guards.prefix(300) {
            guard case .consent(let purposes) = source.kind, purposes.isEmpty else {
                #expect(try Self.read(Guard.self, Self.json(source)) == source)
                continue
            }
        }
        var rules: Set<ApprovalRule> = []
        for _ in 0..<2_000 {
            rules.insert(
                ApprovalRule(
                    id: ["a", "b”"].randomElement(using: &random)!,
                    atLeast: [nil, money("1.00 CNY"), money("1.00 USD")].randomElement(using: &random)!,
                    by: Set(["a", .manager, "Manager", "a or b"].filter { _ in Bool.random(using: &random) }),
                    validDays: .random(in: 1...2, using: &random),
                    tolerance: ["0/1", "1/20"].map { Share($0)! }.randomElement(using: &random)!
                )
            )
        }
        for language in [Language.english, .chinese] {
            #expect(Set(rules.map { $0.sentence[language] }).count == rules.count)
        }
    }
}
