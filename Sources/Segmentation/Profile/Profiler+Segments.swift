public import GiftModel

extension Profiler {
    /// Returns what segments may ask about the customer with this `history` and this `profile` of it, each with the day
    /// on which it may become another.
    ///
    /// It is what a single customer's answers are explained and foreseen by:
    ///
    /// ```swift
    /// let answer = rules.segments?.answer(for: try profiler.segmentFacts(of: history, profile), in: "loyal")
    /// answer?.reasons                // why
    /// answer?.nextPossibleChange     // until when
    /// ```
    ///
    /// - Complexity: O(*n*²) in the days of the purchases, and that of the next change of tier, tags and engagement.
    public func segmentFacts(of history: CustomerHistory, _ profile: CustomerProfile) -> SegmentFacts {
        let purchases = history.purchases(asOf: profile.asOf)
        var profile = profile
        var facts = SegmentFacts(asFarAsKnown: purchases, figures: profile.purchases)
        describe(history, &profile, in: &facts)
        facts.scores = profile.scores.map { scores in
            SegmentFacts.Dated(
                scores,
                until: profile.purchases.flatMap { population.scale?.nextRecencyChange(of: $0) }
            )
        }
        facts.stage = profile.stage.stage.map { SegmentFacts.Dated($0, until: profile.stage.nextPossibleChange) }
        facts.tier = profile.tier.map { standing in
            // What a tier needs that is not known may be needed no more once a window has rolled on.
            let tomorrow = profile.asOf.adding(days: 1)
            let until = standing.isDetermined ? nextTierChange(of: history, purchases) : tomorrow
            return SegmentFacts.Dated(standing.tier.id, until: until)
        }
        let decay = interactions(of: history)
            .flatMap { rules.engagement?.nextChange(of: $0, asOf: profile.asOf) }
        facts.furtherScores = profile.furtherScores.map { known in
            let dimension = further.first { $0.scale.dimension == known.dimension }
            let until = dimension?.source == .engagement ? decay : dimension?.end(of: history, after: profile.asOf)
            return SegmentFacts.Score(known.dimension, SegmentFacts.Dated(Int64(known.score), until: until))
        }
        for dimension in further
        where !profile.furtherScores.contains(where: { $0.dimension == dimension.scale.dimension }) {
            facts.awaitedScores[dimension.scale.dimension] = dimension.end(of: history, after: profile.asOf)
        }
        facts.standings = nil
        facts.tags =
            rules.tags == nil
            ? nil
            : profile.tags.map { tag in
                SegmentFacts.Tag(tag.tag, isHeld: SegmentFacts.Dated(tag.isHeld, until: tag.heldUntil))
            }
        return facts
    }

    /// Returns the first later day on which anything in this `profile` that is no number can change without any
    /// activity: a score, the stage, the tier, a tag, a sign of leaving or a segment.
    ///
    /// - Returns: A day that is never late and may be early; `nil` when only an activity can change anything.
    /// - Complexity: As for the facts, and that of the segments' next change.
    public func nextPossibleChange(of history: CustomerHistory, _ profile: CustomerProfile) -> CalendarDate? {
        let purchases = history.purchases(asOf: profile.asOf)
        let facts = segmentFacts(of: history, profile)
        var days = [facts.scores?.until, facts.stage?.until ?? profile.stage.nextPossibleChange]
        days.append(facts.tier?.until)
        days += facts.furtherScores.map(\.score.until)
        days += facts.awaitedScores.values.map(\.self)
        days += profile.tags.map(\.heldUntil)
        if let churn = rules.churn {
            let evidence = evidence(of: history, purchases, windowDays: churn.windowDays)
            days += ChurnSignal.allCases.map { churn.nextChange(of: $0, in: evidence) }
        }
        days.append(rules.segments?.nextPossibleChange(for: facts))
        return days.compactMap(\.self).min()
    }

    /// Adds to `facts` of the purchases what else segments may ask about, without the days on which it may become
    /// another.
    ///
    /// Both are lent and not copied, and the profile stays as it is.
    func describe(_ history: CustomerHistory, _ profile: inout CustomerProfile, in facts: inout SegmentFacts) {
        facts.interactions = interactions(of: history)
        if observesComplaints { facts.complaints = history.activities.complaints }
        if let scores = profile.scores { facts.scores = SegmentFacts.Dated(scores) }
        if !profile.furtherScores.isEmpty {
            facts.furtherScores = profile.furtherScores.map {
                SegmentFacts.Score($0.dimension, SegmentFacts.Dated(Int64($0.score)))
            }
        }
        if let stage = profile.stage.stage { facts.stage = SegmentFacts.Dated(stage) }
        if let standing = profile.tier {
            facts.tier = SegmentFacts.Dated(standing.tier.id)
            if !standing.isDetermined { facts.possibleTier = standing.possibleTier.id }
        }
        if let band = profile.band?.band { facts.valueBand = SegmentFacts.Dated(band) }
        if let quadrant = profile.quadrant?.quadrant { facts.quadrant = SegmentFacts.Dated(quadrant) }
        if rules.tags != nil { facts.standings = profile.tags }
        if let labels = history.labels { facts.labels = labels.segmentValues(from: profile.asOf) }
        facts.boxedRecord = history.boxedRecord
    }

    private func nextTierChange(of history: CustomerHistory, _ purchases: PurchaseDays) -> CalendarDate? {
        let facts = tierFacts(of: history, purchases)
        guard let course = history.tiers else { return rules.tiers.nextChange(after: facts) }
        return rules.tiers.nextChange(after: facts, in: course)
    }
}

extension SegmentFacts {
    /// Facts of `purchases`, or none where something came back of which no order is known: then it is not known what
    /// was bought.
    init(asFarAsKnown purchases: PurchaseDays, figures: PurchaseFigures?) {
        guard figures == nil, purchases.firstUnknownReturn != nil else {
            self.init(of: purchases, figures: figures)
            return
        }
        self.init(asOf: purchases.asOf)
    }
}

extension ScoreScale {
    /// The first later day on which the recency score of a customer who buys nothing becomes a lower one.
    func nextRecencyChange(of figures: PurchaseFigures) -> CalendarDate? {
        let score = recency.score(of: -Int64(figures.daysSinceLastPurchase))
        guard let least = recency.cutPoints.range(ofScore: score)?.least, let days = Int(exactly: -least) else {
            return nil
        }
        return figures.lastPurchase.adding(days: days + 1)
    }
}

extension CustomerLabels {
    /// The values of every label from `day` on, as they stand in the course of time.
    fileprivate func segmentValues(from day: CalendarDate) -> [SegmentFacts.LabelValue] {
        series.flatMap { series -> [SegmentFacts.LabelValue] in
            let label = Identifier<Label>(stringLiteral: series.id.text)
            var values: [SegmentFacts.LabelValue] = []
            var from: CalendarDate? = day
            while let start = from {
                from = series.nextBoundary(after: start)
                guard let value = series.value(on: start).flatMap(SegmentValue.init) else { continue }
                values.append(SegmentFacts.LabelValue(label, value, from: start, until: from))
            }
            return values
        }
    }
}

extension SegmentValue {
    /// A value of a label, as segments compare it: a name by its English words; `nil` for a text that is no word.
    fileprivate init?(_ value: FactValue) {
        let own: SegmentValue? =
            switch value {
            case .number(let number), .days(let number): .number(number)
            case .ratio(let ratio): .ratio(ratio)
            case .date(let date): .date(date)
            case .money(let money): .money(money)
            case .name(let name): Word(name.english).map(Self.word)
            case .code(let code): Word(code).map(Self.word)
            }
        guard let own else { return nil }
        self = own
    }
}
