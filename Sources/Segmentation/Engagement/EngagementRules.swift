public import GiftModel
import GiftNumerics

/// What each interaction adds to engagement, how fast it fades, and how much is enough.
///
/// A kind without a rule adds nothing.
///
/// - Wire format: `{"halfLifeDays":30,"rules":[…],"saturation":50}`.
public struct EngagementRules: Hashable, Sendable {
    /// All of it, which never changes, so that each engagement holds it by one reference.
    private let plan: Plan

    private final class Plan: Hashable, Sendable {
        let rules: [Rule]
        let saturation: Int64
        let decay: HalfLifeDecay

        init(_ rules: [Rule], decay: HalfLifeDecay, saturation: Int64) {
            (self.rules, self.decay, self.saturation) = (rules, decay, saturation)
        }

        static func == (left: Plan, right: Plan) -> Bool {
            left === right
                || left.rules == right.rules && left.decay == right.decay && left.saturation == right.saturation
        }

        func hash(into hasher: inout Hasher) { hasher.combine(rules) }
    }

    /// What interactions of one kind add.
    public struct Rule: Hashable, Sendable {
        /// What was done.
        public let kind: InteractionKind
        /// Where, or `nil` for every channel without a rule of its own for this kind, an unknown one included.
        public let channel: ActivityChannel?
        /// How many points one interaction adds, 1 through 1,000,000.
        public let points: Int64
        /// How many of them count on one day in one channel, at least one, or `nil` for all.
        public let dailyCap: Int64?
        fileprivate let kindKey, channelKey: WordKey
        fileprivate let isForAnyChannel: Bool

        /// `points` for each of up to `dailyCap` interactions of `kind` a day in `channel`.
        public init(
            _ points: Int64,
            for kind: InteractionKind,
            in channel: ActivityChannel? = nil,
            dailyCap: Int64? = nil
        ) {
            self.kind = kind
            self.channel = channel
            self.points = points
            self.dailyCap = dailyCap
            self.kindKey = WordKey(kind.name)
            self.channelKey = WordKey(channel?.name)
            self.isForAnyChannel = channel == nil
        }
    }

    /// These rules.
    ///
    /// - Throws: ``EngagementRulesError``, in the order of its cases, for the first rule concerned.
    /// - Complexity: O(*n* log *n*) in the rules.
    public init(_ rules: [Rule], halfLifeDays: Int, saturation: Int64) throws(EngagementRulesError) {
        guard !rules.isEmpty else { throw .noRule }
        for rule in rules {
            guard (1...1_000_000).contains(rule.points) else { throw .points(rule.points, rule.kind) }
            guard rule.dailyCap ?? 1 > 0 else { throw .dailyCap(rule.dailyCap ?? 0, rule.kind) }
        }
        let positions = rules.indices.sorted { rules[$0].precedes(rules[$1]) }
        for (left, right) in zip(positions, positions.dropFirst()) where !rules[left].precedes(rules[right]) {
            throw .duplicate(rules[left].kind, rules[left].channel)
        }
        guard (1...3650).contains(halfLifeDays) else { throw .halfLife(days: halfLifeDays) }
        guard (1...1_000_000_000).contains(saturation) else { throw .saturation(saturation) }
        self.plan = Plan(rules, decay: HalfLifeDecay(halfLifeInDays: halfLifeDays), saturation: saturation)
    }
}

extension EngagementRules {
    /// What interactions add, one rule for each kind and channel.
    public var rules: [Rule] { plan.rules }

    /// How many days it takes until a point counts half.
    public var halfLifeDays: Int { plan.decay.halfLifeInDays }

    /// How many points bring engagement to 63 of 100; three times as many bring it to 95.
    public var saturation: Int64 { plan.saturation }

    var decay: HalfLifeDecay { plan.decay }

    /// Returns the position of the rule for the kind and channel of the list at `index`, or of that for its kind in
    /// any channel.
    ///
    /// - Complexity: O(*n*) in the rules.
    func position(for lists: [DailyCountLists<InteractionSummary.Deed>.List], at index: Int) -> Int? {
        var general: Int?
        let (rules, lists) = (rules, lists.span)
        let (kindKey, channelKey) = (lists[index].subject.kindKey, lists[index].subject.channelKey)
        for position in rules.indices where rules[position].kindKey == kindKey {
            guard kindKey.isWhole || rules[position].kind == lists[index].subject.kind else { continue }
            if rules[position].channelKey == channelKey,
                channelKey.isWhole || rules[position].channel == lists[index].subject.channel
            {
                return position
            }
            if rules[position].isForAnyChannel { general = position }
        }
        return general
    }
}

extension EngagementRules.Rule {
    fileprivate func precedes(_ other: Self) -> Bool {
        if kind != other.kind { return kind < other.kind }
        guard let otherChannel = other.channel else { return false }
        return channel.map { $0 < otherChannel } ?? true
    }
}

/// A reason why rules for engagement are none, in the order in which the reasons are checked.
@nonexhaustive
public enum EngagementRulesError: Error, Hashable, Sendable {
    /// Nothing adds to engagement.
    case noRule
    /// An interaction of this kind adds less than 1 point or more than 1,000,000.
    case points(Int64, InteractionKind)
    /// No interaction of this kind would count.
    case dailyCap(Int64, InteractionKind)
    /// Two rules are for this kind in this channel, or in any.
    case duplicate(InteractionKind, ActivityChannel?)
    /// The half-life is not 1 through 3,650 days.
    case halfLife(days: Int)
    /// The saturation is not 1 through 1,000,000,000 points.
    case saturation(Int64)
}

extension EngagementRulesError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .noRule: "nothing adds to engagement"
        case .points(let points, let kind): "`\(points)` points for `\(kind.name)` are not 1 through 1000000"
        case .dailyCap(let cap, let kind): "at most `\(cap)` of `\(kind.name)` a day are none"
        case .duplicate(let kind, let channel?): "`\(kind.name)` in `\(channel.name)` has two rules"
        case .duplicate(let kind, nil): "`\(kind.name)` in any channel has two rules"
        case .halfLife(let days): "the half-life, `\(days)` days, is not 1 through 3650 days"
        case .saturation(let points): "the saturation, `\(points)` points, is not 1 through 1000000000"
        }
    }
}
