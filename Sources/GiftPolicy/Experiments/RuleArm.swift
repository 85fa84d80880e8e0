public import GiftModel

/// That a rule treats the customers in one arm of an experiment, and nobody else.
///
/// Rules for several arms of one experiment never speak for the same customer. An arm for which there is no rule is
/// left alone, so that the others can be compared with it.
///
/// - Wire format: `{"arm":"mug","experiment":"mug-vs-tea"}`.
public struct RuleArm: Hashable, Sendable {
    /// The arm.
    public let arm: ExperimentArm.ID
    /// The experiment.
    public let experiment: Experiment.ID

    /// The arm called `arm`, of `experiment`.
    public init(_ arm: ExperimentArm.ID, of experiment: Experiment.ID) {
        self.arm = arm
        self.experiment = experiment
    }
}

extension RuleArm {
    /// Whether no customer is in this arm and in the other.
    func excludes(_ other: RuleArm) -> Bool { experiment == other.experiment && arm != other.arm }

    /// Returns what is wrong where a policy has these experiments.
    func faults(among experiments: [Experiment]) -> [ExperimentFault] {
        guard let own = experiments.first(where: { $0.id == experiment }) else {
            return [ExperimentFault(path: "/experiment", problem: .unknownExperiment(experiment))]
        }
        guard own.arms.contains(where: { $0.id == arm }) else {
            return [ExperimentFault(path: "/arm", problem: .unknownArm(arm))]
        }
        return []
    }

    /// The arm as it continues the sentence of its rule.
    var phrase: LocalizedText {
        let (arm, experiment) = (LocalizedText(quoting: arm.text), LocalizedText(quoting: experiment.text))
        return LocalizedText(
            english: "in the arm \(arm.english) of the experiment \(experiment.english) alone",
            chinese: "仅限实验\(experiment.chinese)的\(arm.chinese)组"
        )
    }
}

extension RuleArm: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case arm = "arm"
        case experiment = "experiment"
    }

    public init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        let arm = object.read(ExperimentArm.ID.self, .arm)
        let experiment = object.read(Experiment.ID.self, .experiment)
        guard let arm, let experiment else { throw object.failure }
        self.init(arm, of: experiment)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(arm, forKey: .arm)
        try container.encode(experiment, forKey: .experiment)
    }
}
