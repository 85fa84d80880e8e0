import GiftModel
import Segmentation

extension Trigger {
    /// What this trigger asks about a customer while these `events` are on or foreseen.
    func askedFacts(among events: [OutsideEvent]) -> Set<AskedFact> {
        switch self {
        case .anniversary(let trigger): return [trigger.event.askedFact]
        case .birthday: return [.birthday]
        case .campaign(let trigger): return trigger.audience == nil ? [] : [.interactions]
        case .cart: return [.carts, .orders]
        case .event(let trigger):
            return Set(events.filter { $0.kind == trigger.kind }.compactMap(\.audience.askedFact))
        case .firstOrder: return [.orders]
        case .holiday(let trigger): return trigger.culture == nil ? [] : [.cultures]
        case .inactive(_, let countsRegistration): return countsRegistration ? [.orders, .registration] : [.orders]
        case .moment(let trigger): return [trigger.askedFact]
        case .periodic(let trigger):
            guard case .every(_, from: .event(let event)) = trigger.cycle else { return [] }
            return [event.askedFact]
        case .recovery: return [.complaints, .gifts]
        case .rhythm, .spend: return [.orders]
        case .signal: return [.interactions]
        case .tierReached: return [.orders, .tier]
        case .welcome: return [.interactions, .registration]
        }
    }
}

extension CustomerEvent {
    fileprivate var askedFact: AskedFact {
        switch self {
        case .registration: .registration
        case .firstPurchase: .orders
        case .cooperation: .interactions
        }
    }
}

extension OutsideEvent.Audience {
    fileprivate var askedFact: AskedFact? {
        switch self {
        case .everybody: nil
        case .country: .country
        case .label(let label, _): .label(label)
        }
    }
}

extension MomentTrigger {
    fileprivate var askedFact: AskedFact {
        switch self {
        case .interaction: .interactions
        case .order, .comeback: .orders
        case .stage: .stage
        case .churn: .churnSignals
        }
    }
}
