extension Reason {
    /// Returns this reason as a sentence for the staff, worded by `phrasebook`.
    ///
    /// A code that the book does not know is shown with its facts (`code (days: 91 days)`) rather than left out. For
    /// customers there is ``Phrasebook/texts(of:for:in:)``.
    ///
    /// - Complexity: O(*n*) in the length of the phrase times the number of facts.
    public func text(in language: Language, from phrasebook: Phrasebook) -> String {
        guard let phrase = phrasebook.phrase(for: code) else { return codeWithFacts(in: language) }
        return text(of: phrase, in: language)
    }

    /// Returns `phrase` with this reason's facts in place of their names.
    func text(of phrase: LocalizedText, in language: Language) -> String {
        var text = ""
        var rest = phrase[language][...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            let name = String(rest[rest.index(after: open)..<close])
            text += rest[..<open]
            text += self[name]?.text(in: language) ?? "{\(name)}"
            rest = rest[rest.index(after: close)...]
        }
        return text + rest
    }

    private func codeWithFacts(in language: Language) -> String {
        guard !facts.isEmpty else { return code }
        let (opening, colon, comma, closing) =
            switch language {
            case .english: (" (", ": ", ", ", ")")
            case .chinese: ("（", "：", "，", "）")
            }
        let listed = facts.map { $0.name + colon + $0.value.text(in: language) }
        return code + opening + listed.joined(separator: comma) + closing
    }
}
