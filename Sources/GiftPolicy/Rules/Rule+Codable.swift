import GiftModel

extension Rule: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case id = "id"
        case name = "name"
        case occasion = "occasion"
        case goal = "goal"
        case priority = "priority"
        case trigger = "on"
        case condition = "when"
        case restDays = "restDays"
        case selection = "gift"
        case budget = "budget"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        self.init(
            id: try container.decode(ID.self, forKey: .id),
            name: try container.decode(LocalizedText.self, forKey: .name),
            occasion: try container.decode(Occasion.self, forKey: .occasion),
            goal: try container.decode(Goal.self, forKey: .goal),
            priority: try container.decode(Int64.self, forKey: .priority),
            on: try container.decode(Trigger.self, forKey: .trigger),
            when: try container.decode(Condition.self, forKey: .condition),
            restDays: try container.decodeIfPresent(Int64.self, forKey: .restDays),
            giving: try container.decode(GiftSelection.self, forKey: .selection),
            budget: try container.decodeMoneyIfPresent(forKey: .budget)
        )
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(id, forKey: .id)
        try container.encode(name, forKey: .name)
        try container.encode(occasion, forKey: .occasion)
        try container.encode(goal, forKey: .goal)
        try container.encode(priority, forKey: .priority)
        try container.encode(trigger, forKey: .trigger)
        try container.encode(condition, forKey: .condition)
        try container.encodeIfPresent(restDays, forKey: .restDays)
        try container.encode(selection, forKey: .selection)
        try container.encodeIfPresent(budget?.description, forKey: .budget)
    }
}
