import GiftModel
import Segmentation

extension GiftSelection {
    /// What is asked about a customer where a gift of this selection is looked for in `catalog`.
    func askedFacts(on occasion: Occasion, from catalog: Catalog) -> Set<AskedFact> {
        // Which price is meant for a customer is a question only where there is more than one.
        let price: Set<AskedFact> = prices.contains { $0.lowest != $0.highest } ? [.score(.monetary)] : []
        return catalog.gifts.filter { includes($0) && $0.suits(occasion: occasion) }
            .reduce(into: price.union([.tier])) { $0.formUnion($1.restrictions.askedFacts) }
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
    /// What is asked about a customer where gifts are compared.
    var askedFacts: Set<AskedFact> {
        var facts: Set<AskedFact> = []
        if monetary != 0 { facts.insert(.score(.monetary)) }
        if frequency != 0 { facts.insert(.score(.frequency)) }
        if kind != 0 { facts.insert(.giftKind) }
        return facts
    }
}
