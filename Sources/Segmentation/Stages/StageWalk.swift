import GiftModel
import GiftNumerics

/// One customer's purchase days on the way from day to day, and what the rules say on each.
///
/// Only the days are visited on which anything can change: those with a purchase, and those on which a number that a
/// rule compares passes its limit. Days count from 1970-01-01.
struct StageWalk {
    let plan: StagePlan
    let model: ModifiedBetaGeometricModel?
    private let days: ArraySlice<PurchaseDay>
    /// How many of the days have come.
    private(set) var count: Int
    /// The gaps between them, ascending; empty where no rule asks for the rhythm.
    private var gaps: [Int32] = []
    /// For each test of a probability, the day on which it falls below if nothing more is bought; empty until asked.
    var falls: [Int] = []

    /// The walk that stands before the first of `days`, which ascend and on each of which an order stands.
    init(_ plan: StagePlan, _ model: ModifiedBetaGeometricModel?, _ days: ArraySlice<PurchaseDay>) {
        (self.plan, self.model, self.days, self.count) = (plan, model, days, 0)
    }

    /// What the rules say on a day.
    struct Finding {
        var facts: StageFacts
        /// The position of the rule that holds, or the number of rules when none does.
        var rule: Int
        var stage: Stage
        var holdsByStaying = false
        /// One bit for each rule tried before of which it is not known whether it holds.
        var undetermined: UInt64 = 0
        /// The days for which the counts of both windows stand, once they are counted.
        var windows = StageStretch()
        /// The days around on which the same rule holds if nothing is bought, as far as is seen.
        var stretch = StageStretch()
    }

    /// The stage in force, and since when.
    struct Standing: Hashable {
        var stage: Stage?
        var since: Int?
        var rule: Int?
    }
}

extension StageWalk {
    /// The day of the next date to come, or the end of time.
    var upcoming: Int { count < days.count ? Int(date(count)) : .max }

    func date(_ position: Int) -> Int32 { days[days.startIndex + position].date.daysAfterEpoch }

    /// Lets the next date come.
    mutating func advance() {
        count += 1
        if plan.hasActivity { falls = [] }
        guard plan.hasRhythm, count > 1 else { return }
        let gap = date(count - 1) - date(count - 2)
        gaps.insert(gap, at: position(of: gap))
    }

    /// Lets every date come through `day`.
    mutating func advance(through day: Int) {
        while upcoming <= day { advance() }
    }

    /// Takes the last date back.
    mutating func retreat() {
        count -= 1
        if plan.hasActivity { falls = [] }
        guard plan.hasRhythm, count > 0 else { return }
        gaps.remove(at: position(of: date(count) - date(count - 1)))
    }

    private func position(of gap: Int32) -> Int { gaps.firstPosition { $0 >= gap } }

    var twiceMedianGap: Int32 {
        gaps.count < plan.minimumGaps ? 0 : gaps[gaps.count / 2] + gaps[(gaps.count - 1) / 2]
    }
}
