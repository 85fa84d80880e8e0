import GiftModel

extension Decision: Encodable {
    private enum CodingKeys: String, CodingKey {
        case version = "v"
        case policy = "policy"
        case customer = "customer"
        case now = "now"
        case candidates = "candidates"
        case refusals = "refusals"
        case touches = "touches"
        case tasks = "tasks"
        case touchRefusals = "touchRefusals"
        case followUps = "followUps"
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(Int64(1), forKey: .version)
        try container.encode(policy, forKey: .policy)
        try container.encode(customer, forKey: .customer)
        try container.encode(now, forKey: .now)
        try container.encode(candidates.map(WrittenCandidate.init), forKey: .candidates)
        try container.encode(refusals.map(WrittenRefusal.init), forKey: .refusals)
        func encodeIfAny(_ list: [some Encodable], _ key: CodingKeys) throws {
            if !list.isEmpty { try container.encode(list, forKey: key) }
        }
        try encodeIfAny(touches.map { WrittenTouch($0, because: reasons(for: $0)) }, .touches)
        try encodeIfAny(tasks.map { WrittenTask($0, because: reasons(for: $0)) }, .tasks)
        try encodeIfAny(touchRefusals.map { WrittenTouchRefusal($0, because: reasons(for: $0)) }, .touchRefusals)
        try encodeIfAny(followUps.map(WrittenFollowUp.init), .followUps)
    }
}

/// A candidate as it is stored, with its gifts, best first.
private struct WrittenCandidate: Encodable {
    let rule: Rule.ID
    let occurrence: Occurrence
    let dispatch: Moment
    let attempt: Int64
    let target: Money
    let choices: Int64
    let options: [Option]
    let reasons: [Reason]

    struct Option: Encodable {
        let choice: GiftChoice
        let worth: Int64
        let approvals: [ApprovalRule.ID]

        enum CodingKeys: String, CodingKey {
            case choice = "choice"
            case worth = "worth"
            case approvals = "approvals"
        }
    }

    enum CodingKeys: String, CodingKey {
        case rule = "rule"
        case occurrence = "occurrence"
        case dispatch = "dispatch"
        case attempt = "attempt"
        case target = "target"
        case choices = "choices"
        case options = "options"
        case reasons = "reasons"
    }

    init(_ candidate: Candidate) {
        self.rule = candidate.rule
        self.occurrence = candidate.occurrence
        self.dispatch = candidate.dispatch
        self.attempt = candidate.attempt
        self.target = candidate.target
        self.choices = candidate.choices
        self.options = candidate.options.map {
            Option(choice: $0.choice, worth: $0.worth.total, approvals: $0.approvals)
        }
        self.reasons = candidate.reasons
    }
}

/// A refusal as it is stored.
private struct WrittenRefusal: Encodable {
    let rule: Rule.ID
    let kind: Refusal.Kind
    let earliest: Moment?
    let reasons: [Reason]

    enum CodingKeys: String, CodingKey {
        case rule = "rule"
        case kind = "kind"
        case earliest = "earliest"
        case reasons = "reasons"
    }

    init(_ refusal: Refusal) {
        self.rule = refusal.rule
        self.kind = refusal.kind
        self.earliest = refusal.earliest
        self.reasons = refusal.reasons
    }
}

/// What called for a touch or a task, as it is stored.
private struct WrittenOrigin: Encodable {
    let rule: RuleReference.ID?
    let occurrence: Occurrence
    let until: Timestamp?
    let grant: GiftGrant.ID?
    let step: String?

    enum CodingKeys: String, CodingKey {
        case rule = "rule"
        case occurrence = "occurrence"
        case until = "until"
        case grant = "grant"
        case step = "step"
    }

    init(_ origin: TouchOrigin) {
        self.rule = origin.rule
        self.occurrence = origin.occurrence
        self.until = origin.until
        self.grant = origin.step?.grant
        self.step = origin.step?.name
    }
}

/// A touch as it is stored.
private struct WrittenTouch: Encodable {
    let id: Touch.ID
    let kind: TouchKind
    let channel: ContactChannel
    let dispatch: Moment
    let origin: WrittenOrigin
    let reasons: [Reason]?

    enum CodingKeys: String, CodingKey {
        case id = "id"
        case kind = "kind"
        case channel = "channel"
        case dispatch = "dispatch"
        case origin = "origin"
        case reasons = "reasons"
    }

    init(_ touch: PlannedTouch, because reasons: [Reason]? = nil) {
        self.id = touch.id
        self.kind = touch.plan.kind
        self.channel = touch.channel
        self.dispatch = touch.dispatch
        self.origin = WrittenOrigin(touch.origin)
        self.reasons = reasons
    }
}

/// A task as it is stored.
private struct WrittenTask: Encodable {
    let id: Touch.ID
    let work: Identifier<StaffTask.Work>
    let role: StaffRole
    let channel: ContactChannel?
    let start: Moment
    let dueBy: Timestamp
    let origin: WrittenOrigin
    let reasons: [Reason]?

    enum CodingKeys: String, CodingKey {
        case id = "id"
        case work = "work"
        case role = "role"
        case channel = "channel"
        case start = "start"
        case dueBy = "dueBy"
        case origin = "origin"
        case reasons = "reasons"
    }

    init(_ task: PlannedTask, because reasons: [Reason]? = nil) {
        self.id = task.id
        self.work = task.task.work
        self.role = task.task.role
        self.channel = task.task.channel
        self.start = task.start
        self.dueBy = task.dueBy
        self.origin = WrittenOrigin(task.origin)
        self.reasons = reasons
    }
}

/// A touch or a task that does not come about, as it is stored.
private struct WrittenTouchRefusal: Encodable {
    let touch: TouchKind?
    let task: Identifier<StaffTask.Work>?
    let kind: Refusal.Kind
    let earliest: Moment?
    let origin: WrittenOrigin
    let reasons: [Reason]

    enum CodingKeys: String, CodingKey {
        case touch = "touch"
        case task = "task"
        case kind = "kind"
        case earliest = "earliest"
        case origin = "origin"
        case reasons = "reasons"
    }

    init(_ refusal: TouchRefusal, because reasons: [Reason]) {
        (self.touch, self.task) =
            switch refusal.subject {
            case .touch(let kind): (kind, nil)
            case .task(let work): (nil, work)
            }
        self.kind = refusal.kind
        self.earliest = refusal.earliest
        self.origin = WrittenOrigin(refusal.origin)
        self.reasons = reasons
    }
}

/// How a follow-up step stands, as it is stored.
private struct WrittenFollowUp: Encodable {
    let grant: GiftGrant.ID
    let step: FollowUpStep.ID
    var standing = "due"
    var doneAt: Timestamp?
    var earliest: Moment?
    var touch: WrittenTouch?
    var task: WrittenTask?
    let reasons: [Reason]

    enum CodingKeys: String, CodingKey {
        case grant = "grant"
        case step = "step"
        case standing = "standing"
        case doneAt = "at"
        case earliest = "earliest"
        case touch = "touch"
        case task = "task"
        case reasons = "reasons"
    }

    init(_ finding: FollowUpFinding) {
        self.grant = finding.grant
        self.step = finding.step
        self.reasons = finding.reasons
        switch finding.standing {
        case .done(let instant): (standing, doneAt) = ("done", instant)
        case .due(.touch(let touch)): self.touch = WrittenTouch(touch)
        case .due(.task(let task)): self.task = WrittenTask(task)
        case .waiting(let until): (standing, earliest) = ("waiting", until)
        case .stopped: standing = "stopped"
        }
    }
}
