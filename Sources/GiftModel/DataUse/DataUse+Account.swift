extension DataUse {
    /// Returns what the customer may be told: each fact with its source and date, and how consent stood.
    ///
    /// Only what was used is told. Where `reasons` name a fact with several values, each is told once.
    ///
    /// - Parameters:
    ///   - reasons: The reasons of the grant or decision, which hold the values; without them, or where they do not
    ///     name a fact, it is told without a value.
    ///   - title: What a fact is called in words; one of which it says nothing is told by its name.
    /// - Returns: The facts, ascending by name, then the finding on consent; ``Phrasebook/dataUse`` has the sentences.
    /// - Complexity: O(*n*) in the facts of the reasons, for each fact used.
    public func account(
        by reasons: [Reason] = [],
        calling title: (Identifier<Fact>) -> LocalizedText? = { _ in nil }
    ) -> [Reason] {
        facts.flatMap { fact -> [Reason] in
            let name = Fact("fact", title(fact.name).map { .name($0) } ?? .code(fact.name.text))
            let source = Fact("source", .code(fact.source.text))
            let date = Fact("date", .date(fact.day))
            var values: [FactValue] = []
            for value in fact.values(in: reasons) where !values.contains(value) { values.append(value) }
            guard !values.isEmpty else { return [Reason(DataUseReason.factUsed, name, source, date)] }
            return values.map { Reason(DataUseReason.valueUsed, name, Fact("value", $0), source, date) }
        } + [finding.reason]
    }
}

extension UsedFact {
    fileprivate func values(in reasons: [Reason]) -> [FactValue] {
        reasons.flatMap(\.facts).filter { $0.name.utf8.elementsEqual(name.text.utf8) }.map(\.value)
    }
}

extension Sequence<DataUse> {
    /// Returns the uses of the data of who is known as `customer`, under whatever identity, in ascending order.
    ///
    /// Nothing is returned for a customer who was erased.
    ///
    /// - Complexity: O(*n* log *n*).
    public func uses(of customer: Customer.ID, by identities: IdentityMap) -> [DataUse] {
        let own = Set(identities.identities(of: customer))
        return filter { own.contains($0.customer) }.sorted()
    }
}
