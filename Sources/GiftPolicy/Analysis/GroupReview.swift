import GiftModel

/// What is to be said about conflict groups that read like a table: of rules with one trigger the first counts.
struct GroupReview {
    private let review: PolicyReview
    private let rules: Set<Int>

    init(_ review: PolicyReview, rules: Set<Int>) {
        self.review = review
        self.rules = rules
    }

    /// The groups that leave somebody without a rule.
    var findings: [PolicyFinding] {
        let positions = Dictionary(review.document.rules.enumerated().map { ($1.id, $0) }) { first, _ in first }
        return review.document.groups.enumerated()
            .compactMap { index, group in
                let members = group.rules.compactMap { positions[$0] }.sorted()
                let triggers = Set(members.map { review.document.rules[$0].trigger })
                guard group.keeping == .first, members.count > 1, members.count == group.rules.count,
                    triggers.count == 1, rules.isSuperset(of: members)
                else { return nil }
                let path = "/groups/\(index)"
                let paths = [path] + members.map { "/rules/\($0)/when" }
                do throws(RuleAnalysis.TooComplex) {
                    guard let somebody = try review.analysis.uncovered(by: members) else { return nil }
                    return PolicyFinding(at: path, .uncovered(group.id), because: paths, for: somebody.unlessEverybody)
                } catch {
                    return PolicyFinding(at: path, .coverTooComplex(group.id), because: paths)
                }
            }
    }
}
