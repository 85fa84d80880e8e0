import GiftModel
import Segmentation

extension Guard {
    /// What this guard asks about a customer before `rule` gives anything, where it may refer to these `segments`.
    func askedFacts(before rule: Rule, among segments: [Segment]) -> Set<AskedFact> {
        var facts: Set<AskedFact> = []
        if !audience.recipients.isEmpty { facts.insert(.recipientKind) }
        if !audience.jurisdictions.isEmpty { facts.insert(.jurisdiction) }
        switch kind {
        case .consent, .personalization: facts.insert(.consents)
        case .exclusion(let condition, let exceptions):
            if !exceptions.covers(rule.occasion, by: rule.id) {
                facts.formUnion(condition.askedFacts(among: segments))
            }
        case .openComplaint(let exceptions):
            if !exceptions.covers(rule.occasion, by: rule.id) { facts.insert(.complaints) }
        case .limit(let limit): if limit.total != nil { facts.insert(.gifts) }
        case .minimumAge: facts.insert(.birthday)
        case .guardian: facts.formUnion([.birthday, .consents])
        }
        return facts
    }
}

extension Cap {
    /// What this cap asks about a customer before `rule` gives a gift.
    func askedFacts(before rule: Rule) -> Set<AskedFact> {
        let covers =
            scope.subject != .touches && scope.channels.isEmpty
            && (scope.rules.isEmpty || scope.rules.contains(rule.id))
            && (scope.occasions.isEmpty || scope.occasions.contains(rule.occasion))
        guard covers else { return [] }
        var facts: Set<AskedFact> = [.gifts]
        // A cap on some gifts counts nothing but gifts.
        if scope.subject == .everything, !scope.asksForGift { facts.insert(.touches) }
        if afterDispleasure != nil { facts.insert(.feedback) }
        return facts
    }
}
