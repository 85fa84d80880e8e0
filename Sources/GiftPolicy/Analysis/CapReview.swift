import GiftModel
import Segmentation

/// What is to be said about rules to which caps leave no turn.
struct CapReview {
    /// How many rules are told at most after whose gifts another is lost.
    private static let mostOthers = 10

    private let review: PolicyReview
    private let caps: [Counted]
    /// For each rule with days of its own, those of the year asked about and those around it.
    private let dates: [Int: (own: [ClosedRange<CalendarDate>], around: [ClosedRange<CalendarDate>])]

    private struct Counted {
        let cap: Cap
        let place: Int
        /// The rules for somebody whose gifts it counts, whichever they are.
        let rules: [Int]
        /// Those of them that come round year after year, by rank.
        let yearly: [Yearly]
    }

    private struct Yearly {
        let rule: Int
        let demand: CapCheck.Demand
        let isBirthday: Bool
    }

    init(_ review: PolicyReview, rules: [Int]) {
        let all = review.document.rules
        self.review = review
        let yearly =
            rules.map {
                Yearly(rule: $0, demand: all[$0].demand(at: $0), isBirthday: all[$0].trigger.isBirthday)
            }
            .filter { one in
                one.demand.timesPerYear > 0
                    && review.tiers.allSatisfy { all[one.rule].selection?.price(for: $0.id) != nil }
            }
            .sorted { review.analysis.goes($0.rule, before: $1.rule) }
        self.caps = review.document.caps.enumerated()
            .map { place, cap in
                Counted(
                    cap: cap,
                    place: place,
                    rules: rules.filter { cap.scope.surelyCounts(all[$0]) },
                    yearly: yearly.filter { cap.scope.surelyCounts(all[$0.rule]) }
                )
            }
        var dates: [Int: (own: [ClosedRange<CalendarDate>], around: [ClosedRange<CalendarDate>])] = [:]
        if let year = review.background.year, (2...9998).contains(year) {
            for rule in rules where all[rule].trigger.isDated {
                let own = all[rule].trigger.dates(inYear: year)
                let others = [year - 1, year + 1].flatMap { all[rule].trigger.dates(inYear: $0) }
                dates[rule] = (own, own + others)
            }
        }
        self.dates = dates
    }

    /// Returns what is to be said about a rule that is for somebody.
    func findings(of rule: Int) -> [PolicyFinding] {
        caps.compactMap { counted in
            guard counted.rules.contains(rule), !counted.cap.exempt.contains(review.document.rules[rule].id) else {
                return nil
            }
            return starvation(of: rule, under: counted) ?? outwaiting(of: rule, under: counted)
        }
    }
}

extension CapReview {
    /// That rules which are for everybody whom this one is for always use up the cap before it.
    ///
    /// A birthday comes round for everybody for whom another birthday rule does.
    private func starvation(of rule: Int, under counted: Counted) -> PolicyFinding? {
        let (analysis, isBirthday) = (review.analysis, review.document.rules[rule].trigger.isBirthday)
        var earlier: [Yearly] = []
        var timesPerYear: Int64 = 0
        for other in counted.yearly {
            guard analysis.goes(other.rule, before: rule) else { break }
            guard !other.isBirthday || isBirthday, analysis.isSubsumed(rule, by: other.rule) == .holds else { continue }
            earlier.append(other)
            timesPerYear += other.demand.timesPerYear
            guard counted.cap.isUsedUp(byTimesPerYear: timesPerYear) else { continue }
            let own = review.document.rules[rule].demand(at: rule)
            return CapCheck(counted.cap, [own] + earlier.map(\.demand)).starvation(of: own)?
                .with(cap: counted.place, witness: witness(of: rule, and: earlier[0].rule))
        }
        return nil
    }

    /// That the gift of this rule is lost when one of others has been given shortly before.
    ///
    /// A welcome is the first thing that happens, so that nothing comes before it.
    private func outwaiting(of rule: Int, under counted: Counted) -> PolicyFinding? {
        let all = review.document.rules
        if case .welcome = all[rule].trigger { return nil }
        guard let validDays = all[rule].trigger.validDays, validDays < counted.cap.window.usualDays else { return nil }
        let analysis = review.analysis
        let others = Array(
            counted.rules.lazy
                .filter { $0 != rule && analysis.overlap(rule, $0) == .holds }
                .filter { canLose(rule, after: $0, under: counted.cap) }
                .prefix(Self.mostOthers)
        )
        let own = all[rule].demand(at: rule)
        return CapCheck(counted.cap, [own] + others.map { all[$0].demand(at: $0) }).outwaiting(of: own)?
            .with(cap: counted.place, witness: others.first.flatMap { witness(of: rule, and: $0) })
    }

    /// Whether a gift by `other` may make that of `rule` wait for longer than it is valid, if both have days of their
    /// own; these are compared in a year.
    private func canLose(_ rule: Int, after other: Int, under cap: Cap) -> Bool {
        let all = review.document.rules
        guard all[rule].trigger.isDated, all[other].trigger.isDated else { return true }
        guard let own = dates[rule]?.own, let others = dates[other]?.around else { return false }
        let goesFirst = review.analysis.goes(other, before: rule)
        return own.contains { days in
            others.contains { earlier in
                // Once its days have begun the rule itself goes first, unless both begin at once.
                let last = min(
                    earlier.upperBound,
                    goesFirst ? days.lowerBound : days.lowerBound.adding(days: -1) ?? days.lowerBound
                )
                return earlier.lowerBound <= last && cap.window.rests(after: last, through: days.upperBound)
            }
        }
    }

    private func witness(of rule: Int, and other: Int) -> SegmentCondition? {
        review.analysis.witness(of: rule, and: other)
    }
}

extension Rule {
    /// How often the rule at `index` asks for a gift, as far as that is sure.
    fileprivate func demand(at index: Int) -> CapCheck.Demand {
        // On some days only it may miss what comes round.
        let times = schedule == nil ? trigger.timesPerYear : 0
        return CapCheck.Demand(
            id,
            at: "/rules/\(index)",
            priority: priority,
            timesPerYear: restDays.map { min(times, 365 / max($0, 1)) } ?? times,
            validDays: trigger.validDays
        )
    }
}

extension CapScope {
    /// Returns whether every gift of a rule is among what is counted.
    fileprivate func surelyCounts(_ rule: Rule) -> Bool {
        guard subject != .touches, channels.isEmpty else { return false }
        guard rules.isEmpty || rules.contains(rule.id), occasions.isEmpty || occasions.contains(rule.occasion) else {
            return false
        }
        return !rule.selections.isEmpty
            && rule.selections.allSatisfy { selection in
                (giftKinds.isEmpty || (!selection.kinds.isEmpty && selection.kinds.isSubset(of: giftKinds)))
                    && (gifts.isEmpty || (!selection.gifts.isEmpty && selection.gifts.isSubset(of: gifts)))
            }
    }
}

extension CapWindow {
    /// Returns whether a gift of one day still counts on a later one.
    fileprivate func rests(after day: CalendarDate, through later: CalendarDate) -> Bool {
        switch self {
        case .lifetime: true
        case .rolling(let days): Int64(day.days(until: later)) < days
        case .calendar:
            position(of: Moment(Timestamp(milliseconds: 0), on: day))
                == position(of: Moment(Timestamp(milliseconds: 0), on: later))
        }
    }
}

extension PolicyFinding {
    fileprivate func with(cap: Int, witness: SegmentCondition?) -> PolicyFinding {
        with(paths: paths + ["/caps/\(cap)"], witness: witness)
    }
}
