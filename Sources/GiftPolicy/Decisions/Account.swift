import GiftModel

/// Why something was decided, and until when: told at once, or worked out when somebody reads it.
enum Account: Sendable {
    case told([Reason], earliest: Moment? = nil)
    case later(any RuleTeller, rule: Int, Answer)

    /// What a rule says.
    enum Answer {
        /// It speaks.
        case speaks
        /// It gives nothing.
        case refuses
        /// It would give something, and others of its group go first.
        case standsBack(LostPlace)
    }

    var reasons: [Reason] { told.reasons }

    /// The first moment at which waiting alone may change what was decided.
    var earliest: Moment? { told.earliest }

    private var told: (reasons: [Reason], earliest: Moment?) {
        switch self {
        case .told(let reasons, let earliest): (reasons, earliest)
        case .later(let teller, let rule, let answer): teller.account(ofRuleAt: rule, as: answer)
        }
    }
}

/// What can say why a rule answers as it does.
protocol RuleTeller: AnyObject, Sendable {
    func account(ofRuleAt index: Int, as answer: Account.Answer) -> (reasons: [Reason], earliest: Moment?)
}

/// Accounts are equal that tell the same.
extension Account: Hashable {
    static func == (left: Self, right: Self) -> Bool { left.told == right.told }

    func hash(into hasher: inout Hasher) { hasher.combine(reasons) }
}
