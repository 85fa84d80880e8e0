public import GiftModel
public import Segmentation

/// Makes a gift fall due at a moment of a customer's journey, and for so many local days after it.
///
/// A trial that succeeded, a contract that was signed or renewed and a deal are interactions, as the host tells them.
/// When another stage or a sign of leaving may come by waiting alone is told no later than it does, but it may come
/// later.
///
/// - Wire format: `{"interaction":{"kind":"deal","subject":"x","withinDays":7}}`, without `subject` about anything;
///   `{"order":{"withinDays":3}}`, `{"comeback":{"absentDays":90,"withinDays":7}}`,
///   `{"stage":{"of":["dormant"],"withinDays":14}}` or `{"churn":{"signals":["frequencyDown"]}}`, without `signals`
///   any of them.
@nonexhaustive
public enum MomentTrigger: Hashable, Sendable {
    /// The customer did this; once for each time.
    case interaction(SignalTrigger.Act, withinDays: Int64)
    /// The customer placed an order that was neither called off nor sent back whole; once for each.
    case order(withinDays: Int64)
    /// The customer bought again after more than so many days; once for each return.
    case comeback(afterDays: Int64, withinDays: Int64)
    /// The customer came into one of these stages; once for each time.
    case stage(Set<Stage>, withinDays: Int64)
    /// One of these signs of leaving holds, or any when there is none; once in each calendar quarter, because a sign
    /// has no beginning.
    case churn(Set<ChurnSignal>)
}

extension MomentTrigger {
    /// What makes no sense in this trigger.
    public var faults: [ActivityFault] {
        func within(_ days: Int64, _ key: String) -> [ActivityFault] {
            ActivityFault.outOfRange(days, 0...366, "/\(key)/withinDays")
        }
        switch self {
        case .interaction(_, let days): return within(days, "interaction")
        case .order(let days): return within(days, "order")
        case .comeback(let absent, let days):
            return ActivityFault.outOfRange(absent, 1...36_500, "/comeback/absentDays") + within(days, "comeback")
        case .stage(let stages, let days):
            let prospects = stages.contains(.prospect) ? [ActivityFault(at: "/stage/of", .neverBegins(.prospect))] : []
            return prospects + within(days, "stage")
        case .churn: return []
        }
    }

    /// The trigger in words: triggers that mean different moments read differently.
    public var sentence: LocalizedText {
        func after(_ english: String, _ chinese: String, _ days: Int64) -> LocalizedText {
            let days = FactValue.days(days)
            return LocalizedText(
                english: "\(english): within \(days.text(in: .english))",
                chinese: "\(chinese)后\(days.text(in: .chinese))内"
            )
        }
        switch self {
        case .interaction(let act, let days): return after(act.phrase.english, act.phrase.chinese, days)
        case .order(let days): return after("order completed", "完成订单", days)
        case .comeback(let absent, let days):
            let absence = FactValue.days(absent)
            return after(
                "purchase after more than \(absence.text(in: .english)) without one",
                "超过\(absence.text(in: .chinese))未购买后再次购买",
                days
            )
        case .stage(let stages, let days):
            let list = LocalizedText(listing: Stage.allCases.filter(stages.contains).map(\.title))
            return after("stage becomes one of: \(list.english)", "进入阶段“\(list.chinese)”", days)
        case .churn(let signals):
            let chosen = ChurnSignal.allCases.filter(signals.contains).map(\.title)
            let list = LocalizedText(listing: chosen)
            return chosen.isEmpty
                ? LocalizedText(english: "any sign of leaving", chinese: "出现任一流失信号")
                : LocalizedText(english: "signs of leaving, one of: \(list.english)", chinese: "流失信号之一：\(list.chinese)")
        }
    }
}

extension MomentTrigger: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case interaction = "interaction"
        case order = "order"
        case comeback = "comeback"
        case stage = "stage"
        case churn = "churn"
    }

    private enum InteractionKeys: String, CodingKey, CaseIterable {
        case kind = "kind"
        case subject = "subject"
        case withinDays = "withinDays"
    }

    private enum OrderKeys: String, CodingKey, CaseIterable {
        case withinDays = "withinDays"
    }

    private enum ComebackKeys: String, CodingKey, CaseIterable {
        case absentDays = "absentDays"
        case withinDays = "withinDays"
    }

    private enum StageKeys: String, CodingKey, CaseIterable {
        case stages = "of"
        case withinDays = "withinDays"
    }

    private enum ChurnKeys: String, CodingKey, CaseIterable {
        case signals = "signals"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        guard let key = container.allKeys.first, container.allKeys.count == 1 else {
            throw DocumentProblem.impossible("a moment has exactly one member").error(at: decoder.codingPath)
        }
        let member = try container.superDecoder(forKey: key)
        switch key {
        case .interaction:
            var object = try StrictObject(member, keyedBy: InteractionKeys.self)
            let kind = object.read(InteractionKind.self, .kind)
            let subject = object.readIfPresent(Identifier<Interaction.Subject>.self, .subject)
            let days = object.read(Int64.self, .withinDays)
            guard let kind, let subject, let days else { throw object.failure }
            self = .interaction(SignalTrigger.Act(kind, about: subject), withinDays: days)
        case .order:
            var object = try StrictObject(member, keyedBy: OrderKeys.self)
            guard let days = object.read(Int64.self, .withinDays) else { throw object.failure }
            self = .order(withinDays: days)
        case .comeback:
            var object = try StrictObject(member, keyedBy: ComebackKeys.self)
            let absent = object.read(Int64.self, .absentDays)
            let days = object.read(Int64.self, .withinDays)
            guard let absent, let days else { throw object.failure }
            self = .comeback(afterDays: absent, withinDays: days)
        case .stage:
            var object = try StrictObject(member, keyedBy: StageKeys.self)
            if !object.keys.contains(.stages) { object.refuse("", .missingKey(StageKeys.stages.rawValue)) }
            let stages = object.readSet(of: Stage.self, .stages)
            let days = object.read(Int64.self, .withinDays)
            guard let stages, let days else { throw object.failure }
            self = .stage(stages, withinDays: days)
        case .churn:
            var object = try StrictObject(member, keyedBy: ChurnKeys.self)
            guard let signals = object.readSet(of: ChurnSignal.self, .signals) else { throw object.failure }
            self = .churn(signals)
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .interaction(let act, let days):
            var member = container.nestedContainer(keyedBy: InteractionKeys.self, forKey: .interaction)
            try member.encode(act.kind, forKey: .kind)
            try member.encodeIfPresent(act.subject, forKey: .subject)
            try member.encode(days, forKey: .withinDays)
        case .order(let days):
            var member = container.nestedContainer(keyedBy: OrderKeys.self, forKey: .order)
            try member.encode(days, forKey: .withinDays)
        case .comeback(let absent, let days):
            var member = container.nestedContainer(keyedBy: ComebackKeys.self, forKey: .comeback)
            try member.encode(absent, forKey: .absentDays)
            try member.encode(days, forKey: .withinDays)
        case .stage(let stages, let days):
            var member = container.nestedContainer(keyedBy: StageKeys.self, forKey: .stage)
            try member.encode(Stage.allCases.filter(stages.contains), forKey: .stages)
            try member.encode(days, forKey: .withinDays)
        case .churn(let signals):
            var member = container.nestedContainer(keyedBy: ChurnKeys.self, forKey: .churn)
            if !signals.isEmpty { try member.encode(ChurnSignal.allCases.filter(signals.contains), forKey: .signals) }
        }
    }
}
