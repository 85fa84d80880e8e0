import Foundation
import GiftModel
import GiftTesting
import Segmentation
import Testing

@Suite struct `A value band` {
    static let asOf = day("2026-09-30")
    private static let book = Phrasebook(ValueBandReason.self)

    static let text = #"""
        {
          "spend": "net",
          "bands": [
            {
              "band": "high", "requires": { "all": { "spend": "5000.00 EUR", "orders": 3 } },
              "gift": { "from": "80.00 EUR", "through": "200.00 EUR" },
              "service": {
                "name": { "en": "Personal care", "zh": "专属服务" }, "responseHours": 4,
                "services": ["personal-adviser", "event-invitation"]
              }
            },
            {
              "band": "medium", "requires": { "any": { "purchaseDays": 4, "averageOrderValue": "300.00 EUR" } },
              "gift": { "from": "20.00 EUR", "through": "80.00 EUR" },
              "service": { "name": { "en": "Priority", "zh": "优先服务" }, "responseHours": 24 }
            },
            {
              "band": "potential", "requires": { "all": { "lifetimeValue": "800.00 EUR" } },
              "gift": { "from": "0.00 EUR", "through": "20.00 EUR" },
              "service": { "name": { "en": "Self-service", "zh": "自助服务" } }
            }
          ]
        }
        """#

    static let rules: ValueBandRules = {
        do {
            return try JSONDecoder().decode(ValueBandRules.self, from: Data(text.utf8))
        } catch {
            preconditionFailure("\(error)")
        }
    }()

    private func assessment(_ events: [Shop.Event], lifetimeValue: String? = nil) throws -> ValueBandAssessment {
        let figures = try ValueFigures(
            of: Shop.summary(events).days(asOf: Self.asOf),
            spend: Self.rules.spend,
            lifetimeValue: lifetimeValue.map { try #require(Money($0)) }
        )
        return try Self.rules.assessment(of: figures)
    }

    private func text(_ assessment: ValueBandAssessment, in language: Language = .english) -> [String] {
        assessment.reasons.map { $0.text(in: language, from: Self.book) }
    }

    private static let three: [Shop.Event] = [
        ("2026-03-01", 2_000_00), ("2026-03-01", 2_000_00), ("2026-04-01", 1_000_00),
    ]

    @Test func `R-SEG-04 Is that of the first rule met, with its gifts and its service`() throws {
        let high = try assessment(Self.three)
        #expect((high.band, high.truth) == (.high, .holds))
        #expect(high.rule?.gift.highest == Money("200.00 EUR"))
        #expect(high.rule?.service.responseHours == 4)
        #expect(high.rule?.service.services == ["event-invitation", "personal-adviser"])
        #expect(high.gap == nil && high.unknown.isEmpty)
        #expect(
            text(high) == [
                "High value: at least 2 of 2 thresholds reached", "spend 5000.00 EUR, at least 5000.00 EUR",
                "orders 3, at least 3",
            ]
        )
    }

    @Test func `R-SEG-04 Says what is missing to the next`() throws {
        let medium = try assessment([("2026-03-01", 4_999_99), ("2026-04-01", -1_000_00)])
        #expect(medium.band == .medium)
        #expect(medium.gap?.missing == [.spend(Money("1000.01 EUR")!), .orders(2)])
        #expect((medium.gap?.band, medium.gap?.match) == (.high, .all))
        #expect(
            text(medium, in: .chinese) == [
                "中价值：2项门槛中至少达到1项", "购买天数1，低于4", "客单价3999.99 EUR，不低于300.00 EUR", "消费额：距高价值还差1000.01 EUR",
                "订单数：距高价值还差2",
            ]
        )
        let potential = try assessment([("2026-03-01", 200_00), ("2026-03-02", 100_01)], lifetimeValue: "800.00 EUR")
        #expect(potential.band == .potential)
        // 300.01 over 2 orders is 150.005: 149.995 more is 150.00 in whole cents.
        #expect(potential.gap?.missing == [.purchaseDays(2), .averageOrderValue(Money("150.00 EUR")!)])
        #expect(
            text(potential).suffix(2) == [
                "purchase days: 2 more would be enough for Medium value",
                "average order value: 150.00 EUR more would be enough for Medium value",
            ]
        )
    }

    @Test func `R-SEG-04 Is undetermined where a measure that matters is not known`() throws {
        let unknown = try assessment([("2026-03-01", 10_00)])
        #expect((unknown.band, unknown.truth, unknown.unknown) == (nil, .unknown, [.lifetimeValue]))
        #expect(unknown.rule?.band == .potential)
        #expect(unknown.gap?.missing == [] && unknown.gap?.unknown == [.lifetimeValue])
        #expect(text(unknown)[1] == "lifetime value not known, 800.00 EUR needed")
        let returnsAlone = try assessment([("2026-03-01", -10_00)], lifetimeValue: "900.00 EUR")
        #expect((returnsAlone.truth, returnsAlone.rule?.band) == (.unknown, .high), "what came back was bought once")
        #expect(returnsAlone.unknown == [.spend, .orders])
    }

    @Test func `R-SEG-04 Is none when every rule fails, and no order has an average of zero`() throws {
        let none = try assessment([], lifetimeValue: "799.99 EUR")
        #expect((none.band, none.truth, none.rule) == (nil, .fails, nil))
        #expect(none.gap?.missing == [.lifetimeValue(Money("0.01 EUR")!)])
        #expect(
            text(none) == [
                "none of 3 value bands was reached", "lifetime value: 0.01 EUR missing to Potential",
            ]
        )
        #expect(none.figures.quantity(of: .averageOrderValue) == 0)
    }

    @Test func `R-SEG-04 Takes everybody left where nothing is required`() throws {
        let last = ValueBandRule(
            .potential,
            requires: nil,
            gift: try #require(PriceBand(from: Money("0.00 EUR")!, through: Money("5.00 EUR")!)),
            service: try #require(ServiceStandard(LocalizedText(english: "Self-service", chinese: "自助服务")))
        )
        let rules = try ValueBandRules(Array(Self.rules.rules[..<2]) + [last], spend: .sales)
        let figures = try ValueFigures(of: Shop.summary([]).days(asOf: Self.asOf), spend: rules.spend)
        let assessment = try rules.assessment(of: figures)
        #expect(assessment.band == .potential && assessment.gap?.band == .medium)
        #expect(text(assessment)[0] == "Potential: no band before it was reached")
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func `R-SEG-04 Agrees with the rules said naively`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let events = (0..<Int.random(in: 0...6, using: &random))
            .map { _ -> Shop.Event in
                let date = Self.asOf.adding(days: -.random(in: 0...9, using: &random))!
                return (date.description, .random(in: 1...3_000_00, using: &random))
            }
        let lifetimeValue = [nil, Int64(79_999), 80_000].randomElement(using: &random)!
        let spend = events.map(\.minorUnits).reduce(0, +)
        let average = events.isEmpty ? 0 : Double(spend) / Double(events.count)
        let naive: (ValueBand?, Truth) =
            if spend >= 5_000_00 && events.count >= 3 {
                (.high, .holds)
            } else if Set(events.map(\.day)).count >= 4 || average >= 300_00 {
                (.medium, .holds)
            } else if let lifetimeValue {
                lifetimeValue >= 800_00 ? (.potential, .holds) : (nil, .fails)
            } else {
                (nil, .unknown)
            }
        let money = lifetimeValue.map { Money(minorUnits: $0, in: .eur).description }
        let assessment = try assessment(events, lifetimeValue: money)
        #expect((assessment.band, assessment.truth) == naive)
        if let gap = assessment.gap {
            #expect((assessment.truth == .unknown) == !gap.unknown.isEmpty)
            #expect(gap.missing.allSatisfy { $0.quantity > 0 })
        }
    }

    @Test func `R-SEG-04 Has a title in both languages, as has each measure`() {
        #expect(ValueBand.allCases.map { $0.title[.chinese] } == ["高价值", "中价值", "潜力"])
        #expect(
            ValueMeasure.allCases.map { $0.title[.english] } == [
                "spend", "purchase days", "orders", "average order value", "lifetime value",
            ]
        )
    }

    @Test func `Compares amounts without leaving 64 bits`() throws {
        let figures = try ValueFigures(of: Shop.summary([("2026-03-01", -.max)]).days(asOf: Self.asOf), spend: .net)
        #expect(figures.spend == nil)
        let poor = try ValueFigures(
            of: Shop.summary([("2026-03-01", 1), ("2026-03-01", 1), ("2026-03-02", -.max)]).days(asOf: Self.asOf),
            spend: .net
        )
        #expect(poor.missing(to: .spend(Money(minorUnits: .max, in: .eur)))?.quantity == .max)
        // Rounded down, away from zero here.
        #expect(poor.quantity(of: .averageOrderValue) == (2 - .max) / 2 - 1)
    }

    @Test func `R-SEG-04 Has an average over the orders whose spend counts`() throws {
        let purchases =
            Shop.summary(of: [
                Shop.order("o-1", "2026-03-01", 1_00), Shop.order("o-2", "2026-03-02", 9_00),
                Shop.goods("r", of: "o-2", "2026-03-03", 9_00),
            ])
            .days(asOf: Self.asOf)
        #expect(try ValueFigures(of: purchases, spend: .sales).quantity(of: .averageOrderValue) == 5_00)
        #expect(try ValueFigures(of: purchases, spend: .net).quantity(of: .averageOrderValue) == 1_00)
        #expect(try ValueFigures(of: purchases, spend: .sales).orders == 1)
        let nothing =
            Shop.summary(of: [
                Shop.order("o", "2026-03-01", 9_00), Shop.goods("r", of: "o", "2026-03-03", 9_00),
            ])
            .days(asOf: Self.asOf)
        #expect(try ValueFigures(of: nothing, spend: .sales).quantity(of: .averageOrderValue) == 9_00)
        #expect(try ValueFigures(of: nothing, spend: .net).quantity(of: .averageOrderValue) == 0)
    }

    @Test func `R-SEG-04 Never compares amounts of two currencies`() throws {
        let figures = try ValueFigures(of: Shop.summary([("2026-03-01", 9_00)]).days(asOf: Self.asOf), spend: .net)
        let dollar = ValueAmount.spend(Money("1.00 USD")!)
        #expect(figures.reaches(dollar) == .unknown && figures.missing(to: dollar) == nil)
        #expect(figures.reaches(.spend(Money("1.00 EUR")!)) == .holds && figures.reaches(.orders(1)) == .holds)
        #expect(try ValueRequirement(.all, of: [.orders(1), dollar]).isMet(by: figures) == .unknown)
        #expect(try ValueRequirement(.all, of: [.orders(2), dollar]).isMet(by: figures) == .fails)
    }

    @Test func `Refuses another currency`() throws {
        let dollars = PurchaseSummary(of: "c", in: .usd).days(asOf: Self.asOf)
        let figures = try ValueFigures(of: dollars, spend: .net)
        #expect(throws: PurchaseSummaryError.currencyMismatch(.usd, expected: .eur)) {
            try Self.rules.assessment(of: figures)
        }
        #expect(throws: PurchaseSummaryError.currencyMismatch(.eur, expected: .usd)) {
            try ValueFigures(of: dollars, spend: .net, lifetimeValue: Money("1.00 EUR"))
        }
    }
}

@Suite struct `The rules of value bands` {
    private var rules: [ValueBandRule] { `A value band`.rules.rules }

    @Test func `Refuse thresholds that are no requirement, in the order of their errors`() {
        #expect(throws: ValueBandError.noThreshold) { try ValueRequirement(.all, of: []) }
        #expect(throws: ValueBandError.notPositive(.orders)) { try ValueRequirement(.any, of: [.orders(0)]) }
        #expect(throws: ValueBandError.repeatedMeasure(.orders)) {
            try ValueRequirement(.any, of: [.orders(1), .purchaseDays(2), .orders(3)])
        }
    }

    @Test func `Refuse what makes no bands, in the order of their errors`() throws {
        #expect(throws: ValueBandError.noRule) { try ValueBandRules([], spend: .net) }
        #expect(throws: ValueBandError.repeatedBand(.high)) { try ValueBandRules([rules[0], rules[0]], spend: .net) }
        let open = ValueBandRule(.medium, requires: nil, gift: rules[1].gift, service: rules[1].service)
        #expect(throws: ValueBandError.unreachable(.high)) { try ValueBandRules([open, rules[0]], spend: .net) }
        let dollars = ValueBandRule(
            .medium,
            requires: try ValueRequirement(.all, of: [.spend(Money("1.00 USD")!)]),
            gift: rules[1].gift,
            service: rules[1].service
        )
        #expect(throws: ValueBandError.currencyMismatch(.medium, .usd, expected: .eur)) {
            try ValueBandRules([rules[0], dollars], spend: .net)
        }
        #expect(ServiceStandard(rules[0].service.name, responseHours: 0) == nil)
    }

    @Test func `Say what was wrong in one line`() {
        let errors: [ValueBandError] = [
            .noThreshold, .notPositive(.spend), .repeatedMeasure(.orders), .noRule, .repeatedBand(.high),
            .unreachable(.high), .currencyMismatch(.high, .usd, expected: .eur),
        ]
        #expect(
            errors.map(\.description) == [
                "a requirement has a threshold", "the threshold of `spend` is not above zero",
                "`orders` stands in one requirement twice", "value bands need a rule", "the band `high` has two rules",
                "the rule of band `high` comes after one that takes everybody",
                "band `high` has an amount in `USD`, the first is in `EUR`",
            ]
        )
    }

    @Test func `Come back from JSON as they were`() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        let stored = try encoder.encode(`A value band`.rules)
        #expect(try JSONDecoder().decode(ValueBandRules.self, from: stored) == `A value band`.rules)
        #expect(
            String(decoding: try encoder.encode(rules[1]), as: UTF8.self)
                == #"{"band":"medium","gift":{"from":"20.00 EUR","through":"80.00 EUR"},"requires":{"any":"#
                + #"{"averageOrderValue":"300.00 EUR","purchaseDays":4}},"service":{"name":{"en":"Priority","#
                + #""zh":"优先服务"},"responseHours":24}}"#
        )
    }

    @Test(arguments: [
        #"{"all":{"spend":"1.00 EUR"},"any":{"orders":1}}"#, #"{}"#, #"{"all":{}}"#, #"{"all":{"orders":0}}"#,
        #"{"all":{"visits":3}}"#, #"{"all":{"orders":"3"}}"#, #"{"none":{"orders":3}}"#, #"{"all":{"spend":5}}"#,
    ])
    func `Refuse a requirement that is none`(text: String) {
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(ValueRequirement.self, from: Data(text.utf8)) }
    }

    @Test(arguments: [(#""responseHours": 4"#, #""responseHours": 0"#), ("\"band\": \"medium\"", "\"band\": \"high\"")])
    func `Refuse what they do not allow in JSON`(good: String, bad: String) {
        let text = `A value band`.text.replacing(good, with: bad)
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(ValueBandRules.self, from: Data(text.utf8)) }
    }
}
