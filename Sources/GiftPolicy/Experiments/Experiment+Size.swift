import GiftModel

extension Experiment {
    /// How many customers the plan needs over all arms, or `nil` without a plan or where it makes no sense.
    ///
    /// Each arm is compared with the control, and the plan's alpha is divided by the number of comparisons.
    ///
    /// - Complexity: O(*n*) in the arms.
    public var neededCustomers: Int64? {
        guard let plan, let control = arms.first(where: { $0.id == plan.control }),
            let alpha = alphaOfOne, let goal = plan.baseline.adding(plan.effect), control.weight > 0
        else { return nil }
        let needs = arms.filter { $0.id != control.id && $0.weight > 0 }
            .map { arm -> Int64? in
                guard let times = Ratio(arm.weight, over: control.weight) else { return nil }
                let test = SampleSize.Test(alpha: alpha, power: plan.power, treatedPerControl: times)
                let size = SampleSize(detecting: goal, against: plan.baseline, by: test)
                return size.flatMap { size in
                    let all = Int128(size.control) * Int128(BucketRange.all)
                    return Int64(exactly: (all + Int128(control.weight) - 1) / Int128(control.weight))
                }
            }
        let known = needs.compactMap { $0 }
        return known.count == needs.count ? known.max() : nil
    }

    /// The alpha of one comparison among those of all arms with the control.
    var alphaOfOne: Ratio? { plan.flatMap { $0.alpha.divided(by: Int64(max(1, arms.count - 1))) } }
}
