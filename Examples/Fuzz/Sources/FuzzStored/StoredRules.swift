import Foundation
import GiftModel
import Segmentation

let engagementRules = Sample.made {
    try EngagementRules(
        [EngagementRules.Rule(1, for: .view, dailyCap: 3), EngagementRules.Rule(1_000_000, for: .share)],
        halfLifeDays: 30,
        saturation: 50
    )
}

/// The purchases of the sample, and those of nobody, as they stood on several days.
private let purchases = Sample.days.flatMap { day in [Sample.purchases, Sample.nobody].map { $0.days(asOf: day) } }

func checkSensitivity(_ data: Data) {
    comeBack(data, as: SensitivityRules.self)
    let evidence = [comesBack(data, as: SensitivityEvidence.self), Sample.read(sensitivity)].compactMap(\.self)
    let rules = [comesBack(data, as: SensitivityRules.self), .usual].compactMap(\.self)
    guard evidence.count + rules.count > 2 else { return }
    for rules in rules {
        for evidence in evidence {
            var twice = evidence
            try? twice.merge(evidence)
            for evidence in [evidence, twice] { Sample.tell(rules.assessment(of: evidence).reasons) }
        }
    }
}

private let sensitivity = #"{"currency":"EUR","offer":[4,1,12000,7000],"rank":[3,960960],"v":1}"#

func checkTags(_ data: Data) {
    comeBack(data, as: CustomerTag.self, TagRule.self)
    if let points = comesBack(data, as: TagPoints.self) {
        var twice = points
        twice.merge(points)
        precondition(twice.entries.map(\.tag) == points.entries.map(\.tag))
        for tag in points.entries.prefix(2).map(\.tag) {
            for holdsFrom in ["1/9223372036854775807", "1", "9223372036854775807"] {
                let rule = Sample.made {
                    try TagRule(
                        CustomerTag(id: tag, name: Sample.name("Tag")),
                        sources: [TagRule.Source(1, for: .interaction(.view))],
                        halfLifeDays: 30,
                        holdsFrom: Ratio(holdsFrom)!
                    )
                }
                for points in [points, twice] { use(Sample.made { try TagRules([rule]) }, points) }
            }
        }
    }
    if let rules = comesBack(data, as: TagRules.self) {
        var points = Sample.tags
        for rule in rules.rules.prefix(4) { points.add(1_000, for: rule.tag.id, on: Sample.today) }
        use(rules, points)
    }
}

private func use(_ rules: TagRules, _ points: TagPoints) {
    for day in Sample.days + [Sample.today] + (points.entries.first?.points.days.prefix(2).map(\.date) ?? []) {
        for standing in rules.standings(of: points, asOf: day) {
            Sample.tell([rules.reason(for: standing)])
            precondition(standing.weight.isFinite && standing.weight >= 0, "a weight is none")
            precondition(standing.heldSince.map { $0 <= day } ?? true, "a tag is held from a later day")
            precondition(standing.heldUntil.map { $0 > day } ?? true, "a tag that is held has gone")
        }
    }
}

func checkEngagementRules(_ data: Data) {
    guard let rules = comesBack(data, as: EngagementRules.self) else { return }
    for day in Sample.days {
        let engagement = rules.engagement(of: Sample.interactions, asOf: day)
        precondition((0...100).contains(engagement.score), "a score is out of its range")
        Sample.tell(engagement.reasons)
        for channel in engagement.channels { _ = engagement.score(in: channel) }
        _ = rules.nextChange(of: Sample.interactions, asOf: day)
    }
}

func checkChurnSignalRules(_ data: Data) {
    comeBack(data, as: DropRule.self)
    guard let rules = comesBack(data, as: ChurnSignalRules.self) else { return }
    for purchases in purchases {
        for expected in [nil, 0, 1e300, .infinity] as [Double?] {
            let evidence = ChurnEvidence(
                purchases,
                interactions: Sample.interactions,
                complaints: Sample.complaints,
                expectedPurchaseDays: expected
            )
            let signals = rules.signals(in: evidence)
            Sample.tell(signals.reasons)
            for signal in ChurnSignal.allCases {
                let strength = signals.strengthPerMille(of: signal)
                precondition(strength.map { 0...1000 ~= $0 } ?? true, "a strength is out of its range")
                let next = rules.nextChange(of: signal, in: evidence)
                precondition(next.map { $0 > purchases.asOf } ?? true, "a change lies in the past")
            }
        }
    }
}

func checkPromotionRisk(_ data: Data) {
    let counts = comesBack(data, as: PromotionCounts.self)
    let rules = comesBack(data, as: PromotionRiskRules.self)
    var highest = PromotionCounts()
    (highest.accountsOnDevice, highest.daysToFirstRedemption) = (.max, .min)
    (highest.discountedOrders, highest.orders) = (.max, .max)
    guard counts != nil || rules != nil else { return }
    for counts in [counts, highest, PromotionCounts()].compactMap(\.self) {
        let risk = (rules ?? .usual).risk(of: "c-1", by: counts)
        precondition(risk.score == risk.contributions.reduce(0) { $0 + $1.points })
        Sample.tell(risk.reasons)
    }
}

func checkValueBandRules(_ data: Data) {
    comeBack(data, as: ValueRequirement.self, ServiceStandard.self)
    guard let rules = comesBack(data, as: ValueBandRules.self) else { return }
    let currency = rules.currency
    for summary in [PurchaseSummary(of: "c-1", in: currency), Sample.purchases] {
        for day in Sample.days {
            for value in [nil, Int64.min, 0, .max] {
                let value = value.map { Money(minorUnits: $0, in: currency) }
                let figures = try? ValueFigures(of: summary.days(asOf: day), spend: rules.spend, lifetimeValue: value)
                guard let figures, let assessment = try? rules.assessment(of: figures) else { continue }
                Sample.tell(assessment.reasons)
                _ = (assessment.band, assessment.unknown, assessment.gap)
            }
        }
    }
}

func checkStageRules(_ data: Data) {
    guard let rules = comesBack(data, as: StageRules.self) else { return }
    for model in [nil, Sample.model] {
        var mark: StageMark?
        for purchases in purchases {
            let assessment = rules.assessment(of: purchases, model: model)
            check(assessment, asOf: purchases.asOf)
            if let mark { check(rules.assessment(of: purchases, following: mark, model: model), asOf: purchases.asOf) }
            mark = assessment.mark
        }
        for day in Sample.days {
            let spells = rules.history(of: Sample.purchases, through: day, model: model)
            precondition(!spells.isEmpty && zip(spells, spells.dropFirst()).allSatisfy { $0.stage != $1.stage })
            let assessment = rules.assessment(of: Sample.purchases.days(asOf: day), model: model)
            precondition(rules.minimumStayDays > 0 || !rules.isWithoutMemory || spells.last?.stage == assessment.stage)
        }
    }
}

extension StageRules {
    fileprivate var isWithoutMemory: Bool { rules.allSatisfy { $0.stays.isEmpty } }
}

private func check(_ assessment: StageAssessment, asOf day: CalendarDate) {
    Sample.tell(assessment.reasons)
    precondition(assessment.asOf == day && assessment.since.map { $0 <= day } ?? true)
    precondition(assessment.nextPossibleChange.map { $0 > day } ?? true, "a change lies in the past")
}

func checkStageMark(_ data: Data) {
    guard let mark = comesBack(data, as: StageMark.self) else { return }
    for rules in [Sample.stages, Sample.patientStages] {
        for purchases in purchases {
            check(rules.assessment(of: purchases, following: mark, model: Sample.model), asOf: purchases.asOf)
        }
    }
}
