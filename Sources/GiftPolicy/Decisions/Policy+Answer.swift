public import GiftModel
public import Segmentation

extension Policy {
    /// Returns whether the rule called `id` is for the customer of these `facts`, with every comparison of its
    /// condition and the smallest change that would turn the answer, or `nil` when there is no such rule.
    ///
    /// It is the condition alone that is asked, and not whether the rule has come round. Paths in the answer are those
    /// of the policy's conditions; ``PolicyDocument/place(ofConditionsAt:)`` tells where they stand in the document.
    ///
    /// ```swift
    /// policy.answer(ofRule: "reactivation", for: facts.attributes)?.turns.turns.first?.changes.first?.text
    /// ```
    ///
    /// - Complexity: O(*r* + *n*) in the rules and in the comparisons of the condition.
    public func answer(ofRule id: Rule.ID, for facts: SegmentFacts) -> SegmentAnswer? {
        guard let index = document.rules.firstIndex(where: { $0.id == id }) else { return nil }
        return conditions.answer(for: facts, in: conditions.document.segments[document.segments.count + index].id)
    }
}
