public import GiftModel

/// Customers drawn into arms that are treated differently, so that the difference shows what the treatment does.
///
/// A customer's arm depends on the seed and the customer alone: it is the same on every machine and at every time, and
/// experiments with different seeds know nothing of each other. Nothing else may decide it, least of all whether a gift
/// could be had: arms are drawn before budget and stock are shared out, and compared as they were drawn.
///
/// ```swift
/// let test = Experiment(id: "mug-vs-tea", seed: "mug-vs-tea/1", splitting: ["mug", "tea"])
/// test.arm(of: "c-1042")                     // mug or tea, on every machine
/// ```
///
/// - Wire format: `{"arms":[{"buckets":[[0,5000]],"id":"mug"},{"buckets":[[5000,10000]],"id":"tea"}],
///   "id":"mug-vs-tea","seed":"mug-vs-tea/1","unit":"customer"}`, with `plan` where something is to be shown.
public struct Experiment: Identifiable, Hashable, Sendable {
    /// The name of an experiment within its policy.
    public typealias ID = Identifier<Experiment>

    /// The identity within the policy.
    public let id: ID
    /// What customers are drawn by; another seed draws anew.
    public let seed: CustomerDraw.Seed
    /// The arms, which together have every bucket once.
    public let arms: [ExperimentArm]
    /// What is to be shown, written before the start; without it nothing can be, as when a change is rolled out.
    public var plan: ExperimentPlan?

    /// An experiment with these arms.
    public init(id: ID, seed: CustomerDraw.Seed, arms: [ExperimentArm], plan: ExperimentPlan? = nil) {
        self.id = id
        self.seed = seed
        self.arms = arms
        self.plan = plan
    }

    /// An experiment whose arms, one or more, have equal parts of the buckets, the first ones one more where needed.
    public init(id: ID, seed: CustomerDraw.Seed, splitting arms: [ExperimentArm.ID], plan: ExperimentPlan? = nil) {
        precondition(!arms.isEmpty, "an experiment has arms")
        let count = Int64(arms.count)
        var first: Int64 = 0
        let parts = arms.enumerated()
            .map { index, arm in
                let length = BucketRange.all / count + (Int64(index) < BucketRange.all % count ? 1 : 0)
                defer { first += length }
                return ExperimentArm(arm, [BucketRange(from: first, until: first + length)])
            }
        self.init(id: id, seed: seed, arms: parts, plan: plan)
    }
}

extension Experiment {
    /// Returns the bucket of 10,000 into which `customer` falls.
    ///
    /// - Complexity: O(*n*) in the length of the seed and the name.
    public func bucket(of customer: Customer.ID) -> Int64 { CustomerDraw.bucket(of: customer, by: seed) }

    /// Returns the arm of `customer`, or `nil` when no arm has the bucket, which no valid policy allows.
    ///
    /// - Parameter earlier: The arm in which the customer was seen before. As long as anybody is drawn into it, it
    ///   stays theirs, also where others were widened since.
    /// - Complexity: O(*n*) in the ranges, and in the length of the seed and the name.
    public func arm(of customer: Customer.ID, stayingIn earlier: ExperimentArm.ID? = nil) -> ExperimentArm.ID? {
        if let earlier, arms.contains(where: { $0.id == earlier && $0.weight > 0 }) { return earlier }
        let bucket = bucket(of: customer)
        for arm in arms {
            for range in arm.buckets where range.contains(bucket) { return arm.id }
        }
        return nil
    }

    /// Why `customer` is in an arm, or `nil` when no arm has the bucket.
    ///
    /// - Parameter earlier: The arm in which the customer was seen before.
    public func reason(of customer: Customer.ID, stayingIn earlier: ExperimentArm.ID? = nil) -> Reason? {
        arm(of: customer, stayingIn: earlier)
            .map { arm in
                let facts = [Fact("experiment", .code(id.text)), Fact("arm", .code(arm.text))]
                guard arm == self.arm(of: customer) else { return Reason(ExperimentReason.armKept, facts: facts) }
                let bucket = Fact("bucket", .number(bucket(of: customer)))
                return Reason(ExperimentReason.armDrawn, facts: facts + [bucket])
            }
    }

    /// Returns the experiment in which `arm` has `count` buckets more, and every other arm the same share fewer.
    ///
    /// This is how an arm is added and how a change is rolled out in stages: nobody moves between the other arms.
    /// Those who move bring their past along, so that what was measured before is not measured on with what follows.
    ///
    /// - Parameter arm: One of the arms, or a new one, which comes last.
    /// - Returns: `nil` unless `count` is one through what the other arms have.
    /// - Complexity: O(*n* log *n*) in the ranges.
    public func carving(_ count: Int64, for arm: ExperimentArm.ID) -> Experiment? {
        let others = arms.filter { $0.id != arm }.reduce(0) { $0 + $1.weight }
        guard count > 0, count <= others else { return nil }
        var (passed, taken): (Int64, [BucketRange]) = (0, [])
        let rest = arms.map { other in
            guard other.id != arm else { return other }
            // Shares of the running total, so that what is taken sums to what is asked for.
            let before = passed * count / others
            passed += other.weight
            let (kept, cut) = other.parting(passed * count / others - before)
            taken += cut
            return ExperimentArm(other.id, kept)
        }
        let own = arms.first { $0.id == arm }?.buckets ?? []
        let widened = ExperimentArm(arm, BucketRange.joined(own + taken))
        let isNew = !arms.contains { $0.id == arm }
        return Experiment(
            id: id,
            seed: seed,
            arms: isNew ? rest + [widened] : rest.map { $0.id == arm ? widened : $0 },
            plan: plan
        )
    }
}
