import GiftModel
import Segmentation

/// What guards leave of the gifts that a rule may give.
struct LawfulOptions {
    /// The gifts that guards let pass, or that somebody may approve, in the order in which they came.
    let options: [GiftOption]
    /// What guards say about the gift that came first, where they look at gifts.
    var first: GuardVerdict?
    /// Where they let pass none, the first moment at which waiting alone helps, if it does.
    var earliest: Moment?
}

extension GuardCase {
    /// Returns which of `options`, of which there is one at least, guards let pass.
    func lawful(_ options: [GiftOption]) -> LawfulOptions {
        guard guards.guards.contains(where: \.asksForGift) else { return LawfulOptions(options: options) }
        let verdicts = options.map { verdict(on: $0.gift, costing: $0.cost.expected) }
        let passing = zip(options, verdicts)
            .compactMap { option, verdict -> GiftOption? in
                guard !verdict.isAllowed else { return option }
                return verdict.approvalsThatLift.map { option.approved(by: $0) }
            }
        return LawfulOptions(options: passing, first: verdicts[0], earliest: verdicts.compactMap(\.earliest).min())
    }

    /// Returns what guards say about `gift` where they forbid it and no approval lifts that, or `nil`.
    func refusal(of gift: Gift) -> GuardVerdict? {
        let verdict = verdict(on: gift.id, costing: gift.cost.expected)
        return verdict.approvalsThatLift == nil ? verdict : nil
    }

    /// Takes in that `option` is given on `day`.
    mutating func add(_ option: GiftOption, on day: CalendarDate) {
        add(LimitEntry(DatedAmount(option.cost.expected, for: facts.profile.customer, on: day)))
    }
}
