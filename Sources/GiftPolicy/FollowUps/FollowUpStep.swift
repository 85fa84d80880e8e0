public import GiftModel

/// What follows a gift of a rule: thanks, a survey, a call, some time after the gift has come so far.
///
/// It follows once. It never follows a gift that came to nothing, and nothing follows while a complaint is open,
/// without the consent that it needs, or to a customer who was erased.
///
/// ```swift
/// let ask = TouchPlan(.survey, by: [.email])
/// let survey = FollowUpStep(id: "survey", after: .delivered, hours: 72, .touch(ask))
/// ```
///
/// - Wire format: `{"after":"delivered","delayHours":72,"id":"survey","touch":{…}}`, or `task` in place of `touch`,
///   with `withinHours` and `unless` where they say anything.
public struct FollowUpStep: Identifiable, Hashable, Sendable {
    /// The name of a step within its rule.
    public typealias ID = Identifier<FollowUpStep>

    /// The identity within the rule, by which a step that was taken is known again.
    public let id: ID
    /// The state of the gift with which its time begins.
    public let state: GrantState
    /// How many hours after that it is due.
    public let delayHours: Int64
    /// What follows.
    public let action: Action
    /// How many hours after it was due it still makes sense, or `nil` when it always does.
    public var withinHours: Int64?
    /// What makes it pointless.
    public var stops: Set<FollowUpStop> = []

    /// That so many hours after the gift has come to `state`, `action` follows.
    public init(id: ID, after state: GrantState, hours: Int64, _ action: Action) {
        self.id = id
        self.state = state
        self.delayHours = hours
        self.action = action
    }

    /// What can follow a gift.
    ///
    /// The two are all there are, so this enum is closed.
    public enum Action: Hashable, Sendable {
        /// Something that goes to the customer.
        case touch(TouchPlan)
        /// Something that a person does.
        case task(StaffTask)
    }
}

extension FollowUpStep {
    /// The step in one sentence; two different ones never read alike.
    public var sentence: LocalizedText { phrase.asSentence }

    /// The step as a part of a sentence.
    var phrase: LocalizedText {
        let name = LocalizedText(quoting: id.text)
        let delay = ElapsedTime(hours: delayHours).words
        let what =
            switch action {
            case .touch(let plan): plan.phrase
            case .task(let task): task.phrase
            }
        var (english, chinese) = ("", "")
        if let withinHours {
            let time = ElapsedTime(hours: withinHours).words
            english += ", not later than \(time.english) after that"
            chinese += "，逾期\(time.chinese)不再执行"
        }
        if !stops.isEmpty {
            let list = LocalizedText(listing: FollowUpStop.allCases.filter(stops.contains).map(\.title))
            english += ", unless \(list.english)"
            chinese += "，\(list.chinese)则不再执行"
        }
        return LocalizedText(
            english:
                "\(name.english): \(delay.english) after the gift is \(state.title.english.lowercased())\(english): "
                + what.english,
            chinese: "\(name.chinese)：礼品\(state.title.chinese)\(delay.chinese)后\(chinese)：\(what.chinese)"
        )
    }

    /// Everything that is wrong with the step, in the order of its members.
    public var faults: [TouchFault] {
        var faults = TouchFault.hours(delayHours, from: 0, at: "/delayHours")
        switch action {
        case .touch(let plan):
            faults += plan.faults.map { TouchFault(at: "/touch\($0.path)", $0.problem) }
        case .task(let task):
            faults += task.faults.map { TouchFault(at: "/task\($0.path)", $0.problem) }
        }
        if let withinHours { faults += TouchFault.hours(withinHours, from: 1, at: "/withinHours") }
        if state == .used, stops.contains(.used) {
            faults.append(TouchFault(at: "/unless", .stoppedFromTheStart(.used)))
        }
        return faults
    }

    /// Every fault of the steps of one rule, in their order.
    public static func faults(of steps: [FollowUpStep]) -> [TouchFault] {
        TouchFault.repeated(steps.map(\.id.text), at: "", "/id")
            + steps.enumerated()
            .flatMap { index, step in step.faults.map { TouchFault(at: "/\(index)\($0.path)", $0.problem) } }
    }
}

extension FollowUpStep: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case id = "id"
        case state = "after"
        case delayHours = "delayHours"
        case touch = "touch"
        case task = "task"
        case withinHours = "withinHours"
        case stops = "unless"
    }

    public init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        if object.keys.contains(.touch) == object.keys.contains(.task) {
            object.refuse("", .impossible("a step has either `touch` or `task`"))
        }
        let id = object.read(ID.self, .id)
        let state = object.read(GrantState.self, .state)
        let delayHours = object.read(Int64.self, .delayHours)
        let touch = object.readIfPresent(TouchPlan.self, .touch)
        let task = object.readIfPresent(StaffTask.self, .task)
        let withinHours = object.readIfPresent(Int64.self, .withinHours)
        let stops = object.readSet(of: FollowUpStop.self, .stops)
        guard let id, let state, let delayHours, let touch, let task, let withinHours, let stops,
            let action = touch.map(Action.touch) ?? task.map(Action.task)
        else { throw object.failure }
        self.init(id: id, after: state, hours: delayHours, action)
        self.withinHours = withinHours
        self.stops = stops
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(id, forKey: .id)
        try container.encode(state, forKey: .state)
        try container.encode(delayHours, forKey: .delayHours)
        switch action {
        case .touch(let plan): try container.encode(plan, forKey: .touch)
        case .task(let task): try container.encode(task, forKey: .task)
        }
        try container.encodeIfPresent(withinHours, forKey: .withinHours)
        if !stops.isEmpty { try container.encode(FollowUpStop.allCases.filter(stops.contains), forKey: .stops) }
    }
}
