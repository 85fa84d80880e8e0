import Foundation
import GiftModel
import GiftPolicy
import GiftPolicyFixtures
import GiftTesting
import Testing

/// Experiments as a shop plans them.
enum Trials {
    static let mugOrTea = Experiment(id: "mug-vs-tea", seed: "mug-vs-tea/1", splitting: ["mug", "tea"])

    static func plan(horizon: ExperimentPlan.Horizon = .fixed(customers: 20_000)) -> ExperimentPlan {
        ExperimentPlan(
            hypothesis: LocalizedText(english: "tea brings more back", chinese: "送茶复购更高"),
            decision: LocalizedText(english: "tea for all, or mugs as before", chinese: "显著则全部送茶，否则仍送杯"),
            measure: .repurchase,
            against: "mug",
            baseline: .percent(9),
            effect: .percent(3),
            horizon: horizon,
            writtenOn: CalendarDate("2026-12-15")!,
            startsOn: CalendarDate("2027-01-01")!
        )
    }

    static func planned(_ horizon: ExperimentPlan.Horizon = .fixed(customers: 20_000)) -> Experiment {
        var experiment = mugOrTea
        experiment.plan = plan(horizon: horizon)
        return experiment
    }

    static let customers = (0..<100_000).map { Customer.ID("u\($0)")! }
}

@Suite struct `An experiment` {
    @Test(
        arguments: [
            ("u1", 1371), ("u2", 4085), ("u3", 6096), ("user-12345", 9942), ("客户", 3676),
        ] as [(Customer.ID, Int64)]
    )
    func `R-POL-09 F92 Draws customers by the published hash of their UTF-8 bytes`(customer: Customer.ID, bucket: Int64)
    {
        #expect(CustomerDraw.bucket(of: customer, by: "gift-exp-1") == bucket)
        let experiment = Experiment(id: "a", seed: "gift-exp-1", splitting: ["a", "b"])
        #expect(experiment.bucket(of: customer) == bucket)
        #expect(experiment.arm(of: customer) == (bucket < 5000 ? "a" : "b"))
        #expect(
            experiment.reason(of: customer)?.text(in: .english, from: Phrasebook(ExperimentReason.self))
                == "bucket \(bucket) of 10000 is in the arm \(bucket < 5000 ? "a" : "b") of a"
        )
    }

    @Test func `R-POL-09 F93 Takes a new arm alike from each old one, so that nobody moves between old arms`() throws {
        let old = Experiment(id: "a", seed: "gift-exp-1", splitting: ["a", "b"])
        let carved = try #require(old.carving(3332, for: "c"))
        #expect(carved.arms.map(\.weight) == [3334, 3334, 3332])
        #expect(
            carved.arms.map(\.buckets) == [
                [BucketRange(from: 0, until: 3334)], [BucketRange(from: 5000, until: 8334)],
                [BucketRange(from: 3334, until: 5000), BucketRange(from: 8334, until: 10_000)],
            ]
        )
        let split = Experiment(id: "a", seed: "gift-exp-1", splitting: ["a", "b", "c"])
        func moves(to new: Experiment) -> (all: Int, between: Int) {
            Trials.customers.reduce(into: (0, 0)) { counts, customer in
                let (before, after) = (old.arm(of: customer), new.arm(of: customer))
                if before != after { counts.0 += 1 }
                if before != after, after != "c" { counts.1 += 1 }
            }
        }
        #expect(moves(to: carved) == (33_383, 0))
        #expect(moves(to: split) == (50_071, 16_585))
    }

    @Test func `R-POL-09 F95 Knows nothing of another with another seed`() {
        let (first, second) = (
            Experiment(id: "a", seed: "gift-exp-1", splitting: ["a", "b"]),
            Experiment(id: "b", seed: "gift-exp-2", splitting: ["a", "b"])
        )
        var table = [[0, 0], [0, 0]]
        for customer in Trials.customers {
            table[first.arm(of: customer) == "a" ? 0 : 1][second.arm(of: customer) == "a" ? 0 : 1] += 1
        }
        #expect(table == [[24_818, 24_979], [25_085, 25_118]])
        // As far from independent as chance allows: 0.1659 on one degree of freedom.
        let rows = table.map { Int64($0[0] + $0[1]) }
        let comparison = ProportionComparison(
            control: Proportion(Int64(table[0][0]), of: rows[0])!,
            treated: Proportion(Int64(table[1][0]), of: rows[1])!
        )
        #expect((comparison.z! * comparison.z! - 0.1659).magnitude < 0.00005)
    }

    @Test func `R-POL-09 Keeps who was seen in an arm there, as long as there is one`() throws {
        let widened = try #require(Trials.mugOrTea.carving(5000, for: "cake"))
        let moved = try #require(Trials.customers.first { widened.arm(of: $0) == "cake" })
        let before = try #require(Trials.mugOrTea.arm(of: moved))
        #expect(widened.arm(of: moved, stayingIn: before) == before)
        #expect(widened.arm(of: moved, stayingIn: "gone") == "cake")
    }

    @Test func `R-POL-09 Is rolled out in stages without anybody going back`() throws {
        var stage = Experiment(
            id: "new-box",
            seed: "new-box/1",
            arms: [
                ExperimentArm("new", [BucketRange(from: 0, until: 100)]),
                ExperimentArm("old", [BucketRange(from: 100, until: 10_000)]),
            ]
        )
        for count in [400, 4500, 5000] as [Int64] {
            let next = try #require(stage.carving(count, for: "new"))
            #expect(next.arms.map(\.weight) == [stage.arms[0].weight + count, stage.arms[1].weight - count])
            #expect(Experiment.faults(of: [next], beside: []).isEmpty)
            for customer in Trials.customers.prefix(3_000) where stage.arm(of: customer) == "new" {
                #expect(next.arm(of: customer) == "new")
            }
            stage = next
        }
        #expect(stage.arms.map(\.buckets) == [[BucketRange(from: 0, until: 10_000)], []])
        #expect(stage.carving(1, for: "new") == nil && stage.carving(0, for: "old") == nil)
    }

    @Test(arguments: 0..<100 as Range<UInt64>)
    func `R-POL-09 Stays whole however often an arm is widened`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var experiment = Experiment(id: "a", seed: "a", splitting: ["a", "b", "c"])
        for _ in 0..<6 {
            let arm = ["a", "b", "c", "d"].randomElement(using: &random)! as ExperimentArm.ID
            let others = experiment.arms.filter { $0.id != arm }
            let count = Int64.random(in: 1...min(2000, others.reduce(0) { $0 + $1.weight }), using: &random)
            let next = try #require(experiment.carving(count, for: arm))
            #expect(Experiment.faults(of: [next], beside: []).isEmpty)
            for other in others {
                let left = next.arms.first { $0.id == other.id }!
                let share = Double(other.weight * count) / Double(others.reduce(0) { $0 + $1.weight })
                #expect((Double(other.weight - left.weight) - share).magnitude < 1.000001)
                for range in left.buckets {
                    #expect(other.buckets.contains { $0.from <= range.from && range.until <= $0.until })
                }
            }
            experiment = next
        }
    }
}

@Suite struct `A planned experiment` {
    private static let half: [ExperimentArm.ID: Int64] = ["mug": 2000, "tea": 2000]

    private static func comparison(_ control: Int64, _ treated: Int64, of total: Int64) -> ProportionComparison {
        ProportionComparison(control: Proportion(control, of: total)!, treated: Proportion(treated, of: total)!)
    }

    @Test func `R-POL-09 F132 Is not final before its horizon, however small the probability`() throws {
        let comparison = Self.comparison(200, 243, of: 2000)
        #expect((try #require(comparison.p) - 0.03).magnitude < 0.0005)
        let verdict = try #require(Trials.planned().verdict(on: comparison, counting: Self.half))
        #expect(verdict.kind == .notFinal)
        #expect(
            verdict.reason.text(in: .english, from: Phrasebook(ComparisonReason.self))
                == "not final: 4000 of 20000 planned, 16000 to go"
        )
        // A test that may be looked at early finds nothing yet either.
        let sequential = try #require(
            Trials.planned(.sequential(SequentialDesign(sharpestAt: 5000)!))
                .verdict(on: comparison, counting: Self.half)
        )
        #expect(sequential.kind == .notFinal && sequential.reason.code == "nothingShownYet")
    }

    @Test(
        arguments: [
            (900, 1000, "higher", "differenceShown"), (1000, 900, "lower", "differenceShown"),
            (900, 910, "notShown", "differenceNotShown"), (0, 0, "undefined", "nobodyDid"),
        ] as [(Int64, Int64, String, String)]
    )
    func `R-POL-09 Is read once all are in`(control: Int64, treated: Int64, kind: String, code: String) throws {
        let verdict = try #require(
            Trials.planned()
                .verdict(
                    on: Self.comparison(control, treated, of: 10_000),
                    counting: ["mug": 10_000, "tea": 10_000]
                )
        )
        #expect(verdict.kind.rawValue == kind && verdict.reason.code == code)
    }

    @Test func `R-POL-09 Shows nothing where its arms are not filled as planned`() throws {
        let comparison = Self.comparison(900, 1200, of: 10_000)
        for (customers, kind) in [
            (["mug": 10_000, "tea": 10_600], .broken), (["mug": 10_000, "tea": 10_000, "cake": 1], .broken),
            ([:], .undefined), (["mug": 10_000, "tea": 10_100], .higher),
        ] as [([ExperimentArm.ID: Int64], ExperimentVerdict.Kind)] {
            #expect(Trials.planned().verdict(on: comparison, counting: customers)?.kind == kind)
        }
        #expect(Trials.mugOrTea.verdict(on: comparison, counting: Self.half) == nil, "nothing was to be shown")
        #expect(Trials.planned().sampleRatio(counting: ["mug": -1]) == nil)
        #expect(Trials.planned().sampleRatio(counting: ["tea": 3])?.observed == [0, 3])
    }

    @Test func `R-POL-09 Asks more of each comparison where there are several`() throws {
        var experiment = Experiment(id: "a", seed: "a", splitting: ["mug", "tea", "cake"])
        experiment.plan = Trials.plan(horizon: .fixed(customers: 6000))
        let counts: [ExperimentArm.ID: Int64] = ["mug": 2000, "tea": 2000, "cake": 2000]
        // A probability of 0.0303 is below 1/20, and not below 1/40.
        let verdict = experiment.verdict(on: Self.comparison(200, 243, of: 2000), counting: counts)
        #expect(verdict?.kind == .notShown && verdict?.reason["limit"] == .ratio(Ratio("1/40")!))
        #expect(experiment.verdict(on: Self.comparison(200, 250, of: 2000), counting: counts)?.kind == .higher)
        #expect(experiment.neededCustomers == 5951)
        #expect(Trials.planned().neededCustomers == 3276)
        #expect(Trials.mugOrTea.neededCustomers == nil)
    }

    @Test func `R-POL-09 Compares means as well as shares`() throws {
        let means = MeanComparison(
            control: ValueSample(count: 10_000, mean: 100, deviation: 20)!,
            treated: ValueSample(count: 10_000, mean: 102, deviation: 20)!
        )
        let counts: [ExperimentArm.ID: Int64] = ["mug": 10_000, "tea": 10_000]
        #expect(Trials.planned().verdict(on: means, counting: counts)?.kind == .higher)
        let design = SequentialDesign(sharpestAt: 20_000)!
        #expect(Trials.planned(.sequential(design)).verdict(on: means, counting: counts)?.kind == .higher)
        let constant = MeanComparison(control: ValueSample([1, 1])!, treated: ValueSample([2, 2])!)
        #expect(Trials.planned().verdict(on: constant, counting: counts)?.reason.code == "valuesDoNotVary")
        #expect(Trials.planned(.sequential(design)).verdict(on: constant, counting: counts)?.kind == .undefined)
    }
}

@Suite struct `An experiment as it is written` {
    private static let stored =
        #"{"arms":[{"buckets":[[0,5000]],"id":"mug"},{"buckets":[[5000,10000]],"id":"tea"}],"#
        + #""id":"mug-vs-tea","seed":"mug-vs-tea/1","unit":"customer"}"#

    private static func planned(_ horizon: String) -> String {
        #"{"arms":[{"buckets":[[0,5000]],"id":"mug"},{"buckets":[[5000,10000]],"id":"tea"}],"id":"mug-vs-tea","plan":"#
            + #"{"alpha":"1/20","baseline":"9/100","control":"mug","decision":{"en":"tea for all, or mugs as before","#
            + #""zh":"显著则全部送茶，否则仍送杯"},"effect":"3/100","horizon":\#(horizon),"hypothesis":"#
            + #"{"en":"tea brings more back","zh":"送茶复购更高"},"measure":"repurchase","power":"4/5","#
            + #""startsOn":"2027-01-01","writtenOn":"2026-12-15"},"seed":"mug-vs-tea/1","unit":"customer"}"#
    }

    @Test func `R-POL-10 Has a wire format that never changes`() throws {
        let design = SequentialDesign(sharpestAt: 5000)!
        for (experiment, stored) in [
            (Trials.mugOrTea, Self.stored), (Trials.planned(), Self.planned(#"{"customers":20000}"#)),
            (Trials.planned(.sequential(design)), Self.planned(#"{"sharpestAt":5000}"#)),
        ] {
            #expect(Wire.text(of: experiment) == stored)
            #expect(try Wire.read(Experiment.self, from: stored) == experiment)
        }
    }

    @Test(arguments: [
        (#""unit":"customer""#, #""unit":"order""#), (#"[[0,5000]]"#, #"[[0]]"#), (#"[[0,5000]]"#, #"[0,5000]"#),
        (#""id":"mug""#, #""id":"mug","share":1"#), (#""seed":"mug-vs-tea/1""#, #""seed":"""#),
        (#""seed":"mug-vs-tea/1","#, ""), (#""id":"mug-vs-tea""#, #""id":"mug-vs-tea","holdout":"a""#),
        (#"{"customers":20000}"#, #"{"customers":20000,"sharpestAt":1}"#), (#"{"customers":20000}"#, "{}"),
        (#"{"customers":20000}"#, #"{"sharpestAt":0}"#), (#""alpha":"1/20""#, #""alpha":0.05"#),
    ])
    func `R-POL-10 Is refused where it is malformed`(found: String, replacement: String) {
        let text = Self.planned(#"{"customers":20000}"#).replacing(found, with: replacement)
        #expect(throws: DecodingError.self) { try Wire.read(Experiment.self, from: text) }
    }

    @Test func `R-POL-09 R-POL-10 Is told every fault with its place`() {
        var wrong = Experiment(
            id: "a",
            seed: "s",
            arms: [
                ExperimentArm("x", [BucketRange(from: 0, until: 4000), BucketRange(from: 3000, until: 5000)]),
                ExperimentArm("x", [BucketRange(from: 6000, until: 6000), BucketRange(from: -1, until: 2)]),
                ExperimentArm("y", [BucketRange(from: 7000, until: .max), BucketRange(from: 8000, until: 9000)]),
            ]
        )
        wrong.plan = ExperimentPlan(
            hypothesis: LocalizedText(english: "a", chinese: "a"),
            decision: LocalizedText(english: "a", chinese: "a"),
            measure: .claim,
            against: "z",
            baseline: .percent(100),
            effect: .percent(0),
            alpha: .percent(0),
            power: .percent(101),
            horizon: .fixed(customers: 10),
            writtenOn: CalendarDate("2027-01-02")!,
            startsOn: CalendarDate("2027-01-01")!
        )
        var small = Experiment(id: "a", seed: "h", splitting: ["mug", "tea"])
        small.plan = Trials.plan(horizon: .fixed(customers: 3275))
        let single = Experiment(id: "c", seed: "t", splitting: ["mug"])
        var empty = Experiment(
            id: "d",
            seed: "u",
            arms: [ExperimentArm("mug", []), ExperimentArm("tea", [BucketRange(from: 0, until: 10_000)])]
        )
        empty.plan = Trials.plan()
        let holdOut = HoldOut(id: "h", seed: "h", buckets: 1)
        #expect(
            Experiment.faults(of: [wrong, small, single, empty, Trials.planned()], beside: [holdOut])
                .map(\.description) == [
                    "/0/arms/0/buckets/1: another range has buckets of `3000` until `5000`",
                    "/0/arms/1/id: another one is called `x`",
                    "/0/arms/1/buckets/0: `6000` until `6000` are no buckets of 0 until 10000",
                    "/0/arms/1/buckets/1: `-1` until `2` are no buckets of 0 until 10000",
                    "/0/arms/2/buckets/0: `7000` until `9223372036854775807` are no buckets of 0 until 10000",
                    "/0/arms: no arm has the buckets `4000` until `8000`",
                    "/0/arms: no arm has the buckets `9000` until `10000`",
                    "/0/plan/control: the experiment has no arm `z`",
                    "/0/plan/baseline: `1/1` does not lie between 0 and 1",
                    "/0/plan/effect: an effect of `0/1` cannot be", "/0/plan/alpha: `0/1` does not lie between 0 and 1",
                    "/0/plan/power: `101/100` does not lie between 0 and 1",
                    "/0/plan/writtenOn: `2027-01-02` is after the start on `2027-01-01`",
                    "/1/id: another one is called `a`", "/1/seed: another one is drawn by the seed `h`",
                    "/1/plan/horizon/customers: `3275` customers are too few, `3276` are needed",
                    "/2/arms: `1` arms are nothing to compare",
                    "/3/plan/control: nobody is drawn into the arm `mug`",
                ]
        )
        // None of it traps where somebody writes on with a faulty experiment.
        #expect(!wrong.sentence[.english].isEmpty && wrong.neededCustomers == nil)
        #expect(wrong.carving(10, for: "q") != nil && wrong.sampleRatio(counting: [:]) != nil)
    }

    @Test func `R-POL-10 Reads as one sentence in both languages`() {
        #expect(
            Trials.mugOrTea.sentence
                == LocalizedText(
                    english:
                        "“mug-vs-tea”: customers drawn by the seed “mug-vs-tea/1” into “mug” (50 %, buckets 0 until "
                        + "5000), “tea” (50 %, buckets 5000 until 10000).",
                    chinese: "“mug-vs-tea”：客户按种子“mug-vs-tea/1”分入“mug”（50%，桶0至5000（不含））、“tea”（50%，"
                        + "桶5000至10000（不含））。"
                )
        )
        #expect(
            Trials.planned().sentence[.english]
                .hasSuffix(
                    "; written on 2026-12-15, from 2027-01-01 on, to show against “mug” by repurchase rate: “tea brings more "
                        + "back”, 0.03 from 0.09, alpha 0.05, power 0.8, read once, at 20000 customers; then: “tea for all, "
                        + "or mugs as before”."
                )
        )
    }

    @Test func `R-POL-10 Never reads like another one, in either language`() throws {
        var random = SeededGenerator(seed: 3)
        func any<Value>(_ values: [Value]) -> Value { values.randomElement(using: &random)! }
        func words() -> LocalizedText {
            let text = any(["a", "a”, “b", "b"])
            return LocalizedText(english: text, chinese: text)
        }
        let experiments = (0..<3_000)
            .map { _ -> Experiment in
                let border = any([4000, 5000]) as Int64
                var experiment = Experiment(
                    id: any(["a", "b", "a”: “b"]),
                    seed: any(["a", "b"]),
                    arms: [
                        ExperimentArm(any(["a", "a”, “b"]), [BucketRange(from: 0, until: border)]),
                        ExperimentArm("c", any([[], [BucketRange(from: border, until: 10_000)]])),
                    ]
                )
                guard Bool.random(using: &random) else { return experiment }
                experiment.plan = ExperimentPlan(
                    hypothesis: words(),
                    decision: words(),
                    measure: any([.claim, "claim rate", "领取率"]),
                    against: any(["a", "c"]),
                    baseline: any([.percent(5), .percent(6)]),
                    effect: any([.percent(5), .percent(6), Ratio("1/3")!]),
                    alpha: any([.percent(5), .percent(6)]),
                    power: any([.percent(80), .percent(90)]),
                    horizon: any([.fixed(customers: 5), .sequential(SequentialDesign(sharpestAt: 5)!)]),
                    writtenOn: any([CalendarDate("2026-12-15")!, CalendarDate("2026-12-16")!]),
                    startsOn: any([CalendarDate("2027-01-01")!, CalendarDate("2027-01-02")!])
                )
                return experiment
            }
        expectDistinct(Array(Set(experiments)).sorted { $0.id < $1.id }) { $0.sentence }
        for experiment in experiments.prefix(200) {
            #expect(try Wire.read(Experiment.self, from: Wire.text(of: experiment)) == experiment)
        }
    }
}
