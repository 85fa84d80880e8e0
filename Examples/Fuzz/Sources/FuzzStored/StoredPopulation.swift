import Foundation
import GiftModel
import Segmentation

func checkClustering(_ data: Data) {
    guard let clustering = comesBackUnhashed(data, as: Clustering.self) else { return }
    let width = clustering.features.count
    for number in [-1e100, -1, 0, 2.5, 1e100, .infinity, .nan] {
        let numbers = [Double](repeating: number, count: width)
        let cluster = clustering.cluster(of: numbers)
        precondition(
            cluster.map(clustering.clusters.indices.contains) ?? !number.isFinite,
            "a customer is in no cluster"
        )
        for index in clustering.clusters.indices.prefix(8) {
            _ = clustering.proposal(ofCluster: index).holds(for: numbers)
        }
    }
    for index in clustering.clusters.indices.prefix(8) {
        Sample.tell(clustering.reasons(ofCluster: index) + clustering.proposal(ofCluster: index).reasons)
        precondition(clustering.clusters[index].center.allSatisfy(\.isFinite), "a center is nowhere")
    }
    let columns = clustering.features.map { FeatureColumn($0, [0, 4]) }
    guard let table = try? FeatureTable(of: ["a", "b"], columns) else { return }
    precondition(clustering.clusters(of: table).count == 2)
    _ = clustering.agreement(ofCluster: 0, in: table)
}

func checkActivityModel(_ data: Data) {
    guard let model = comesBackUnhashed(data, as: ModifiedBetaGeometricModel.self) else { return }
    for (repeats, last, age) in [(0, 0, 0), (0, 0, 3652), (1, 1e-3, 1e-3), (40, 300, 301), (2000, 3e6, 3e6)] {
        let active = model.activityProbability(repeatPurchases: repeats, ageAtLastPurchase: last, age: age)
        precondition((0...1).contains(active), "`\(active)` is no probability")
        for time in [0, 1e-9, 1, 100, 1e6] {
            let expected = model.expectedPurchases(
                repeatPurchases: repeats,
                ageAtLastPurchase: last,
                age: age,
                within: time
            )
            precondition(expected.isFinite && expected >= 0, "`\(expected)` are expected")
        }
    }
    let rules = [
        Sample.patientStages,
        Sample.made { try StageRules([StageRule(.dormant, when: [.activityBelow(.percent(1))])], otherwise: .mature) },
    ]
    for day in Sample.days {
        for rules in rules {
            let assessment = rules.assessment(of: Sample.purchases.days(asOf: day), model: model)
            precondition(assessment.nextPossibleChange.map { $0 > day } ?? true, "a change lies in the past")
            Sample.tell(assessment.reasons)
        }
    }
}

func checkPopulation(_ data: Data) {
    guard let population = comesBackUnhashed(data, as: Population.self) else { return }
    use(population)
}

/// Rules for everything.
private let rules = {
    var rules = ProfileRules(stages: Sample.patientStages, tiers: Sample.ladder)
    rules.engagement = engagementRules
    rules.churn = .usual
    rules.sensitivity = .usual
    rules.promotionRisk = .usual
    rules.tags = Sample.read(
        #"""
        [{"tag":{"id":"skiTrip","name":{"en":"Winter ski trip","zh":"冬季滑雪旅行"}},"halfLifeDays":14,
        "holdsFrom":"1","sources":[{"products":["skis"],"points":5}]}]
        """#
    )
    return rules
}()

/// A profiler with a population of nobody.
let profiler = Profiler(
    population: Population(
        from: ScoreCounts(by: Sample.made { try ScoreRules(spend: .net) }, asOf: Sample.today, in: .eur)
    ),
    rules: rules
)

func use(_ population: Population) {
    if let scale = population.scale { use(scale) }
    if let cuts = population.quadrants { use(cuts) }
    let profiler = Profiler(population: population, rules: rules)
    let history = CustomerHistory(Sample.purchases)
    for day in Sample.days + [population.asOf] {
        guard let profile = try? profiler.profile(of: history, asOf: day) else { continue }
        tell(profile, of: history, by: profiler)
    }
}

/// Says why `profile` is as it is.
func tell(_ profile: CustomerProfile, of history: CustomerHistory, by profiler: Profiler) {
    let next = profiler.nextPossibleChange(of: history, profile)
    precondition(next.map { $0 > profile.asOf } ?? true, "a change lies in the past")
    Sample.tell(profile.stage.reasons + (profile.quadrant?.reasons ?? []) + (profile.engagement?.reasons ?? []))
    Sample.tell((profile.churn?.reasons ?? []) + (profile.sensitivity?.reasons ?? []))
    precondition(profile.activityProbability.map((0...1).contains) ?? true)
}
