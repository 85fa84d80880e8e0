import Foundation
import GiftModel
import GiftPolicy
import GiftPolicyFixtures
import Segmentation
import Testing

@Suite struct `A policy document` {
    @Test func `R-POL-10 Names every fault with its place, all at once`() {
        var document = Shop.document
        document.version = 0
        document.caps = [Shop.cap(0, inDays: 36_501)]
        document.budget = money("-1.00 EUR")
        document.rules = [
            Rule(
                id: "a",
                name: Shop.name("a"),
                occasion: .upgrade,
                goal: .loyalty,
                priority: 101,
                on: .tierReached("standard", withinDays: 0),
                when: .all([
                    .not(.any([])), .stage(in: []), .tier(.equal, "bronze"),
                    .amount(.sales, .above, money("1.00 USD")),
                ]),
                restDays: 0,
                giving: GiftSelection(from: money("5.00 EUR"), through: money("4.99 EUR")),
                budget: money("-1.00 GBP")
            ),
            Shop.wakeUp,
            Rule(
                id: "a",
                name: Shop.name("a"),
                occasion: .upgrade,
                goal: .loyalty,
                priority: -1,
                on: .inactive(moreThanDays: 0),
                when: .all([.all([])]),
                giving: GiftSelection(from: money("1.00 USD"), through: money("2.00 EUR"))
            ),
            Rule(
                id: "b",
                name: Shop.name("b"),
                occasion: .welcome,
                goal: .loyalty,
                priority: 0,
                on: .firstOrder(withinDays: 36_501),
                when: .tier(.atLeast, "standard"),
                giving: GiftSelection(from: money("1.00 EUR"), through: money("1.00 EUR"))
            ),
        ]
        let faults = [
            "/version: `0` is not 1 through 9223372036854775807", "/caps/0/atMost: `0` is not 1 through 1000",
            "/caps/0/window/rollingDays: `36501` is not 1 through 36500", "/budget: `-1.00 EUR` is below zero",
            "/rules/0/priority: `101` is not 0 through 100",
            "/rules/0/on/tierReached/tier: the ladder has no tier `standard` to reach",
            "/rules/0/on/tierReached/withinDays: `0` is not 1 through 36500",
            "/rules/0/when/all/2/value: unknown tier `bronze`; known are `standard`, `silver`, `gold`",
            "/rules/0/when/all/3/value: an amount in `USD`, the document is in `EUR`",
            "/rules/0/restDays: `0` is not 1 through 36500",
            "/rules/0/gift/through: no price lies from `5.00 EUR` through `4.99 EUR`",
            "/rules/0/budget: the amount is in `GBP`, the tiers are in `EUR`",
            "/rules/0/budget: `-1.00 GBP` is below zero", "/rules/2/id: another rule is called `a`",
            "/rules/2/priority: `-1` is not 0 through 100",
            "/rules/2/on/inactive/moreThanDays: `0` is not 1 through 36500",
            "/rules/2/gift/from: the amount is in `USD`, the tiers are in `EUR`",
            "/rules/3/on/firstOrder/withinDays: `36501` is not 1 through 36500",
        ]
        #expect(document.faults.map(\.description) == faults)
        let error = #expect(throws: InvalidPolicy.self) { try Policy(validating: document) }
        #expect(error?.faults == document.faults)
        #expect(error?.description == faults.joined(separator: "; "))
    }

    @Test func `R-POL-10 Names the line and column of a fault in its text`() throws {
        let text = Self.stored.replacing(#""restDays":180"#, with: "\n  \"restDays\":0")
        let error = #expect(throws: InvalidPolicy.self) { try Policy(validating: PolicyDocument(json: text)) }
        #expect(
            try error?.places(in: text).map(\.description) == ["2:3: /rules/0/restDays: `0` is not 1 through 36500"]
        )
        #expect(throws: InvalidDocument.self) { try error?.places(in: "no JSON") }
    }

    @Test func `R-POL-10 Without a fault is a policy, known by the hash of its content`() throws {
        let policy = try Policy(validating: Shop.document)
        #expect(policy.document == Shop.document)
        #expect(policy.reference == PolicyReference(id: "shop", version: 1, hash: ContentHash(of: Shop.document)))

        var renamed = Shop.document
        renamed.name = Shop.name("Another")
        #expect(try Policy(validating: renamed).reference.hash != policy.reference.hash)
    }

    static let stored =
        #"{"budget":"100.00 EUR","caps":[{"atMost":1,"id":"gifts","of":"gifts","window":{"rollingDays":30}}],"#
        + #""defaults":{"leapDay":"dayBefore","leapMonth":"regular","shortMonth":"lastDay","zone":"UTC"},"format":"gift-policy/1","id":"shop","#
        + #""name":{"en":"Shop","zh":"「Shop」"},"rules":[{"gift":{"from":"2.00 EUR","through":"10.00 EUR"},"#
        + #""goal":"repurchase","id":"wake-up","name":{"en":"Wake-up","zh":"「Wake-up」"},"occasion":"reactivation","#
        + #""on":{"inactive":{"moreThanDays":90}},"priority":60,"restDays":180,"#
        + #""when":{"field":"sales","op":">=","value":"100.00 EUR"}},"#
        + #"{"budget":"9.00 EUR","gift":{"from":"0.00 EUR","kinds":["physical","coupon"],"through":"3.00 EUR"},"#
        + #""goal":"acquisition","id":"w","name":{"en":"w","zh":"「w」"},"occasion":"welcome","#
        + #""on":{"firstOrder":{"withinDays":30}},"priority":40,"when":{"field":"stage","op":"in","value":["new"]}},"#
        + #"{"gift":{"from":"5.00 EUR","through":"25.00 EUR"},"goal":"loyalty","id":"thanks","#
        + #""name":{"en":"Thanks","zh":"「Thanks」"},"occasion":"upgrade","#
        + #""on":{"tierReached":{"tier":"gold","withinDays":30}},"priority":80,"#
        + #""when":{"field":"tier","op":">=","value":"gold"}}],"#
        + #""stages":{"churnedAfterDays":365,"comparedDays":90,"dormantAfterDays":90,"newThroughDays":30},"#
        + #""tiers":{"base":{"id":"standard","name":{"en":"Standard","zh":"「Standard」"}},"rungs":["#
        + #"{"atLeast":"500.00 EUR","tier":{"id":"silver","name":{"en":"Silver","zh":"「Silver」"}}},"#
        + #"{"atLeast":"2000.00 EUR","tier":{"id":"gold","name":{"en":"Gold","zh":"「Gold」"}}}],"#
        + #""spend":"net","window":"calendarYear"},"version":1}"#

    @Test func `The wire format never changes`() throws {
        var document = Shop.document
        document.rules = [
            Shop.wakeUp,
            Rule(
                id: "w",
                name: Shop.name("w"),
                occasion: .welcome,
                goal: .acquisition,
                priority: 40,
                on: .firstOrder(withinDays: 30),
                when: .stage(in: [.new]),
                giving: GiftSelection([.coupon, .physical], from: money("0.00 EUR"), through: money("3.00 EUR")),
                budget: money("9.00 EUR")
            ),
            Shop.thanks,
        ]
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        #expect(String(decoding: try encoder.encode(document), as: UTF8.self) == Self.stored)
        #expect(try JSONDecoder().decode(PolicyDocument.self, from: Data(Self.stored.utf8)) == document)
        #expect(
            ContentHash(of: document)
                == ContentHash(of: try JSONDecoder().decode(PolicyDocument.self, from: Data(Self.stored.utf8)))
        )
    }
}
