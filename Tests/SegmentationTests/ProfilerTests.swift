import Foundation
import GiftModel
import Segmentation
import Testing

@Suite struct `A profile` {
    let today = day("2011-12-10")
    let summaries = [
        Shop.summary([("2011-12-01", 9_000_00), ("2011-11-01", 100)], of: "regular"),
        Shop.summary([("2011-01-01", 50_00)], of: "asleep"), Shop.summary([("2011-12-01", -50_00)], of: "returner"),
        Shop.summary([], of: "prospect"),
    ]

    private func profile(of index: Int) throws -> CustomerProfile {
        let population = try Population.learn(from: summaries, asOf: today, spend: .net)
        let profiler = Profiler(population: population, stages: `A stage`.rules, tiers: Shop.ladder())
        return try profiler.profile(of: summaries[index], asOf: today)
    }

    @Test func `R-SEG-01 Holds scores, stage and tier of a customer who bought`() throws {
        let profile = try profile(of: 0)
        #expect(
            try profile.scores
                == ScoreScale(dividing: summaries.compactMap { $0.figures(asOf: today) }, spend: .net)?
                .scores(of: summaries[0].figures(asOf: today)!)
        )
        #expect(profile.stage.stage == .growing)
        #expect(profile.tier?.tier.id == "gold")
    }

    @Test func `R-DATA-05 Does not guess about a customer of whom only returns are known`() throws {
        let profile = try profile(of: 2)
        #expect((profile.purchases, profile.scores) == (nil, nil))
        #expect((profile.stage.stage, profile.tier) == (nil, nil))
    }

    @Test func `R-SEG-03 Knows a prospect by having bought nothing`() throws {
        let profile = try profile(of: 3)
        #expect((profile.purchases, profile.scores) == (nil, nil))
        #expect((profile.stage.stage, profile.tier?.tier.id) == (.prospect, "ordinary"))
    }

    @Test func `Refuses a ladder in another currency`() throws {
        let population = try Population.learn(from: summaries, asOf: today, spend: .net)
        let profiler = Profiler(population: population, stages: `A stage`.rules, tiers: Shop.ladder())
        #expect(throws: PurchaseSummaryError.currencyMismatch(.usd, expected: .eur)) {
            try profiler.profile(of: PurchaseSummary(of: "c", in: .usd), asOf: today)
        }
    }
}

@Suite struct `A population` {
    let summaries = (1...20).map { Shop.summary([("2011-03-01", Int64($0))], of: Customer.ID(String("c-\($0)"))!) }

    @Test func `R-SEG-13 Is learned alike from any order, and only from those who bought`() throws {
        let nobody = Shop.summary([("2011-03-02", 500)], of: "later")
        let population = try Population.learn(from: summaries + [nobody], asOf: day("2011-03-01"), spend: .sales)
        #expect(try population == Population.learn(from: summaries.reversed(), asOf: day("2011-03-01"), spend: .sales))
        #expect(population.customers == 20)
        #expect(population.scale?.monetary.cutPoints.values == [4, 8, 12, 16])
    }

    @Test func `Of nobody has no scale`() throws {
        let empty = try Population.learn(from: summaries, asOf: day("2011-02-28"), spend: .sales)
        #expect((empty.customers, empty.scale) == (0, nil))
    }

    @Test func `The wire format never changes`() throws {
        let population = try Population.learn(from: summaries, asOf: day("2011-03-01"), spend: .sales)
        let stored =
            #"{"asOf":"2011-03-01","customers":20,"scale":{"asOf":"2011-03-01","currency":"EUR","dimensions":["#
            + #"{"cutPoints":[0,0,0,0],"dimension":"recency","distribution":[20,0,0,0,0],"rule":"typeOne"},"#
            + #"{"cutPoints":[1,1,1,1],"dimension":"frequency","distribution":[20,0,0,0,0],"rule":"typeOne"},"#
            + #"{"cutPoints":[4,8,12,16],"dimension":"monetary","distribution":[4,4,4,4,4],"rule":"typeOne"}],"#
            + #""spend":"sales","v":1},"v":1}"#
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        #expect(String(decoding: try encoder.encode(population), as: UTF8.self) == stored)
        #expect(try JSONDecoder().decode(Population.self, from: Data(stored.utf8)) == population)
    }

    @Test func `R-SEG-13 Is not learned across currencies, nor scored on a scale of another`() throws {
        let dollars = Order(id: "o", customer: "d", placedAt: Timestamp(milliseconds: 0), total: Money("1.00 USD")!)!
        var foreign = PurchaseSummary(of: "d", in: .usd)
        try foreign.add(.order(dollars), in: FixedZone.utc)
        for mixed in [summaries + [foreign], [foreign] + summaries] {
            #expect(throws: PurchaseSummaryError.self) {
                try Population.learn(from: mixed, asOf: day("2011-03-01"), spend: .sales)
            }
        }
        let abroad = try Population.learn(from: [foreign], asOf: day("2011-03-01"), spend: .sales)
        let profiler = Profiler(population: abroad, stages: `A stage`.rules, tiers: Shop.ladder())
        #expect(throws: PurchaseSummaryError.currencyMismatch(.eur, expected: .usd)) {
            try profiler.profile(of: summaries[0], asOf: day("2011-03-01"))
        }
    }

    @Test(arguments: [
        #"{"asOf":"2011-03-01","customers":20,"v":2}"#, #"{"asOf":"2011-03-01","customers":20,"v":0}"#,
        #"{"asOf":"2011-03-01","customers":-1,"v":1}"#, #"{"asOf":"2011-03-01","customers":1,"v":1}"#,
        #"{"asOf":"2011-03-01","customers":1,"scale":{"asOf":"2011-03-01","currency":"EUR","dimensions":[],"spend":"sales","v":1},"v":1}"#,
    ])
    func `One of an unknown version, or with a scale of nothing, is an error`(stored: String) {
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(Population.self, from: Data(stored.utf8)) }
    }
}
