public import GiftModel
public import Segmentation

/// One of the checks that a rule has to pass before it gives anything.
public struct RuleCheck: Hashable, Sendable {
    /// What is checked.
    public let subject: Subject
    /// What came of it.
    public let answer: Answer
    /// Why, most important first; empty where nothing is to be said, as of a cap where there is none.
    public let reasons: [Reason]
    /// Where it does not pass, the first moment at which waiting alone may change that, or `nil` when it does not.
    ///
    /// Until then the check does not pass unless something happens; it may not pass then either. Of a schedule it takes
    /// the occasion that has come round, and of gifts those that there are.
    public let earliest: Moment?
    /// Every comparison of a condition, in order, whatever the others say; of other checks there are none.
    public let comparisons: [SegmentComparison]
    /// Where it does not pass, the smallest changes of each sort of which one would do; none where none is known.
    public let turns: [RuleTurn]

    /// What is checked.
    ///
    /// Further checks may come, and stand then at their place among these, which stand in the order in which a decision
    /// makes them.
    @nonexhaustive
    public enum Subject: String, Hashable, Sendable, CaseIterable {
        /// Whether the customer's day is known, and what is known stands as of it.
        case day = "day"
        /// Whether the rule was paused or stopped.
        case ruleSwitch = "switch"
        /// Whether the occasion has come round.
        case trigger = "trigger"
        /// Whether the rule may speak at this time.
        case schedule = "schedule"
        /// Whether the rule is for this customer.
        case condition = "condition"
        /// Whether the occasion was honored before.
        case givenBefore = "givenBefore"
        /// Whether the occasion rests after an earlier gift.
        case rest = "rest"
        /// Whether guards forbid any gift.
        case guards = "guards"
        /// Whether anything can leave before the occasion is over.
        case quietTimes = "quietTimes"
        /// Whether caps are used up.
        case caps = "caps"
        /// Whether the rule is for the customer's arm of an experiment.
        case experiment = "experiment"
        /// Whether a gift in stock fits.
        case gifts = "gifts"
        /// Whether guards let one of the gifts pass.
        case giftGuards = "giftGuards"
        /// Whether caps let one of those pass.
        case giftCaps = "giftCaps"
        /// Whether the customer is kept without gifts for comparison.
        case holdOuts = "holdOuts"
        /// Whether another rule of the conflict group goes first.
        case group = "group"
    }

    /// What can come of a check.
    ///
    /// The four are all there are, so this enum is closed.
    public enum Answer: String, Hashable, Sendable, CaseIterable {
        /// It lets the rule pass.
        case passes = "passes"
        /// It does not.
        case fails = "fails"
        /// Too little is known to tell, so that it does not.
        case unknown = "unknown"
        /// It cannot be asked, because it rests on another check that does not pass or on a gift that the rule does not
        /// give.
        case notAsked = "notAsked"
    }

    init(
        _ subject: Subject,
        _ answer: Answer,
        _ reasons: [Reason] = [],
        earliest: Moment? = nil,
        comparing comparisons: [SegmentComparison] = [],
        turns: [RuleTurn] = []
    ) {
        self.subject = subject
        self.answer = answer
        self.reasons = reasons
        self.earliest = earliest
        self.comparisons = comparisons
        self.turns = (earliest.map { [.waiting(until: $0)] } ?? []) + turns
    }
}

extension RuleCheck {
    /// Whether it keeps the rule from giving anything.
    public var isObstacle: Bool { answer == .fails || answer == .unknown }

    /// Returns the check as a sentence for the staff, its reasons worded by `phrasebook`.
    ///
    /// - Complexity: O(*n*) in the lengths of the phrases and their facts.
    public func text(in language: Language, from phrasebook: Phrasebook = .policy) -> String {
        let reasons = reasons.map { $0.text(in: language, from: phrasebook) }
        let head =
            switch language {
            case .english: "\(subject.title.english): \(answer.title.english)"
            case .chinese: "\(subject.title.chinese)：\(answer.title.chinese)"
            }
        guard !reasons.isEmpty else { return head }
        return switch language {
        case .english: "\(head) (\(reasons.joined(separator: "; ")))"
        case .chinese: "\(head)（\(reasons.joined(separator: "；"))）"
        }
    }
}

extension RuleCheck.Subject {
    /// What is checked, in words.
    public var title: LocalizedText {
        switch self {
        case .day: LocalizedText(english: "customer's day", chinese: "客户当地日期")
        case .ruleSwitch: LocalizedText(english: "switch", chinese: "启停")
        case .trigger: LocalizedText(english: "trigger", chinese: "触发")
        case .schedule: LocalizedText(english: "schedule", chinese: "时间安排")
        case .condition: LocalizedText(english: "condition", chinese: "条件")
        case .givenBefore: LocalizedText(english: "given before", chinese: "是否送过")
        case .rest: LocalizedText(english: "rest after a gift", chinese: "送礼间隔")
        case .guards: LocalizedText(english: "guards", chinese: "红线")
        case .quietTimes: LocalizedText(english: "quiet times", chinese: "免打扰时段")
        case .caps: LocalizedText(english: "caps", chinese: "上限")
        case .experiment: LocalizedText(english: "experiment", chinese: "实验")
        case .gifts: LocalizedText(english: "gifts", chinese: "礼品")
        case .giftGuards: LocalizedText(english: "guards on gifts", chinese: "礼品红线")
        case .giftCaps: LocalizedText(english: "caps on gifts", chinese: "礼品上限")
        case .holdOuts: LocalizedText(english: "hold-outs", chinese: "对照留出")
        case .group: LocalizedText(english: "conflict group", chinese: "互斥组")
        }
    }

    /// How a decision calls a refusal by this check.
    public var refusal: Refusal.Kind {
        switch self {
        case .day, .trigger, .schedule, .condition, .givenBefore, .rest: .notDue
        case .ruleSwitch, .guards, .giftGuards: .blocked
        case .quietTimes, .caps, .giftCaps, .group: .suppressed
        case .gifts: .unfunded
        case .experiment, .holdOuts: .withheld
        }
    }
}

extension RuleCheck.Answer {
    /// What came of a check, in words.
    public var title: LocalizedText {
        switch self {
        case .passes: LocalizedText(english: "passed", chinese: "通过")
        case .fails: LocalizedText(english: "failed", chinese: "未通过")
        case .unknown: LocalizedText(english: "not known", chinese: "未知")
        case .notAsked: LocalizedText(english: "not asked", chinese: "未检查")
        }
    }
}
