import GiftModel
import Segmentation

extension Rule: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case id = "id"
        case name = "name"
        case occasion = "occasion"
        case goal = "goal"
        case target = "measure"
        case priority = "priority"
        case trigger = "on"
        case schedule = "schedule"
        case condition = "when"
        case arm = "arm"
        case restDays = "restDays"
        case selection = "gift"
        case offer = "offer"
        case budget = "budget"
        case touches = "touches"
        case tasks = "tasks"
        case followUps = "followUps"
    }

    public init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        let id = object.read(ID.self, .id)
        let name = object.read(LocalizedText.self, .name)
        let occasion = object.read(Occasion.self, .occasion)
        let goal = object.read(Goal.self, .goal)
        let target = object.readIfPresent(MeasureName.self, .target)
        let priority = object.read(Int64.self, .priority)
        let trigger = object.read(Trigger.self, .trigger)
        let schedule = object.readIfPresent(ScheduleGate.self, .schedule)
        let condition = object.read(SegmentCondition.self, .condition)
        let arm = object.readIfPresent(RuleArm.self, .arm)
        let restDays = object.readIfPresent(Int64.self, .restDays)
        // A gift is what a rule is usually for; where it calls for something else, it need not give one.
        let callsForMore = object.keys.contains(.touches) || object.keys.contains(.tasks)
        let selection: GiftSelection?? =
            callsForMore
            ? object.readIfPresent(GiftSelection.self, .selection)
            : object.read(GiftSelection.self, .selection).map(Optional.some)
        let offer = object.readIfPresent(OfferPlan.self, .offer)
        let budget = object.readMoneyIfPresent(.budget)
        let touches = object.readIfPresent([TouchPlan].self, .touches)
        let tasks = object.readIfPresent([StaffTask].self, .tasks)
        let followUps = object.readIfPresent([FollowUpStep].self, .followUps)
        guard let id, let name, let occasion, let goal, let target, let priority, let trigger, let schedule,
            let condition, let arm, let restDays, let selection, let offer, let budget, let touches, let tasks,
            let followUps
        else { throw object.failure }
        self.init(
            id: id,
            name: name,
            occasion: occasion,
            goal: goal,
            priority: priority,
            on: trigger,
            at: schedule,
            when: condition,
            restDays: restDays,
            giving: selection,
            budget: budget
        )
        self.target = target
        self.arm = arm
        self.offer = offer
        self.touches = touches ?? []
        self.tasks = tasks ?? []
        self.followUps = followUps ?? []
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(id, forKey: .id)
        try container.encode(name, forKey: .name)
        try container.encode(occasion, forKey: .occasion)
        try container.encode(goal, forKey: .goal)
        try container.encodeIfPresent(target, forKey: .target)
        try container.encode(priority, forKey: .priority)
        try container.encode(trigger, forKey: .trigger)
        try container.encodeIfPresent(schedule, forKey: .schedule)
        try container.encode(condition, forKey: .condition)
        try container.encodeIfPresent(arm, forKey: .arm)
        try container.encodeIfPresent(restDays, forKey: .restDays)
        try container.encodeIfPresent(selection, forKey: .selection)
        try container.encodeIfPresent(offer, forKey: .offer)
        try container.encodeIfPresent(budget?.description, forKey: .budget)
        if !touches.isEmpty { try container.encode(touches, forKey: .touches) }
        if !tasks.isEmpty { try container.encode(tasks, forKey: .tasks) }
        if !followUps.isEmpty { try container.encode(followUps, forKey: .followUps) }
    }
}
