extension Sequence<Reason> {
    /// Returns what `audience` may see of these reasons for one result, by what `phrasebook` says of their codes.
    ///
    /// The staff sees all. The customer sees the reasons that are shared, each once and with the shared facts only; one
    /// that lacks such a fact is left out. Where a single reason is neutral, or nothing is left, the customer sees
    /// ``NeutralReason/notForEverybody`` and nothing else, wherever the reason stood and however many there were. No
    /// reasons remain none.
    ///
    /// ```swift
    /// terms.reasons.disclosed(to: .customer, by: .policy)   // why this gift, without what it is worth to the host
    /// ```
    ///
    /// - Complexity: O(*n*²) in the reasons.
    public func disclosed(to audience: Audience, by phrasebook: Phrasebook) -> [Reason] {
        guard audience == .customer else { return Array(self) }
        let neutral = [Reason(NeutralReason.notForEverybody)]
        var (shared, isEmpty): ([Reason], Bool) = ([], true)
        for reason in self {
            isEmpty = false
            switch phrasebook.disclosure(of: reason.code) {
            case .neutral: return neutral
            case .staffOnly: continue
            case .shared(let sentence):
                guard let reason = reason.limited(to: sentence), !shared.contains(reason) else { continue }
                shared.append(reason)
            }
        }
        return shared.isEmpty && !isEmpty ? neutral : shared
    }
}

extension Phrasebook {
    /// Returns these reasons for one result as sentences for `audience`, none twice.
    ///
    /// Customers are told what `disclosed(to:by:)` leaves, in the words that are meant for them.
    ///
    /// - Complexity: O(*n*²) in the reasons.
    public func texts(
        of reasons: some Sequence<Reason>,
        for audience: Audience,
        in language: Language
    ) -> [String] {
        var texts: [String] = []
        for reason in reasons.disclosed(to: audience, by: self) {
            let text =
                if audience == .customer, case .shared(let sentence) = disclosure(of: reason.code) {
                    reason.text(of: sentence, in: language)
                } else {
                    reason.text(in: language, from: self)
                }
            if !texts.contains(text) { texts.append(text) }
        }
        return texts
    }
}

extension Reason {
    /// This reason with the facts that `sentence` names and no others, or `nil` when it lacks one of them.
    fileprivate func limited(to sentence: LocalizedText) -> Reason? {
        let names = Set(sentence.factNames)
        var limited: [Fact] = []
        for fact in facts where names.contains(fact.name) && !limited.contains(where: { $0.name == fact.name }) {
            limited.append(fact)
        }
        return limited.count == names.count ? Reason(code, facts: limited) : nil
    }

    private init(_ code: String, facts: [Fact]) {
        self.code = code
        self.facts = facts
    }
}

extension LocalizedText {
    /// The names in braces, in either language.
    fileprivate var factNames: [String] {
        Language.allCases.flatMap { language -> [String] in
            var names: [String] = []
            var rest = self[language][...]
            while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
                names.append(String(rest[rest.index(after: open)..<close]))
                rest = rest[rest.index(after: close)...]
            }
            return names
        }
    }
}
