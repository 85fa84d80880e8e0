import GiftModel
import Segmentation

/// What is to be said about days of rules that meet, or lie apart, in a year.
///
/// Of several rules with the same two triggers the first two are told that are for some of the same customers. That
/// rules of one conflict group meet is not told, for what becomes of them is written.
struct CalendarReview {
    private let review: PolicyReview
    private let check: BirthdayCheck
    /// The findings by the position of the rule at which they are told.
    private(set) var findings: [Int: [PolicyFinding]] = [:]

    /// A review of these rules, or `nil` when no year is asked about.
    init?(_ review: PolicyReview, rules: [Int]) {
        guard let check = review.background.year.flatMap(BirthdayCheck.init) else { return nil }
        self.review = review
        self.check = check
        let all = review.document.rules
        let timed = rules.filter { all[$0].trigger.isBirthday || all[$0].trigger.isDated }
        var numbers: [Trigger: Int] = [:]
        for rule in timed where numbers[all[rule].trigger] == nil { numbers[all[rule].trigger] = numbers.count }
        let kinds = timed.map { numbers[all[$0].trigger] ?? 0 }
        var told: Set<[Int]> = []
        for (place, rule) in timed.enumerated() {
            for (earlier, other) in timed[..<place].enumerated() {
                let pair = [min(kinds[place], kinds[earlier]), max(kinds[place], kinds[earlier])]
                guard pair[0] != pair[1], !told.contains(pair), !isSettled(rule, other),
                    review.analysis.overlap(rule, other) == .holds
                else { continue }
                told.insert(pair)
                let path = "/rules/\(rule)"
                guard let problem = problem(of: rule, and: other) else { continue }
                findings[rule, default: []]
                    .append(
                        PolicyFinding(
                            at: path,
                            problem,
                            because: ["\(path)/on", "/rules/\(other)/on"],
                            for: review.analysis.witness(of: rule, and: other)?.unlessEverybody
                        )
                    )
            }
        }
    }

    /// Whether a conflict group says what becomes of both rules when they meet; birthday rules are to meet.
    private func isSettled(_ rule: Int, _ other: Int) -> Bool {
        let both = [rule, other].map { review.document.rules[$0] }
        let ids = both.map(\.id)
        return !both.allSatisfy(\.trigger.isBirthday)
            && review.document.groups.contains { group in ids.allSatisfy(group.rules.contains) }
    }

    private func problem(of rule: Int, and other: Int) -> PolicyFinding.Problem? {
        let rules = review.document.rules
        switch (rules[rule].trigger, rules[other].trigger) {
        case (.birthday(let own), .birthday(let another)):
            // Of two the shorter one is expected within the longer, and of equal ones the later.
            let isOther = (rules[other].trigger.validDays ?? 0) < (rules[rule].trigger.validDays ?? 0)
            return isOther
                ? outside(rules[other].id, another.days, rules[rule].id, own.days)
                : outside(rules[rule].id, own.days, rules[other].id, another.days)
        case (.birthday(let own), let dated): return meeting(of: rules[rule].id, own, with: rules[other].id, dated)
        case (let dated, .birthday(let own)): return meeting(of: rules[other].id, own, with: rules[rule].id, dated)
        default: return overlap(of: rules[rule], and: rules[other])
        }
    }

    /// That some days lie outside of others for some birthdays; for all of them it is meant.
    private func outside(
        _ rule: Rule.ID,
        _ days: OccasionDays,
        _ other: Rule.ID,
        _ others: OccasionDays
    ) -> PolicyFinding.Problem? {
        let problem = check.finding(of: rule, on: days, outside: other, on: others, at: "")?.problem
        if case .outsideWindow(_, _, let birthdays, let all, _, _)? = problem, birthdays < all { return problem }
        return nil
    }

    private func meeting(
        of rule: Rule.ID,
        _ birthday: BirthdayTrigger,
        with other: Rule.ID,
        _ dated: Trigger
    ) -> PolicyFinding.Problem? {
        let dates = dated.dates(inYear: check.year)
        return
            check.meeting(
                of: birthday.days,
                with: dates,
                by: review.document.defaults,
                everyYear: dates.last.flatMap { dated.lunarDay(of: $0, near: birthday.days) }
            )
            .map { .occasionsMeet(rule, other, $0) }
    }

    private func overlap(of rule: Rule, and other: Rule) -> PolicyFinding.Problem? {
        for days in rule.trigger.dates(inYear: check.year) {
            for others in other.trigger.dates(inYear: check.year) where days.overlaps(others) {
                return .datesMeet(other.id, rule.id, days.clamped(to: others))
            }
        }
        return nil
    }
}

extension Trigger {
    /// Returns the lunar day of a holiday that never leaves it, if birthdays on that day meet its `dates` every year.
    fileprivate func lunarDay(of dates: ClosedRange<CalendarDate>, near days: OccasionDays) -> AnnualLunarDate? {
        guard case .holiday(let trigger) = self, trigger.holiday.observance == .actualDay,
            days.days(around: dates.upperBound).map(dates.overlaps) ?? false
        else { return nil }
        switch trigger.holiday.rule {
        case .lunarFestival(let festival):
            return festival == .newYearsEve ? nil : (try? LunarDate(dates.upperBound)).map(AnnualLunarDate.init)
        case .lunarDate(let date, _, _): return date.isLeapMonth || date.day == 30 ? nil : date
        default: return nil
        }
    }
}
