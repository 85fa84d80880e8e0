public import GiftModel

/// Whether a rule speaks.
///
/// The three answers are all there are, so this enum is closed.
public enum RuleState: String, Hashable, Sendable, CaseIterable, Codable {
    /// It speaks, as every rule does that nobody paused or stopped.
    case started = "started"
    /// It is silent for a while, and what it called for waits.
    case paused = "paused"
    /// It is silent, and what it called for is called off.
    case stopped = "stopped"

    /// The state in words.
    public var title: LocalizedText {
        switch self {
        case .started: LocalizedText(english: "started", chinese: "已启动")
        case .paused: LocalizedText(english: "paused", chinese: "已暂停")
        case .stopped: LocalizedText(english: "stopped", chinese: "已停止")
        }
    }
}

/// That a rule, or all rules at once, was started, paused or stopped.
///
/// - Wire format: `{"at":0,"rule":"birthday","to":"paused"}`; without `rule`, all rules.
public struct RuleSwitch: Hashable, Sendable {
    /// The rule, or `nil` for all rules of the policy at once.
    public let rule: RuleReference.ID?
    /// What it was switched to.
    public let state: RuleState
    /// When.
    public let at: Timestamp

    /// `rule`, or all rules, switched to `state`.
    public init(_ rule: RuleReference.ID?, to state: RuleState, at instant: Timestamp) {
        self.rule = rule
        self.state = state
        self.at = instant
    }
}

/// Everything that was ever started, paused and stopped of one policy, whatever its version.
///
/// A rule has a switch of its own, and all rules have one together; the stricter of both holds, so that starting all
/// again leaves a rule paused that was paused by itself. Of switches at one instant the strictest holds.
///
/// - Wire format: `{"switches":[…],"v":1}`, in ascending order; any order is read.
public struct RuleSwitches: Hashable, Sendable {
    /// The switches by time, the milder first at one instant.
    public private(set) var all: [RuleSwitch]

    /// These switches, in any order.
    ///
    /// - Complexity: O(*n* log *n*).
    public init(_ switches: some Sequence<RuleSwitch> = []) { self.all = Set(switches).sorted() }

    /// Records a switch; one that is known already changes nothing.
    ///
    /// - Complexity: O(*n* log *n*).
    public mutating func add(_ change: RuleSwitch) { self = RuleSwitches(all + [change]) }
}

extension RuleSwitches {
    /// Returns whether `rule` speaks at `instant`; a rule of another policy, which is `nil`, heeds the common switch.
    ///
    /// - Complexity: O(*n*).
    public func state(of rule: RuleReference.ID?, at instant: Timestamp) -> RuleState {
        change(of: rule, at: instant)?.state ?? .started
    }

    /// Returns the switch that holds for `rule` at `instant`, or `nil` when it was never switched.
    ///
    /// - Complexity: O(*n*).
    public func change(of rule: RuleReference.ID?, at instant: Timestamp) -> RuleSwitch? {
        let past = all.prefix { $0.at <= instant }
        let common = past.last { $0.rule == nil }
        guard let rule, let own = past.last(where: { $0.rule == rule }) else { return common }
        guard let common else { return own }
        return own.state.strictness < common.state.strictness ? common : own
    }

    /// Returns when `rule`, or all rules, are next switched after `instant`, as far as is known.
    ///
    /// - Complexity: O(*n*).
    func next(of rule: RuleReference.ID?, after instant: Timestamp) -> Timestamp? {
        all.first { instant < $0.at && ($0.rule == nil || $0.rule == rule) }?.at
    }
}

extension RuleState {
    /// The cases are declared from mild to strict.
    fileprivate var strictness: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// By time; at the same instant the stricter comes later and so prevails; then by the bytes of the rule, all rules
/// first.
extension RuleSwitch: Comparable {
    public static func < (left: Self, right: Self) -> Bool {
        if left.at != right.at { return left.at < right.at }
        if left.state != right.state { return left.state.strictness < right.state.strictness }
        guard let other = right.rule else { return false }
        return left.rule.map { $0 < other } ?? true
    }
}

extension RuleSwitch: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case rule = "rule"
        case state = "to"
        case at = "at"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        self.init(
            try container.decodeIfPresent(RuleReference.ID.self, forKey: .rule),
            to: try container.decode(RuleState.self, forKey: .state),
            at: try container.decode(Timestamp.self, forKey: .at)
        )
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encodeIfPresent(rule, forKey: .rule)
        try container.encode(state, forKey: .state)
        try container.encode(at, forKey: .at)
    }
}

extension RuleSwitches: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case version = "v"
        case switches = "switches"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        try container.requireVersion(1, of: "rule switches", forKey: .version)
        self.init(try container.decode([RuleSwitch].self, forKey: .switches))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(Int64(1), forKey: .version)
        try container.encode(all, forKey: .switches)
    }
}
