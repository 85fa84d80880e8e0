public import GiftModel

/// The stage of a customer, as far as the known purchases can say, and the rule that said so.
public struct StageAssessment: Hashable, Sendable {
    /// The stage, or `nil` when too little is known to tell.
    public let stage: Stage?
    /// Which rule decided, with its facts.
    public let reason: Reason
}
