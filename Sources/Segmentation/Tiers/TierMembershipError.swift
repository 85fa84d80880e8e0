public import GiftModel

/// A reason why a membership refuses a command, in the order in which the reasons are checked.
@nonexhaustive
public enum TierMembershipError: Error, Hashable, Sendable {
    /// Another command was sent under this key before.
    case keyConflict(RequestKey)
    /// The ladder has no such tier; a customer who stands on one is set on another by hand.
    case unknownTier(Tier.ID)
    /// The purchases are in another currency than the ladder.
    case currencyMismatch(Currency, expected: Currency)
    /// Something that holds from a later day, or was known on one, is recorded already.
    case dayWentBack(CalendarDate, last: CalendarDate)
    /// The tier would stand through a day before it is set.
    case endsBeforeItBegins(CalendarDate, through: CalendarDate)
    /// Every day is judged by itself, so that a tier set by hand needs a last day.
    case noLastDay
}

extension TierMembershipError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .keyConflict(let key): "the key `\(key)` was used for another command"
        case .unknownTier(let tier): "the ladder has no tier `\(tier)`"
        case .currencyMismatch(let found, let expected): "purchases in `\(found)` on a ladder in `\(expected)`"
        case .dayWentBack(let day, let last): "`\(day)` comes before `\(last)`, of which something is recorded"
        case .endsBeforeItBegins(let day, let through): "a tier set on `\(day)` cannot end on `\(through)`"
        case .noLastDay: "where every day is judged by itself, a tier set by hand needs a last day"
        }
    }
}
