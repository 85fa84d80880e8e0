import GiftModel
import GiftPolicy
import GiftPolicyFixtures
import Testing

@Suite struct `The effect of gifts` {
    private static func money(_ text: String) -> Money { Money("\(text) CNY")! }
    private static let book = Phrasebook(EffectReason.self, ComparisonReason.self)

    /// The quarter's review.
    private static let review = IncrementalEffect(
        of: ProportionComparison(control: Proportion(60, of: 500)!, treated: Proportion(180, of: 1000)!),
        marginPerOrder: money("95.00"),
        cost: money("4800.00")
    )!

    @Test func `R-EFF-01 S20 Rates name what they are taken of`() {
        let claimed = Rate(.claim, MeasuredCount(640, .claimed)!, of: MeasuredCount(1000, .offered)!)
        let unboxed = Rate(.unboxing, MeasuredCount(558, .unboxed)!, of: MeasuredCount(620, .delivered)!)
        let used = Rate(.use, MeasuredCount(310, .used)!, of: MeasuredCount(620, .delivered)!)
        #expect(claimed.ratio == .percent(64) && unboxed.ratio == .percent(90) && used.ratio == .percent(50))
        let cost = AverageAmount(.costPerGift, of: Self.money("4800.00"), over: MeasuredCount(620, .delivered)!)
        #expect(cost.money(rounded: .halfAwayFromZero) == Self.money("7.74"))
        #expect(
            unboxed.reason.text(in: .english, from: Self.book)
                == "unboxing rate: 0.9 (Unboxed 558, Delivered 620, window ever)"
        )
        #expect(
            claimed.reason.text(in: .chinese, from: Self.book) == "领取率：0.64（已领取640，待领取1000，窗口不限期）"
        )
        #expect(claimed.proportion?.interval?.contains(0.64) == true)
    }

    @Test func `R-EFF-02 S20 Tells the net promoter score and the average order before and after`() throws {
        #expect(NetPromoterScore(promoters: 46, passives: 34, detractors: 20)?.score == Ratio(26, over: 1))
        let before = AverageAmount(
            .averageOrder,
            of: Self.money("236000.00"),
            over: MeasuredCount(2000, LocalizedText(english: "orders", chinese: "订单"))!
        )
        let after = AverageAmount(
            .averageOrder,
            of: Self.money("284510.00"),
            over: MeasuredCount(2300, LocalizedText(english: "orders", chinese: "订单"))!
        )
        #expect(before.money(rounded: .halfEven) == Self.money("118.00"))
        #expect(after.money(rounded: .halfEven) == Self.money("123.70"))
        // 5.70 over 118.00, or 4.83 %.
        #expect(after.change(from: before) == Ratio("57/1180"))
    }

    @Test func `R-EFF-03 S20 Measures the return against those who were held out, and does not call it proven`() throws
    {
        let effect = Self.review
        #expect(effect.orders == Ratio(60, over: 1))
        #expect(effect.marginMinorUnits == Ratio(5700_00, over: 1))
        #expect(effect.returnOnInvestment == Ratio("0.1875"))
        #expect(effect.marginPerUnitOfCost == Ratio("1.1875"))
        #expect(effect.breakEven == Ratio(4800, over: 95_000))
        #expect(effect.costPerOrder == Ratio(80_00, over: 1))
        let comparison = effect.comparison
        #expect(try (#require(comparison.difference) - 0.06).magnitude < 1e-15)
        #expect(try (#require(comparison.z) - 2.9881).magnitude < 0.00005)
        #expect(try (#require(comparison.p) - 0.00281).magnitude < 0.000005)
        let interval = try #require(comparison.interval)
        #expect((interval.lower - 0.0213).magnitude < 0.00005 && (interval.upper - 0.0958).magnitude < 0.00005)
        let returns = try #require(effect.returnInterval)
        #expect((returns.lower + 0.578).magnitude < 0.0005 && (returns.upper - 0.896).magnitude < 0.0005)
        #expect(effect.isProven == false)
        #expect(effect.misleadingReturn == Ratio("2.5625"))
        #expect(
            effect.reasons.map { $0.text(in: .english, from: Self.book) } == [
                "return 0.1875 on 4800.00 CNY, not proven: between -0.5782 and 0.8964; 60 orders more, a difference of "
                    + "0.06, 0.0213 through 0.0958, break-even at 0.0505",
                "misleading: without a group kept without gifts the return would read 2.5625",
            ]
        )
    }

    @Test func `R-EFF-01 G133 Takes each rate of what it names`() {
        let counts: [GrantState: Int64] = [.dispatched: 940, .delivered: 900, .unboxed: 630, .used: 270]
        func rate(_ measure: MeasureName, _ state: GrantState, of other: GrantState) -> Ratio? {
            Rate(measure, MeasuredCount(counts[state]!, state)!, of: MeasuredCount(counts[other]!, other)!).ratio
        }
        #expect(rate(.delivery, .delivered, of: .dispatched) == Ratio("45/47"))
        #expect(rate(.unboxing, .unboxed, of: .delivered) == Ratio("0.7"))
        #expect(rate(.use, .used, of: .delivered) == Ratio("0.3"))
        #expect(rate(.use, .used, of: .unboxed) == Ratio("3/7"))
        let wasted = MeasuredCount(44, LocalizedText(english: "wasted", chinese: "浪费"))!
        #expect(Rate(.waste, wasted, of: MeasuredCount(940, .dispatched)!).ratio == Ratio("11/235"))
    }

    @Test func `R-EFF-03 G134 Needs a control group, without which the return reads 33 times too high`() {
        let effect = IncrementalEffect(
            of: ProportionComparison(control: Proportion(90, of: 1000)!, treated: Proportion(108, of: 900)!),
            marginPerOrder: Self.money("450.00"),
            cost: Self.money("11000.00")
        )!
        #expect(effect.orders == Ratio(27, over: 1))
        #expect(effect.marginMinorUnits == Ratio(12_150_00, over: 1))
        #expect(effect.returnOnInvestment == Ratio(1150, over: 11_000))
        #expect(effect.misleadingReturn == Ratio(48_600 - 11_000, over: 11_000))
        let alone = IncrementalEffect(
            of: ProportionComparison(control: Proportion(0, of: 0)!, treated: Proportion(108, of: 900)!),
            marginPerOrder: Self.money("450.00"),
            cost: Self.money("11000.00")
        )!
        #expect(alone.orders == nil && alone.returnOnInvestment == nil && alone.isProven == nil)
        #expect(alone.costPerOrder == nil && alone.returnInterval == nil)
        #expect(alone.reasons.map(\.code) == ["groupEmpty", "returnMisleading"])
    }

    @Test func `R-EFF-01 R-EFF-03 G135 Tells the cost of a gift and of an order that would not have come`() {
        let cost = AverageAmount(.costPerGift, of: Self.money("11000.00"), over: MeasuredCount(900, .delivered)!)
        #expect(cost.minorUnits == Ratio(11_000_00, over: 900))
        #expect(cost.money(rounded: .halfEven) == Self.money("12.22"))
        let effect = IncrementalEffect(
            of: ProportionComparison(control: Proportion(90, of: 1000)!, treated: Proportion(108, of: 900)!),
            marginPerOrder: Self.money("450.00"),
            cost: Self.money("11000.00")
        )!
        #expect(effect.costPerOrder == Ratio(11_000_00, over: 27))
        #expect(
            cost.reason.text(in: .english, from: Self.book)
                == "cost per gift: 12.22 CNY (11000.00 CNY over Delivered 900)"
        )
    }

    @Test func `R-EFF-03 Tells by how much winning a customer became cheaper`() {
        let customers = MeasuredCount(300, LocalizedText(english: "customers", chinese: "客户"))!
        let before = AverageAmount(.acquisitionCost, of: Self.money("60000.00"), over: customers)
        let after = AverageAmount(.acquisitionCost, of: Self.money("57321.00"), over: customers)
        #expect(after.money(rounded: .halfEven) == Self.money("191.07"))
        #expect(after.change(from: before) == Ratio(-893, over: 20_000))
        let dollars = AverageAmount(.acquisitionCost, of: Money("1.00 USD")!, over: customers)
        let nothing = AverageAmount(.acquisitionCost, of: Self.money("0.00"), over: customers)
        #expect(after.change(from: dollars) == nil && after.change(from: nothing) == nil)
    }

    @Test func `R-EFF-02 G137 Averages orders as a ratio of sums`() {
        let orders: [(count: Int64, total: Money)] = [(1, Self.money("100.00")), (4, Self.money("200.00"))]
        let total = Money(minorUnits: orders.reduce(0) { $0 + $1.total.minorUnits }, in: .cny)
        let count = MeasuredCount(orders.reduce(0) { $0 + $1.count }, LocalizedText(english: "orders", chinese: "订单"))!
        let average = AverageAmount(.averageOrder, of: total, over: count)
        #expect(average.money(rounded: .halfEven) == Self.money("60.00"))
    }

    @Test func `R-EFF-02 G138 Tells the net promoter score with its error`() throws {
        let score = try #require(NetPromoterScore(promoters: 42, passives: 31, detractors: 27))
        #expect(score.score == Ratio(15, over: 1) && score.answers == 100)
        #expect(try (#require(score.standardError) - 8.1701).magnitude < 0.00005)
        #expect(
            score.reason.text(in: .chinese, from: Self.book)
                == "净推荐值15，标准误8.1701（推荐者42，中立者31，贬损者27）"
        )
        let answers = (0...10 as ClosedRange<Int64>)
            .map {
                SurveyAnswer(
                    id: "a",
                    customer: "c",
                    answeredAt: Timestamp(milliseconds: 0),
                    on: .recommendation,
                    score: $0
                )!
            }
        let other = SurveyAnswer(
            id: "b",
            customer: "c",
            answeredAt: Timestamp(milliseconds: 0),
            on: .satisfaction,
            score: 5
        )!
        #expect(NetPromoterScore(of: answers + [other]) == NetPromoterScore(promoters: 2, passives: 2, detractors: 7))
        let nobody = NetPromoterScore(of: [])
        #expect(nobody.score == nil && nobody.standardError == nil && nobody.reason.code == "nobodyAnswered")
        #expect(NetPromoterScore(promoters: -1, passives: 1, detractors: 1) == nil)
        #expect(NetPromoterScore(promoters: .max, passives: 1, detractors: 1) == nil)
    }

    @Test func `R-EFF-01 G139 Says why there is no rate of nothing and no return on nothing`() {
        let rate = Rate(.unboxing, MeasuredCount(0, .unboxed)!, of: MeasuredCount(0, .delivered)!)
        #expect(rate.ratio == nil && rate.proportion?.interval == nil)
        #expect(
            rate.reason.text(in: .english, from: Self.book)
                == "unboxing rate: none, because the denominator is zero (Delivered 0, Unboxed 0, window ever)"
        )
        let average = AverageAmount(.costPerGift, of: Self.money("5.00"), over: MeasuredCount(0, .delivered)!)
        #expect(average.minorUnits == nil && average.money(rounded: .up) == nil)
        #expect(average.change(from: average) == nil && average.reason.code == "averageOfNothing")
        let free = IncrementalEffect(
            of: Self.review.comparison,
            marginPerOrder: Self.money("95.00"),
            cost: Self.money("0.00")
        )!
        #expect(free.returnOnInvestment == nil && free.returnInterval == nil && free.isProven == nil)
        #expect(free.misleadingReturn == nil && free.orders == Ratio(60, over: 1) && free.breakEven == .percent(0))
        #expect(free.reasons.map(\.code) == ["returnWithoutCost"])
        #expect(MeasuredCount(-1, .delivered) == nil)
    }

    @Test func `R-EFF-02 G141 Ends the time within which it counts before it is over`() throws {
        let delivered = Timestamp(milliseconds: 1_767_225_600_000)
        let ordered = Timestamp(milliseconds: delivered.milliseconds + 90 * 86_400_000)
        let until = try #require(MeasureWindow(until: 90))
        let through = try #require(MeasureWindow(through: 90))
        #expect(!until.contains(ordered, after: delivered) && through.contains(ordered, after: delivered))
        let earlier = Timestamp(milliseconds: ordered.milliseconds - 1)
        #expect(until.contains(earlier, after: delivered) && until.contains(delivered, after: delivered))
        #expect(!until.contains(delivered, after: earlier), "what came before does not count")
        #expect(!through.contains(Timestamp(milliseconds: ordered.milliseconds + 1), after: delivered))
        #expect(!until.contains(Timestamp(milliseconds: .max), after: Timestamp(milliseconds: .min)))
        #expect(MeasureWindow(from: 30, until: 90)?.contains(delivered, after: delivered) == false)
        #expect(MeasureWindow(from: 3, until: 3) == nil && MeasureWindow(from: 3, through: 3) != nil)
        #expect(MeasureWindow(from: -1, until: 3) == nil && MeasureWindow(until: 36_501) == nil)
        #expect(MeasureWindow(from: 4, through: 3) == nil)
        #expect(until.title[.english] == "[0, 90) days" && through.title[.chinese] == "[0, 90]天")
    }

    @Test func `R-EFF-03 Calls a return proven, open or a loss by both ends of its interval`() {
        func code(_ control: Int64, _ treated: Int64, cost: String) -> String? {
            IncrementalEffect(
                of: ProportionComparison(
                    control: Proportion(control, of: 1000)!,
                    treated: Proportion(treated, of: 1000)!
                ),
                marginPerOrder: Self.money("100.00"),
                cost: Self.money(cost)
            )?
            .reasons.first?
            .code
        }
        #expect(code(100, 300, cost: "5000.00") == "returnProven")
        #expect(code(100, 120, cost: "1000.00") == "returnNotProven")
        #expect(code(300, 100, cost: "5000.00") == "returnLoss")
        let lost = IncrementalEffect(
            of: ProportionComparison(control: Proportion(300, of: 1000)!, treated: Proportion(100, of: 1000)!),
            marginPerOrder: Self.money("100.00"),
            cost: Self.money("5000.00")
        )!
        #expect(lost.orders == Ratio(-200, over: 1) && lost.costPerOrder == nil)
        #expect(lost.returnOnInvestment == Ratio(-5, over: 1))
        let comparison = lost.comparison
        let (margin, cost) = (Self.money("1.00"), Self.money("1.00"))
        #expect(IncrementalEffect(of: comparison, marginPerOrder: margin, cost: Money("1.00 USD")!) == nil)
        #expect(IncrementalEffect(of: comparison, marginPerOrder: Self.money("0.00"), cost: cost) == nil)
        #expect(IncrementalEffect(of: comparison, marginPerOrder: margin, cost: Self.money("-1.00")) == nil)
    }

    @Test func `R-EFF-03 Says nothing where exact figures are too large`() {
        let huge = ProportionComparison(
            control: Proportion(1, of: .max - 1)!,
            treated: Proportion(.max - 2, of: .max)!
        )
        let effect = IncrementalEffect(
            of: huge,
            marginPerOrder: Money(minorUnits: .max, in: .cny),
            cost: Self.money("7.00")
        )!
        #expect(effect.orders == nil && effect.returnOnInvestment == nil)
        #expect(effect.reasons.first?.code == "effectTooLarge")
    }

    @Test func `R-EFF-01 Calls measures by their words, and those of a host by their names`() {
        let tastings: MeasureName = "tastings"
        #expect(MeasureName.claim.title[.chinese] == "领取率" && tastings.title[.english] == "tastings")
        let known: [MeasureName] = [
            .claim, .delivery, .unboxing, .use, .whereaboutsUnknown, .discard, .waste, .positiveFeedback,
            .messageOpening, .repurchase, .retention, .participation, .satisfaction, .averageOrder, .costPerGift,
            .acquisitionCost, .serviceCost,
        ]
        expectDistinct(known + [tastings]) { $0.title }
    }
}
