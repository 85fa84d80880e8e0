/// A reason why a grant refuses a command, in the order in which the reasons are checked.
@nonexhaustive
public enum GrantError: Error, Hashable, Sendable {
    /// Another command was sent under this key before.
    case keyConflict(RequestKey)
    /// Nothing was planned under this name yet.
    case notPlanned(GrantTerms.ID)
    /// The terms name another grant.
    case otherGrant(GrantTerms.ID, expected: GrantTerms.ID)
    /// The grant was planned before, on other terms.
    case alreadyPlanned(GrantTerms.ID)
    /// Nothing of this name is in the gift.
    case unknownPart(Gift.ID)
    /// Parts go this step together or not at all.
    case notAlone(Gift.ID, to: GrantState)
    /// Something has to happen before the gift can be claimed.
    case locked(Identifier<OfferTerms.Lock>)
    /// The gift could not be claimed or exchanged any more.
    case offerOver(claimBy: Timestamp)
    /// The gift is offered on terms, and nobody claimed it.
    case unclaimed
    /// The gift cannot have reached the one state from the other: somebody must look.
    case contradiction(from: GrantState, to: GrantState)
    /// The gift is not waiting for the customer's answer any more, or not yet.
    case notWaiting(GrantState)
    /// The offer has no such alternative.
    case notOffered(Gift.ID)
    /// The offer has no reminder of this instant.
    case unknownReminder(Timestamp)
    /// Nothing has to happen before the gift can be claimed.
    case noLock
    /// What has not left has cost nothing.
    case notDispatched
    /// The cost is in another currency than what was planned.
    case currencyMismatch(Currency, expected: Currency)
    /// With this cost the whole would cost more than 64 bits hold.
    case costTooLarge
}

extension GrantError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .keyConflict(let key): "the key `\(key)` was used for another command"
        case .notPlanned(let grant): "nothing was planned as grant `\(grant)`"
        case .otherGrant(let found, let expected): "the terms of grant `\(found)` for grant `\(expected)`"
        case .alreadyPlanned(let grant): "grant `\(grant)` was planned on other terms"
        case .unknownPart(let part): "no part of the gift is called `\(part)`"
        case .notAlone(let part, let state): "the part `\(part)` cannot be `\(state.rawValue)` by itself"
        case .locked(let lock): "`\(lock)` has to happen before the gift is claimed"
        case .offerOver(let end): "the offer was over at `\(end.milliseconds)` ms"
        case .notWaiting(let state): "a gift that was `\(state.rawValue)` waits for no answer"
        case .unclaimed: "a gift that was offered is claimed before it is reserved"
        case .notOffered(let gift): "the offer has no alternative `\(gift)`"
        case .unknownReminder(let instant): "the offer has no reminder at `\(instant.milliseconds)` ms"
        case .noLock: "nothing has to happen before the gift is claimed"
        case .notDispatched: "what has not left has cost nothing"
        case .costTooLarge: "the gift would cost more than 64 bits hold"
        case .currencyMismatch(let found, let expected): "a cost in `\(found)` for a gift planned in `\(expected)`"
        case .contradiction(let from, let to): "a gift that was `\(from.rawValue)` cannot be `\(to.rawValue)`"
        }
    }
}
