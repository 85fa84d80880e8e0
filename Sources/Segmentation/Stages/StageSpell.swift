public import GiftModel

/// A time that a customer spent in one stage.
public struct StageSpell: Hashable, Sendable {
    /// The stage, or `nil` while too little was known to tell.
    public let stage: Stage?
    /// The first day in it, or `nil` when it has been so since ever.
    public let since: CalendarDate?
    /// The position of the rule that held on that day, or `nil` when none did.
    public let rule: Int?
}
