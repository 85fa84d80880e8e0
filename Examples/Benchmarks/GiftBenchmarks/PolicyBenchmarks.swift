import Benchmark
import Foundation
import GiftModel
import GiftPolicy
import GiftTesting
import Segmentation

func policyBenchmarks() {
    for count in [100, 1_000] {
        let text = LongPolicy.text(rules: count)
        Benchmark("Policy of \(count) rules: read, validate and analyze", configuration: .slow) { benchmark in
            for _ in benchmark.scaledIterations {
                guard let document = try? PolicyDocument(json: text), let policy = try? Policy(validating: document)
                else { preconditionFailure("the policy has no faults") }
                blackHole(policy.document.findings(against: PolicyBackground(year: 2027)))
            }
        }
    }
}

/// A policy of many rules, made up from a seed: fifty silences, two to four comparisons each, some of them alternatives
/// or denied.
private enum LongPolicy {
    static func text(rules count: Int) -> String {
        var random = SeededGenerator(seed: 7)
        var document = DemoPolicy.document
        document.labels = [SegmentLabel(id: "nps", numbers: 0...10)]
        document.rules = (0..<count)
            .map { number in
                Rule(
                    id: Rule.ID(stringLiteral: "r\(number)"),
                    name: LocalizedText(english: "Rule \(number)", chinese: "规则\(number)"),
                    occasion: .reactivation,
                    goal: .loyalty,
                    priority: .random(in: 0...100, using: &random),
                    on: .inactive(moreThanDays: .random(in: 30..<80, using: &random)),
                    when: condition(&random),
                    giving: GiftSelection(from: gbp(2), through: gbp(10))
                )
            }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(document) else { preconditionFailure("a policy has a text") }
        return String(decoding: data, as: UTF8.self)
    }

    private static func gbp(_ pounds: Int64) -> Money { Money(minorUnits: pounds * 100, in: .gbp) }

    private static func condition(_ random: inout SeededGenerator) -> SegmentCondition {
        var parts = (0..<Int.random(in: 2...4, using: &random)).map { _ in comparison(&random) }
        if Int.random(in: 0..<10, using: &random) < 3 {
            parts.append(.any([comparison(&random), comparison(&random)]))
        }
        if Int.random(in: 0..<20, using: &random) < 3 { parts.append(.not(comparison(&random))) }
        return .all(parts)
    }

    private static func comparison(_ random: inout SeededGenerator) -> SegmentCondition {
        func one<Value>(_ values: [Value]) -> Value {
            values[Int.random(in: values.indices, using: &random)]
        }
        switch Int.random(in: 0..<9, using: &random) {
        case 0:
            return .amount(.sales, inDays: one([90, 365]), one([.atLeast, .below]), gbp(one(Array(1..<100)) * 100))
        case 1: return .count(.orders, inDays: one([90, 365]), one([.atLeast, .atMost, .equal]), one(Array(1..<20)))
        case 2: return .daysSinceLastPurchase(one([.above, .atMost]), one([30, 60, 90, 120, 180, 365]))
        case 3: return .stage(in: Set((0..<3).map { _ in one(Stage.allCases) }))
        case 4: return .tier(one([.atLeast, .equal]), one(["silver", "gold"]))
        case 5: return one([.tag("tea"), .not(.tag("coffee")), .tag("sport")])
        case 6: return .label("nps", one([.atLeast, .atMost]), .number(one(Array(0...10))))
        case 7: return .trait(.age, one([.atLeast, .below]), one(Array(18..<80)))
        default: return .trait(.country, in: [one(["CN", "DE", "FR"]), one(["GB", "US"])])
        }
    }
}
