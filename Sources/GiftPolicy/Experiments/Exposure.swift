public import GiftModel

/// That a customer came to the point at which an experiment or a hold-out made a difference.
///
/// Whoever compares arms compares those who were exposed, and nobody else: also a customer who received nothing, at
/// the moment at which there would have been a gift.
///
/// - Wire format: `{"arm":"mug","at":0,"customer":"c-1","experiment":"mug-vs-tea","occasion":"birthday",
///   "rule":"birthday","v":1}`, or with `"holdOut":"global-2026"` in place of an arm of an experiment.
public struct Exposure: Hashable, Sendable {
    /// Who was exposed.
    public let customer: Customer.ID
    /// To what.
    public let treatment: Treatment
    /// The rule that gave, or would have given.
    public let rule: RuleReference.ID
    /// The occasion on which it did.
    public let occasion: Occasion
    /// When there was a gift, or would have been one.
    public let exposedAt: Timestamp

    /// What a customer can be exposed to.
    ///
    /// The two answers are all there are, so this enum is closed.
    public enum Treatment: Hashable, Sendable {
        /// An arm of an experiment.
        case arm(ExperimentArm.ID, of: Experiment.ID)
        /// Nothing, for comparison.
        case withheld(HoldOut.ID)
    }

    /// An exposure as described.
    public init(
        of customer: Customer.ID,
        to treatment: Treatment,
        by rule: RuleReference.ID,
        on occasion: Occasion,
        exposedAt instant: Timestamp
    ) {
        self.customer = customer
        self.treatment = treatment
        self.rule = rule
        self.occasion = occasion
        self.exposedAt = instant
    }
}

extension Exposure: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case version = "v"
        case customer = "customer"
        case experiment = "experiment"
        case arm = "arm"
        case holdOut = "holdOut"
        case rule = "rule"
        case occasion = "occasion"
        case exposedAt = "at"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        try container.requireVersion(1, of: "an exposure", forKey: .version)
        let experiment = try container.decodeIfPresent(Experiment.ID.self, forKey: .experiment)
        let arm = try container.decodeIfPresent(ExperimentArm.ID.self, forKey: .arm)
        let holdOut = try container.decodeIfPresent(HoldOut.ID.self, forKey: .holdOut)
        let treatment: Treatment? =
            switch (experiment, arm, holdOut) {
            case (let experiment?, let arm?, nil): .arm(arm, of: experiment)
            case (nil, nil, let holdOut?): .withheld(holdOut)
            default: nil
            }
        self.init(
            of: try container.decode(Customer.ID.self, forKey: .customer),
            to: try decoder.whole(treatment, isNot: "either an arm of an experiment or a hold-out"),
            by: try container.decode(RuleReference.ID.self, forKey: .rule),
            on: try container.decode(Occasion.self, forKey: .occasion),
            exposedAt: try container.decode(Timestamp.self, forKey: .exposedAt)
        )
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(Int64(1), forKey: .version)
        try container.encode(customer, forKey: .customer)
        switch treatment {
        case .arm(let arm, let experiment):
            try container.encode(experiment, forKey: .experiment)
            try container.encode(arm, forKey: .arm)
        case .withheld(let holdOut): try container.encode(holdOut, forKey: .holdOut)
        }
        try container.encode(rule, forKey: .rule)
        try container.encode(occasion, forKey: .occasion)
        try container.encode(exposedAt, forKey: .exposedAt)
    }
}
