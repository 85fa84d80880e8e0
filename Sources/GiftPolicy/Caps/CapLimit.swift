import GiftModel

/// One cap, or one wish of the customer, with what takes from it.
struct CapLimit {
    private let source: CapFinding.Source
    private let isExempt: Bool
    /// By instant.
    private let taken: [Approach]
    private let displeasedAt: Timestamp?

    init(cap: Cap, isExempt: Bool, taken: [Approach], displeasedAt: Timestamp?) {
        self.source = .cap(cap)
        self.isExempt = isExempt
        self.taken = taken
        self.displeasedAt = displeasedAt
    }

    init(wish: OptDown, taken: [Approach]) {
        self.source = .optDown(wish)
        self.isExempt = false
        self.taken = taken
        self.displeasedAt = nil
    }

    /// Whether it can hold anything back.
    var binds: Bool { !isExempt }

    func finding(at moment: Moment, by clock: LocalClock) -> CapFinding {
        let isTighter = tightened(at: moment).map { moment.instant < $0.until } ?? false
        let times = isTighter ? tightened(at: moment)?.times ?? 1 : 1
        let opening = opening(onOrAfter: moment, by: clock)
        return CapFinding(
            source: source,
            answer: opening == moment ? .room : isExempt ? .exempt : .usedUp,
            used: used(at: moment, times: times),
            now: moment,
            earliest: opening == moment || isExempt ? nil : opening,
            holders: Set(taken.filter(\.isOfSameRun).compactMap(\.rule)).sorted(),
            displeasedOn: isTighter ? displeasedAt.flatMap(clock.moment)?.day : nil
        )
    }

    /// The first moment from `moment` on with room, or `nil` when that never comes.
    func opening(onOrAfter moment: Moment, by clock: LocalClock) -> Moment? {
        switch source {
        case .optDown(let wish):
            return wish.nextDay(onOrAfter: moment.day, after: taken.map(\.moment.day))
                .map { $0 == moment.day ? moment : clock.start(of: $0) }
        case .cap(let cap):
            guard let tight = tightened(at: moment), moment.instant < tight.until else {
                return opening(of: cap, times: 1, onOrAfter: moment, by: clock)
            }
            let opening = opening(of: cap, times: tight.times, onOrAfter: moment, by: clock)
            if let opening, opening.instant < tight.until { return opening }
            guard let after = clock.moment(at: tight.until) else { return nil }
            return self.opening(of: cap, times: 1, onOrAfter: after, by: clock)
        }
    }

    private func opening(of cap: Cap, times: Int64, onOrAfter moment: Moment, by clock: LocalClock) -> Moment? {
        let position = cap.window.position(of: moment)
        let opening = tally(of: cap, times: times).opening(onOrAfter: position)
        return opening == position ? moment : cap.window.moment(at: opening, by: clock)
    }

    private func used(at moment: Moment, times: Int64) -> Int64 {
        switch source {
        case .optDown(let wish):
            Int64(taken.count { $0.moment.day.days(until: moment.day) < wish.days })
        case .cap(let cap):
            tally(of: cap, times: times).used(around: cap.window.position(of: moment))
        }
    }

    private func tally(of cap: Cap, times: Int64) -> CapTally {
        CapTally(
            positions: taken.map { cap.window.position(of: $0.moment) }.sorted(),
            width: cap.window.width(times: times),
            limit: cap.atMost
        )
    }

    /// Over how many windows the cap counts after displeasure, and until when.
    private func tightened(at moment: Moment) -> (times: Int64, until: Timestamp)? {
        guard case .cap(let cap) = source, let rule = cap.afterDispleasure, let displeasedAt else { return nil }
        return (rule.windowTimes, Timestamp(milliseconds: displeasedAt.milliseconds + rule.days * 86_400_000))
    }
}
