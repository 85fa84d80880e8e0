import GiftModel
import Segmentation

/// One selection of gifts, asked on behalf of one customer.
struct GiftMatch {
    let selection: GiftSelection
    let occasion: Occasion
    let customer: CustomerCase

    /// What keeps a gift from being given, and until when.
    struct Obstacles {
        var reasons: [Reason] = []
        var earliest: Moment?
    }
}

extension GiftMatch {
    /// The customer's tier, or `nil` when the customer may stand higher, because not all is known.
    private var tier: Tier? { customer.profile.tier.flatMap { $0.isDetermined ? $0.tier : nil } }

    /// What one gift may cost for this customer, or `nil` when none is given.
    var price: GiftPrice? { tier.flatMap { selection.price(for: $0.id) } }

    /// Returns whether a gift matches the rule and the customer's tier, in stock or not, whoever the customer is.
    func admits(_ gift: Gift) -> Bool {
        guard let tier, let price = selection.price(for: tier.id) else { return false }
        return selection.includes(gift) && gift.suits(occasion: occasion) && gift.suits(tier: tier.id)
            && price.excess(of: gift.cost.expected).minorUnits == 0
    }

    /// Returns what keeps a gift that is admitted from this customer, but for its stock.
    func barriers(to gift: Gift) -> Obstacles {
        var obstacles = Obstacles()
        obstacles.reasons = customer.facts.suitability(of: gift, leapDay: customer.defaults.leapDay).reasons
        if let days = selection.repeatDays, let given = lately(gift) {
            obstacles.reasons.append(
                Reason(
                    GiftMatchReason.giftGivenLately,
                    Fact("date", .date(given.last)),
                    Fact("limit", .days(days)),
                    Fact("wait", .days(Int64(customer.today.days(until: given.free))))
                )
            )
            obstacles.earliest = customer.clock.start(of: given.free)
        }
        return obstacles
    }

    /// When the customer was last given `gift`, and from when on it may be given again, where that is ahead.
    private func lately(_ gift: Gift) -> (last: CalendarDate, free: CalendarDate)? {
        guard let days = selection.repeatDays,
            let last = customer.facts.grants.filter({ $0.stands && $0.choice?.gift == gift.id })
                .compactMap({ $0.terms?.plannedFor }).max(),
            let free = last.adding(days: Int(days)), customer.today < free
        else { return nil }
        return (last, free)
    }

    /// Returns when waiting alone removes all that keeps `gift`, which is admitted, from this customer, or `nil` when
    /// it does not.
    func reopening(of gift: Gift) -> Moment? {
        let suitability = customer.facts.suitability(of: gift, leapDay: customer.defaults.leapDay)
        var day = lately(gift)?.free ?? customer.today
        if suitability != .suitable {
            guard suitability.reasons.map(\.code) == [RestrictionReason.underAge.rawValue],
                let minimum = gift.restrictions.minimumAge,
                let grown = customer.facts.record?.day(ofAge: minimum, leapDay: customer.defaults.leapDay)
            else { return nil }
            day = max(day, grown)
        }
        return customer.clock.start(of: day)
    }

    /// Returns everything that keeps a gift from this customer, in stock or not.
    func obstacles(to gift: Gift) -> Obstacles {
        let barriers = barriers(to: gift)
        return Obstacles(reasons: mismatches(of: gift) + barriers.reasons, earliest: barriers.earliest)
    }

    private func mismatches(of gift: Gift) -> [Reason] {
        var reasons: [Reason] = []
        if !selection.kinds.isEmpty, !selection.kinds.contains(gift.kind) {
            let kinds = LocalizedText(listing: GiftKind.allCases.filter(selection.kinds.contains).map(\.title))
            let kind = Fact("kind", .name(gift.kind.title))
            reasons.append(Reason(GiftMatchReason.giftOfOtherKind, kind, Fact("kinds", .name(kinds))))
        }
        if !selection.gifts.isEmpty, !selection.gifts.contains(gift.id) {
            reasons.append(Reason(GiftMatchReason.giftNotNamed))
        }
        if !selection.characters.isEmpty, selection.characters.isDisjoint(with: gift.appeal.characters) {
            let titles = GiftCharacter.allCases.filter(selection.characters.contains).map(\.title)
            let characters = Fact("characters", .name(LocalizedText(listing: titles)))
            reasons.append(Reason(GiftMatchReason.giftOfOtherCharacter, characters))
        }
        if let horizon = selection.horizon, horizon != gift.appeal.horizon {
            reasons.append(Reason(GiftMatchReason.giftOfOtherHorizon, Fact("horizon", .name(horizon.title))))
        }
        if !gift.suits(occasion: occasion) {
            reasons.append(Reason(GiftMatchReason.giftForOtherOccasion, Fact("occasion", .name(occasion.title))))
        }
        guard let tier else { return reasons + [Reason(GiftMatchReason.giftTierNotKnown)] }
        if !gift.suits(tier: tier.id) {
            reasons.append(Reason(GiftMatchReason.giftForOtherTier, Fact("tier", .name(tier.name))))
        }
        guard let price = selection.price(for: tier.id) else {
            return reasons + [Reason(GiftMatchReason.noGiftForTier, Fact("tier", .name(tier.name)))]
        }
        return reasons + price.reasons(against: gift.cost.expected)
    }
}

extension GiftSelection {
    /// Returns whether `gift` is of what is selected, whatever it costs.
    func includes(_ gift: Gift) -> Bool {
        (kinds.isEmpty || kinds.contains(gift.kind)) && (gifts.isEmpty || gifts.contains(gift.id))
            && (characters.isEmpty || !characters.isDisjoint(with: gift.appeal.characters))
            && (horizon == nil || horizon == gift.appeal.horizon)
    }
}

extension GiftPrice {
    fileprivate func reasons(against cost: Money) -> [Reason] {
        let excess = excess(of: cost)
        guard excess.minorUnits != 0 else { return [] }
        guard excess.minorUnits < 0 else {
            return [
                Reason(
                    GiftMatchReason.giftTooDear,
                    Fact("cost", .money(cost)),
                    Fact("excess", .money(excess)),
                    Fact("highest", .money(highest))
                )
            ]
        }
        return [
            Reason(
                GiftMatchReason.giftTooCheap,
                Fact("cost", .money(cost)),
                Fact("shortfall", .money(Money(minorUnits: -excess.minorUnits, in: excess.currency))),
                Fact("lowest", .money(lowest))
            )
        ]
    }
}
