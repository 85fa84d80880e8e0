public import GiftModel
import Segmentation

/// The reviewed rules of a host for who gets which gift, when and why.
///
/// A policy can only be had from a document without faults, so it never fails later: every decision is total.
///
/// ```swift
/// let policy = try Policy(validating: document)
/// let decision = policy.decision(for: facts, under: circumstances)
/// decision.candidates.first?.reasons
/// ```
public struct Policy: Hashable, Sendable {
    /// What the policy says.
    public let document: PolicyDocument
    /// The name, version and hash under which results refer to it.
    public let reference: PolicyReference
    /// The conditions of the segments, then of the rules, then of the guards.
    let conditions: SegmentSet
    /// The guards, ready for many customers.
    public let guards: GuardSet
    /// For each rule what it gives, and what when nothing of it fits.
    let selections: [[GiftSelection]]
    /// The places of the rules that call for more than a gift.
    let callers: [Int]
    /// Whether anything follows any gift.
    let hasFollowUps: Bool

    /// The policy that `document` describes.
    ///
    /// - Throws: ``InvalidPolicy``, with every fault of the document.
    /// - Complexity: O(*n*) in the size of the document.
    public init(validating document: PolicyDocument) throws(InvalidPolicy) {
        let faults = document.faults
        guard faults.isEmpty,
            let conditions = try? SegmentSet(validating: document.conditions, calling: document.tiers.tiers)
        else {
            throw InvalidPolicy(faults: faults)
        }
        self.document = document
        self.conditions = conditions
        self.selections = document.rules.map(\.selections)
        self.callers = document.rules.indices.filter { index in
            !document.rules[index].touches.isEmpty || !document.rules[index].tasks.isEmpty
        }
        self.hasFollowUps = document.rules.contains { !$0.followUps.isEmpty }
        self.guards = GuardSet(document.guards, asking: conditions)
        self.reference = PolicyReference(
            id: document.id,
            version: document.version,
            hash: ContentHash(of: document)
        )
    }
}
