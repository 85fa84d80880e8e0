import GiftModel
import GiftTesting
import Testing

private func day(_ text: String) -> CalendarDate { CalendarDate(text)! }
private func instant(_ milliseconds: Int64) -> Timestamp { Timestamp(milliseconds: milliseconds) }

private func given(_ purpose: Purpose, at: Int64, until: Int64? = nil) -> ConsentChange {
    ConsentChange(
        to: purpose,
        givenAt: instant(at),
        until: until.map(instant),
        notice: "2026-01",
        proof: "form-7"
    )!
}

private let birthday = UsedFact("birthday", from: "registration", on: day("2024-05-01"))
private let tier = UsedFact("tier", from: "tier-ladder", on: day("2026-01-31"))

private func use(
    of customer: Customer.ID = "c-1",
    for purpose: Purpose = .giftDelivery,
    in act: DataUse.Act = .other("mailing-2"),
    facts: [UsedFact] = [birthday],
    under consents: Consents = Consents([given(.giftDelivery, at: 0), given(.surveys, at: 0)]),
    at time: Int64 = 10
) -> DataUse {
    DataUse(of: customer, for: purpose, in: act, facts: facts, under: consents, at: instant(time))!
}

private enum Cause: String, ReasonCode {
    case birthdaySoon = "birthdaySoon"
    case tierHeld = "tierHeld"

    var phrase: LocalizedText { LocalizedText(english: rawValue, chinese: rawValue) }
}

private let gold = LocalizedText(english: "Gold", chinese: "金卡")
private let reasons = [
    Reason(Cause.birthdaySoon, Fact("birthday", .code("--02-03")), Fact("limit", .days(3))),
    Reason(Cause.tierHeld, Fact("tier", .name(gold)), Fact("expected", .name(gold))),
]

@Suite struct `A use of data` {
    @Test func `R-DATA-06 Keeps the facts that the reasons name, of all that is known`() {
        let known = [
            tier, UsedFact("industry", from: "registration", on: day("2024-05-01")), birthday,
            UsedFact("company", from: "trade-fair", on: day("2025-09-01")), tier,
        ]
        #expect(known.used(by: reasons) == [birthday, tier])
        #expect(known.used(by: []).isEmpty)
    }

    @Test func `R-DATA-06 Takes facts of one name from two sources as used both`() {
        let old = UsedFact("birthday", from: "registration", on: day("2020-01-01"))
        let other = UsedFact("birthday", from: "call", on: day("2026-01-01"))
        #expect([birthday, old, other].used(by: reasons) == [other, old, birthday])
    }

    @Test func `R-DATA-06 Is of one fact or more`() {
        let nothing = DataUse(
            of: "c-1",
            for: .surveys,
            in: .other("mailing-2"),
            facts: [],
            under: Consents(),
            at: instant(1)
        )
        #expect(nothing == nil)
        #expect(use(facts: [tier, birthday, tier]).facts == [birthday, tier])
    }

    @Test func `R-DATA-06 Rests on the consent to its purpose at its instant`() {
        let consents = Consents([
            given(.giftDelivery, at: 5, until: 20), ConsentChange(to: .giftDelivery, withdrawnAt: instant(30)),
            given(.surveys, at: 0),
        ])
        let asked = [4, 5, 19, 20, 30].map { use(under: consents, at: $0) }
        #expect(asked.map(\.isPermitted) == [false, true, true, false, false])
        #expect(asked.map { $0.consent?.at.milliseconds } == [nil, 5, 5, 5, 30])
        for use in asked { #expect(use.finding == consents.finding(on: .giftDelivery, at: use.at)) }
    }

    @Test func `R-DATA-06 Is told with source and date, and with values where the reasons hold them`() {
        let told = use(facts: [tier, birthday]).account(by: reasons)
        #expect(
            told.map { $0.text(in: .english, from: .dataUse) } == [
                "birthday (--02-03) was used, from registration, as of 2024-05-01",
                "tier (Gold) was used, from tier-ladder, as of 2026-01-31",
                "consent to gift delivery given at 1970-01-01 00:00:00 UTC (notice 2026-01, proof form-7)",
            ]
        )
        #expect(
            told.map { $0.text(in: .chinese, from: .dataUse) } == [
                "使用了birthday（--02-03），来源：registration，日期：2024-05-01",
                "使用了tier（金卡），来源：tier-ladder，日期：2026-01-31",
                "已于1970-01-01 00:00:00 UTC同意礼品寄送（告知书2026-01，凭证form-7）",
            ]
        )
        #expect(
            use(facts: [tier]).account().map { $0.text(in: .english, from: .dataUse) }.first
                == "tier was used, from tier-ladder, as of 2026-01-31"
        )
        #expect(
            use(facts: [tier]).account()[0].text(in: .chinese, from: .dataUse)
                == "使用了tier，来源：tier-ladder，日期：2026-01-31"
        )
    }

    @Test func `R-DATA-06 Is told with every value once`() {
        let silver = LocalizedText(english: "Silver", chinese: "银卡")
        let more = reasons + [reasons[1], Reason(Cause.tierHeld, Fact("tier", .name(silver)))]
        #expect(use(facts: [tier]).account(by: more).compactMap { $0["value"] } == [.name(gold), .name(silver)])
    }

    @Test func `Comes in order of time, then of the customer's bytes, then of its stored form`() {
        let uses = [
            use(of: "c-9", in: .other("z"), at: 1), use(of: "c-1", in: .other("z"), facts: [birthday], at: 2),
            use(of: "c-2", in: .other("a"), facts: [birthday], at: 2),
            use(of: "c-2", in: .other("b"), facts: [birthday], at: 2),
            // The facts stand before the act in the stored form, and the consent before both.
            use(of: "c-2", in: .other("a"), facts: [tier], at: 2),
            use(of: "c-2", in: .other("a"), facts: [birthday], under: Consents(), at: 2),
        ]
        #expect(uses.reversed().sorted() == uses)
        let late = use(of: "c-0", facts: [tier], at: 3)
        let early = use(of: "c-9", facts: [birthday], at: 2)
        #expect([late, early].sorted() == [early, late])
        // A consent makes the stored form of c-2's use come first, and the customer does not.
        let (bare, resting) = (use(of: "c-1", under: Consents()), use(of: "c-2"))
        #expect([resting, bare].sorted() == [bare, resting])
    }

    @Test func `R-DATA-06 Is shown to its customer under every identity, and to nobody once erased`() {
        let uses = [use(of: "shop-9", at: 3), use(of: "c-2", at: 2), use(of: "app-4", at: 1)]
        var identities = IdentityMap()
        identities.add(IdentityMerge(of: "shop-9", and: "app-4", by: "clerk-7", at: instant(0))!)
        #expect(uses.uses(of: "shop-9", by: identities) == [uses[2], uses[0]])
        #expect(uses.uses(of: "app-4", by: identities) == [uses[2], uses[0]])
        #expect(uses.uses(of: "c-9", by: identities).isEmpty)
        identities.erase("app-4")
        for name: Customer.ID in ["shop-9", "app-4"] { #expect(uses.uses(of: name, by: identities).isEmpty) }
        #expect(uses.uses(of: "c-2", by: identities) == [uses[1]])
    }

    @Test func `The wire format never changes`() throws {
        try expectWireFormat(
            of: use(in: .grant("a1"), facts: [tier, birthday]),
            toBe: #"{"at":10,"consent":{"at":0,"change":"given","notice":"2026-01","proof":"form-7","#
                + #""purpose":"giftDelivery"},"customer":"c-1","facts":["#
                + #"{"fact":"birthday","on":"2024-05-01","source":"registration"},"#
                + #"{"fact":"tier","on":"2026-01-31","source":"tier-ladder"}],"#
                + #""in":{"grant":"a1"},"purpose":"giftDelivery","v":1}"#
        )
        try expectWireFormat(
            of: use(for: "prizeDraws"),
            toBe: #"{"at":10,"customer":"c-1","facts":[{"fact":"birthday","on":"2024-05-01","source":"registration"}],"#
                + #""in":{"other":"mailing-2"},"purpose":"prizeDraws","v":1}"#
        )
        let hash = ContentHash(of: "shop")
        let rule = RuleReference(policy: PolicyReference(id: "shop", version: 1, hash: hash), rule: "gold")
        try expectWireFormat(
            of: DataUse.Act.rule(rule),
            toBe: #"{"rule":{"policy":{"hash":"\#(hash)","id":"shop","version":1},"rule":"gold"}}"#
        )
    }

    @Test(arguments: [
        (#""facts":[],"in":{"other":"m"},"purpose":"surveys","v":1"#, "a use of data has one fact or more"),
        (
            #""consent":{"at":1,"change":"withdrawn","purpose":"marketing"},"facts":[{"fact":"a","on":"2026-01-01","#
                + #""source":"s"}],"in":{"other":"m"},"purpose":"surveys","v":1"#,
            "a use of data has one fact or more, and a consent to its purpose that is not later"
        ),
        (
            #""consent":{"at":11,"change":"withdrawn","purpose":"surveys"},"facts":[{"fact":"a","on":"2026-01-01","#
                + #""source":"s"}],"in":{"other":"m"},"purpose":"surveys","v":1"#,
            "a use of data has one fact or more, and a consent to its purpose that is not later"
        ),
        (#""facts":[],"in":{},"purpose":"surveys","v":1"#, "data is used in either `grant`, `rule` or `other`"),
        (
            #""facts":[],"in":{"grant":"g","other":"m"},"purpose":"surveys","v":1"#,
            "data is used in either `grant`, `rule` or `other`"
        ),
        (#""facts":[],"in":{"other":"m"},"purpose":"surveys","v":2"#, "a use of data of format 2 cannot be read"),
        (#""facts":[],"in":{"other":"m"},"note":"Mei","purpose":"surveys","v":1"#, "unknown key `note`"),
    ])
    func `R-DATA-06 Has no place for free text, and refuses what contradicts itself`(rest: String, says: String) {
        #expect(refusal(of: #"{"at":10,"customer":"c-1",\#(rest)}"#, as: DataUse.self).hasPrefix(says))
    }
}

@Suite struct `A report on the use of data` {
    @Test func `R-DATA-06 Counts customers and uses by purpose, from an instant until another`() throws {
        var report = try #require(DataUseReport(from: instant(10), until: instant(20)))
        for (customer, purpose, time) in [
            ("c-1", Purpose.surveys, 10), ("c-1", .surveys, 19), ("c-2", .surveys, 12), ("c-3", .surveys, 9),
            ("c-3", .surveys, 20), ("c-1", .giftDelivery, 15),
        ] as [(Customer.ID, Purpose, Int64)] {
            report.add(use(of: customer, for: purpose, at: time))
        }
        #expect(report.lines.map(\.purpose) == [.giftDelivery, .surveys])
        #expect(report.lines.map(\.customers) == [1, 2])
        #expect(report.lines.map(\.uses) == [1, 3])
        #expect(report.lines.flatMap(\.withoutConsent).isEmpty)
        #expect(DataUseReport(from: instant(10), until: instant(10)) == nil)
    }

    @Test func `R-DATA-06 Lists every use to which consent was not given`() throws {
        var report = try #require(DataUseReport(from: instant(0), until: instant(99)))
        let late = use(under: Consents([given(.giftDelivery, at: 0, until: 50)]), at: 50)
        let never = use(for: .marketing, at: 7)
        let early = use(of: "c-2", under: Consents(), at: 3)
        for use in [late, use(at: 5), never, early] { report.add(use) }
        #expect(report.lines.map(\.purpose) == [.giftDelivery, .marketing])
        #expect(report.lines.map(\.withoutConsent) == [[early, late], [never]])
        #expect(report.lines.map(\.uses) == [3, 1])
    }

    @Test func `R-DATA-06 Has parts of one period`() async {
        await #expect(processExitsWith: .failure) {
            var report = DataUseReport(from: Timestamp(milliseconds: 0), until: Timestamp(milliseconds: 2))!
            report.merge(DataUseReport(from: Timestamp(milliseconds: 0), until: Timestamp(milliseconds: 3))!)
        }
    }

    @Test(arguments: 0..<200)
    func `R-DATA-06 Says what a naive count says, in any order and in parts`(seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        let purposes: [Purpose] = [.surveys, .giftDelivery, .marketing]
        let uses = (0..<30)
            .map { number in
                use(
                    of: Customer.ID("c-\(Int.random(in: 0...4, using: &generator))")!,
                    for: purposes.randomElement(using: &generator)!,
                    in: .other(Identifier("act-\(number)")!),
                    at: .random(in: -5...25, using: &generator)
                )
            }
        let empty = try #require(DataUseReport(from: instant(0), until: instant(20)))
        var whole = empty
        for use in uses.shuffled(using: &generator) { whole.add(use) }

        var parts = [empty, empty, empty]
        for use in uses { parts[Int.random(in: 0...2, using: &generator)].add(use) }
        var left = empty
        for part in parts.shuffled(using: &generator) { left.merge(part) }
        #expect(left == whole)
        var right = parts[1]
        right.merge(parts[2])
        var other = parts[0]
        other.merge(right)
        #expect(other.lines == whole.lines)

        var counted: [Purpose] = []
        for line in whole.lines {
            let naive = uses.filter { $0.purpose == line.purpose && 0 <= $0.at.milliseconds && $0.at.milliseconds < 20 }
            #expect(line.uses == Int64(naive.count))
            #expect(line.customers == Int64(Set(naive.map(\.customer)).count))
            #expect(line.withoutConsent == (line.purpose == .marketing ? naive.sorted() : []))
            counted.append(line.purpose)
        }
        let seen = uses.filter { 0 <= $0.at.milliseconds && $0.at.milliseconds < 20 }.map(\.purpose)
        #expect(counted == purposes.filter(seen.contains).sorted { $0.name < $1.name })
    }
}
