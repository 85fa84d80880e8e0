import GiftModel
import Segmentation

extension CustomerEvent {
    /// When an event happened.
    enum KnownDay {
        case on(CalendarDate)
        /// It has not happened yet.
        case never(Reason)
        case unknown(Reason)
    }

    /// Returns the local day on which the event happened to `customer`.
    func day(in customer: CustomerCase) -> KnownDay {
        switch self {
        case .registration:
            return customer.facts.record?.registeredOn.map(KnownDay.on) ?? .unknown(.missing(.registration))
        case .firstPurchase:
            guard customer.profile.stage.stage != nil else { return .unknown(.missing(.purchases)) }
            return customer.profile.purchases.map { .on($0.firstPurchase) } ?? .never(Reason(StageReason.noPurchase))
        case .cooperation:
            for case .interaction(let interaction) in customer.facts.activities where interaction.kind == .contract {
                guard let day = customer.clock.zone.date(of: interaction.occurredAt) else { break }
                return .on(day)
            }
            return .unknown(.missing(.contract))
        }
    }
}
