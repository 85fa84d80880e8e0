import GiftModel

extension PolicyDocument {
    /// What makes no sense in the examples, in their order.
    var exampleFaults: [ExampleFault] {
        examples.enumerated()
            .flatMap { index, example in
                example.faults(in: self).map { ExampleFault(at: "/\(index)\($0.path)", $0.problem) }
            }
    }

    /// Where this document, which has no other faults, contradicts its examples.
    var contradictions: [ExampleFault] {
        guard !examples.isEmpty else { return [] }
        var document = self
        document.examples = []
        guard let policy = try? Policy(validating: document) else { return [] }
        return examples.enumerated()
            .flatMap { index, example in
                policy.contradictions(of: example).map { ExampleFault(at: "/\(index)\($0.path)", $0.problem) }
            }
    }
}

extension Policy {
    /// Where this policy contradicts `example`, seen from the example.
    fileprivate func contradictions(of example: PolicyExample) -> [ExampleFault] {
        guard let (facts, circumstances) = try? example.parts(under: self),
            let customer = try? CustomerCase(facts, under: circumstances, by: document)
        else { return [ExampleFault(at: "", .outOfRange)] }
        let asked = DecisionCase(customer, under: self)
        return example.expected.sorted { $0.key < $1.key }
            .compactMap { rule, expected in
                guard let index = document.rules.firstIndex(where: { $0.id == rule }) else { return nil }
                let (found, reasons) = RuleQuestion(index, of: asked, tells: true).outcome
                guard found != expected else { return nil }
                return ExampleFault(
                    at: PolicyExample.place(ofRule: rule),
                    .contradicted(expected: expected, found: found, because: reasons)
                )
            }
    }
}

extension RuleQuestion {
    /// What becomes of the rule, as examples tell it, and why.
    fileprivate var outcome: (PolicyExample.Outcome, [Reason]) {
        if rule.selection == nil {
            return switch turn {
            case .come(let due): (.due, [due.reason] + conditionReasons)
            case .refused(let refusal): (refusal.kind.outcome, refusal.reasons)
            }
        }
        return switch standing {
        case .due(let occasion): (.due, occasion.account.reasons)
        case .refused(let refusal): (refusal.kind.outcome, refusal.reasons)
        }
    }
}

extension Refusal.Kind {
    /// What an example calls it, which looks at no gift and keeps nobody for comparison.
    fileprivate var outcome: PolicyExample.Outcome {
        switch self {
        case .notDue: .notDue
        case .blocked: .blocked
        case .suppressed: .suppressed
        case .withheld, .unfunded: .due
        }
    }
}
