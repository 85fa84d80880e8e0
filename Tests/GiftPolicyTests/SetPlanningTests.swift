import GiftModel
import GiftPolicy
import GiftPolicyFixtures
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

    @Test func `R-GIFT-10 Takes as many of a part as are in it, and names the box when that has run out`() throws {
        func catalog(boxes: Int64) throws -> Catalog {
            try Catalog(
                [Shop.gift("cup", "0.50 EUR", stock: 5)],
                sets: [GiftSet(in: Shop.gift("pair", "3.00 EUR", stock: boxes), of: ["cup": 2])!],
                in: .eur
            )
        }
        let plenty = try catalog(boxes: 9)
        let plan = try Allocator(policy: policy, catalog: plenty)
            .plan(decisions(3, choosingFrom: plenty), within: money("100.00 EUR"))
        #expect(plan.grants.map(\.gift) == ["pair", "pair"], "five cups make two pairs")
        #expect(
            plan.refusals.flatMap(\.reasons).map { $0.text(in: .english, from: .policy) } == ["pair: cup has run out"]
        )
        let one = try Catalog(
            [Shop.gift("cup", "0.50 EUR", stock: 1)],
            sets: [GiftSet(in: Shop.gift("pair", "3.00 EUR"), of: ["cup": 2])!],
            in: .eur
        )
        #expect(decisions(1, choosingFrom: one)[0].why(not: "wake-up").last == "pair: cup has run out")
        let boxless = try catalog(boxes: 0)
        #expect(decisions(1, choosingFrom: boxless)[0].why(not: "wake-up").last == "pair: pair has run out")
    }

    @Test func `R-POL-03 Commits what the decision found, whatever the catalog says by now`() throws {
        let dear = try Catalog([Shop.gift("cup", "9.00 EUR")], in: .eur)
        let cheap = try Catalog([Shop.gift("cup", "4.00 EUR")], in: .eur)
        let plan = try Allocator(policy: policy, catalog: dear)
            .plan(decisions(1, choosingFrom: cheap), within: money("5.00 EUR"))
        #expect(plan.grants.map(\.cost.expected) == [money("4.00 EUR")])
        #expect(plan.budget.committed == money("4.00 EUR"))
    }
}

@Suite struct `A gift that not everybody may receive` {
    private func catalog() throws -> Catalog {
        var wine = Shop.gift("wine", "9.00 EUR")
        wine.restrictions = GiftRestrictions(minimumAge: 18)!
        return try Catalog([wine], in: .eur)
    }

    private func decision(bornIn year: Int?) throws -> Decision {
        let facts = Shop.facts([("2011-01-01", 200_00)])
        var record = CustomerRecord(of: "c-1")
        record.birthday = year.flatMap { Birthday(.solar(AnnualDate(month: 12, day: 10)!), bornIn: $0) }
        let known = CustomerFacts(profile: facts.profile, attributes: facts.attributes, record: record)
        return Shop.policy { $0.rules = [Shop.wakeUp] }.decision(for: known, choosingFrom: try catalog())
    }

    @Test func `R-POL-01 R-GIFT-01 Is given to whom it suits`() throws {
        #expect(try decision(bornIn: 1993).candidates.flatMap(\.options).map(\.gift) == ["wine"])
    }

    @Test func `R-POL-01 R-GIFT-01 Is refused to whom it does not suit, and where that is not known`() throws {
        #expect(try decision(bornIn: 1994).why(not: "wake-up").last == "17 years old, from 18 on")
        #expect(try decision(bornIn: nil).why(not: "wake-up").last == "age not known, from 18 on")
        let unknown = Shop.policy { $0.rules = [Shop.wakeUp] }
            .decision(for: Shop.facts([("2011-01-01", 200_00)]), choosingFrom: try catalog())
        #expect(unknown.refusal(of: "wake-up")?.reasons.last?.text(in: .chinese, from: .policy) == "年龄未知，须满18岁")
    }
}
