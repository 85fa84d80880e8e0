import GiftModel

/// A customer who was brought by another.
struct SyntheticReferral {
    /// The number of the customer who brought the other.
    let friend: Int
    /// What the shop noted of the customer who brought the other.
    let ofFriend: [Activity]
    /// What the shop noted of the customer who was brought.
    let ofBrought: [Activity]

    /// How `brought` came, if anybody among `customers` brought them.
    ///
    /// The shop notes that both have earned something when the first order is of 100 yuan or more and stands for 15
    /// days, and they do not live in one household.
    init?(of brought: SyntheticCustomer, among customers: [SyntheticCustomer]) {
        guard let referrer = brought.referrer, customers.indices.contains(referrer.number - 1) else { return nil }
        let friend = customers[referrer.number - 1]
        guard friend.registeredAt < brought.registeredAt else { return nil }
        func note(_ kind: InteractionKind, of customer: SyntheticCustomer, at instant: Timestamp) -> [Activity] {
            let interaction = Interaction(
                kind,
                id: Interaction.ID(stringLiteral: "\(kind.name.text)-\(brought.number)-\(customer.number)"),
                customer: customer.record.id,
                occurredAt: instant,
                referred: kind == .referral ? brought.record.id : nil
            )
            return interaction.map { [.interaction($0)] } ?? []
        }
        let earnedAt = referrer.isOfHousehold ? nil : Self.earnedAt(by: brought)
        self.friend = referrer.number
        self.ofFriend =
            note(.referral, of: friend, at: brought.registeredAt)
            + (earnedAt.map { note("referralEarned", of: friend, at: $0) } ?? [])
        self.ofBrought = earnedAt.map { note("referralEarned", of: brought, at: $0) } ?? []
    }

    /// When the first order of `customer` has stood for 15 days, or `nil` when it is too small or did not.
    private static func earnedAt(by customer: SyntheticCustomer) -> Timestamp? {
        var orders: [Order] = []
        var returned: [Order.ID: Timestamp] = [:]
        for activity in customer.activities {
            switch activity {
            case .order(let order): orders.append(order)
            case .return(let goods): if let order = goods.order { returned[order] = goods.receivedAt }
            default: break
            }
        }
        guard let first = orders.min(by: { $0.placedAt < $1.placedAt }), first.total.minorUnits >= 100_00 else {
            return nil
        }
        let end = Timestamp(milliseconds: first.placedAt.milliseconds + 15 * 86_400_000)
        guard returned[first.id].map({ $0 >= end }) ?? true, end < customer.place.end else { return nil }
        return end
    }
}
