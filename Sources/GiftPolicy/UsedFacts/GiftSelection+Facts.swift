import GiftModel
import Segmentation

extension GiftSelection {
    /// What is asked about a customer where a gift of this selection is looked for in `catalog`.
    func askedFacts(on occasion: Occasion, from catalog: Catalog) -> Set<AskedFact> {
        catalog.gifts.filter { includes($0) && $0.suits(occasion: occasion) }
            .reduce(into: [.tier]) { $0.formUnion($1.restrictions.askedFacts) }
    }
}

extension GiftRestrictions {
    fileprivate var askedFacts: Set<AskedFact> {
        var facts: Set<AskedFact> = []
        if minimumAge != nil { facts.insert(.birthday) }
        if onlyCountries != nil || !exceptCountries.isEmpty { facts.insert(.country) }
        if !exceptRecipients.isEmpty { facts.insert(.recipientKind) }
        if onlyJobRoles != nil { facts.insert(.jobRole) }
        if !exceptCultures.isEmpty { facts.insert(.cultures) }
        return facts
    }
}

extension WorthRules {
    /// What is asked about a customer where gifts are compared, and where the price that is meant is worked out.
    var askedFacts: Set<AskedFact> {
        var facts: Set<AskedFact> = [.score(.monetary)]
        if frequency != 0 { facts.insert(.score(.frequency)) }
        if kind != 0 { facts.insert(.giftKind) }
        return facts
    }
}
