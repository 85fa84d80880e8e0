public import GiftModel
import GiftNumerics

/// How much a tag weighs for one customer as of a day, and whether the customer holds it.
public struct TagStanding: Hashable, Sendable {
    /// Which tag.
    public let tag: CustomerTag.ID
    /// The position of its rule in ``TagRules/rules``.
    public let rule: Int
    /// The points, each halved for every half-life that has passed since its day.
    public let weight: Double
    /// The first day from which it has been held without a break, or `nil` when it is not held.
    public let heldSince: CalendarDate?
    /// The first day on which it will no longer be held unless more points come, or `nil` when it is not held or would
    /// still be at the end of the calendar.
    public let heldUntil: CalendarDate?

    /// Whether it is held: its weight is at least what its rule asks for.
    public var isHeld: Bool { heldSince != nil }
}

extension TagRules {
    /// Returns where each tag stands for which there were `points` by `day`, in ascending order of tags.
    ///
    /// Points of later days are invisible, and those for a tag without a rule count for nothing. The weight is the
    /// sum of points · 2^(−days ÷ half-life), in ascending order of days; it is exact after whole half-lives, so that a
    /// tag that stands exactly at the weight that its rule asks for is held.
    ///
    /// - Complexity: O(*n* · *d*) for *n* days with points and the *d* last of them since which the tag is held; O(log
    ///   *r*) in the rules for each tag.
    public func standings(of points: TagPoints, asOf day: CalendarDate) -> [TagStanding] {
        let (rules, lists, days) = (rules.span, points.points.lists.span, points.points.days.span)
        var standings: [TagStanding] = []
        standings.reserveCapacity(lists.count)
        for index in lists.indices {
            let days = days.extracting(points.points.range(at: index))
            let known = days.extracting(first: days.count(through: day))
            guard !known.isEmpty, let position = position(of: lists[index].subject) else { continue }
            let tag = lists[index].subject.id
            standings.append(rules[position].fading.standing(of: tag, known, asOf: day, rule: position))
        }
        return standings
    }

    /// Returns why a tag stands where these rules found it.
    public func reason(for standing: TagStanding) -> Reason {
        let rule = rules[standing.rule]
        let tag = Fact("tag", .name(rule.tag.name))
        let weight = Fact("weight", FactValue(rounding: standing.weight))
        let threshold = Fact("threshold", .ratio(rule.holdsFrom))
        guard let since = standing.heldSince else { return Reason(TagReason.tagTooLight, tag, weight, threshold) }
        guard let until = standing.heldUntil else {
            return Reason(TagReason.tagHeldLastingly, tag, weight, threshold, Fact("since", .date(since)))
        }
        return Reason(
            TagReason.tagHeld,
            tag,
            weight,
            threshold,
            Fact("since", .date(since)),
            Fact("until", .date(until))
        )
    }
}

extension TagRule.Fading {
    /// `days` are those of the points, none after `day`, and at least one.
    fileprivate func standing(
        of tag: CustomerTag.ID,
        _ days: Span<DailyCounts.Day>,
        asOf day: CalendarDate,
        rule: Int
    ) -> TagStanding {
        let weight = days.weight(asOf: day, by: decay)
        let isHeld = weight >= threshold
        return TagStanding(
            tag: tag,
            rule: rule,
            weight: weight,
            heldSince: isHeld ? heldSince(days) : nil,
            heldUntil: isHeld ? heldUntil(days, weighing: weight, asOf: day) : nil
        )
    }

    /// Between two days with points the weight only falls, so it is held from one of them on.
    private func heldSince(_ days: Span<DailyCounts.Day>) -> CalendarDate {
        var last = days.count - 1
        while last > 0, isHeld(days.extracting(first: last), on: days[last].date.adding(days: -1)) { last -= 1 }
        return days[last].date
    }

    private func heldUntil(
        _ days: Span<DailyCounts.Day>,
        weighing weight: Double,
        asOf day: CalendarDate
    ) -> CalendarDate? {
        // One product finds the day as good as exactly; the sums themselves decide.
        let end = Int(CalendarDate.last.daysAfterEpoch - day.daysAfterEpoch) + 1
        var count = min(end, decay.days(untilBelowOneFrom: max(1, weight / threshold)))
        while count > 1, !isHeld(days, on: day.adding(days: count - 1)) { count -= 1 }
        while isHeld(days, on: day.adding(days: count)) { count += 1 }
        return day.adding(days: count)
    }

    /// Whether points of these days suffice on `day`; out of the calendar nothing is held.
    private func isHeld(_ days: Span<DailyCounts.Day>, on day: CalendarDate?) -> Bool {
        guard let day else { return false }
        return days.weight(asOf: day, by: decay) >= threshold
    }
}
