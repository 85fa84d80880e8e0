import GiftModel
import GiftPolicy
import GiftPolicyFixtures
import GiftTesting
import Testing

@Suite struct `A hold-out` {
    private static let global: HoldOut = {
        var holdOut = HoldOut(id: "global-2026", seed: "global-2026/1", buckets: 500)
        holdOut.exemptOccasions = [.recovery]
        holdOut.exemptRules = ["repair"]
        return holdOut
    }()
    private static let kept = Trials.customers.first { global.bucket(of: $0) < 500 }!
    private static let free = Trials.customers.first { global.bucket(of: $0) >= 500 }!

    @Test func `R-POL-09 F130 Withholds a birthday gift, and gives what makes good for a mistake`() {
        let (global, kept) = (Self.global, Self.kept)
        #expect(global.standing(of: kept, for: "birthday", on: .birthday) == .withheld)
        #expect(global.standing(of: kept, for: "repair", on: .specialEvent) == .exempt)
        #expect(global.standing(of: kept, for: "apology", on: .recovery) == .exempt)
        #expect(global.standing(of: kept, for: nil, on: nil) == .withheld)
        #expect(global.standing(of: Self.free, for: "birthday", on: .birthday) == .outside)
        #expect([global].withholding(kept, from: "birthday", on: .birthday)?.id == "global-2026")
        #expect([global].withholding(kept, from: "repair", on: .birthday) == nil)
        let book = Phrasebook(ExperimentReason.self)
        let bucket = global.bucket(of: kept)
        #expect(
            global.reason(for: .withheld, of: kept)?.text(in: .english, from: book)
                == "kept without gifts for comparison (global-2026): bucket \(bucket) of 10000 is below 500"
        )
        #expect(
            global.reason(for: .exempt, of: kept)?.text(in: .chinese, from: book)
                == "不受global-2026限制，尽管第\(bucket)桶（共10000桶）小于500"
        )
        #expect(global.reason(for: .outside, of: kept) == nil)
    }

    @Test func `R-POL-09 F130 Is recorded at the moment at which there would have been a gift`() throws {
        let exposure = Exposure(
            of: "c-1",
            to: .withheld("global-2026"),
            by: "birthday",
            on: .birthday,
            exposedAt: Timestamp(milliseconds: 7)
        )
        let arm = Exposure(
            of: "c-1",
            to: .arm("mug", of: "mug-vs-tea"),
            by: "birthday",
            on: .birthday,
            exposedAt: Timestamp(milliseconds: 7)
        )
        for (exposure, stored) in [
            (
                exposure,
                #"{"at":7,"customer":"c-1","holdOut":"global-2026","occasion":"birthday","rule":"birthday","v":1}"#
            ),
            (
                arm,
                #"{"arm":"mug","at":7,"customer":"c-1","experiment":"mug-vs-tea","occasion":"birthday","#
                    + #""rule":"birthday","v":1}"#
            ),
        ] {
            #expect(Wire.text(of: exposure) == stored)
            #expect(try Wire.read(Exposure.self, from: stored) == exposure)
            for (found, replacement) in [
                (#""v":1"#, #""v":2"#), (#""v":1"#, #""v":1,"why":"a""#),
                (#""v":1"#, #""v":1,"holdOut":"a","arm":"b""#),
                (#""holdOut":"global-2026","#, ""), (#""arm":"mug","#, ""),
            ] where stored.contains(found) {
                #expect(throws: (any Error).self) {
                    try Wire.read(Exposure.self, from: stored.replacing(found, with: replacement))
                }
            }
        }
    }

    @Test func `R-POL-09 Keeps its share, stays who it was and knows nothing of experiments`() {
        let customers = Trials.customers
        let kept = customers.filter { Self.global.bucket(of: $0) < 500 }
        #expect((4_800...5_200).contains(kept.count))
        var wider = Self.global
        wider = HoldOut(id: wider.id, seed: wider.seed, buckets: 1000)
        #expect(kept.allSatisfy { wider.standing(of: $0, for: nil, on: nil) == .withheld })
        let mugs = kept.count { Trials.mugOrTea.arm(of: $0) == "mug" }
        #expect(
            SampleRatioCheck(observed: [Int64(mugs), Int64(kept.count - mugs)], weights: [1, 1])?.verdict == .balanced
        )
    }

    @Test func `R-POL-10 Has a wire format that never changes`() throws {
        for (holdOut, stored) in [
            (HoldOut(id: "a", seed: "a/1", buckets: 500), #"{"buckets":500,"id":"a","seed":"a/1"}"#),
            (
                Self.global,
                #"{"buckets":500,"exemptOccasions":["recovery"],"exemptRules":["repair"],"id":"global-2026","#
                    + #""seed":"global-2026/1"}"#
            ),
        ] {
            #expect(Wire.text(of: holdOut) == stored)
            #expect(try Wire.read(HoldOut.self, from: stored) == holdOut)
            for (found, replacement) in [
                (#""buckets":500"#, #""share":"0.05""#), (#""buckets":500"#, #""buckets":"5 %""#),
                (#""id""#, #""exemptGifts":[],"id""#),
            ] {
                #expect(throws: DecodingError.self) {
                    try Wire.read(HoldOut.self, from: stored.replacing(found, with: replacement))
                }
            }
        }
    }

    @Test(arguments: [#""exemptRules":[]"#, #""exemptRules":["a","a"]"#, #""exemptOccasions":"recovery""#])
    func `R-POL-10 Has lists without repetition, and none that is empty`(member: String) {
        #expect(throws: DecodingError.self) {
            try Wire.read(HoldOut.self, from: #"{"buckets":500,\#(member),"id":"a","seed":"a/1"}"#)
        }
    }

    @Test func `R-POL-10 Is told every fault with its place`() {
        var second = HoldOut(id: "global-2026", seed: "global-2026/1", buckets: 10_000)
        second.exemptRules = ["none"]
        #expect(
            HoldOut.faults(of: [Self.global, second], among: ["repair"]).map(\.description) == [
                "/1/id: another one is called `global-2026`",
                "/1/seed: another one is drawn by the seed `global-2026/1`",
                "/1/buckets: `10000` is not 1 through 9999",
                "/1/exemptRules: the policy has no rule `none`",
            ]
        )
        #expect(HoldOut.faults(of: [Self.global], among: ["repair"]).isEmpty)
    }

    @Test func `R-POL-10 Reads as one sentence in both languages, and never like another one`() {
        #expect(
            Self.global.sentence
                == LocalizedText(
                    english:
                        "“global-2026”: 5 % of all customers, drawn by the seed “global-2026/1”, receive no gifts, "
                        + "but for those of the rules “repair”, but for those on Service recovery.",
                    chinese: "“global-2026”：按种子“global-2026/1”抽取5%的客户不送礼，留作对照，规则“repair”除外，"
                        + "场合服务补救除外。"
                )
        )
        var random = SeededGenerator(seed: 1)
        func any<Value>(_ values: [Value]) -> Value { values.randomElement(using: &random)! }
        let holdOuts = (0..<2_000)
            .map { _ -> HoldOut in
                var holdOut = HoldOut(
                    id: any(["a", "b”"]),
                    seed: any(["a", "b", "a”, “b"]),
                    buckets: any([1, 10, 100, 1000])
                )
                holdOut.exemptRules = any([[], ["a"], ["a", "b"], ["a”, “b"]])
                holdOut.exemptOccasions = any([[], [.birthday], ["Birthday"], [.birthday, .recovery]])
                return holdOut
            }
        expectDistinct(Array(Set(holdOuts)).sorted { $0.id < $1.id }) { $0.sentence }
    }
}
