public import GiftModel
import Segmentation

extension Policy {
    /// Returns the facts about a customer that decide what the rule called `id` does under `circumstances`, ascending.
    ///
    /// Whatever is not listed may be anything, and the rule does the same. All is listed that may be asked, also what
    /// is not once an earlier check fails; of a rule in a conflict group, what the others of the group ask is too.
    ///
    /// ```swift
    /// policy.factsUsed(by: "birthday", under: circumstances)?.map(\.title.english)   // ["birthday", "tier", …]
    /// ```
    ///
    /// - Returns: The facts, none twice, or `nil` when there is no such rule.
    /// - Complexity: O(*n*) in the size of the policy, the gifts and the events.
    public func factsUsed(by id: Rule.ID, under circumstances: Circumstances) -> [AskedFact]? {
        guard let rule = document.rules.first(where: { $0.id == id }) else { return nil }
        let rivals = document.groups.filter { $0.rules.contains(id) }.flatMap(\.rules)
        return document.rules.filter { $0.id == id || rivals.contains($0.id) }
            .reduce(into: facts(askedBy: rule, under: circumstances)) { facts, rival in
                facts.formUnion(self.facts(askedBy: rival, under: circumstances))
            }
            .sorted()
    }

    /// Returns the facts about a customer that decide anything under `circumstances`, ascending.
    ///
    /// - Complexity: O(*n*) in the size of the policy, and for each rule in the gifts and the events.
    public func factsUsed(under circumstances: Circumstances) -> [AskedFact] {
        document.rules
            .reduce(into: Set<AskedFact>([.zone])) { facts, rule in
                facts.formUnion(self.facts(askedBy: rule, under: circumstances))
            }
            .union(document.complaints == nil ? [] : [.complaints])
            .sorted()
    }

    /// What `rule` asks by itself.
    private func facts(askedBy rule: Rule, under circumstances: Circumstances) -> Set<AskedFact> {
        var facts: Set<AskedFact> = [.zone, .quietHours, .gifts]
        facts.formUnion(rule.trigger.askedFacts(among: circumstances.events))
        facts.formUnion(rule.condition.askedFacts(among: document.segments))
        if rule.arm != nil { facts.insert(.exposures) }
        for source in document.guards { facts.formUnion(source.askedFacts(before: rule, among: document.segments)) }
        for cap in document.caps { facts.formUnion(cap.askedFacts(before: rule)) }
        for selection in rule.selections {
            facts.formUnion(selection.askedFacts(on: rule.occasion, from: circumstances.catalog))
        }
        if rule.selection != nil { facts.formUnion(document.worth.askedFacts) }
        return facts
    }
}

extension Decision {
    /// The facts about the customer on which this decision rests, ascending; what a person may ask to see.
    ///
    /// It is what ``Policy/factsUsed(under:)`` lists; where the customer's day is not known, nothing but the zone was
    /// asked.
    ///
    /// - Complexity: O(*n*) in the size of the policy, and for each rule in the gifts and the events.
    public var factsUsed: [AskedFact] {
        asked.map { $0.policy.factsUsed(under: $0.customer.circumstances) } ?? [.zone]
    }

    /// Returns the facts about the customer on which the word of the rule called `id` rests, ascending, or `nil` when
    /// there is no such rule in it.
    ///
    /// - Complexity: O(*n*) in the size of the policy, the gifts and the events.
    public func factsUsed(by id: Rule.ID) -> [AskedFact]? {
        guard let asked else { return refusals.contains { $0.rule == id } ? [.zone] : nil }
        return asked.policy.factsUsed(by: id, under: asked.customer.circumstances)
    }
}
