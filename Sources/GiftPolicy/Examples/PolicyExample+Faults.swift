import GiftModel
import Segmentation

extension PolicyExample {
    /// What makes no sense in this example of `document`, seen from the example.
    func faults(in document: PolicyDocument) -> [ExampleFault] {
        let (rules, currency) = (Set(document.rules.map(\.id)), document.tiers.currency)
        var faults: [ExampleFault] = []
        for (index, activity) in customer.history.enumerated() {
            let place = "/given/history/\(index)"
            if case .gift(let rule) = activity.kind, !rules.contains(rule) {
                faults.append(ExampleFault(at: "\(place)/gift", .unknownRule(rule)))
            }
            guard let amount = activity.kind.amount else { continue }
            let path = if case .cart = activity.kind { "\(place)/cart" } else { "\(place)/order" }
            if amount.currency != currency {
                faults.append(ExampleFault(at: path, .currencyMismatch(amount.currency, expected: currency)))
            }
            if amount.minorUnits < 0 { faults.append(ExampleFault(at: path, .negativeAmount(amount))) }
        }
        for (label, value) in customer.labels.sorted(by: { $0.key < $1.key }) {
            guard let problem = Self.problem(of: value, as: document.labels.first { $0.id == label }, label) else {
                continue
            }
            faults.append(ExampleFault(at: Document.pointer("/given/labels", label.text), problem))
        }
        let usual: [ScoreDimension] = [.recency, .frequency, .monetary]
        let missing = usual.filter { customer.scores[$0.name] == nil }
        if missing.count < usual.count {
            faults += missing.map { ExampleFault(at: "/given/scores", .missingScore($0)) }
        }
        if expected.isEmpty { faults.append(ExampleFault(at: "/expect", .nothingExpected)) }
        for rule in expected.keys.sorted() where !rules.contains(rule) {
            faults.append(ExampleFault(at: Self.place(ofRule: rule), .unknownRule(rule)))
        }
        return faults
    }

    /// The place at which an example says what becomes of `rule`.
    static func place(ofRule rule: Rule.ID) -> String { Document.pointer("/expect", rule.text) }

    private static func problem(
        of value: SegmentValue,
        as label: SegmentLabel?,
        _ name: Identifier<Label>
    ) -> ExampleFault.Problem? {
        guard let label else { return .unknownLabel(name) }
        guard value.kind == label.kind else { return .labelKind(value.kind, expected: label.kind) }
        let isDeclared =
            switch value {
            case .number(let number): label.numbers?.contains(number) ?? true
            case .word(let word): label.words.isEmpty || label.words.contains(word)
            case .ratio, .date, .money, .truth: true
            }
        return isDeclared ? nil : .labelValue
    }
}
