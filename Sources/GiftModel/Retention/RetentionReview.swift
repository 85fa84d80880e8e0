/// What is to be removed of the records that a host keeps, and what nobody has ruled on.
///
/// ## Invariants
/// 1. Each record that was asked about is in exactly one of the lists, or among those that are ``kept``.
/// 2. All lists are in the order in which the records were given.
public struct RetentionReview: Hashable, Sendable {
    /// The records to be removed.
    public private(set) var due: [RetentionFinding] = []
    /// The records that would be, but for a legal hold.
    public private(set) var held: [RetentionFinding] = []
    /// The records for which a rule is missing.
    public private(set) var undetermined: [RetentionFinding] = []
    /// How many records may be kept.
    public private(set) var kept: Int64 = 0

    init(of findings: some Sequence<RetentionFinding>) {
        for finding in findings {
            switch finding.status {
            case .due: due.append(finding)
            case .held: held.append(finding)
            case .undetermined: undetermined.append(finding)
            case .kept: kept += 1
            }
        }
    }
}

extension RetentionRules {
    /// Returns what of `records` is to be removed on `day`.
    ///
    /// - Complexity: O(*n*) in the records, times the legal holds.
    public func review(
        of records: some Sequence<KeptRecord>,
        under holds: some Collection<LegalHold> = [],
        asOf day: CalendarDate
    ) -> RetentionReview {
        RetentionReview(of: records.lazy.map { finding(on: $0, under: holds, asOf: day) })
    }
}
