import Foundation
import GiftModel
import GiftPolicy
import GiftPolicyFixtures
import Segmentation
import Testing

/// Story S05: all customers of a year of Online Retail, and who of them is asleep on 10 December 2011.
@Suite struct `Who is asleep` {
    private static let data = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Examples/Data/online-retail")

    /// What each customer bought and sent back, as the shop's file tells it; no return there names its order.
    private static let summaries = Shop.trapping {
        var summaries = PurchaseSummaries(in: .gbp)
        let text = try String(contentsOf: data.appending(path: "orders.csv"), encoding: .utf8)
        for line in text.split(whereSeparator: \.isNewline).dropFirst() {
            let fields = line.split(separator: ",").map(String.init)
            let (id, customer, amount) = (fields[0], Customer.ID(fields[1])!, money("\(fields[4]) GBP"))
            let instant = Timestamp(
                day(String(fields[2].prefix(10))),
                at: TimeOfDay(fields[2].dropFirst(11))!,
                in: .utc
            )
            let activity: Activity =
                fields[3] == "sale"
                ? .order(Order(id: Order.ID(id)!, customer: customer, placedAt: instant, total: amount)!)
                : .return(
                    Return(
                        id: Return.ID(id)!,
                        customer: customer,
                        receivedAt: instant,
                        refund: Money(minorUnits: -amount.minorUnits, in: .gbp)
                    )!
                )
            try summaries.add(activity, in: FixedZone.utc)
        }
        return summaries
    }

    private static let document = Shop.trapping {
        try PolicyDocument(
            json: String(contentsOf: data.appending(path: "policy.json"), encoding: .utf8)
        )
    }

    /// A gift for who bought for 1,000.00 or more, by sales or by what is left of them, and a light touch for others.
    private static func policy(counting amount: SegmentAttribute.Amount = .sales) -> Policy {
        let asleep = Trigger.inactive(moreThanDays: 90)
        let thousand = money("1000.00 GBP")
        let gift = Rule(
            id: "wake-up",
            name: Shop.name("Wake-up"),
            occasion: .reactivation,
            goal: .repurchase,
            priority: 60,
            on: asleep,
            when: .amount(amount, .atLeast, thousand),
            giving: GiftSelection([.physical], from: money("1.00 GBP"), through: money("20.00 GBP"))
        )
        var light = Rule(
            id: "light",
            name: Shop.name("Light touch"),
            occasion: .reactivation,
            goal: .repurchase,
            priority: 40,
            on: asleep,
            when: .amount(amount, .below, thousand)
        )
        light.touches = [.light(by: [.email])]
        var changed = document
        (changed.rules, changed.caps) = ([gift, light], [])
        return Shop.trapping { try Policy(validating: changed) }
    }

    private static let london = Zones.zone("Europe/London", 0)
    private static let gifts = Shop.trapping {
        let cost = LandedCost(goods: 5_00, in: .gbp)!
        let mug = Gift(id: "mug", name: Shop.name("mug"), kind: .physical, cost: cost, stock: 5_000)!
        return try Catalog([mug], in: .gbp)
    }

    private static let consents = StoryShop.consents()

    /// What the policy says at noon of `date`, to each customer, or to `one` to whom `sent` went out before.
    private static func decisions(
        on date: String,
        by policy: Policy = policy(),
        for one: Customer.ID? = nil,
        sent: [Touch] = []
    ) -> [Decision] {
        let today = day(date)
        return Shop.trapping {
            let all = summaries.ordered
            let population = try Population.learn(from: all, asOf: today, spend: .net)
            let profiler = Profiler(population: population, stages: document.stages, tiers: document.tiers)
            let histories = all.filter { one == nil || $0.customer == one }.map { CustomerHistory($0) }
            let profiles = try profiler.profiles(of: histories, asOf: today)
            let noon = Timestamp(today, at: TimeOfDay(hour: 12, minute: 0)!, in: .utc)
            var round = policy.round(under: Circumstances(at: noon, giving: gifts, in: [london]))
            return zip(histories, profiles)
                .map { history, profile in
                    var facts = CustomerFacts(
                        profile: profile,
                        attributes: profiler.segmentFacts(of: history, profile)
                    )
                    facts.consents = consents
                    facts.touches = sent
                    return round.decision(for: facts)
                }
        }
    }

    private static let december = decisions(on: "2011-12-10")

    private func gifted(_ decisions: [Decision]) -> [Customer.ID] {
        decisions.filter { $0.candidates.map(\.rule) == ["wake-up"] }.map(\.customer)
    }

    private func touched(_ decisions: [Decision]) -> [Customer.ID] {
        decisions.filter { $0.touches.map(\.origin.rule) == ["light"] }.map(\.customer)
    }

    /// How many days ago the customer bought, where that is why the rule is not due.
    private func daysAgo(_ decision: Decision) -> Int64? {
        guard let reason = decision.refusal(of: "wake-up")?.reasons.first,
            reason.code == PolicyReason.activeLately.rawValue,
            case .days(let days)? = reason["days"]
        else { return nil }
        return days
    }

    @Test func `R-TRIG-04 R-POL-07 S05 Is told of 1,449 customers: 232 get the gift, 1,217 the light touch`() {
        #expect(Self.december.count == 4_339 + 33)
        let (gifted, touched) = (gifted(Self.december), touched(Self.december))
        #expect((gifted.count, touched.count, gifted.count + touched.count) == (232, 1_217, 1_449))
        #expect(Set(gifted).isDisjoint(with: touched))
        #expect(Self.december.count { daysAgo($0).map { $0 < 90 } ?? false } == 2_876)
    }

    @Test func `R-TRIG-04 R-POL-11 S05 Is not yet who bought exactly 90 days ago, and each of these is told so`() {
        let exactly = Self.december.filter { daysAgo($0) == 90 }
        #expect(
            exactly.map(\.customer.text) == [
                "12635", "12965", "13124", "13372", "13611", "14212", "14837", "15035", "15636", "15939", "16384",
                "16796", "18215", "18255",
            ]
        )
        for decision in exactly {
            #expect((decision.candidates.isEmpty, decision.touches.isEmpty) == (true, true))
            #expect(decision.refusal(of: "wake-up")?.kind == .notDue)
            #expect(decision.refusal(of: "wake-up")?.earliest?.day == day("2011-12-11"))
            #expect(
                decision.refusal(of: "wake-up")?.reasons.first?.text(in: .english, from: .policy)
                    == "last order 90 days ago, on 2011-09-11, not yet more than 90 days: 1 day to go"
            )
        }
    }

    @Test func `R-TRIG-04 S05 Is told of 1,463 customers a day later`() {
        let next = Self.decisions(on: "2011-12-11")
        #expect(gifted(next).count + touched(next).count == 1_463)
    }

    @Test func `R-TRIG-04 R-POL-07 S05 Brings 219 gifts where returns are netted, and 1,230 light touches`() throws {
        let netted = Self.decisions(on: "2011-12-10", by: Self.policy(counting: .net))
        #expect((gifted(netted).count, touched(netted).count) == (219, 1_230))
        let id: Customer.ID = "12346"
        #expect(gifted(Self.december).contains(id) && touched(netted).contains(id))
        let sold = try #require(Self.december.first { $0.customer == id })
        #expect(
            sold.told("wake-up") == [
                "no order for 326 days, since 2011-01-18, more than 90 days",
                "sales is 77183.60 GBP, as asked: at least 1000.00 GBP",
            ]
        )
        let left = try #require(netted.first { $0.customer == id })
        #expect(left.told("wake-up") == ["net spend is 0.00 GBP, asked for: at least 1000.00 GBP"])
    }

    @Test func `R-DATA-05 R-POL-07 S05 Is not known of the 33 who have only returns, who get nothing and are listed`() {
        let unknown = Self.december.filter { $0.told("wake-up").first == "Purchases: not known" }
        #expect(unknown.count == 33)
        for decision in unknown {
            #expect((decision.candidates, decision.touches, decision.touchRefusals) == ([], [], []))
            #expect(decision.refusals.map(\.kind) == [.notDue, .notDue])
            #expect(decision.refusals.allSatisfy { $0.earliest == nil })
            #expect(decision.told("light") == ["Purchases: not known", "sales is not known"])
        }
    }

    @Test func `R-POL-07 R-POL-04 S05 Is touched lightly once in a calendar quarter`() throws {
        let id = try #require(touched(Self.december).first)
        let sent = Touch(
            id: "m-1",
            by: .email,
            sentAt: Timestamp(day("2011-10-05"), at: TimeOfDay(hour: 10, minute: 0)!, in: .utc),
            as: .message,
            rule: "light"
        )
        func decision(on date: String) throws -> Decision {
            try #require(Self.decisions(on: date, for: id, sent: [sent]).first)
        }
        let again = try decision(on: "2011-12-10")
        #expect(again.touches.isEmpty)
        #expect(again.touchRefusals.map(\.kind) == [.suppressed])
        #expect(again.touchRefusals.map(\.earliest?.day) == [day("2012-01-01")])
        #expect(
            again.reasons(for: again.touchRefusals[0]).map { $0.text(in: .english, from: .policy) } == [
                "message last sent on 2011-10-05, at most once in a calendar quarter: free on 2012-01-01, 22 days to go"
            ]
        )
        #expect(try decision(on: "2012-01-01").touches.count == 1)
    }
}
