import GiftModel
import Segmentation

/// What guards leave of the gifts that a rule may give.
struct LawfulOptions {
    /// The gifts that guards let pass, or that somebody may approve, in the order in which they came.
    let options: [GiftOption]
    /// What guards say about each gift, where they look at gifts.
    var verdicts: [GuardVerdict] = []
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
        return LawfulOptions(options: passing, verdicts: verdicts)
    }

    /// Returns the first later moment at which guards may let pass one that they do not, or `nil` when they never do
    /// without anything happening.
    func opening(of lawful: LawfulOptions) -> Moment? { lawful.verdicts.compactMap(opening).min() }

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
