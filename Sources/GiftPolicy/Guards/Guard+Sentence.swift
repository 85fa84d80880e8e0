public import GiftModel
public import Segmentation

extension Guard {
    /// The guard in one sentence; two different guards never read alike.
    ///
    /// - Complexity: O(*n* log *n*) in the length of its lists and conditions.
    public var sentence: LocalizedText { sentence(calling: [], []) }

    /// The guard in one sentence that calls tiers and segments by their names.
    ///
    /// - Parameters:
    ///   - tiers: The tiers by whose names it calls them; it calls others by their identifiers.
    ///   - segments: The segments by whose names it calls them.
    /// - Complexity: O(*n* log *n*) in the length of its lists and conditions, times the tiers and segments.
    public func sentence(calling tiers: [Tier], _ segments: [Segment]) -> LocalizedText {
        let (name, audience, words) = (LocalizedText(quoting: id.text), audience.title, words(calling: tiers, segments))
        return LocalizedText(
            english: "\(name.english): \(audience.english)\(words.english).",
            chinese: "\(name.chinese)：\(audience.chinese)\(words.chinese)。"
        )
    }

    private func words(calling tiers: [Tier], _ segments: [Segment]) -> LocalizedText {
        switch kind {
        case .consent(let purposes):
            let list = LocalizedText(listing: purposes.sorted().map { LocalizedText(quoting: $0.title, $0.name.text) })
            return LocalizedText(
                english: "nothing without consent to \(list.english)",
                chinese: "未经同意\(list.chinese)不送"
            )
        case .exclusion(let condition, let exceptions):
            let phrase = condition.phrase(calling: tiers, segments)
            let except = exceptions.title
            return LocalizedText(
                english: "nothing \(except.english)to whom this holds for: \(phrase.english)",
                chinese: "\(except.chinese)符合以下条件者不送：\(phrase.chinese)"
            )
        case .openComplaint(let exceptions):
            let except = exceptions.title
            return LocalizedText(
                english: "nothing \(except.english)while a complaint is open",
                chinese: "\(except.chinese)投诉未结案时不送"
            )
        case .limit(let limit): return limit.title
        case .minimumAge(let limit):
            let list = LocalizedText(listing: limit.gifts.sorted().map { LocalizedText(quoting: $0.text) })
            return LocalizedText(
                english: "\(limit.gifts.isEmpty ? "nothing" : "no \(list.english)") under the age of \(limit.years)",
                chinese: "未满\(limit.years)岁不送\(list.chinese)"
            )
        case .guardian(let rule):
            let purpose = LocalizedText(quoting: rule.purpose.title, rule.purpose.name.text)
            return LocalizedText(
                english: "nothing under the age of \(rule.under) without \(purpose.english)",
                chinese: "未满\(rule.under)岁须有\(purpose.chinese)方可送"
            )
        case .personalization(.withConsent):
            return LocalizedText(
                english: "only default gifts without consent to personalization",
                chinese: "未同意个性化者仅送默认礼品"
            )
        case .personalization(.unlessObjected):
            return LocalizedText(
                english: "only default gifts after an objection to personalization",
                chinese: "拒绝个性化者仅送默认礼品"
            )
        }
    }
}
