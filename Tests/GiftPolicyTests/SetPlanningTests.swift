import GiftModel
import GiftPolicy
import Testing

@Suite struct `Planning a set` {
    /// A pack of a booklet, a bag and a coupon, 4.00 together, with so many bags.
    private func catalog(bags: Int64) throws -> Catalog {
        try Catalog(
            [
                Shop.gift("booklet", "0.20 EUR"), Shop.gift("bag", "0.80 EUR", stock: bags),
                Shop.gift("coupon", "0.60 EUR"),
            ],
            sets: [GiftSet(in: Shop.gift("pack", "2.40 EUR"), of: ["booklet": 1, "bag": 1, "coupon": 1])!],
            in: .eur
        )
    }

    private let policy = Shop.policy { $0.rules = [Shop.wakeUp] }

    private func decisions(_ count: Int, choosingFrom catalog: Catalog) -> [Decision] {
        (1...count)
            .map { number in
                let customer = Customer.ID("c-\(number)" as String)!
                let facts = Shop.facts([("2011-01-01", 200_00)], of: customer)
                return policy.decision(for: facts, choosingFrom: catalog)
            }
    }

    @Test func `R-GIFT-10 S01 Grants it whole, and takes each part out of stock`() throws {
        let catalog = try catalog(bags: 2)
        let plan = try Allocator(policy: policy, catalog: catalog)
            .plan(decisions(3, choosingFrom: catalog), within: money("100.00 EUR"))
        #expect(plan.grants.map(\.gift) == ["pack", "pack"])
        #expect(plan.grants.allSatisfy { $0.choice.parts.map(\.gift) == ["bag", "booklet", "coupon"] })
        #expect(plan.budget.committed == money("8.00 EUR"))
        let reasons = plan.refusals.flatMap(\.reasons).map { $0.text(in: .english, from: .policy) }
        #expect(reasons == ["pack: bag has run out"])
    }

    @Test func `R-GIFT-10 S01 Refuses it whole when a part is not there, and names the part`() throws {
        let catalog = try catalog(bags: 0)
        let decision = decisions(1, choosingFrom: catalog)[0]
        #expect(
            decision.why(not: "wake-up") == [
                "no gift in stock fits from 2.00 EUR to 10.00 EUR", "pack: bag has run out",
            ]
        )
        let named = decision.refusal(of: "wake-up")?.reasons.last
        #expect(named?.text(in: .chinese, from: .policy) == "「pack」：「bag」已发完")
    }
}
