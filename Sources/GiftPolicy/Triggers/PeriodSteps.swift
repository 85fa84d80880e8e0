import GiftModel

/// The first days of periods, each counted from where the first of them begins.
struct PeriodSteps {
    private let start: CalendarDate
    private let period: Period
    private let firstNumber: Int
    private let shortMonth: ShortMonthRule

    /// The first day of the period before which `number` of them have passed.
    struct Step {
        let number: Int
        let day: CalendarDate
    }

    /// The steps from `start` on, or `nil` when the period has no length.
    init?(every period: Period, from start: CalendarDate, firstNumber: Int, shortMonth: ShortMonthRule) {
        guard period != Period() else { return nil }
        self.start = start
        self.period = period
        self.firstNumber = firstNumber
        self.shortMonth = shortMonth
    }

    /// Returns the first step that stays open until `day` or longer, with its last day, or `nil` when none is left.
    func first(endingOnOrAfter day: CalendarDate, openDays: Int64?) -> (Step, last: CalendarDate)? {
        guard var step = lastStep(before: day) ?? nextStep(from: firstNumber) else { return nil }
        while true {
            let next = nextStep(from: step.number + 1)
            let end = next?.day.adding(days: -1) ?? CalendarDate(daysAfterEpoch: 2_932_896)!
            let last =
                openDays.flatMap { step.day.adding(days: Int(clamping: max($0, 1)) - 1) }.map { min($0, end) } ?? end
            if last >= day { return (step, last) }
            guard let next else { return nil }
            step = next
        }
    }

    /// A step that begins before `day`, one or a few before the last that does, if there is any.
    private func lastStep(before day: CalendarDate) -> Step? {
        // 4,800 months have 146,097 days wherever they begin, and no stretch of months is four days from that.
        let months = period.years * 12 + period.months
        let count = (start.days(until: day) - 4) * 4_800 / (months * 146_097 + period.days * 4_800) - 1
        // A rule that leaves days out does so at most sixteen times in a row.
        return (0...16).lazy.map { count - $0 }.prefix { $0 >= firstNumber }.compactMap(step).first
    }

    private func nextStep(from number: Int) -> Step? { (number...number + 16).lazy.compactMap(step).first }

    private func step(_ number: Int) -> Step? {
        start.adding(period, times: number, shortMonth: shortMonth).map { Step(number: number, day: $0) }
    }
}
