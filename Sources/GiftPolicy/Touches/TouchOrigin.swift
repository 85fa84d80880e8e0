public import GiftModel

/// For what a touch or a task is called for, and by when.
///
/// It names what is called for, so that nothing goes out twice: not under a new version of the policy, and not by two
/// rules that speak about the same occasion.
public struct TouchOrigin: Hashable, Sendable {
    /// The rule that calls for it, or `nil` when no rule of the policy does.
    public let rule: RuleReference.ID?
    /// The occasion.
    public let occurrence: Occurrence
    /// When it is due.
    public let dueAt: Timestamp
    /// The first instant that is too late, or `nil` when none is.
    public let until: Timestamp?
    /// The step that follows a gift, or `nil` when it stands for itself.
    public let step: Step?

    /// A step after a gift.
    public struct Step: Hashable, Sendable {
        /// The gift.
        public let grant: GiftGrant.ID
        /// The name of the step within the rule.
        public let name: String

        /// The step called `name` after the gift of `grant`.
        public init(_ name: String, after grant: GiftGrant.ID) {
            self.grant = grant
            self.name = name
        }
    }

    /// What `rule` calls for on `occurrence`.
    public init(
        by rule: RuleReference.ID?,
        on occurrence: Occurrence,
        dueAt due: Timestamp,
        until deadline: Timestamp? = nil,
        step: Step? = nil
    ) {
        self.rule = rule
        self.occurrence = occurrence
        self.dueAt = due
        self.until = deadline
        self.step = step
    }
}

extension TouchOrigin {
    /// Returns the name of a touch of this kind, which is sent when `moment` comes and may come again as `window` says.
    func name(of kind: TouchKind, oncePer window: CapWindow?, at moment: Moment) -> Touch.ID {
        name("touch/\(kind.rawValue)", round: window?.round(of: moment))
    }

    /// Returns the name of the task to do `work`.
    func name(of work: Identifier<StaffTask.Work>) -> Touch.ID { name("task/\(work.text)", round: nil) }

    private func name(_ subject: String, round: String?) -> Touch.ID {
        step?.touch ?? Touch.ID(first32Of: Name(occurrence: occurrence, subject: subject, round: round))
    }

    private struct Name: Encodable {
        let occurrence: Occurrence
        let subject: String
        let round: String?
    }
}

extension TouchOrigin.Step {
    /// The name of what the step brings.
    var touch: Touch.ID { Touch.ID(first32Of: Name(grant: grant, step: name)) }

    private struct Name: Encodable {
        let grant: GiftGrant.ID
        let step: String
    }
}

extension Touch.ID {
    /// The first 32 hexadecimal digits of the hash of `name`.
    fileprivate init(first32Of name: some Encodable) {
        self.init(stringLiteral: String(ContentHash(of: name).description.prefix(32)))
    }
}

extension CapWindow {
    /// Tells the part of the calendar in which `moment` lies from all others; of a stretch that rolls, its day.
    fileprivate func round(of moment: Moment) -> String {
        switch self {
        case .calendar(let part): "\(part.rawValue)/\(position(of: moment))"
        case .rolling: moment.day.description
        case .lifetime: "lifetime"
        }
    }
}
