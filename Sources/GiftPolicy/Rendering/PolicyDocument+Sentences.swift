import GiftModel
import Segmentation

extension PolicyDocument {
    /// Everything that this document says, one sentence for each place, in the document's order.
    ///
    /// Two documents whose sentences are all the same mean the same: names stand in quotation marks, so that none can
    /// pass for the words around it. Tiers and segments are called by their names, or by their identifiers where two of
    /// them share a name.
    ///
    /// ```swift
    /// for sentence in document.sentences { print(sentence.text[.english]) }
    /// ```
    ///
    /// - Complexity: O(*n* log *n*) in the size of the document, times its tiers and segments.
    public var sentences: [PolicySentence] {
        let (tiers, segments) = (calledTiers, calledSegments)
        var sentences = [
            PolicySentence(place: "", text: title), PolicySentence(place: "/defaults", text: defaults.sentence),
            PolicySentence(place: "/stages", text: stages.sentence),
            PolicySentence(place: "/tiers", text: self.tiers.sentence),
        ]
        func add<Part>(_ parts: [Part], at place: String, _ text: (Part) -> LocalizedText) {
            for (index, part) in parts.enumerated() {
                sentences.append(PolicySentence(place: "\(place)/\(index)", text: text(part)))
            }
        }
        add(self.tiers.rungs, at: "/tiers/rungs", \.sentence)
        add(guards, at: "/guards") { $0.sentence(calling: tiers, segments) }
        add(approvals, at: "/approvals", \.sentence)
        add(caps, at: "/caps", \.sentence)
        add(groups, at: "/groups", \.sentence)
        if let quietTimes { sentences.append(PolicySentence(place: "/quietTimes", text: quietTimes.sentence)) }
        if let complaints { sentences.append(PolicySentence(place: "/complaints", text: complaints.sentence)) }
        add(holdOuts, at: "/holdOuts", \.sentence)
        add(experiments, at: "/experiments", \.sentence)
        sentences.append(PolicySentence(place: "/worth", text: worth.sentence))
        sentences.append(PolicySentence(place: "/budget", text: budgetSentence))
        add(labels, at: "/labels", \.sentence)
        add(self.segments, at: "/segments") { $0.sentence(calling: tiers, segments) }
        add(rules, at: "/rules") { $0.sentence(calling: tiers, segments) }
        add(examples, at: "/examples", \.sentence)
        return sentences
    }

    /// What people call the policy, and which it is.
    private var title: LocalizedText {
        let (name, id) = (LocalizedText(quoting: name), LocalizedText(naming: id.text))
        return LocalizedText(
            english: "\(name.english) (\(id.english)), version \(version).",
            chinese: "\(name.chinese)（\(id.chinese)），第\(version)版。"
        )
    }

    private var budgetSentence: LocalizedText {
        LocalizedText(
            english: "All gifts of one plan cost at most \(budget) together.",
            chinese: "一次计划的全部礼品合计至多\(budget)。"
        )
    }
}

extension PolicyDocument {
    /// The tiers as sentences call them; none where two share a name.
    private var calledTiers: [Tier] {
        tiers.tiers.map(\.name).areDistinct ? tiers.tiers.map { Tier(id: $0.id, name: .init(quoting: $0.name)) } : []
    }

    /// The segments as sentences call them; none where two share a name.
    private var calledSegments: [Segment] {
        segments.map(\.name).areDistinct
            ? segments.map { Segment(id: $0.id, name: .init(quoting: $0.name), where: $0.condition) } : []
    }
}

extension [LocalizedText] {
    /// Whether no two of these texts read alike in any language.
    fileprivate var areDistinct: Bool {
        Language.allCases.allSatisfy { language in Set(map { [UInt8]($0[language].utf8) }).count == count }
    }
}
