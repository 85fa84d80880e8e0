import ArgumentParser
import GiftModel
import GiftPolicy
import Segmentation
import Testing

@testable import giftctl

/// Story S05: who is asleep on 10 December 2011, on 22,186 real orders.
@Suite struct `The bundled data` {
    static let options = trapping { try ShopOptions.parse([]) }
    static let shop = trapping { try Shop(options) }
    static let run = trapping {
        try PlanRun(of: shop, giving: shop.gifts(options), asOf: day("2011-12-10"), within: Money("5000.00 GBP")!)
    }

    private static func trapping<Value>(_ body: () throws -> Value) -> Value {
        do { return try body() } catch { preconditionFailure("\(error)") }
    }

    private static func day(_ text: String) -> CalendarDate { CalendarDate(text)! }

    private func isAsleep(_ profile: CustomerProfile) -> Bool {
        profile.stage.stage == .dormant || profile.stage.stage == .churned
    }

    @Test func `R-DATA-03 Is read whole`() {
        #expect(Self.shop.customers.orders + Self.shop.customers.returns == 22_186)
        #expect(Self.shop.customers.orders == 18_536)
        #expect(Self.run.rejected.isEmpty)
        #expect(Self.run.profiles.count { $0.purchases != nil } == 4_339)
        #expect((40...60).contains(Self.run.catalog.gifts.count))
    }

    @Test func `R-TRIG-04 S05 1,449 customers are asleep, of whom 232 are worth a gift`() {
        let asleep = Self.run.profiles.filter(isAsleep)
        #expect(asleep.count == 1_449)
        let rich = asleep.count { ($0.purchases?.sales.minorUnits ?? 0) >= 1_000_00 }
        #expect(rich == 232)
        #expect(Self.run.decisions.count { $0.candidates.contains { $0.rule == "reactivation" } } == 232)
        let netted = asleep.count { ($0.purchases?.spend(.net).minorUnits ?? 0) >= 1_000_00 }
        #expect(netted == 219)
    }

    @Test func `R-TRIG-04 S05 14 customers stand at exactly 90 days and are due tomorrow`() {
        let waiting = Self.run.waitEndsNextDay.filter { $0.rule == "reactivation" }
        #expect(
            waiting.map(\.customer) == [
                "12635", "12965", "13124", "13372", "13611", "14212", "14837", "15035", "15636", "15939", "16384",
                "16796",
                "18215", "18255",
            ]
        )
        #expect(waiting.allSatisfy { $0.kind == .notDue && $0.earliest?.day == Self.day("2011-12-11") })
        #expect(waiting.allSatisfy { $0.reasons[0]["wait"] == .days(1) })
    }

    @Test func `R-TRIG-04 S05 1,463 customers are asleep a day later`() throws {
        #expect(try Self.shop.profiles(asOf: Self.day("2011-12-11"), spend: .net).count(where: isAsleep) == 1_463)
    }

    @Test func `R-DATA-05 S05 33 customers with returns alone are undetermined and get nothing`() {
        let undetermined = Self.run.profiles.filter { $0.stage.stage == nil }
        #expect(undetermined.count == 33)
        #expect(undetermined.allSatisfy { $0.stage.reason.code == StageReason.returnsAlone.rawValue })
        let names = Set(undetermined.map(\.customer))
        #expect(!Self.run.plan.grants.contains { names.contains($0.customer) })
        #expect(PlanFile(Self.run).undetermined == undetermined.map(\.customer))
    }

    @Test func `R-POL-03 The plan keeps to budget, stock and cap`() {
        let plan = Self.run.plan
        #expect(plan.grants.count >= 200)
        #expect(plan.grants.map(\.cost.expected.minorUnits).reduce(0, +) == plan.budget.committed.minorUnits)
        #expect(plan.budget.committed.minorUnits <= 5_000_00)
        for gift in Self.run.catalog.gifts { #expect(plan.grants.count { $0.gift == gift.id } <= gift.stock) }
        #expect(Set(plan.grants.map(\.customer)).count == plan.grants.count)
        for rule in Self.shop.policy.document.rules {
            let spent = plan.grants.filter { $0.rule.rule == rule.id }.map(\.cost.expected.minorUnits).reduce(0, +)
            #expect(spent <= rule.budget?.minorUnits ?? .max)
        }
    }

    @Test func `R-POL-11 Each grant has reasons in both languages`() {
        for grant in PlanFile(Self.run).grants {
            #expect(!grant.why.en.isEmpty && grant.why.en.count == grant.why.zh.count)
            #expect((grant.why.en + grant.why.zh).allSatisfy { !$0.isEmpty && !$0.contains("{") })
            #expect(grant.why.zh.contains { $0.contains { $0 > "\u{4E00}" } })
        }
    }
}
