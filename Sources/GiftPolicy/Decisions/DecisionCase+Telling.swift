import GiftModel

extension DecisionCase: RuleTeller {
    func reasons(ofRuleAt index: Int, as answer: Account.Answer) -> [Reason] {
        let question = RuleQuestion(index, of: self, tells: true)
        switch answer {
        case .speaks:
            guard case .due(let occasion) = question.standing else { return [] }
            return occasion.account.reasons
        case .refuses:
            var menus = GiftMenus()
            guard case .refusal(let refusal) = question.verdict(choosingFrom: &menus) else { return [] }
            return refusal.reasons
        }
    }
}
