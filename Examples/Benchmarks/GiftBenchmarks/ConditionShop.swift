import GiftModel
import GiftTesting
import Segmentation

/// Twenty rules of a shop such as that of the demonstration, and customers made up from a seed.
///
/// The rules have one to four comparisons each, 44 altogether, of 25 attributes; two customers of a hundred have nothing
/// known of their purchases, and one of five misses any other fact.
enum ConditionShop {
    static let today = CalendarDate("2026-11-20")!

    static let set: SegmentSet = {
        let labels: [SegmentLabel] = [
            .init(id: "expected-value", kind: .money), .init(id: "open-cart", kind: .money),
            .init(id: "satisfaction", numbers: 0...10),
        ]
        let document = SegmentDocument(
            id: "twenty-rules",
            currency: .cny,
            tiers: tiers,
            labels: labels,
            segments: rules.map { id, condition in
                Segment(id: id, name: LocalizedText(english: id.text, chinese: id.text), where: condition)
            }
        )
        guard let set = try? SegmentSet(validating: document) else { preconditionFailure("the rules have no errors") }
        return set
    }()

    private static let tiers: [Tier.ID] = ["standard", "silver", "gold", "diamond"]

    private static func cny(_ yuan: Int64) -> Money { Money(minorUnits: yuan * 100, in: .cny) }

    private static let rules: [(Segment.ID, SegmentCondition)] = [
        ("welcome", .all([.trait(.daysSinceRegistration, .atMost, 30), .count(.orders, .atMost, 1)])),
        (
            "nearly-silver",
            .all([
                .tier(.below, "silver"), .amount(.net, inDays: 365, .atLeast, cny(1_500)),
                .count(.orders, inDays: 365, .atLeast, 3),
            ])
        ),
        ("gold-in-bloom", .all([.tier(.atLeast, "gold"), .stage(in: [.growing, .mature])])),
        ("birthday", .all([.trait(.birthdayMonth, .equal, 11), .count(.purchaseDays, inDays: 365, .atLeast, 1)])),
        ("holiday", .all([.tier(.atLeast, "silver"), .not(.count(.complaints, inDays: 30, .atLeast, 1))])),
        ("quarterly", .all([.tier(.atLeast, "gold"), .count(.purchaseDays, inDays: 90, .atLeast, 1)])),
        (
            "come-back",
            .all([.daysSinceLastPurchase(.above, 90), .label("expected-value", .atLeast, .money(cny(800)))])
        ),
        (
            "news",
            .all([.daysSinceLastPurchase(.above, 90), .not(.label("expected-value", .atLeast, .money(cny(800))))])
        ),
        (
            "fading",
            .all([
                .change(.purchaseDays, inDays: 90, .atMost, Ratio(1, over: 2)!), .tier(.atLeast, "gold"),
                .count(.purchaseDays, inDays: 365, .atLeast, 2),
            ])
        ),
        ("cart-coupon", .all([.label("open-cart", .atLeast, .money(cny(150))), .tag("price-sensitive")])),
        ("cart-advice", .all([.label("open-cart", .atLeast, .money(cny(150))), .not(.tag("price-sensitive"))])),
        ("open-complaint", .count(.complaints, inDays: 3, .atLeast, 1)),
        (
            "recovery",
            .all([.count(.complaints, inDays: 30, .atLeast, 1), .not(.count(.complaints, inDays: 3, .atLeast, 1))])
        ),
        ("experiences", .count(.purchaseDays, inDays: 365, .atLeast, 12)),
        (
            "practical",
            .all([.count(.purchaseDays, inDays: 365, .atLeast, 1), .count(.purchaseDays, inDays: 365, .below, 12)])
        ),
        ("knowledge", .trait(.jobRole, in: ["technicalUser"])),
        ("reports", .all([.trait(.jobRole, in: ["decisionMaker"]), .trait(.employees, .atLeast, 50)])),
        (
            "champions",
            .all([
                .score("spend", .atLeast, 4), .score("visits", .atLeast, 4),
                .label("satisfaction", .atLeast, .number(9)),
            ])
        ),
        (
            "large-orders",
            .all([
                .amount(.averageOrder, .atLeast, cny(400)), .amount(.refunds, inDays: 365, .below, cny(50)),
                .count(.orders, .atLeast, 2), .not(.label("satisfaction", .below, .number(5))),
            ])
        ),
        (
            "dear",
            .all([
                .any([.valueBand(in: [.high]), .amount(.net, inDays: 365, .atLeast, cny(5_000))]),
                .not(.stage(in: [.dormant, .churned])), .not(.trait(.country, in: ["US", "GB"])),
            ])
        ),
    ]

    /// What is known of so many customers.
    static func facts(_ count: Int) -> [SegmentFacts] {
        var random = SeededGenerator(seed: 20)
        return (0..<count).map { _ in facts(&random) }
    }

    private static func facts(_ random: inout SeededGenerator) -> SegmentFacts {
        func isKnown() -> Bool { Int.random(in: 0..<5, using: &random) > 0 }
        var summary = PurchaseSummary(of: "c", in: .cny)
        // Some come often, most now and then.
        let orders = Int.random(in: 0..<10, using: &random) == 0 ? 18 : Int.random(in: 0...6, using: &random)
        for number in 0..<orders {
            let id = "\(number)"
            let date = today.adding(days: -Int.random(in: 0..<500, using: &random))!
            let instant = Timestamp(date, at: TimeOfDay(hour: 12, minute: 0)!, in: .utc)
            let total = Money(minorUnits: 3_000_000 / .random(in: 1...1000, using: &random), in: .cny)
            let order = Order(id: Order.ID(id)!, customer: "c", placedAt: instant, total: total)!
            guard (try? summary.add(.order(order), in: FixedZone.utc)) != nil else { preconditionFailure("it fits") }
        }
        let knowsPurchases = Int.random(in: 0..<50, using: &random) > 0
        var facts = knowsPurchases ? SegmentFacts(of: summary.days(asOf: today)) : SegmentFacts(asOf: today)
        var complaints = DailyCounts()
        if Int.random(in: 0..<20, using: &random) == 0 {
            complaints.add(on: today.adding(days: -Int.random(in: 0..<30, using: &random))!)
        }
        facts.complaints = complaints
        if isKnown() { facts.stage = .init(Stage.allCases.randomElement(using: &random)!) }
        if isKnown() {
            facts.tier = .init(tiers[[0, 0, 0, 1, 1, 2, 3].randomElement(using: &random)!])
            if facts.tier?.value == "standard", Int.random(in: 0..<20, using: &random) == 0 {
                facts.possibleTier = "gold"
            }
        }
        if isKnown() { facts.valueBand = .init(ValueBand.allCases.randomElement(using: &random)!) }
        if isKnown() { facts.tags = [.init("price-sensitive", isHeld: .init(Bool.random(using: &random)))] }
        facts.furtherScores = [ScoreDimension("spend"), ScoreDimension("visits")]
            .map { SegmentFacts.Score($0, .init(Int64.random(in: 1...5, using: &random))) }
        if isKnown() {
            facts.labels.append(.init("expected-value", .money(cny(.random(in: 0..<2_000, using: &random)))))
        }
        if isKnown() { facts.labels.append(.init("open-cart", .money(cny(.random(in: 0..<200, using: &random))))) }
        if isKnown() { facts.labels.append(.init("satisfaction", .number(.random(in: 0...10, using: &random)))) }
        facts.record = record(&random)
        return facts
    }

    private static func record(_ random: inout SeededGenerator) -> CustomerRecord {
        var record = CustomerRecord(of: "c")
        let born = today.adding(days: -Int.random(in: 18 * 365..<80 * 365, using: &random))!
        record.birthday = Birthday(.solar(AnnualDate(born)), bornIn: born.year)
        record.registeredOn = today.adding(days: -Int.random(in: 0..<900, using: &random))!
        record.country = CountryCode(["CN", "CN", "CN", "US", "DE"].randomElement(using: &random)!)
        record.jobRole = [.technicalUser, .decisionMaker, nil, nil].randomElement(using: &random)!
        if record.jobRole != nil {
            let least = Int64.random(in: 1...60, using: &random)
            record.companySize = CompanySize(atLeast: least, through: least + .random(in: 0...20, using: &random))
        }
        return record
    }

    /// Columns of so many customers, of whom there are 10,000 different ones.
    ///
    /// They answer as the facts of one customer do.
    static func columns(_ count: Int) -> SegmentColumns {
        let facts = facts(min(count, 10_000))
        var columns = SegmentColumns(of: SegmentQuestions(of: set), asOf: today)
        for number in 0..<count { columns.append(facts[number % facts.count]) }
        var evaluator = SegmentEvaluator(of: set)
        let answers = set.answers(for: columns)
        for (number, facts) in facts.enumerated() {
            let expected = set.answers(for: facts)
            precondition(evaluator.answers(for: columns, at: number) == expected, "a row answers as its facts do")
            precondition(
                expected.indices.allSatisfy { answers[$0, number] == expected[$0] },
                "columns answer as the facts do"
            )
        }
        return columns
    }
}
