import GiftModel

extension ExperimentPlan: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case hypothesis = "hypothesis"
        case decision = "decision"
        case measure = "measure"
        case control = "control"
        case baseline = "baseline"
        case effect = "effect"
        case alpha = "alpha"
        case power = "power"
        case horizon = "horizon"
        case writtenOn = "writtenOn"
        case startsOn = "startsOn"
    }

    public init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        let hypothesis = object.read(LocalizedText.self, .hypothesis)
        let decision = object.read(LocalizedText.self, .decision)
        let measure = object.read(MeasureName.self, .measure)
        let control = object.read(ExperimentArm.ID.self, .control)
        let baseline = object.read(Ratio.self, .baseline)
        let effect = object.read(Ratio.self, .effect)
        let alpha = object.read(Ratio.self, .alpha)
        let power = object.read(Ratio.self, .power)
        let horizon = object.read(Horizon.self, .horizon)
        let writtenOn = object.read(CalendarDate.self, .writtenOn)
        let startsOn = object.read(CalendarDate.self, .startsOn)
        guard let hypothesis, let decision, let measure, let control, let baseline, let effect, let alpha, let power,
            let horizon, let writtenOn, let startsOn
        else { throw object.failure }
        self.init(
            hypothesis: hypothesis,
            decision: decision,
            measure: measure,
            against: control,
            baseline: baseline,
            effect: effect,
            alpha: alpha,
            power: power,
            horizon: horizon,
            writtenOn: writtenOn,
            startsOn: startsOn
        )
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(hypothesis, forKey: .hypothesis)
        try container.encode(decision, forKey: .decision)
        try container.encode(measure, forKey: .measure)
        try container.encode(control, forKey: .control)
        try container.encode(baseline, forKey: .baseline)
        try container.encode(effect, forKey: .effect)
        try container.encode(alpha, forKey: .alpha)
        try container.encode(power, forKey: .power)
        try container.encode(horizon, forKey: .horizon)
        try container.encode(writtenOn, forKey: .writtenOn)
        try container.encode(startsOn, forKey: .startsOn)
    }
}

extension ExperimentPlan.Horizon: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case customers = "customers"
        case sharpestAt = "sharpestAt"
    }

    public init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        let customers = object.readIfPresent(Int64.self, .customers)
        let sharpestAt = object.readIfPresent(in: 1...Int64.max, .sharpestAt)
        guard let customers, let sharpestAt else { throw object.failure }
        switch (customers, sharpestAt.flatMap(SequentialDesign.init)) {
        case (let customers?, nil): self = .fixed(customers: customers)
        case (nil, let design?): self = .sequential(design)
        case (nil, nil), (_?, _?):
            object.refuse("", .impossible("a horizon has either `customers` or `sharpestAt`"))
            throw object.failure
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .fixed(let customers): try container.encode(customers, forKey: .customers)
        case .sequential(let design): try container.encode(design.sharpestAt, forKey: .sharpestAt)
        }
    }
}
