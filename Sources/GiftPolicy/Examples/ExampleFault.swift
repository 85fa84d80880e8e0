public import GiftModel
public import Segmentation

/// One thing that is wrong with an example of a policy, and where.
public struct ExampleFault: Hashable, Sendable {
    /// The place within the examples, such as `/3/expect/wakeup`.
    public let path: String
    /// What is wrong there.
    public let problem: Problem

    /// `problem` at `path`.
    init(at path: String, _ problem: Problem) {
        self.path = path
        self.problem = problem
    }

    /// What can be wrong.
    @nonexhaustive
    public enum Problem: Hashable, Sendable {
        /// The amount is in another currency than the tiers.
        case currencyMismatch(Currency, expected: Currency)
        /// The amount is below zero.
        case negativeAmount(Money)
        /// The policy has no rule of this name.
        case unknownRule(Rule.ID)
        /// The policy declares no such label.
        case unknownLabel(Identifier<Label>)
        /// The label has values of another kind.
        case labelKind(SegmentValue.Kind, expected: SegmentValue.Kind)
        /// The label never has such a value.
        case labelValue
        /// Of recency, frequency and monetary value one is missing.
        case missingScore(ScoreDimension)
        /// Nothing is expected.
        case nothingExpected
        /// It lies outside the calendar, or the amounts are too large to add up.
        case outOfRange
        /// The policy says something else of the rule, for these reasons.
        case contradicted(expected: PolicyExample.Outcome, found: PolicyExample.Outcome, because: [Reason])
    }
}

extension ExampleFault: CustomStringConvertible {
    public var description: String { "\(path): \(problem)" }
}

extension ExampleFault.Problem: CustomStringConvertible {
    public var description: String {
        switch self {
        case .currencyMismatch(let found, let expected): "the amount is in `\(found)`, the tiers are in `\(expected)`"
        case .negativeAmount(let money): "`\(money)` is below zero"
        case .unknownRule(let rule): "the policy has no rule `\(rule)`"
        case .unknownLabel(let label): "the policy declares no label `\(label)`"
        case .labelKind(let found, let expected):
            "the label has the kind `\(expected.rawValue)`, not `\(found.rawValue)`"
        case .labelValue: "the label is declared with other values"
        case .missingScore(let dimension):
            "the score `\(dimension.name)` is missing; recency, frequency and monetary value come together"
        case .nothingExpected: "nothing is expected"
        case .outOfRange: "it lies outside the calendar, or amounts are too large to add up"
        case .contradicted(let expected, let found, let reasons):
            "expected `\(expected.rawValue)`, found `\(found.rawValue)`"
                + (reasons.isEmpty ? "" : ": ")
                + reasons.map { $0.text(in: .english, from: .policy) }.joined(separator: "; ")
        }
    }
}
