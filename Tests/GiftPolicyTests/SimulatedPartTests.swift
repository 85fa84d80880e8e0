import GiftModel
import GiftPolicy
import GiftPolicyFixtures
import GiftTesting
import Segmentation
import Testing

@Suite struct `A simulated day` {
    private static let news = {
        var rule = Rule(
            id: "news",
            name: Shop.name("News"),
            occasion: .reactivation,
            goal: .repurchase,
            priority: 30,
            on: .inactive(moreThanDays: 90),
            when: .all([])
        )
        rule.touches = [.light(by: [.email])]
        rule.tasks = [StaffTask("call", for: .adviser, by: .telephone, withinHours: 48)]
        return rule
    }()

    private static let consents = Guarded.consents([.marketing, .giftDelivery], from: "2011-01-01")

    /// Customers who bought in June and May, and agree to everything, as of `date`.
    private static func facts(on date: CalendarDate, of customers: [Customer.ID] = ["c-1"]) -> [CustomerFacts] {
        customers.enumerated()
            .map { number, customer in
                let bought = day("2011-06-01").adding(days: -number)!
                let base = Shop.facts([(bought.description, 150_00)], of: customer, asOf: date)
                var facts = CustomerFacts(
                    profile: base.profile,
                    attributes: base.attributes,
                    record: CustomerRecord(of: customer)
                )
                facts.consents = consents
                return facts
            }
    }

    private static func circumstances(on date: CalendarDate) -> Circumstances {
        let now = Timestamp(date, at: PolicyExample.noon, in: .utc)
        return Circumstances(at: now, giving: Shop.gifts, in: [Shop.utc])
    }

    /// The tallies of the rules after 200 days from 1 June 2011 on.
    private static func tallies(_ change: (inout PolicyDocument) -> Void = { _ in }) throws -> [RuleTally] {
        let policy = Shop.policy {
            $0.rules = [news]
            change(&$0)
        }
        var simulation = try Simulation(of: policy, giving: Shop.gifts)
        for number in 0..<200 {
            let date = day("2011-06-01").adding(days: number)!
            try simulation.step(under: circumstances(on: date), for: facts(on: date))
        }
        return simulation.rules
    }

    @Test func `R-POL-10 R-POL-13 Sends what is no gift once on its occasion, and remembers it`() throws {
        let tally = try #require(Self.tallies().first)
        // The silence is one, news come in the third quarter and in the fourth.
        #expect((tally.touches, tally.tasks) == (2, 1))
        #expect((tally.gifts, tally.refusals(.notDue)) == (0, 91))
    }

    @Test func `R-POL-04 R-POL-10 Counts what it sent against caps`() throws {
        let cap = Cap(id: "one", atMost: 1, of: .touches, in: .lifetime)
        let tally = try #require(Self.tallies { $0.caps = [cap] }.first)
        #expect((tally.touches, tally.tasks) == (1, 0))
    }

    @Test func `R-POL-10 R-POL-13 Counts what follows its gifts for the rule that gave them`() throws {
        var thanks = TouchPlan(.message, by: [.email])
        thanks.content = "thanks"
        var rule = Shop.wakeUp
        rule.followUps = [FollowUpStep(id: "thanks", after: .dispatched, hours: 24, .touch(thanks))]
        let tallies = try Self.tallies { $0.rules = [rule] }
        #expect(tallies.map(\.gifts) == [1])
        #expect(tallies.map(\.touches) == [1])
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func `R-POL-15 Is the same whoever decides about which customers, and in whatever order`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let customers = (1...9).map { Customer.ID("c-\($0)")! }
        let policy = Shop.policy {
            $0.rules = [Self.news, Shop.wakeUp]
            $0.budget = money("20.00 EUR")
        }
        var whole = try Simulation(of: policy, giving: Shop.gifts, following: ["c-1", "c-5"])
        var parted = whole
        for number in 0..<8 {
            let date = day("2011-08-20").adding(days: number * 5)!
            let (facts, circumstances) = (
                Self.facts(on: date, of: customers).shuffled(using: &random), Self.circumstances(on: date)
            )
            try whole.step(under: circumstances, for: facts)
            let cuts = [0] + [Int.random(in: 0...9, using: &random), 9].sorted() + [9]
            let simulated = try parted.nextDay(under: circumstances)
            let parts = try zip(cuts, cuts.dropFirst()).map { try simulated.part(deciding: facts[$0..<$1]) }
            try parted.step(simulated, joining: parts.shuffled(using: &random))
        }
        #expect(parted == whole)
        #expect(whole.grants.count == 5, "the budget is used up")
    }

    @Test func `R-POL-10 Has customers once, in one part or two, and comes after the last`() throws {
        var simulation = try Simulation(of: Shop.policy(), giving: Shop.gifts)
        let (date, facts) = (day("2011-06-01"), Self.facts(on: day("2011-06-01")))
        let today = try simulation.nextDay(under: Self.circumstances(on: date))
        #expect(throws: SimulationError.repeatedCustomer("c-1")) { try today.part(deciding: facts + facts) }
        let before = simulation
        let parts = try [facts, facts].map { try today.part(deciding: $0) }
        #expect(throws: SimulationError.repeatedCustomer("c-1")) { try simulation.step(today, joining: parts) }
        #expect(simulation == before)
        try simulation.step(today, joining: [parts[0]])
        let now = today.circumstances.now
        #expect(throws: SimulationError.notLater(now, than: now)) {
            try simulation.nextDay(under: Self.circumstances(on: date))
        }
        let tomorrow = try simulation.nextDay(under: Self.circumstances(on: date.adding(days: 1)!))
        #expect(try simulation.step(tomorrow, joining: []).customers == 0)
    }
}
