import Foundation
import GiftModel
import GiftPolicy
import GiftPolicyFixtures
import GiftTesting
import Segmentation

/// Rules over two numbers from 0 through 9, a word of three and a truth, all of whose 600 customers can be tried.
enum RuleSamples {
    static let labels = [
        SegmentLabel(id: "a", numbers: 0...9), SegmentLabel(id: "b", numbers: 0...9),
        SegmentLabel(id: "c", words: ["x", "y", "z"]), SegmentLabel(id: "d", kind: .truth),
    ]

    /// One of the 600 customers.
    struct Point: Hashable {
        var a: Int64
        var b: Int64
        var c: SegmentValue.Word
        var d: Bool

        /// The customers in the order in which an analysis tries them.
        static let all: [Point] = (0...9)
            .flatMap { a in
                (0...9)
                    .flatMap { b in
                        (["x", "y", "z"] as [SegmentValue.Word])
                            .flatMap { c in [false, true].map { Point(a: a, b: b, c: c, d: $0) } }
                    }
            }

        func value(of label: Identifier<Label>) -> SegmentValue {
            switch label {
            case "a": .number(a)
            case "b": .number(b)
            case "c": .word(c)
            default: .truth(d)
            }
        }

        /// Whether a condition holds, said as naively as can be.
        func satisfies(_ condition: SegmentCondition) -> Bool {
            switch condition {
            case .all(let parts): parts.allSatisfy(satisfies)
            case .any(let parts): parts.contains(where: satisfies)
            case .not(let part): !satisfies(part)
            case .compared(.label("a"), let comparison, .number(let number)): comparison.holds(a, number)
            case .compared(.label("b"), let comparison, .number(let number)): comparison.holds(b, number)
            case .compared(.label("d"), let comparison, .truth(let truth)): (comparison == .equal) == (d == truth)
            case .compared(_, let comparison, .word(let word)): (comparison == .equal) == (c == word)
            case .oneOf(_, let words): words.contains(c)
            case .noneOf(_, let words): !words.contains(c)
            default: preconditionFailure("no sample asks this")
            }
        }

        /// Whether it is the one that a witness describes: what that does not say is the first value there is.
        func isDescribed(by witness: SegmentCondition) -> Bool {
            var values: [Identifier<Label>: SegmentValue] = [
                "a": .number(0), "b": .number(0), "c": .word("x"), "d": .truth(false),
            ]
            let parts = if case .all(let parts) = witness { parts } else { [witness] }
            for part in parts {
                switch part {
                case .compared(.label(let label), .equal, let value): values[label] = value
                case .oneOf(.label(let label), let words) where words.count == 1: values[label] = .word(words.first!)
                default: return false
                }
            }
            return labels.allSatisfy { values[$0.id] == value(of: $0.id) }
        }
    }

    static func rule(_ id: Rule.ID, priority: Int64, when condition: SegmentCondition) -> Rule {
        Rule(
            id: id,
            name: Shop.name(id.text),
            occasion: .upgrade,
            goal: .loyalty,
            priority: priority,
            on: .inactive(moreThanDays: 90),
            when: condition,
            giving: GiftSelection(from: money("1.00 EUR"), through: money("9.00 EUR"))
        )
    }

    /// A policy whose rules are all of one exclusive group.
    static func document(_ rules: [Rule]) -> PolicyDocument {
        var document = Shop.document
        document.labels = labels
        document.rules = rules
        document.groups = [ConflictGroup(id: "one", keeping: .first, of: Set(rules.map(\.id)))]
        return document
    }

    static func condition(depth: Int, _ random: inout SeededGenerator) -> SegmentCondition {
        guard depth > 0, Int.random(in: 0..<3, using: &random) > 0 else { return leaf(&random) }
        func parts() -> [SegmentCondition] {
            (0..<Int.random(in: 1...3, using: &random)).map { _ in condition(depth: depth - 1, &random) }
        }
        return switch Int.random(in: 0..<5, using: &random) {
        case 0, 1: .all(parts())
        case 2, 3: .any(parts())
        default: .not(condition(depth: depth - 1, &random))
        }
    }

    private static func leaf(_ random: inout SeededGenerator) -> SegmentCondition {
        let words: [SegmentValue.Word] = ["x", "y", "z"]
        switch Int.random(in: 0..<6, using: &random) {
        case 0: return .label("d", .equal, .truth(.random(using: &random)))
        case 1:
            return .label(
                "c",
                [.equal, .notEqual].randomElement(using: &random)!,
                .word(words.randomElement(using: &random)!)
            )
        case 2: return .oneOf(.label("c"), Set(words.shuffled(using: &random).prefix(2)))
        default:
            let label: Identifier<Label> = Bool.random(using: &random) ? "a" : "b"
            let comparison = Comparison.allCases.randomElement(using: &random)!
            return .label(label, comparison, .number(.random(in: -1...10, using: &random)))
        }
    }
}

/// Policies with what is known of their rules from trying all 600 customers.
struct AnalyzedPolicy: Decodable {
    let rules: [WrittenRule]
    let expect: Expectation

    struct WrittenRule: Decodable {
        let id: String
        let priority: Int64
        let when: WrittenCondition
    }

    struct Expectation: Decodable {
        let satisfiable: [String: Bool]
        let tautology: [String]
        let overlaps: [Overlap]
        let subsumed: [[String]]
        let unreachableInExclusiveGroup: [String]
        let uncoveredPoints: Int
    }

    struct Overlap: Decodable {
        let pair: [String]
        let samePriority: Bool
        let firstWitness: Witness
    }

    struct Witness: Decodable {
        let a: Int64
        let b: Int64
        let c: String
        let d: Bool

        var point: RuleSamples.Point { .init(a: a, b: b, c: .init(c)!, d: d) }
    }

    /// A condition as that file writes it.
    struct WrittenCondition: Decodable {
        let condition: SegmentCondition

        private enum Key: String, CodingKey { case all, any, not, field, op, value }

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: Key.self)
            if container.contains(.all) {
                condition = .all(try container.decode([Self].self, forKey: .all).map(\.condition))
            } else if container.contains(.any) {
                condition = .any(try container.decode([Self].self, forKey: .any).map(\.condition))
            } else if container.contains(.not) {
                condition = .not(try container.decode(Self.self, forKey: .not).condition)
            } else {
                condition = try Self.comparison(in: container)
            }
        }

        private static func comparison(in container: KeyedDecodingContainer<Key>) throws -> SegmentCondition {
            let label = Identifier<Label>(try container.decode(String.self, forKey: .field))!
            let attribute = SegmentAttribute.label(label)
            let word = try container.decode(String.self, forKey: .op)
            if word == "in", label == "c" {
                let words = try container.decode([String].self, forKey: .value)
                return .oneOf(attribute, Set(words.map { SegmentValue.Word($0)! }))
            }
            if word == "in" {
                let numbers = try container.decode([Int64].self, forKey: .value)
                return .any(numbers.map { .compared(attribute, .equal, .number($0)) })
            }
            if word == "between" {
                let numbers = try container.decode([Int64].self, forKey: .value)
                return .all([
                    .compared(attribute, .atLeast, .number(numbers[0])),
                    .compared(attribute, .atMost, .number(numbers[1])),
                ])
            }
            let value: SegmentValue =
                switch label {
                case "c": .word(.init(try container.decode(String.self, forKey: .value))!)
                case "d": .truth(try container.decode(Bool.self, forKey: .value))
                default: .number(try container.decode(Int64.self, forKey: .value))
                }
            return .compared(attribute, Comparison(rawValue: word)!, value)
        }
    }

    static let all: [AnalyzedPolicy] = {
        let url = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/analysis.json")
        guard let data = try? Data(contentsOf: url) else { return [] }
        return (try? JSONDecoder().decode([AnalyzedPolicy].self, from: data)) ?? []
    }()

    var document: PolicyDocument {
        RuleSamples.document(
            rules.map { RuleSamples.rule(.init($0.id)!, priority: $0.priority, when: $0.when.condition) }
        )
    }
}
