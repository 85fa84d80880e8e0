import Foundation
import GiftModel
import GiftTesting
import Segmentation
import Testing

/// Rules of stages said naively: every day from the first on, every number from all the purchase days.
private struct NaiveStages {
    let rules: StageRules
    let model: ModifiedBetaGeometricModel?
    private(set) var stage: Stage? = .prospect
    private(set) var since: CalendarDate?
    private(set) var awaited: Stage?
    private(set) var undetermined: [Int] = []

    init(_ rules: StageRules, _ model: ModifiedBetaGeometricModel?) { (self.rules, self.model) = (rules, model) }

    /// Lives through `today` with purchases on `dates`, of which none lies later.
    mutating func live(through today: CalendarDate, _ dates: [CalendarDate], hasReturns: Bool) {
        guard let last = dates.max() else {
            let none: Stage? = hasReturns ? nil : .prospect
            if stage != none { (stage, since) = (none, today) }
            return
        }
        var target = rules.otherwise
        undetermined = []
        for (index, rule) in rules.rules.enumerated() {
            var truth = truth(of: rule.when, today, dates)
            if rule.stage == stage, !rule.stays.isEmpty { truth = truth.or(self.truth(of: rule.stays, today, dates)) }
            if truth == .unknown { undetermined.append(index) }
            if truth == .holds {
                target = rule.stage
                break
            }
        }
        let isFree =
            stage == nil || stage == .prospect || since!.days(until: today) >= rules.minimumStayDays
            || rules.enteredAtOnce.contains(target) || rules.changesOnPurchase && last == today
        if target != stage, isFree { (stage, since) = (target, today) }
        awaited = target == stage ? nil : target
    }

    private func truth(of conditions: [StageCondition], _ today: CalendarDate, _ dates: [CalendarDate]) -> Truth {
        conditions.reduce(.holds) { $0.and(truth(of: $1, today, dates)) }
    }

    private func truth(of condition: StageCondition, _ today: CalendarDate, _ dates: [CalendarDate]) -> Truth {
        let ages = Set(dates.map { $0.days(until: today) }).sorted()
        let length = rules.comparedDays ?? 0
        let now = ages.count { $0 < length }
        let before = ages.count { length <= $0 && $0 < 2 * length }
        let gaps = zip(ages.dropFirst(), ages).map { Int64($0 - $1) }.sorted()
        func active() -> Double? {
            let units = Double(model?.daysPerUnit ?? 1)
            return model?
                .activityProbability(
                    repeatPurchases: ages.count - 1,
                    ageAtLastPurchase: Double(ages.last! - ages.first!) / units,
                    age: Double(ages.last!) / units
                )
        }
        func value(_ ratio: Ratio) -> Double { Double(ratio.numerator) / Double(ratio.denominator) }
        switch condition {
        case .daysSinceFirstPurchase(let comparison, let days): return Truth(comparison.holds(ages.last!, days))
        case .purchaseDays(let comparison, let count): return Truth(comparison.holds(ages.count, count))
        case .daysSinceLastPurchase(let comparison, let days): return Truth(comparison.holds(ages.first!, days))
        case .ownRhythm(let comparison, let limit):
            guard gaps.count >= rules.minimumGaps else { return .unknown }
            let twice = gaps[gaps.count / 2] + gaps[(gaps.count - 1) / 2]
            return Truth(comparison.holds(Ratio(2 * Int64(ages.first!), over: twice)!, limit))
        case .purchaseDaysInWindow(let comparison, let count): return Truth(comparison.holds(now, count))
        case .purchaseDaysInWindowBefore(let comparison, let count): return Truth(comparison.holds(before, count))
        case .windowRatio(let comparison, let limit):
            let (left, right) = (Int64(now) * limit.denominator, Int64(before) * limit.numerator)
            return Truth(comparison.holds(left, right))
        case .activityBelow(let limit): return active().map { Truth($0 < value(limit)) } ?? .unknown
        case .activityAtLeast(let limit): return active().map { Truth($0 >= value(limit)) } ?? .unknown
        }
    }
}

/// Rules, a customer and a model out of a seed.
private struct StageCase {
    let rules: StageRules
    let model: ModifiedBetaGeometricModel?
    let summary: PurchaseSummary
    let start = day("2020-01-01")

    init(seed: UInt64, withReturns: Bool = false) {
        var random = SeededGenerator(seed: seed)
        let stages = Stage.allCases.dropFirst()
        let ratios = ["1/2", "1", "3/2", "2", "7/3", "1/3"].map { Ratio($0)! }
        func conditions() -> [StageCondition] {
            (0...Int.random(in: 0...1, using: &random))
                .map { _ in
                    let comparison = Comparison.allCases.randomElement(using: &random)!
                    let ratio = ratios.randomElement(using: &random)!
                    let probability = Ratio(Int64.random(in: 1...19, using: &random), over: 20)!
                    let count = Int.random(in: 0...4, using: &random)
                    return switch Int.random(in: 0...8, using: &random) {
                    case 0: .daysSinceFirstPurchase(comparison, .random(in: 0...200, using: &random))
                    case 1: .purchaseDays(comparison, count)
                    case 2: .daysSinceLastPurchase(comparison, .random(in: 0...120, using: &random))
                    case 3: .ownRhythm(comparison, ratio)
                    case 4: .purchaseDaysInWindow(comparison, count)
                    case 5: .purchaseDaysInWindowBefore(comparison, count)
                    case 6: .windowRatio(comparison, ratio)
                    case 7: .activityBelow(probability)
                    default: .activityAtLeast(probability)
                    }
                }
        }
        let hasMemory = Int.random(in: 0...2, using: &random) > 0
        let list = (0...Int.random(in: 0...5, using: &random))
            .map { _ in
                let stays = hasMemory && Bool.random(using: &random) ? conditions() : []
                return StageRule(stages.randomElement(using: &random)!, when: conditions(), stays: stays)
            }
        do {
            self.rules =
                try seed % 5 == 0
                ? StageRules(newThroughDays: 30, dormantAfterDays: 60, churnedAfterDays: 150, comparedDays: 40)
                : StageRules(
                    list,
                    otherwise: stages.randomElement(using: &random)!,
                    comparedDays: .random(in: 1...60, using: &random),
                    minimumGaps: .random(in: 1...3, using: &random),
                    minimumStayDays: hasMemory ? .random(in: 0...40, using: &random) : 0,
                    enteredAtOnce: Set(stages.filter { _ in Int.random(in: 0...3, using: &random) == 0 }),
                    changesOnPurchase: Bool.random(using: &random)
                )
        } catch {
            preconditionFailure("\(error)")
        }
        self.model = Int.random(in: 0...3, using: &random) == 0 ? nil : ActivityModelFixture.model(unit: seed % 2 == 0)
        self.summary = Shop.summary(of: Self.activities(withReturns: withReturns, &random))
    }

    private static func activities(withReturns: Bool, _ random: inout SeededGenerator) -> [Activity] {
        func date() -> String { day("2020-01-01").adding(days: .random(in: 0...300, using: &random))!.description }
        let orders = (0..<Int.random(in: 0...8, using: &random)).map { Order.ID("o\($0)")! }
        var activities = orders.map { Shop.order($0, date(), 10) }
        guard withReturns else { return activities }
        for (index, order) in orders.enumerated() {
            let id = Return.ID("r\(index)")!
            switch Int.random(in: 0...9, using: &random) {
            case 0...2: activities.append(Shop.goods(id, of: order, date(), .random(in: 5...10, using: &random)))
            case 3: activities.append(Shop.goods(id, of: nil, date(), 10))
            case 4...5: activities.append(Shop.cancellation(of: order, date()))
            default: break
            }
        }
        return activities
    }

    /// The naive answer at the end of every day, from the first on; purchases end on `last`.
    func naive(through last: CalendarDate, days count: Int) -> [(date: CalendarDate, state: NaiveStages)] {
        var naive = NaiveStages(rules, model)
        return (0..<count)
            .map { offset in
                let today = start.adding(days: offset)!
                let seen = summary.days(asOf: min(today, last)).days
                let dates = seen.filter { $0.orders > 0 }.map(\.date)
                naive.live(
                    through: today,
                    dates,
                    hasReturns: seen.contains { $0.returns > 0 && $0.returnedOrders == 0 }
                )
                return (today, naive)
            }
    }
}

private enum ActivityModelFixture {
    static func model(unit isDay: Bool) -> ModifiedBetaGeometricModel? {
        try? ModifiedBetaGeometricModel(r: 1.2, alpha: isDay ? 40 : 6, a: 0.6, b: 1.9, daysPerUnit: isDay ? 1 : 7)
    }
}

@Suite struct `The history of a stage` {
    @Test func `R-SEG-03 Tells since when, and when it can change without any activity`() {
        let summary = Shop.summary([("2026-01-01", 1), ("2026-01-11", 1)])
        let assessment = `A stage`.rules.assessment(of: summary.days(asOf: day("2026-01-20")))
        #expect((assessment.stage, assessment.since) == (.new, day("2026-01-01")))
        #expect(assessment.nextPossibleChange == day("2026-02-01"))
        let spells = `A stage`.rules.history(of: summary, through: day("2027-12-31"))
        #expect(spells.map(\.stage) == [.prospect, .new, .growing, .mature, .declining, .dormant, .churned])
        #expect(
            spells.dropFirst().map { $0.since?.description } == [
                "2026-01-01", "2026-02-01", "2026-04-01", "2026-04-11", "2026-04-12", "2027-01-12",
            ]
        )
        #expect(spells.map(\.rule) == [nil, 3, 4, nil, 2, 1, 0])
        let churned = `A stage`.rules.assessment(of: summary.days(asOf: day("2027-12-31")))
        #expect((churned.since, churned.nextPossibleChange) == (day("2027-01-12"), nil))
    }

    @Test func `R-SEG-03 Ends with the calendar`() {
        let summary = Shop.summary([("9999-12-01", 1)])
        let assessment = `A stage`.rules.assessment(of: summary.days(asOf: day("9999-12-31")))
        #expect((assessment.stage, assessment.nextPossibleChange) == (.new, nil))
    }

    @Test(arguments: 0..<400 as Range<UInt64>)
    func `R-SEG-03 Agrees with every day lived through, and is never late over 400 days`(seed: UInt64) {
        let customer = StageCase(seed: seed)
        var random = SeededGenerator(seed: seed)
        let asOf = customer.start.adding(days: .random(in: 0...330, using: &random))!
        let lived = customer.naive(through: asOf, days: customer.start.days(until: asOf) + 401)
        let today = lived[customer.start.days(until: asOf)].state
        let assessment = customer.rules.assessment(of: customer.summary.days(asOf: asOf), model: customer.model)
        #expect((assessment.stage, assessment.since) == (today.stage, today.since))
        #expect((assessment.awaited, assessment.undetermined) == (today.awaited, today.undetermined))
        let change = lived.first { $0.date > asOf && $0.state.stage != today.stage }?.date
        if let next = assessment.nextPossibleChange, next <= lived.last!.date {
            #expect(next == change)
        } else {
            #expect(change == nil, "late")
        }
    }

    @Test(arguments: 0..<150 as Range<UInt64>)
    func `R-SEG-03 Is that of every day as it stood, returns included`(seed: UInt64) {
        let customer = StageCase(seed: seed, withReturns: true)
        let lived = customer.naive(through: day("9999-12-31"), days: 700)
        var expected: [(Stage?, CalendarDate?)] = [(.prospect, nil)]
        for (_, state) in lived where state.stage != expected.last!.0 { expected.append((state.stage, state.since)) }
        let spells = customer.rules.history(of: customer.summary, through: lived.last!.date, model: customer.model)
        #expect(spells.map(\.stage) == expected.map(\.0))
        #expect(spells.map(\.since) == expected.map(\.1))
    }

    @Test(arguments: 0..<300 as Range<UInt64>)
    func `R-SEG-03 Comes out the same from where it stood as from the beginning`(seed: UInt64) {
        let customer = StageCase(seed: seed)
        var random = SeededGenerator(seed: seed)
        let days = (0..<6).map { _ in Int.random(in: 0...500, using: &random) }.sorted()
        var mark: StageMark?
        for offset in days {
            let purchases = customer.summary.days(asOf: customer.start.adding(days: offset)!)
            let batch = customer.rules.assessment(of: purchases, model: customer.model)
            if let mark {
                let following = customer.rules.assessment(of: purchases, following: mark, model: customer.model)
                #expect(following == batch)
                #expect(following.hashValue == batch.hashValue)
            }
            mark = batch.mark
        }
        let spells = customer.rules.history(
            of: customer.summary,
            through: customer.start.adding(days: days.last!)!,
            model: customer.model
        )
        #expect((spells.last?.stage, spells.last?.since) == (mark?.stage, mark?.since))
    }

    @Test func `R-SEG-03 Follows an earlier assessment as it was made, whatever came back since`() {
        let summary = Shop.summary(of: [
            Shop.order("o1", "2026-01-01", 10), Shop.order("o2", "2026-01-11", 10),
            Shop.goods("r1", of: "o1", "2026-01-25", 10),
        ])
        let mark = `A stage`.rules.assessment(of: summary.days(asOf: day("2026-01-20"))).mark
        let purchases = summary.days(asOf: day("2026-01-26"))
        let following = `A stage`.rules.assessment(of: purchases, following: mark)
        #expect((following.stage, following.since) == (.new, day("2026-01-01")))
        #expect(`A stage`.rules.assessment(of: purchases).since == day("2026-01-11"))
        #expect(`A stage`.rules.history(of: summary, through: day("2026-01-26")).last?.since == day("2026-01-01"))
    }

    @Test func `R-SEG-03 Starts over when it is to follow a later day`() {
        let purchases = Shop.summary([("2026-01-01", 1)]).days(asOf: day("2026-01-20"))
        let later = `A stage`.rules.assessment(of: Shop.summary([]).days(asOf: day("2026-02-20"))).mark
        let assessment = `A stage`.rules.assessment(of: purchases, following: later)
        #expect(assessment == `A stage`.rules.assessment(of: purchases))
    }

    @Test func `The wire format of a mark never changes`() throws {
        let purchases = Shop.summary([("2026-01-01", 1)])
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        for (asOf, text) in [
            ("2026-01-20", #"{"asOf":"2026-01-20","since":"2026-01-01","stage":"new","v":1}"#),
            ("2025-12-31", #"{"asOf":"2025-12-31","stage":"prospect","v":1}"#),
        ] {
            let mark = `A stage`.rules.assessment(of: purchases.days(asOf: day(asOf))).mark
            #expect(String(decoding: try encoder.encode(mark), as: UTF8.self) == text)
            #expect(try JSONDecoder().decode(StageMark.self, from: Data(text.utf8)) == mark)
        }
        for bad in [
            #"{"asOf":"2026-01-20","since":"2026-01-21","stage":"new","v":1}"#,
            #"{"asOf":"2026-01-20","stage":"new","v":1}"#, #"{"asOf":"2026-01-20","v":1}"#,
            #"{"asOf":"2026-01-20","since":"2026-01-01","stage":"prospect","v":1}"#,
            #"{"asOf":"2026-01-20","since":"2026-01-01","stage":"new","v":2}"#,
        ] {
            #expect(throws: DecodingError.self) { try JSONDecoder().decode(StageMark.self, from: Data(bad.utf8)) }
        }
    }
}
