import GiftModel

/// Why something was decided: told at once, or worked out when somebody reads it.
enum Account: Sendable {
    case told([Reason])
    case later(any RuleTeller, rule: Int, Answer)

    /// What a rule says.
    enum Answer {
        /// It speaks.
        case speaks
        /// It gives nothing.
        case refuses
    }

    var reasons: [Reason] {
        switch self {
        case .told(let reasons): reasons
        case .later(let teller, let rule, let answer): teller.reasons(ofRuleAt: rule, as: answer)
        }
    }
}

/// What can say why a rule answers as it does.
protocol RuleTeller: AnyObject, Sendable {
    func reasons(ofRuleAt index: Int, as answer: Account.Answer) -> [Reason]
}

/// Accounts are equal that tell the same.
extension Account: Hashable {
    static func == (left: Self, right: Self) -> Bool { left.reasons == right.reasons }

    func hash(into hasher: inout Hasher) { hasher.combine(reasons) }
}
