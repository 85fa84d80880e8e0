public import GiftModel
public import Segmentation

/// How the rules of a policy stand to one another, found without asking any customer.
///
/// All customers there can be are looked at, as combinations of the values that conditions tell apart. Attributes count
/// as independent of one another, so a rule that contradicts itself only because 30 days are fewer than 90 is not
/// found. Whether one rule hides another is judged for customers of whom all is known that is asked.
///
/// ```swift
/// let analysis = RuleAnalysis(of: document)
/// analysis.findings.map(\.description)          // /rules/3/when: nobody meets the condition of “wakeup”
/// analysis.witness(of: 0, and: 1)               // somebody whom both rules are for
/// ```
///
/// Rules are named by their position in the document; one whose condition has a fault is left out.
public struct RuleAnalysis: Sendable {
    /// The policy whose rules are analyzed.
    public let document: PolicyDocument
    private let conditions: SegmentAnalysis
    private let rules: [Int]
    private let firstProbe: Int

    /// An analysis of the rules of `document`.
    ///
    /// - Complexity: O(*n* log *n*) in the comparisons, times the values with which an attribute is compared, and at
    ///   most 5,000 conjunctions for each rule.
    public init(of document: PolicyDocument) { self.init(of: document, probing: []) }

    /// An analysis of the rules of `document` that can be asked how they stand to these conditions as well.
    init(of document: PolicyDocument, probing probes: [SegmentCondition]) {
        let own = document.conditions
        let asked = SegmentDocument(
            id: own.id,
            currency: own.currency,
            tiers: own.tiers,
            labels: own.labels,
            segments: own.segments
                + probes.enumerated()
                .map { Segment(id: Segment.ID(stringLiteral: "#probe-\($0)"), name: document.name, where: $1) }
        )
        let conditions = SegmentAnalysis(of: asked, from: document.segments.count)
        self.document = document
        self.conditions = conditions
        self.rules = conditions.positions.map { $0 - document.segments.count }.filter(document.rules.indices.contains)
        self.firstProbe = own.segments.count
    }

    private func position(_ rule: Int) -> Int { document.segments.count + rule }

    private func find(_ isTold: (Int) -> Bool) -> [Rule.ID] {
        rules.filter(isTold).map { document.rules[$0].id }
    }
}

extension RuleAnalysis {
    /// The rules whose conditions hold for nobody.
    ///
    /// - Complexity: O(*n*) in the rules.
    public var unsatisfiable: [Rule.ID] { find { conditions.isPossible(position($0)) == .fails } }

    /// The rules whose conditions fail for nobody, those that ask for nothing among them.
    ///
    /// - Complexity: O(*n*) in the rules.
    public var alwaysTrue: [Rule.ID] { find { conditions.isCertain(position($0)) == .holds } }

    /// Returns whether two rules are for some of the same customers.
    ///
    /// - Complexity: O(*b*²) for conditions of *b* alternatives.
    public func overlap(_ one: Int, _ other: Int) -> Truth {
        if let arm = document.rules[one].arm, let otherArm = document.rules[other].arm, arm.excludes(otherArm) {
            return .fails
        }
        return conditions.overlap(position(one), position(other))
    }

    /// Returns what the first customer is like whom both rules are for, or `nil` when there is none.
    ///
    /// It tells the attributes by which the two conditions choose. They are taken in the order of the document's labels
    /// and then of its conditions, and of each the first value that leaves somebody: the least number, the first word,
    /// no before yes, and what is not known last. It is `nil` also when it would take too long to find out.
    ///
    /// - Complexity: O(*b*²) for conditions of *b* alternatives.
    public func witness(of one: Int, and other: Int) -> SegmentCondition? {
        overlap(one, other) == .fails ? nil : conditions.example(in: position(one), and: position(other))
    }

    /// Returns whether everybody whom a rule is for, and of whom enough is known, is one whom `other` is for.
    ///
    /// - Complexity: O(*b*²) for conditions of *b* alternatives.
    public func isSubsumed(_ rule: Int, by other: Int) -> Truth {
        guard spares(other, whomIsFor: rule) else { return .fails }
        return conditions.isWithin(position(other), position(rule))
    }

    /// Whether no experiment keeps a rule from somebody whom `rule` is for.
    private func spares(_ other: Int, whomIsFor rule: Int) -> Bool {
        document.rules[other].arm == nil || document.rules[other].arm == document.rules[rule].arm
    }

    /// Returns the rules of higher rank behind which a rule never gets its turn, or `nil` when it does.
    ///
    /// Of higher rank is a rule of higher priority, or of the same priority and a name that comes first by its bytes.
    ///
    /// - Parameter others: The rules of the same exclusive group.
    /// - Returns: Rules none of which can be left out, by rank; `nil` also of a rule for nobody, and when it would
    ///   take too long to find out.
    /// - Complexity: at most 5,000 conjunctions for each of the others.
    public func cover(of rule: Int, by others: [Int]) -> [Int]? {
        guard conditions.isPossible(position(rule)) == .holds else { return nil }
        let ranked = others.filter { $0 != rule && goes($0, before: rule) && spares($0, whomIsFor: rule) }
            .sorted { goes($0, before: $1) }
        let cover = conditions.cover(of: position(rule), by: ranked.map(position))
        return cover?.map { $0 - document.segments.count }
    }

    /// Returns what somebody is like whom none of these rules is for that are not for one arm of an experiment alone
    /// and of whom enough is known, or `nil` when there is nobody.
    ///
    /// - Throws: ``TooComplex`` when it would take too long to find out.
    /// - Complexity: at most 5,000 conjunctions.
    public func uncovered(by rules: [Int]) throws(TooComplex) -> SegmentCondition? {
        do throws(SegmentAnalysis.Undecided) {
            return try conditions.rest(besides: rules.filter { document.rules[$0].arm == nil }.map(position))
        } catch {
            throw TooComplex()
        }
    }

    /// What would take too long to find out.
    public struct TooComplex: Error, Hashable, Sendable {}
}

extension RuleAnalysis {
    /// The positions of the rules whose conditions hold for somebody.
    var possible: [Int] { rules.filter { conditions.isPossible(position($0)) == .holds } }

    /// Returns whether a rule is for some of the customers for whom a probe holds.
    func overlap(_ rule: Int, probe: Int) -> Truth { conditions.overlap(position(rule), firstProbe + probe) }

    /// Returns whether a probe holds for everybody whom a rule is for and of whom enough is known.
    func isSubsumed(_ rule: Int, byProbe probe: Int) -> Truth {
        conditions.isWithin(firstProbe + probe, position(rule))
    }

    /// Returns what the first customer is like whom a rule is for and for whom a probe holds.
    func witness(of rule: Int, probe: Int) -> SegmentCondition? {
        conditions.example(in: position(rule), and: firstProbe + probe)
    }

    /// Returns whether a rule goes before another: by priority, and of the same priority by name.
    func goes(_ one: Int, before other: Int) -> Bool {
        let (left, right) = (document.rules[one], document.rules[other])
        return left.priority == right.priority ? left.id < right.id : left.priority > right.priority
    }
}

extension RuleAnalysis {
    /// What the author of the policy should know about its rules, in their order.
    ///
    /// A rule is compared with those of the same trigger only, for others do not come round with it. Of several rules
    /// that subsume one, or tie with one, the first in the document is told. That everybody meets the condition
    /// `{"all":[]}` is no finding, for so it is written.
    ///
    /// - Complexity: O(*n*²) in the rules of one trigger, and that of ``cover(of:by:)`` for each in an exclusive group.
    public var findings: [PolicyFinding] { findingsByRule.flatMap(\.findings) }

    /// The findings about each rule that was looked at, in their order.
    var findingsByRule: [(rule: Int, findings: [PolicyFinding])] {
        var alike: [Trigger: [Int]] = [:]
        for rule in rules { alike[document.rules[rule].trigger, default: []].append(rule) }
        var groups: [Rule.ID: Int] = [:]
        for (index, group) in document.groups.enumerated() where group.keeping == .first {
            for rule in group.rules { groups[rule] = index }
        }
        return alike.values
            .flatMap { alike -> [(rule: Int, findings: [PolicyFinding])] in
                let grouped = Dictionary(grouping: alike) { groups[document.rules[$0].id] }
                return alike.map { rule in
                    let own = ownFindings(of: rule)
                    guard conditions.isPossible(position(rule)) == .holds else { return (rule, own) }
                    let group = groups[document.rules[rule].id]
                    let rivals = group == nil ? [] : grouped[group, default: []]
                    return (rule, own + findings(of: rule, among: alike, in: rivals))
                }
            }
            .sorted { $0.rule < $1.rule }
    }

    private func path(_ rule: Int) -> String { "/rules/\(rule)" }

    private func ownFindings(of rule: Int) -> [PolicyFinding] {
        let id = document.rules[rule].id
        let path = path(rule) + "/when"
        func places(_ paths: [String]) -> [String] { paths.map(document.place(ofConditionsAt:)) }
        switch (conditions.isPossible(position(rule)), conditions.isCertain(position(rule))) {
        case (.fails, _):
            return [
                PolicyFinding(at: path, .neverHolds(id), because: places(conditions.conflict(in: position(rule))))
            ]
        case (_, .holds):
            guard document.rules[rule].condition != .all([]) else { return [] }
            return [
                PolicyFinding(at: path, .alwaysHolds(id), because: places(conditions.tautology(in: position(rule))))
            ]
        case (.unknown, _), (_, .unknown): return [PolicyFinding(at: path, .tooComplex(id))]
        case (.holds, .fails):
            return conditions.isComplete(position(rule)) ? [] : [PolicyFinding(at: path, .tooComplex(id))]
        }
    }

    private func findings(of rule: Int, among alike: [Int], in group: [Int]) -> [PolicyFinding] {
        let own = document.rules[rule]
        if let hiding = cover(of: rule, by: group), let first = hiding.first {
            let problem = PolicyFinding.Problem.unreachable(own.id, behind: hiding.map { document.rules[$0].id })
            return [
                PolicyFinding(
                    at: path(rule),
                    problem,
                    because: [path(rule)] + hiding.map(path),
                    for: witness(of: rule, and: first)
                )
            ]
        }
        var findings: [PolicyFinding] = []
        func tell(_ problem: PolicyFinding.Problem, with other: Int) {
            findings.append(
                PolicyFinding(
                    at: path(rule),
                    problem,
                    because: [path(rule), path(other)],
                    for: witness(of: rule, and: other)
                )
            )
        }
        if let other = alike.first(where: { $0 != rule && subsumes($0, rule) }) {
            tell(.subsumed(own.id, by: document.rules[other].id), with: other)
        }
        if let other = alike.first(where: { isTied($0, with: rule) }) {
            tell(.tied(own.id, with: document.rules[other].id), with: other)
        }
        return findings
    }

    /// Whether a rule subsumes another; of two for the same customers the first in the document does.
    private func subsumes(_ other: Int, _ rule: Int) -> Bool {
        isSubsumed(rule, by: other) == .holds && (other < rule || isSubsumed(other, by: rule) != .holds)
    }

    /// Whether a rule comes earlier in the document and only the names tell which of the two goes first.
    private func isTied(_ other: Int, with rule: Int) -> Bool {
        other < rule && document.rules[other].priority == document.rules[rule].priority
            && overlap(other, rule) == .holds
    }
}
