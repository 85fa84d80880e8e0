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
        var contributions: [Engagement.Contribution] = []
        contributions.reserveCapacity(interactions.entries.count)
        var sum = 0.0
        let entries = interactions.entries
        for index in entries.indices {
            guard let position = position(for: entries, at: index) else { continue }
            let days = entries[index].counts.days(through: last)
            guard !days.isEmpty else { continue }
            let weight = days.weight(asOf: day, by: decay, atMost: rules[position].dailyCap ?? .max)
            let points = Double(rules[position].points) * weight
            sum += points
            contributions.append(
                Engagement.Contribution(
                    kind: entries[index].kind,
                    channel: entries[index].channel,
                    rule: position,
                    points: points
                )
            )
        }
        return Engagement(asOf: day, contributions: contributions, points: sum, saturation: saturation)
    }
}
