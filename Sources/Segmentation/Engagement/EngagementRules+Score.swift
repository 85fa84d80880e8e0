public import GiftModel

extension EngagementRules {
    /// Returns the engagement of a customer of these `interactions` as of `day`.
    ///
    /// Each interaction adds the points of the rule for its kind and channel, or else of that for its kind alone, up
    /// to the daily cap, halved for every half-life since its day.
    ///
    /// - Complexity: O(*n*) in the days with interactions, and in the rules for each kind and channel.
    public func engagement(of interactions: InteractionSummary, asOf day: CalendarDate) -> Engagement {
        engagement(of: interactions, knownThrough: day, asOf: day)
    }

    /// Returns the first later day on which the score will be another unless the customer does more.
    ///
    /// - Returns: `nil` when the score is zero, because it then stays so, and when it lasts to the calendar's end.
    /// - Complexity: as ``engagement(of:asOf:)``, times the logarithm of the days until then.
    public func nextChange(of interactions: InteractionSummary, asOf day: CalendarDate) -> CalendarDate? {
        let score = engagement(of: interactions, asOf: day).score
        guard score > 0 else { return nil }
        return day.firstLaterDay { engagement(of: interactions, knownThrough: day, asOf: $0).score < score }
    }

    private func engagement(
        of interactions: InteractionSummary,
        knownThrough last: CalendarDate,
        asOf day: CalendarDate
    ) -> Engagement {
        var sum = 0.0
        for position in interactions.counts.lists.indices {
            if let (_, points) = points(of: interactions, at: position, knownThrough: last, asOf: day) { sum += points }
        }
        return Engagement(asOf: day, points: sum, rules: self, interactions: interactions, last: last)
    }

    /// What each kind in each channel of these `interactions` adds.
    func contributions(
        of interactions: InteractionSummary,
        knownThrough last: CalendarDate,
        asOf day: CalendarDate
    ) -> [Engagement.Contribution] {
        interactions.counts.lists.enumerated()
            .compactMap { position, list in
                points(of: interactions, at: position, knownThrough: last, asOf: day)
                    .map { rule, points in
                        let (kind, channel) = (list.subject.kind, list.subject.channel)
                        return Engagement.Contribution(kind: kind, channel: channel, rule: rule, points: points)
                    }
            }
    }

    /// The rule for the kind and channel at `position`, and the points that they add; `nil` without any.
    private func points(
        of interactions: InteractionSummary,
        at position: Int,
        knownThrough last: CalendarDate,
        asOf day: CalendarDate
    ) -> (rule: Int, points: Double)? {
        guard let rule = self.position(for: interactions.counts.lists, at: position) else { return nil }
        let days = interactions.counts.days.span.extracting(interactions.counts.range(at: position))
        let known = days.extracting(first: days.count(through: last))
        guard !known.isEmpty else { return nil }
        let weight = known.weight(asOf: day, by: decay, atMost: rules[rule].dailyCap ?? .max)
        return (rule, Double(rules[rule].points) * weight)
    }
}
