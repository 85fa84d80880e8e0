import Foundation
import GiftModel
import Segmentation

func checkPurchaseSummary(_ data: Data) {
    guard let summary = comesBack(data, as: PurchaseSummary.self) else { return }
    use(summary)
}

private func use(_ summary: PurchaseSummary) {
    var twice = summary
    precondition((try? twice.merge(summary)) != nil && twice == summary, "merging a summary with itself changes it")
    let own = summary.days.prefix(4).map(\.date)
    for day in Sample.days + own {
        let purchases = summary.days(asOf: day)
        precondition(purchases.days.allSatisfy { $0.date <= day && $0.orders >= 0 }, "a day is not of its summary")
        precondition(zip(purchases.days, purchases.days.dropFirst()).allSatisfy { $0.date < $1.date })
        for length in [Int.min, 0, 1, 90, .max] {
            let window = purchases.days(inDays: length, through: day)
            precondition(purchases.purchaseDays(inDays: length, through: day) <= window.count)
        }
        _ = (purchases.rhythm()?.medianGap, purchases.rhythm(fromAtLeast: 5)?.gaps)
        _ = purchases.repeatSpend.meanMinorUnits
        if let figures = purchases.figures {
            precondition(figures.firstPurchase <= figures.lastPurchase && figures.lastPurchase <= day)
            precondition(0 < figures.purchaseDays && figures.purchaseDays <= figures.orders)
            for basis in SpendBasis.allCases { _ = figures.averageOrderValue(basis, rounding: .halfEven) }
            precondition((0...1).contains(Sample.model.activityProbability(of: figures)))
            precondition(Sample.model.expectedPurchases(of: figures, inDays: 90).isFinite)
        }
        for rules in [Sample.stages, Sample.patientStages] {
            let assessment = rules.assessment(of: purchases, model: Sample.model)
            Sample.tell(assessment.reasons)
            precondition(assessment.nextPossibleChange.map { $0 > day } ?? true, "a change lies in the past")
        }
        for ladder in [Sample.ladder, Sample.dailyLadder] { use(ladder, TierFacts(purchases), after: .empty) }
    }
    _ = Sample.patientStages.history(of: summary, through: Sample.last, model: Sample.model)
}

func checkPurchaseSummaries(_ data: Data) {
    guard let summaries = comesBack(data, as: PurchaseSummaries.self) else { return }
    var twice = summaries
    precondition(
        (try? twice.merge(summaries)) != nil && twice == summaries,
        "merging them with themselves changes them"
    )
    precondition((try? summaries.joined(by: IdentityMap())) == summaries, "joining nobody changes them")
    for summary in summaries.ordered.prefix(2) { use(summary) }
    for day in Sample.days {
        guard let population = try? Population.learn(from: summaries.ordered, asOf: day, spend: .net) else { continue }
        use(population)
    }
}

func checkActivitySummary(_ data: Data) {
    guard let summary = comesBack(data, as: ActivitySummary.self) else { return }
    var twice = summary
    try? twice.merge(summary)
    precondition(twice.purchases == summary.purchases, "merging purchases with themselves changes them")
    for summary in [summary, twice] {
        for day in Sample.days {
            guard let profile = try? profiler.profile(of: CustomerHistory(summary), asOf: day) else { continue }
            tell(profile, of: CustomerHistory(summary), by: profiler)
        }
    }
}

func checkInteractionSummary(_ data: Data) {
    guard let summary = comesBack(data, as: InteractionSummary.self) else { return }
    var twice = summary
    twice.merge(summary)
    precondition(twice.entries.count == summary.entries.count, "the same entries are not the same")
    for summary in [summary, twice] {
        for day in Sample.days {
            precondition(summary.count(through: day) >= 0)
            let engagement = engagementRules.engagement(of: summary, asOf: day)
            precondition((0...100).contains(engagement.score), "a score is out of its range")
            Sample.tell(engagement.reasons)
            let next = engagementRules.nextChange(of: summary, asOf: day)
            precondition(next.map { $0 > day } ?? true, "a change lies in the past")
        }
    }
}

func checkDailyCounts(_ data: Data) {
    guard let counts = comesBack(data, as: DailyCounts.self) else { return }
    var twice = counts
    twice.merge(counts)
    precondition(twice.days.map(\.date) == counts.days.map(\.date))
    for day in Sample.days {
        for length in [Int.min, 0, 1, 90, .max] { precondition(twice.sum(inDays: length, through: day) >= 0) }
        precondition(counts.days(from: day, through: day).count <= 1)
    }
}

func checkChannelUse(_ data: Data) {
    guard let use = comesBack(data, as: ChannelUse.self) else { return }
    var twice = use
    try? twice.merge(use)
    for use in [use, twice] {
        Sample.tell([use.reason])
        precondition(use.preferred.map { use[$0] != nil } ?? true, "a channel that nobody used is preferred")
    }
}

func checkGiftKindUse(_ data: Data) {
    guard let use = comesBack(data, as: GiftKindUse.self) else { return }
    var twice = use
    twice.merge(use)
    for use in [use, twice] {
        for minimum in [Int64.min, 0, 3, .max] {
            Sample.tell([use.preference(on: Sample.today, minimumAnswers: minimum).reason])
        }
    }
}

func checkLabels(_ data: Data) {
    comeBack(data, as: LabelList.self)
    guard let labels = comesBack(data, as: CustomerLabels.self) else { return }
    var twice = labels
    twice.merge(labels)
    precondition(twice == labels, "merging labels with themselves changes them")
    for day in Sample.days {
        for label in labels.labels.prefix(4) {
            _ = (labels.value(of: label, on: day), labels.reason(of: label, on: day))
        }
        _ = labels.asKnown(on: day)
        var history = CustomerHistory(Sample.purchases)
        history.labels = labels
        guard let profile = try? profiler.profile(of: history, asOf: day) else { continue }
        _ = profiler.segmentFacts(of: history, profile)
    }
}
