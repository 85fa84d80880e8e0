public import GiftModel

/// What one cap, or one of the customer's own wishes, says about one more gift or touch.
public struct CapFinding: Hashable, Sendable {
    /// Who asks for restraint.
    public let source: Source
    /// What it says.
    public let answer: Answer
    /// How many there are in the fullest window that would hold one more.
    public let used: Int64
    /// When it was asked.
    public let now: Moment
    /// Where it is used up, the first moment at which it has room if nothing else happens; `nil` when it never has.
    public let earliest: Moment?
    /// The rules of the same run that took from it, in ascending order.
    public let holders: [RuleReference.ID]
    /// When the customer showed the displeasure for which the cap is tighter now, or `nil` when it is as usual.
    public let displeasedOn: CalendarDate?

    /// Who can ask for restraint.
    ///
    /// The two are all there are, so this enum is closed.
    public enum Source: Hashable, Sendable {
        /// A cap of the policy.
        case cap(Cap)
        /// A wish of the customer.
        case optDown(OptDown)
    }

    /// What a cap can say.
    ///
    /// The three answers are all there are, so this enum is closed.
    public enum Answer: Hashable, Sendable {
        /// There is room for one more.
        case room
        /// It is used up, and the rule is exempt.
        case exempt
        /// It is used up.
        case usedUp
    }
}

extension CapFinding {
    /// The most there may be.
    public var limit: Int64 {
        switch source {
        case .cap(let cap): cap.atMost
        case .optDown(let optDown): optDown.atMost
        }
    }

    /// What it says, first, and what makes it say so; rules are called as `name` has it.
    public func reasons(calling name: (RuleReference.ID) -> LocalizedText) -> [Reason] {
        var facts = [Fact("used", .number(used)), Fact("limit", .number(limit))]
        switch source {
        case .cap(let cap):
            facts += [
                Fact("counted", .name(cap.scope.title)), Fact("window", .name(cap.window.title)),
                Fact("cap", .code(cap.id.text)),
            ]
        case .optDown(let optDown):
            facts += [Fact("channel", .name(optDown.channel.title)), Fact("window", .days(optDown.days))]
        }
        if let earliest {
            facts += [
                Fact("earliest", .date(earliest.day)), Fact("wait", .days(Int64(now.day.days(until: earliest.day)))),
            ]
        }
        let held = holders.map { Reason(CapReason.capHeld, Fact("rule", .name(name($0)))) }
        let tightened = displeasedOn.map { Reason(CapReason.capTightened, Fact("date", .date($0))) }
        return [Reason(code, facts: facts)] + (answer == .usedUp ? held : []) + (tightened.map { [$0] } ?? [])
    }

    private var code: CapReason {
        switch (source, answer) {
        case (.cap, .room): .capHasRoom
        case (.cap, .exempt): .capExempt
        case (.cap, .usedUp): earliest == nil ? .capUsedUpForGood : .capUsedUp
        case (.optDown, .room), (.optDown, .exempt): .optDownHasRoom
        case (.optDown, .usedUp): earliest == nil ? .optedOut : .optDownUsedUp
        }
    }
}
