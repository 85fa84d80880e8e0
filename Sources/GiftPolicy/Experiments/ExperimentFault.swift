public import GiftModel

/// One thing that is wrong with experiments or hold-outs, and where.
public struct ExperimentFault: Hashable, Sendable {
    /// The place within what was checked, such as `/0/arms/1/buckets/0`.
    public let path: String
    /// What is wrong there.
    public let problem: Problem

    /// What can be wrong.
    @nonexhaustive
    public enum Problem: Hashable, Sendable {
        /// The number lies outside these bounds, both included.
        case outOfRange(Int64, lowest: Int64, highest: Int64)
        /// Another one has this name.
        case repeatedName(String)
        /// Another one is drawn by this seed, so that they are not independent.
        case repeatedSeed(CustomerDraw.Seed)
        /// So few arms are nothing to compare.
        case tooFewArms(Int64)
        /// The range has no bucket, or one that does not exist.
        case noRange(BucketRange)
        /// Another range has buckets of this one.
        case sharedBuckets(BucketRange)
        /// No arm has these buckets.
        case uncoveredBuckets(BucketRange)
        /// The policy has no such experiment.
        case unknownExperiment(Experiment.ID)
        /// The experiment has no such arm.
        case unknownArm(ExperimentArm.ID)
        /// Nobody is drawn into the arm with which the others are compared.
        case emptyControl(ExperimentArm.ID)
        /// The ratio does not lie between zero and one.
        case noShare(Ratio)
        /// There is no effect to be found, or it leads to what is no share.
        case impossibleEffect(Ratio)
        /// So few customers do not show the effect; so many do.
        case tooFewCustomers(Int64, needed: Int64)
        /// It was written after the start.
        case writtenAfterStart(CalendarDate, start: CalendarDate)
        /// The policy has no rule of this name.
        case unknownRule(RuleReference.ID)
    }
}

extension ExperimentFault: CustomStringConvertible {
    public var description: String { "\(path): \(problem)" }
}

extension ExperimentFault.Problem: CustomStringConvertible {
    public var description: String {
        switch self {
        case .outOfRange(let number, let lowest, let highest): "`\(number)` is not \(lowest) through \(highest)"
        case .repeatedName(let name): "another one is called `\(name)`"
        case .repeatedSeed(let seed): "another one is drawn by the seed `\(seed)`"
        case .tooFewArms(let count): "`\(count)` arms are nothing to compare"
        case .noRange(let range): "`\(range.from)` until `\(range.until)` are no buckets of 0 until 10000"
        case .sharedBuckets(let range): "another range has buckets of `\(range.from)` until `\(range.until)`"
        case .uncoveredBuckets(let range): "no arm has the buckets `\(range.from)` until `\(range.until)`"
        case .unknownExperiment(let experiment): "the policy has no experiment `\(experiment)`"
        case .unknownArm(let arm): "the experiment has no arm `\(arm)`"
        case .emptyControl(let arm): "nobody is drawn into the arm `\(arm)`"
        case .noShare(let ratio): "`\(ratio)` does not lie between 0 and 1"
        case .impossibleEffect(let ratio): "an effect of `\(ratio)` cannot be"
        case .tooFewCustomers(let count, let needed): "`\(count)` customers are too few, `\(needed)` are needed"
        case .writtenAfterStart(let day, let start): "`\(day)` is after the start on `\(start)`"
        case .unknownRule(let rule): "the policy has no rule `\(rule)`"
        }
    }
}

extension HoldOut {
    /// Every fault of `holdOuts`, in their order, in a policy of these `rules`.
    ///
    /// - Complexity: O(*n* log *n*) in the exemptions.
    public static func faults(of holdOuts: [HoldOut], among rules: Set<RuleReference.ID>) -> [ExperimentFault] {
        var check = ExperimentCheck()
        for (index, holdOut) in holdOuts.enumerated() {
            check.name(holdOut.id.text, seed: holdOut.seed, at: "/\(index)")
            check.range(holdOut.buckets, 1...BucketRange.all - 1, at: "/\(index)/buckets")
            for rule in holdOut.exemptRules.subtracting(rules).sorted() {
                check.report(.unknownRule(rule), at: "/\(index)/exemptRules")
            }
        }
        return check.faults
    }
}

extension Experiment {
    /// Every fault of `experiments`, in their order, in a policy with these hold-outs.
    ///
    /// - Complexity: O(*n* log *n*) in the ranges.
    public static func faults(of experiments: [Experiment], beside holdOuts: [HoldOut]) -> [ExperimentFault] {
        var check = ExperimentCheck(seeds: Set(holdOuts.map(\.seed)))
        for (index, experiment) in experiments.enumerated() {
            check.name(experiment.id.text, seed: experiment.seed, at: "/\(index)")
            check.arms(of: experiment, at: "/\(index)/arms")
            check.plan(of: experiment, at: "/\(index)/plan")
        }
        return check.faults
    }
}

/// The faults found so far, and the questions that find them.
private struct ExperimentCheck {
    var names: Set<String> = []
    var seeds: Set<CustomerDraw.Seed> = []
    var faults: [ExperimentFault] = []

    mutating func report(_ problem: ExperimentFault.Problem, at path: String) {
        faults.append(ExperimentFault(path: path, problem: problem))
    }

    mutating func range(_ number: Int64, _ range: ClosedRange<Int64>, at path: String) {
        guard !range.contains(number) else { return }
        report(.outOfRange(number, lowest: range.lowerBound, highest: range.upperBound), at: path)
    }

    mutating func share(_ ratio: Ratio, at path: String) {
        if ratio.numerator <= 0 || ratio.numerator >= ratio.denominator { report(.noShare(ratio), at: path) }
    }

    mutating func name(_ name: String, seed: CustomerDraw.Seed, at path: String) {
        if !names.insert(name).inserted { report(.repeatedName(name), at: "\(path)/id") }
        if !seeds.insert(seed).inserted { report(.repeatedSeed(seed), at: "\(path)/seed") }
    }

    mutating func arms(of experiment: Experiment, at path: String) {
        if experiment.arms.count < 2 { report(.tooFewArms(Int64(experiment.arms.count)), at: path) }
        var (seen, ranges): (Set<ExperimentArm.ID>, [BucketRange]) = ([], [])
        for (index, arm) in experiment.arms.enumerated() {
            if !seen.insert(arm.id).inserted { report(.repeatedName(arm.id.text), at: "\(path)/\(index)/id") }
            for (place, range) in arm.buckets.enumerated() {
                let path = "\(path)/\(index)/buckets/\(place)"
                if range.from < 0 || range.from >= range.until || range.until > BucketRange.all {
                    report(.noRange(range), at: path)
                } else if ranges.contains(where: { $0.from < range.until && range.from < $0.until }) {
                    report(.sharedBuckets(range), at: path)
                } else {
                    ranges.append(range)
                }
            }
        }
        var next: Int64 = 0
        for range in BucketRange.joined(ranges) + [BucketRange(from: BucketRange.all, until: BucketRange.all)] {
            if next < range.from { report(.uncoveredBuckets(BucketRange(from: next, until: range.from)), at: path) }
            next = range.until
        }
    }

    mutating func plan(of experiment: Experiment, at path: String) {
        guard let plan = experiment.plan else { return }
        if let control = experiment.arms.first(where: { $0.id == plan.control }) {
            if control.weight == 0 { report(.emptyControl(plan.control), at: "\(path)/control") }
        } else {
            report(.unknownArm(plan.control), at: "\(path)/control")
        }
        share(plan.baseline, at: "\(path)/baseline")
        let goal = plan.baseline.adding(plan.effect)
        if plan.effect.numerator == 0 || goal.map({ $0.numerator <= 0 || $0.numerator >= $0.denominator }) ?? true {
            report(.impossibleEffect(plan.effect), at: "\(path)/effect")
        }
        share(plan.alpha, at: "\(path)/alpha")
        share(plan.power, at: "\(path)/power")
        if case .fixed(let customers) = plan.horizon, let needed = experiment.neededCustomers, customers < needed {
            report(.tooFewCustomers(customers, needed: needed), at: "\(path)/horizon/customers")
        }
        if plan.writtenOn > plan.startsOn {
            report(.writtenAfterStart(plan.writtenOn, start: plan.startsOn), at: "\(path)/writtenOn")
        }
    }
}
