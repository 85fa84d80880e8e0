import GiftModel
import Segmentation

extension DecisionCase {
    /// The refusal of a rule that is for other customers, whatever its trigger says; `nil` of any other rule.
    ///
    /// Most rules are for others, and so are told from the rest before anything else is asked.
    func refusal(ofOthersRuleAt index: Int) -> Refusal? {
        let rule = policy.document.rules[index].id
        guard answers[policy.document.segments.count + index] != .holds, customer.silence(of: rule) == nil else {
            return nil
        }
        return Refusal(
            customer: customer.profile.customer,
            rule: rule,
            kind: .notDue,
            account: .later(self, rule: index, .refuses)
        )
    }
}

extension DecisionCase: RuleTeller {
    func account(ofRuleAt index: Int, as answer: Account.Answer) -> (reasons: [Reason], earliest: Moment?) {
        let question = RuleQuestion(index, of: self, tells: true)
        switch answer {
        case .speaks:
            guard case .due(let occasion) = question.standing else { return ([], nil) }
            return (occasion.account.reasons, nil)
        case .refuses:
            var menus = GiftMenus()
            guard case .refusal(let refusal) = question.verdict(choosingFrom: &menus) else { return ([], nil) }
            return (refusal.reasons, refusal.earliest)
        case .standsBack(let place):
            return (place.group.reasons(heldBy: place.holders, calling: policy.name), opening(of: place))
        }
    }

    /// The first later moment at which the holders of `place` may not all have it any more.
    ///
    /// On another day much may be otherwise, whatever they look at, and therefore no later day than the next is told.
    private func opening(of place: LostPlace) -> Moment? {
        let tomorrow = customer.today.adding(days: 1).map(customer.clock.start)
        let ends = policy.document.rules.indices.filter { place.holders.contains(policy.document.rules[$0].id) }
            .map { RuleQuestion($0, of: self, tells: false).turnEnds }
        return (ends + [tomorrow]).compactMap(\.self).min()
    }
}
