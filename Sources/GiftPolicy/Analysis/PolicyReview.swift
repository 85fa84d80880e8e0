import GiftModel
import Segmentation

/// A policy that is looked at without its customers, with what is known beside it and how its rules stand to others.
struct PolicyReview {
    let document: PolicyDocument
    let background: PolicyBackground
    let analysis: RuleAnalysis
    /// The tiers, lowest first.
    let tiers: [Tier]
    /// The gifts that there are, if their costs can be compared with the policy's amounts.
    let catalog: Catalog?
    /// What each of them costs.
    let costs: [Money]
    private let probes: PolicyProbes

    init(of document: PolicyDocument, against background: PolicyBackground) {
        let probes = PolicyProbes(
            of: document,
            asksForTiers: background.catalog != nil || !document.approvals.isEmpty
        )
        self.document = document
        self.background = background
        self.analysis = RuleAnalysis(of: document, probing: probes.conditions)
        self.tiers = document.tiers.tiers
        self.catalog = background.catalog.flatMap { $0.currency == document.tiers.currency ? $0 : nil }
        self.costs = catalog?.gifts.map(\.cost.expected) ?? []
        self.probes = probes
    }

    /// The currency of every amount.
    var currency: Currency { document.tiers.currency }

    /// Whether the tiers are told apart.
    var asksForTiers: Bool { probes.position(ofTier: 0) != nil }

    /// Returns the positions of the tiers of those whom a rule may be for.
    func tiers(of rule: Int) -> [Int] {
        var lowest = 0
        if case .tierReached(let id, _) = document.rules[rule].trigger {
            // Who has reached it stands there or higher.
            lowest = tiers.firstIndex { $0.id == id } ?? 0
        }
        return (lowest..<tiers.count)
            .filter { tier in
                guard let probe = probes.position(ofTier: tier) else { return true }
                return analysis.overlap(rule, probe: probe) == .holds
            }
    }

    /// Returns whether a rule is for somebody of this tier for whom a guard stands.
    func overlap(_ rule: Int, ofTier tier: Int, withGuard index: Int) -> Truth {
        probes.position(ofGuard: index, tier: tier).map { analysis.overlap(rule, probe: $0) } ?? .holds
    }

    /// Returns whether a guard stands for everybody whom a rule is for; an exclusion, whether it forbids them all.
    func isSubsumed(_ rule: Int, byGuard index: Int) -> Truth {
        probes.position(ofGuard: index).map { analysis.isSubsumed(rule, byProbe: $0) } ?? .holds
    }

    /// Returns what somebody of this tier is like for whom a rule is and, if one is named, a guard stands.
    func witness(of rule: Int, ofTier tier: Int, withGuard index: Int? = nil) -> SegmentCondition? {
        let probe = index.flatMap { probes.position(ofGuard: $0, tier: tier) } ?? probes.position(ofTier: tier)
        return probe.flatMap { analysis.witness(of: rule, probe: $0) }
    }
}

/// The conditions that are looked at beside those of the rules: each tier, whom each guard stands for, and both.
struct PolicyProbes {
    private(set) var conditions: [SegmentCondition] = []
    private var tiers: [Int] = []
    private var guards: [Int: (whole: Int, tiers: [Int])] = [:]

    init(of document: PolicyDocument, asksForTiers: Bool) {
        func add(_ condition: SegmentCondition) -> Int {
            conditions.append(condition)
            return conditions.count - 1
        }
        if asksForTiers || document.rules.contains(where: { $0.selections.tellTiersApart }) {
            tiers = document.tiers.tiers.map { add(.tier(.equal, $0.id)) }
        }
        for (index, source) in document.guards.enumerated() {
            guard let condition = source.probe else { continue }
            let parts = tiers.map { conditions[$0] }
            guards[index] = (add(condition), parts.map { add(condition && $0) })
        }
    }

    func position(ofTier tier: Int) -> Int? { tiers.isEmpty ? nil : tiers[tier] }

    func position(ofGuard index: Int) -> Int? { guards[index]?.whole }

    func position(ofGuard index: Int, tier: Int) -> Int? {
        guards[index].map { $0.tiers.isEmpty ? $0.whole : $0.tiers[tier] }
    }
}

extension Guard {
    /// Whom it forbids everything, or a limit whom it is for; `nil` when that is everybody or is not asked.
    fileprivate var probe: SegmentCondition? {
        switch kind {
        case .exclusion(let condition, _): audience.condition.map { $0 && condition } ?? condition
        case .limit: audience.condition
        default: nil
        }
    }
}

extension GuardAudience {
    fileprivate var condition: SegmentCondition? {
        func words(_ texts: [String]) -> Set<SegmentValue.Word> { Set(texts.compactMap { SegmentValue.Word($0) }) }
        let parts = [
            recipients.isEmpty
                ? nil : SegmentCondition.oneOf(.trait(.recipientKind), words(recipients.map(\.name.text))),
            jurisdictions.isEmpty
                ? nil : SegmentCondition.oneOf(.trait(.jurisdiction), words(jurisdictions.map(\.letters))),
        ]
        .compactMap(\.self)
        return parts.isEmpty ? nil : parts.count == 1 ? parts[0] : .all(parts)
    }
}

extension [GiftSelection] {
    /// Whether customers of one tier may be given for another price than those of another.
    fileprivate var tellTiersApart: Bool { contains { $0.prices.contains { !$0.tiers.isEmpty } } }
}
