import Foundation
import GiftModel
import GiftPolicy
import GiftPolicyFixtures
import GiftTesting
import Testing

/// Results of other programs, which know nothing of this library.
enum Golden {
    struct TwoProportions: Decodable {
        let n_control, x_control, n_treat, x_treat: Int64
        let mp_z_pooled, mp_p_pooled_two_sided: String?
        let mp_wilson95_control, mp_wilson95_treat, mp_newcombe95_diff: [String]
        let scipy_fisher_p: Double
        let sequential: Sequential?

        var comparison: ProportionComparison {
            ProportionComparison(
                control: Proportion(x_control, of: n_control)!,
                treated: Proportion(x_treat, of: n_treat)!
            )
        }
    }
    struct Sequential: Decodable {
        let ci: [Double]
        let p: Double
    }
    struct Welch: Decodable {
        let mean1, sd1, mean2, sd2: Double
        let n1, n2: Int64
        let mp_t, mp_df, mp_p_two_sided: String?
        let mp_ci95: [String]?

        var comparison: MeanComparison {
            MeanComparison(
                control: ValueSample(count: n1, mean: mean1, deviation: sd1)!,
                treated: ValueSample(count: n2, mean: mean2, deviation: sd2)!
            )
        }
    }
    struct Means: Decodable {
        let diff, t, df, p: Double
        let variance_ratio_control, variance_ratio_treat: Double?
    }
    struct Adjusted: Decodable {
        let pre_control, post_control, pre_treat, post_treat: [Double]
        let theta_pooled_numpy: Double
        let unadjusted, cuped: Means
    }
    struct AverageOrders: Decodable {
        let orders_control, revenue_control, orders_treat, revenue_treat: [Double]
        let aov_control, aov_treat, var_of_ratio_control, var_of_ratio_treat, diff, z, p_normal: Double
    }
    struct Arms: Decodable {
        let observed, weights: [Int64]
        let chi2, p: String?
        let df: Int?
        let expect: String
    }
    struct Size: Decodable {
        let p_control, p_treat, cohens_d, n_treat_over_n_control: Double?
        let alpha, power: Double
        let ceil_unpooled, ceil_pooled: Int64?
        let mp_normal_n_per_arm: String?
    }
    struct Corrections: Decodable {
        let p, bonferroni, holm, fdr_bh, fdr_by: [Double]
    }
    struct Tail: Decodable {
        let x: [Int64]
        let n: Int64
        let t, df: Double
        let mp_p: String
    }
    struct Statistics: Decodable {
        let two_proportion: [TwoProportions]
        let welch_t: [Welch]
        let cuped: Adjusted
        let ratio_delta_aov: AverageOrders
        let srm: [Arms]
        let sample_size: [Size]
        let multiple_testing: Corrections
        let tail: Tail
    }

    static let statistics: Statistics = Shop.trapping {
        let url = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/statistics.json")
        return try JSONDecoder().decode(Statistics.self, from: Data(contentsOf: url))
    }
}

/// Expects `found` to be the number that `exact` says, to a millionth of a millionth of itself or of `scale`.
func expectClose(
    _ found: Double?,
    _ exact: String?,
    scale: Double = 0,
    _ comment: Comment? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
) {
    let exact = exact.flatMap { Double($0) }
    guard let found, let exact else {
        #expect(found == nil && exact == nil, comment, sourceLocation: sourceLocation)
        return
    }
    let isClose = (found - exact).magnitude <= 1e-12 * max(exact.magnitude, scale)
    #expect(isClose, "\(found) is not \(exact)", sourceLocation: sourceLocation)
}

@Suite struct `A comparison of two shares` {
    @Test(arguments: Array(Golden.statistics.two_proportion.enumerated()))
    func `R-POL-09 F110 to F121 Agrees with fifty digits, and says nothing where nothing can be said`(
        index: Int,
        golden: Golden.TwoProportions
    ) {
        let comparison = golden.comparison
        expectClose(comparison.z, golden.mp_z_pooled, "F\(110 + index)")
        expectClose(comparison.p, golden.mp_p_pooled_two_sided, "F\(110 + index)")
        #expect((comparison.obstacle == nil) == (golden.mp_z_pooled != nil))
        // What is left of two nearly equal numbers is as exact as they are.
        expectClose(comparison.interval?.lower, golden.mp_newcombe95_diff[0], scale: 0.01)
        expectClose(comparison.interval?.upper, golden.mp_newcombe95_diff[1], scale: 0.01)
        for (share, golden) in [
            (comparison.control, golden.mp_wilson95_control), (comparison.treated, golden.mp_wilson95_treat),
        ] {
            expectClose(share.interval?.lower, golden[0], scale: 0.001)
            expectClose(share.interval?.upper, golden[1])
        }
        // The other program is exact to nine digits where groups are large.
        #expect((comparison.exactP! / golden.scipy_fisher_p - 1).magnitude < 1e-9)
    }

    @Test func `R-POL-09 Has all twelve of the table`() {
        #expect(Golden.statistics.two_proportion.count == 12)
        #expect(Golden.statistics.two_proportion.filter { $0.mp_z_pooled == nil }.count == 1)
    }

    @Test func `R-POL-09 F115 Tells that nobody did it, and F131 finds a difference where the control has none`() {
        let nobody = ProportionComparison(control: Proportion(0, of: 20)!, treated: Proportion(0, of: 20)!)
        #expect(nobody.z == nil && nobody.p == nil && nobody.difference == 0 && nobody.exactP == 1)
        #expect(
            nobody.obstacle?.text(in: .english, from: Phrasebook(ComparisonReason.self))
                == "none of all 40 did it, so no test can tell"
        )
        let all = ProportionComparison(control: Proportion(9, of: 9)!, treated: Proportion(4, of: 4)!)
        #expect(all.z == nil && all.obstacle?.code == "everybodyDid" && all.exactP == 1)
        let first = ProportionComparison(control: Proportion(0, of: 1000)!, treated: Proportion(50, of: 1000)!)
        expectClose(first.difference, "0.05")
        expectClose(first.interval?.lower, "0.037528642761440862446", scale: 0.1)
        expectClose(first.exactP, "9.4786145861738934618e-16")
    }

    @Test func `R-POL-09 Says of an empty group that it is empty`() {
        for (control, treated, group) in [(0, 9, "control"), (9, 0, "treated"), (0, 0, "control")]
            as [(Int64, Int64, String)]
        {
            let comparison = ProportionComparison(
                control: Proportion(0, of: control)!,
                treated: Proportion(0, of: treated)!
            )
            #expect(comparison.difference == nil && comparison.z == nil && comparison.p == nil)
            #expect(comparison.interval == nil && comparison.exactP == nil)
            #expect(comparison.obstacle?["group"]?.text(in: .english) == group)
        }
        #expect(Proportion(0, of: 0)?.ratio == nil && Proportion(0, of: 0)?.interval == nil)
        #expect(Proportion(3, of: 2) == nil && Proportion(-1, of: 2) == nil && Proportion(0, of: -1) == nil)
        #expect(Proportion(3, of: 12)?.ratio == Ratio("1/4"))
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func `R-POL-09 Is the same from either side, and its interval holds what was seen`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        func group() -> Proportion {
            let total = Int64.random(in: 1...500, using: &random)
            return Proportion(.random(in: 0...total, using: &random), of: total)!
        }
        let comparison = ProportionComparison(control: group(), treated: group())
        let other = ProportionComparison(control: comparison.treated, treated: comparison.control)
        #expect(comparison.difference == other.difference.map { -$0 })
        #expect(comparison.p == other.p)
        #expect((comparison.exactP! / other.exactP! - 1).magnitude < 1e-11)
        #expect(comparison.interval!.contains(comparison.difference!))
        #expect((comparison.interval!.lower + other.interval!.upper).magnitude < 1e-14)
        #expect((0...1.0000000001).contains(comparison.exactP!))
    }

    @Test func `R-POL-09 Keeps the tails that others lose`() {
        let tail = Golden.statistics.tail
        let comparison = ProportionComparison(
            control: Proportion(tail.x[0], of: tail.n)!,
            treated: Proportion(tail.x[1], of: tail.n)!
        )
        #expect(comparison.p! > 2e-29 && comparison.p! < 4e-29)
        let (p, q) = (Double(tail.x[0]) / Double(tail.n), Double(tail.x[1]) / Double(tail.n))
        let means = MeanComparison(
            control: ValueSample(count: tail.n, mean: p, deviation: (p * (1 - p)).squareRoot())!,
            treated: ValueSample(count: tail.n, mean: q, deviation: (q * (1 - q)).squareRoot())!
        )
        expectClose(means.t, "\(tail.t)", scale: 1000)
        expectClose(means.degrees, "\(tail.df)")
        #expect((means.p! / Double(tail.mp_p)! - 1).magnitude < 1e-9)
    }

    @Test func `R-POL-09 F132 May be looked at at any time by a test made for it`() {
        let design = SequentialDesign(sharpestAt: 5000)!
        var count = 0
        for golden in Golden.statistics.two_proportion {
            guard let sequential = golden.sequential else { continue }
            count += 1
            let test = golden.comparison.sequential(by: design)
            expectClose(test?.p, "\(sequential.p)")
            expectClose(test?.interval.lower, "\(sequential.ci[0])")
            expectClose(test?.interval.upper, "\(sequential.ci[1])")
        }
        #expect(count == 8)
        let nobody = ProportionComparison(control: Proportion(0, of: 20)!, treated: Proportion(0, of: 20)!)
        #expect(nobody.sequential(by: design) == nil)
        #expect(SequentialDesign(sharpestAt: 0) == nil)
        // Where the other program gives up, because the control has none.
        let first = ProportionComparison(control: Proportion(0, of: 1000)!, treated: Proportion(50, of: 1000)!)
        #expect(first.sequential(by: design)!.p < 1e-8)
    }

    @Test func `R-POL-09 Finds nothing by looking every day, where the plain test does`() {
        var (plain, sequential) = (0, 0)
        let design = SequentialDesign(sharpestAt: 2000)!
        for seed in 0..<200 as Range<UInt64> {
            var random = SeededGenerator(seed: seed)
            var (first, second): (Int64, Int64) = (0, 0)
            var (seen, sure) = (false, false)
            for day in 1...20 as ClosedRange<Int64> {
                for _ in 0..<100 {
                    first += Int.random(in: 0..<5, using: &random) == 0 ? 1 : 0
                    second += Int.random(in: 0..<5, using: &random) == 0 ? 1 : 0
                }
                let comparison = ProportionComparison(
                    control: Proportion(first, of: day * 100)!,
                    treated: Proportion(second, of: day * 100)!
                )
                seen = seen || comparison.p ?? 1 < 0.05
                sure = sure || comparison.sequential(by: design)?.p ?? 1 < 0.05
            }
            plain += seen ? 1 : 0
            sequential += sure ? 1 : 0
        }
        #expect(plain > 30, "a fixed horizon that is looked at twenty times is wrong far more often than it says")
        #expect(sequential <= 10)
    }
}

@Suite struct `A comparison of two means` {
    @Test(arguments: Array(Golden.statistics.welch_t.enumerated()))
    func `R-POL-09 F122 to F128 Agrees with fifty digits, and says nothing where nothing varies`(
        index: Int,
        golden: Golden.Welch
    ) {
        let comparison = golden.comparison
        // A difference of two means is as exact as they are.
        expectClose(comparison.t, golden.mp_t, scale: 1000, "F\(122 + index)")
        expectClose(comparison.degrees, golden.mp_df, "F\(122 + index)")
        if let p = golden.mp_p_two_sided { #expect((comparison.p! / Double(p)! - 1).magnitude < 2e-10) }
        expectClose(comparison.interval?.lower, golden.mp_ci95?[0], scale: 300)
        expectClose(comparison.interval?.upper, golden.mp_ci95?[1], scale: 300)
        #expect((comparison.obstacle == nil) == (golden.mp_t != nil))
    }

    @Test func `R-POL-09 F126 Tells that nothing varies, or that a group is too small`() {
        #expect(Golden.statistics.welch_t.count == 7)
        let constant = Golden.statistics.welch_t[4].comparison
        #expect(constant.difference == 1 && constant.t == nil && constant.p == nil && constant.interval == nil)
        #expect(constant.degrees == nil && constant.obstacle?.code == "valuesDoNotVary")
        let one = MeanComparison(control: ValueSample([1, 2])!, treated: ValueSample([3])!)
        #expect(one.t == nil && one.difference == 1.5)
        #expect(
            one.obstacle?.text(in: .chinese, from: Phrasebook(ComparisonReason.self)) == "实验组仅有1个样本，无法估计离散程度"
        )
        let none = MeanComparison(control: ValueSample([])!, treated: ValueSample([1, 2])!)
        #expect(none.difference == nil && none.obstacle?["units"] == .number(0))
        #expect(ValueSample([1, .nan]) == nil && ValueSample([.infinity]) == nil)
        #expect(ValueSample(count: 0, mean: 1, deviation: 1) == nil)
        #expect(ValueSample(count: 2, mean: 1, deviation: -1) == nil)
    }

    @Test(arguments: [0, 1e6, 1e8, 1e9, 1e12])
    func `R-POL-09 Keeps a small variance above a large mean`(base: Double) {
        let sample = ValueSample([1, 2, 3, 4].map { $0 + base })!
        #expect(sample.mean == base + 2.5)
        #expect((sample.variance! - 5.0 / 3).magnitude < 1e-12)
        #expect(ValueSample([7, 7, 7])?.variance == 0)
    }

    @Test func `R-POL-09 May be looked at at any time by a test made for it`() {
        let design = SequentialDesign(sharpestAt: 5000)!
        let comparison = Golden.statistics.welch_t[0].comparison
        let test = comparison.sequential(by: design)!
        #expect(test.p > comparison.p! && test.interval.contains(comparison.difference!))
        #expect(Golden.statistics.welch_t[4].comparison.sequential(by: design) == nil)
    }
}

@Suite struct `A comparison adjusted by what was known before` {
    private static var golden: Golden.Adjusted { Golden.statistics.cuped }

    private static func units(_ before: [Double], _ after: [Double]) -> [AdjustedComparison.Unit] {
        zip(before, after).map { AdjustedComparison.Unit(before: $0, after: $1) }
    }

    @Test func `R-POL-09 F129 Agrees with another program over 78 customers`() throws {
        let golden = Self.golden
        let comparison = try #require(
            AdjustedComparison(
                control: Self.units(golden.pre_control, golden.post_control),
                treated: Self.units(golden.pre_treat, golden.post_treat)
            )
        )
        #expect(comparison.unadjusted.control.count == 40 && comparison.unadjusted.treated.count == 38)
        expectClose(comparison.theta, "\(golden.theta_pooled_numpy)")
        for (found, golden) in [(comparison.unadjusted, golden.unadjusted), (comparison.adjusted!, golden.cuped)] {
            expectClose(found.difference, "\(golden.diff)", scale: 100)
            expectClose(found.t, "\(golden.t)", scale: 10)
            expectClose(found.degrees, "\(golden.df)")
            #expect((found.p! / golden.p - 1).magnitude < 1e-11)
        }
        let left = try #require(comparison.varianceLeft)
        expectClose(left.control, "\(golden.cuped.variance_ratio_control!)", scale: 1)
        expectClose(left.treated, "\(golden.cuped.variance_ratio_treat!)", scale: 1)
        #expect(comparison.obstacle == nil)
    }

    @Test func `R-POL-09 Adjusts nothing where nothing was known`() throws {
        let comparison = try #require(
            AdjustedComparison(control: Self.units([3, 3], [1, 2]), treated: Self.units([3, 3], [2, 4]))
        )
        #expect(comparison.theta == nil && comparison.adjusted == nil && comparison.varianceLeft == nil)
        #expect(comparison.obstacle?.code == "earlierValuesDoNotVary")
        #expect(comparison.unadjusted.t != nil)
        #expect(AdjustedComparison(control: Self.units([.nan], [1]), treated: []) == nil)
        let empty = try #require(AdjustedComparison(control: [], treated: []))
        #expect(empty.theta == nil && empty.unadjusted.difference == nil)
    }
}

@Suite struct `A comparison of average orders` {
    @Test func `R-POL-09 R-EFF-02 Agrees with another program over 115 customers`() {
        let golden = Golden.statistics.ratio_delta_aov
        let comparison = RatioComparison(
            control: RatioSample(zip(golden.revenue_control, golden.orders_control).map { ($0, $1) })!,
            treated: RatioSample(zip(golden.revenue_treat, golden.orders_treat).map { ($0, $1) })!
        )
        #expect(comparison.control.count == 60 && comparison.treated.count == 55)
        expectClose(comparison.control.ratio, "\(golden.aov_control)")
        expectClose(comparison.treated.ratio, "\(golden.aov_treat)")
        expectClose(comparison.control.variance, "\(golden.var_of_ratio_control)", scale: 100)
        expectClose(comparison.treated.variance, "\(golden.var_of_ratio_treat)", scale: 100)
        expectClose(comparison.difference, "\(golden.diff)", scale: 100)
        expectClose(comparison.z, "\(golden.z)", scale: 100)
        #expect((comparison.p! / golden.p_normal - 1).magnitude < 1e-10)
        #expect(comparison.interval!.contains(comparison.difference!) && !comparison.interval!.contains(0))
        #expect(comparison.obstacle == nil)
    }

    @Test func `R-POL-09 Says nothing where a denominator is zero or nothing varies`() {
        let good = RatioSample([(1, 1), (3, 1)])!
        for (sample, code) in [
            (RatioSample([(1, 0), (2, 0)])!, "denominatorZero"), (RatioSample([(1, 1)])!, "groupTooSmall"),
            (RatioSample([])!, "groupTooSmall"),
        ] {
            let comparison = RatioComparison(control: good, treated: sample)
            #expect(comparison.z == nil && comparison.p == nil && comparison.interval == nil)
            #expect(comparison.obstacle?.code == code && comparison.obstacle?["group"]?.text(in: .english) == "treated")
        }
        let constant = RatioSample([(2, 1), (4, 2)])!
        #expect(RatioComparison(control: constant, treated: constant).obstacle?.code == "valuesDoNotVary")
        #expect(RatioSample([(.nan, 1)]) == nil)
    }
}

@Suite struct `A check of how arms are filled` {
    @Test(arguments: Array(Golden.statistics.srm.enumerated()))
    func `R-POL-09 F96 to F109 Agrees with fifty digits, by the weights that were configured`(
        index: Int,
        golden: Golden.Arms
    ) throws {
        let check = try #require(SampleRatioCheck(observed: golden.observed, weights: golden.weights))
        expectClose(check.chiSquare, golden.chi2, "F\(96 + index)")
        expectClose(check.p, golden.p, "F\(96 + index)")
        #expect(check.degrees == golden.df)
        let verdict: SampleRatioCheck.Verdict =
            switch golden.expect {
            case "ok": .balanced
            case "SRM": .mismatch
            case "no data": .noUnits
            default: .impossible(7)
            }
        #expect(check.verdict == verdict, "F\(96 + index)")
    }

    @Test func `R-POL-09 Has all fourteen of the table, and tells how far off the arms are`() {
        #expect(Golden.statistics.srm.count == 14)
        let book = Phrasebook(ComparisonReason.self)
        #expect(
            SampleRatioCheck(observed: [502_100, 497_900], weights: [1, 1])!.reason.text(in: .english, from: book)
                == "1000000 do not fill the arms as planned, 0.0021 away (p 0.0001, below 0.001): "
                + "the assignment or the count is broken"
        )
        #expect(
            SampleRatioCheck(observed: [500, 500, 7], weights: [1, 1, 0])!.reason.text(in: .chinese, from: book)
                == "权重为零的组中有7个样本，不应出现"
        )
        #expect(
            SampleRatioCheck(observed: [5050, 4950], weights: [1, 1])!.reason.text(in: .english, from: book)
                == "10000 fill the arms as planned, at most 0.005 away (p 0.3173)"
        )
        #expect(SampleRatioCheck(observed: [0, 0], weights: [1, 1])!.reason.code == "armsEmpty")
    }

    @Test func `R-POL-09 Cannot tell of one arm, and refuses what makes no sense`() {
        let one = SampleRatioCheck(observed: [9, 0], weights: [1, 0])!
        #expect(one.verdict == .oneArm && one.degrees == nil && one.chiSquare == nil && one.p == nil)
        #expect(one.deviation == nil && one.reason.code == "oneArmOnly")
        #expect(SampleRatioCheck(observed: [1], weights: [1, 1]) == nil)
        #expect(SampleRatioCheck(observed: [-1, 2], weights: [1, 1]) == nil)
        #expect(SampleRatioCheck(observed: [1, 2], weights: [1, -1]) == nil)
        #expect(SampleRatioCheck(observed: [.max, 1], weights: [1, 1]) == nil)
        #expect(SampleRatioCheck(observed: [1, 1], weights: [.max, 1]) == nil)
        #expect(SampleRatioCheck(observed: [], weights: [])?.verdict == .noUnits)
    }
}

@Suite struct `The size of a sample` {
    @Test func `R-POL-09 Agrees with the table, rounded up`() throws {
        #expect(Golden.statistics.sample_size.count == 8)
        func ratio(_ value: Double) throws -> Ratio { try #require(Ratio("\(value)")) }
        for golden in Golden.statistics.sample_size {
            let times = try ratio(golden.n_treat_over_n_control ?? 1)
            let test = SampleSize.Test(
                alpha: try ratio(golden.alpha),
                power: try ratio(golden.power),
                treatedPerControl: times
            )
            if let d = golden.cohens_d {
                let size = try #require(SampleSize(detectingDeviations: try ratio(d), by: test))
                #expect(size.control == Int64(Double(golden.mp_normal_n_per_arm!)!.rounded(.up)))
                #expect(size.treated == size.control)
                continue
            }
            let (p, q) = (try ratio(golden.p_control!), try ratio(golden.p_treat!))
            #expect(SampleSize(detecting: q, against: p, by: test)?.control == golden.ceil_pooled)
            #expect(
                SampleSize(detecting: q, against: p, by: test, variance: .unpooled)?.control == golden.ceil_unpooled
            )
        }
        let quarter = SampleSize.Test(treatedPerControl: Ratio("0.25")!)
        #expect(SampleSize(detecting: .percent(25), against: .percent(20), by: quarter)?.treated == 670)
    }

    @Test func `R-POL-09 Is none where a test makes no sense`() {
        #expect(SampleSize(detecting: .percent(10), against: .percent(10)) == nil)
        #expect(SampleSize(detecting: .percent(0), against: .percent(10)) == nil)
        #expect(SampleSize(detecting: .percent(10), against: .percent(100)) == nil)
        for test in [
            SampleSize.Test(alpha: .percent(0)), SampleSize.Test(power: .percent(100)),
            SampleSize.Test(treatedPerControl: .percent(0)),
        ] {
            #expect(SampleSize(detecting: .percent(12), against: .percent(10), by: test) == nil)
            #expect(SampleSize(detectingDeviations: .percent(20), by: test) == nil)
        }
        #expect(SampleSize(detectingDeviations: .percent(0)) == nil)
        #expect(SampleSize(detectingDeviations: Ratio(1, over: .max)!) == nil)
    }
}

@Suite struct `Probabilities of several questions` {
    @Test func `R-POL-09 Are put right as the table says`() {
        let golden = Golden.statistics.multiple_testing
        for (correction, expected) in [
            (.bonferroni, golden.bonferroni), (.holm, golden.holm), (.benjaminiHochberg, golden.fdr_bh),
            (.benjaminiYekutieli, golden.fdr_by),
        ] as [(PValueCorrection, [Double])] {
            let found = correction.corrected(golden.p)
            #expect(found.count == 10)
            for (found, expected) in zip(found, expected) { #expect((found - expected).magnitude < 1e-15) }
        }
    }

    @Test(arguments: PValueCorrection.allCases)
    func `R-POL-09 Keep their order, never fall and never pass one`(correction: PValueCorrection) {
        #expect(correction.corrected([]).isEmpty)
        #expect(correction.corrected([0.03]) == [0.03])
        for seed in 0..<50 as Range<UInt64> {
            var random = SeededGenerator(seed: seed)
            let values = (0..<12).map { _ in Double.random(in: 0...1, using: &random) }
            let found = correction.corrected(values)
            for index in values.indices {
                #expect(found[index] >= values[index] && found[index] <= 1)
                for other in values.indices where values[other] < values[index] {
                    #expect(found[other] <= found[index])
                }
            }
            let reversed = correction.corrected(values.reversed())
            #expect(Array(reversed.reversed()) == found)
        }
    }
}

@Suite struct `The words of comparisons` {
    @Test func `R-POL-11 Exist in both languages, with the same facts`() {
        let codes: [any ReasonCode.Type] = [ComparisonReason.self, ExperimentReason.self, EffectReason.self]
        func facts(_ text: String) -> Set<String> { Set(text.matches(of: /\{\w+\}/).map { String($0.output) }) }
        func check<Code: ReasonCode>(_ type: Code.Type) {
            for code in type.allCases {
                #expect(facts(code.phrase.english) == facts(code.phrase.chinese), "\(code.rawValue)")
                #expect(Phrasebook.policy.phrase(for: code.rawValue).map { $0 == code.phrase } ?? true)
            }
        }
        for type in codes { check(type) }
    }
}
