import GiftModel

/// A stage, and what must hold of a customer's purchases to be in it.
///
/// ```swift
/// StageRule(.dormant, when: [.ownRhythm(.above, .percent(300))], stays: [.ownRhythm(.above, .percent(150))])
/// ```
///
/// - Wire format: `{"stage":"dormant","when":[…]}`, and `"stays":[…]` where it is given.
public struct StageRule: Hashable, Sendable {
    /// The stage.
    public let stage: Stage
    /// What must hold, all of it.
    public let when: [StageCondition]
    /// What is enough, all of it, for a customer who is in the stage already; empty when that is the same.
    ///
    /// A rule whose first list holds also holds in the stage, so this can only make it easier to stay.
    public let stays: [StageCondition]

    /// `stage`, for customers of whom all of `when` holds, and those in it of whom all of `stays` does.
    public init(_ stage: Stage, when: [StageCondition], stays: [StageCondition] = []) {
        self.stage = stage
        self.when = when
        self.stays = stays
    }
}

extension StageRule: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case stage = "stage"
        case when = "when"
        case stays = "stays"
    }

    public init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        let stage = object.read(Stage.self, .stage)
        let when = object.read([StageCondition].self, .when)
        let stays = object.readIfPresent([StageCondition].self, .stays)
        guard let stage, let when, let stays else { throw object.failure }
        self.init(stage, when: when, stays: stays ?? [])
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(stage, forKey: .stage)
        try container.encode(when, forKey: .when)
        if !stays.isEmpty { try container.encode(stays, forKey: .stays) }
    }
}
