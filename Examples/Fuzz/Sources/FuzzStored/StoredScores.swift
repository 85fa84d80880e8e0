import Foundation
import GiftModel
import Segmentation

private let numbers: [Int64] = [.min, .min + 1, -100, -1, 0, 1, 2, 5000, .max - 1, .max]

/// A search with the counts that it may have asked for.
private struct Refinement: Codable, Equatable {
    var search: CutPointSearch
    var counts: CutPointCounts
}

func checkCutPointSearch(_ data: Data) {
    if let question = comesBack(data, as: CutPointQuestion.self) {
        var counts = CutPointCounts(of: numbers, for: question)
        precondition((try? counts.merge(CutPointCounts(for: question))) != nil, "nothing cannot be added")
    }
    if let counts = comesBack(data, as: CutPointCounts.self) {
        var twice = counts
        try? twice.merge(counts)
    }
    if let search = comesBack(data, as: CutPointSearch.self) { finish(search) }
    if var both = comesBack(data, as: Refinement.self), (try? both.search.refine(with: both.counts)) != nil {
        finish(both.search)
    }
}

/// Answers what `search` asks for as long as that leads on.
private func finish(_ search: CutPointSearch) {
    var search = search
    while let question = search.wanted {
        let counts = CutPointCounts(of: numbers, for: question)
        guard (try? search.refine(with: counts)) != nil else { break }
    }
    guard let points = search.cutPoints else { return }
    precondition(points.levels == search.levels, "a search finds other levels than it looks for")
}

func checkValueCounts(_ data: Data) {
    guard let counts = comesBack(data, as: ValueCounts.self) else { return }
    var twice = counts
    twice.merge(counts)
    precondition(twice.values.map(\.value) == counts.values.map(\.value))
    for rule in CutRule.allCases {
        for levels in [2, 3, 5, 100] {
            guard let points = CutPoints(dividing: counts, into: levels, by: rule) else {
                precondition(counts.isEmpty, "`\(rule)` finds nothing")
                continue
            }
            let distribution = points.distribution(of: counts)
            precondition(distribution.customers == counts.customers, "customers are lost")
            for score in 1...points.levels { _ = points.range(ofScore: score) }
        }
    }
}

func checkScoreCounts(_ data: Data) {
    guard let counts = comesBack(data, as: ScoreCounts.self) else { return }
    var twice = counts
    precondition((try? twice.merge(counts)) != nil, "counts of the same rules and day do not merge")
    try? twice.add([Sample.purchases.figures(asOf: counts.asOf)].compactMap(\.self))
    for counts in [counts, twice] {
        if let scale = ScoreScale(from: counts) { use(scale) }
        use(Population(from: counts))
    }
}

func checkScoreRules(_ data: Data) {
    guard let rules = comesBack(data, as: ScoreRules.self) else { return }
    for day in Sample.days {
        var counts = ScoreCounts(by: rules, asOf: day, in: .eur)
        try? counts.add([Sample.purchases.figures(asOf: day)].compactMap(\.self))
        for rule in rules.rules where counts[rule.dimension]?.isEmpty == true {
            let told: [ScoreDimension] = [.recency, .frequency, .monetary, .averageOrderValue]
            if !told.contains(rule.dimension) { counts.add(numbers, on: rule.dimension) }
        }
        if let scale = ScoreScale(from: counts) { use(scale) }
    }
}

func checkScoreScale(_ data: Data) {
    comeBack(data, as: DimensionScale.self, ScoreRule.self)
    if let distribution = comesBack(data, as: ScoreDistribution.self) {
        _ = distribution.emptyLevels
        for score in distribution.counts.indices { _ = distribution.customers(atLeast: score + 1) }
    }
    if let scale = comesBack(data, as: ScoreScale.self) { use(scale) }
}

func use(_ scale: ScoreScale) {
    for dimension in scale.dimensions {
        for value in numbers + dimension.cutPoints.values.prefix(8) {
            let score = dimension.score(of: value)
            precondition(scale.score(of: value, on: dimension.dimension) == score)
            Sample.tell(
                [scale.reason(for: value, on: dimension.dimension), dimension.share(ofScore: score)].compactMap(\.self)
            )
        }
    }
    for day in Sample.days {
        guard let figures = Sample.purchases.figures(asOf: day) else { continue }
        _ = scale.scores(of: figures).cell
        Sample.tell(scale.reasons(for: figures))
    }
}

func checkScoreWeights(_ data: Data) {
    guard let weights = comesBack(data, as: ScoreWeights.self) else { return }
    let scores = RFMScores(recency: 5, frequency: 100, monetary: 1)
    let further: [ScoreDimension: Int] = [.averageOrderValue: 100, .engagement: 1, .points: 7, "storeVisits": 3]
    guard let composite = weights.composite(of: scores, further: further) else { return }
    precondition(composite.total == composite.parts.reduce(0) { $0 + $1.contribution })
    Sample.tell(composite.reasons)
}

func checkQuadrants(_ data: Data) {
    if let sample = comesBack(data, as: QuadrantSample.self) {
        var twice = sample
        precondition((try? twice.merge(sample)) != nil, "a sample does not merge with itself")
        for cuts in [sample.cuts, twice.cuts].compactMap(\.self) { use(cuts) }
    }
    if let cuts = comesBack(data, as: QuadrantCuts.self) { use(cuts) }
}

func use(_ cuts: QuadrantCuts) {
    for number in numbers + [nil] {
        for other in numbers + [nil] {
            let value = number.map { Money(minorUnits: $0, in: cuts.currency) }
            guard let assessment = try? cuts.assessment(value: value, interaction: other) else {
                preconditionFailure("an amount in the same currency is refused")
            }
            precondition((assessment.quadrant == nil) == (number == nil || other == nil))
            Sample.tell(assessment.reasons)
        }
    }
}
