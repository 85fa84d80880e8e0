/// Whether a record may be kept on a day.
///
/// The four answers are all there are, so this enum is closed.
public enum RetentionStatus: Hashable, Sendable {
    /// It may be kept at least until `until`, exclusive; `nil` when that lies beyond the calendar.
    case kept(until: CalendarDate?)
    /// Its time is over for every purpose, and it is to be removed.
    case due(since: CalendarDate)
    /// Nothing else keeps it, but a legal hold forbids to remove it.
    case held(by: LegalHold.ID)
    /// Its time is over for every purpose that has a rule, but for these, ascending, there is none: somebody must rule.
    case undetermined([Purpose])
}

/// Whether a record may be kept on a day, and from which rules that follows.
public struct RetentionFinding: Hashable, Sendable {
    /// The record that was asked about.
    public let record: KeptRecord
    /// The day for which the finding stands.
    public let asOf: CalendarDate
    /// Whether it may be kept.
    public let status: RetentionStatus
    /// The rule for each purpose of the record, ascending by the purpose's bytes.
    public let terms: [Term]

    /// How long a record may be kept for one of its purposes.
    public struct Term: Hashable, Sendable {
        /// The purpose.
        public let purpose: Purpose
        /// The rule, or `nil` when there is none, which permits nothing and forbids nothing.
        public let rule: RetentionRule?
        /// The first day on which it may no longer be kept; `nil` without a rule, and beyond the calendar.
        public let until: CalendarDate?
    }
}

extension RetentionFinding {
    /// The purposes for which the record may be used on the day, ascending.
    ///
    /// What is kept for another purpose, or by a legal hold, may no longer be used for one whose time is over.
    public var usablePurposes: [Purpose] {
        terms.filter { term in term.rule != nil && term.until.map { asOf < $0 } ?? true }.map(\.purpose)
    }

    /// Why: what the status says unless the rules say it, then a reason for each purpose.
    public var reasons: [Reason] {
        let kind = Fact("kind", .name(record.kind.title))
        let outcome: Reason? =
            switch status {
            case .kept, .undetermined: nil
            case .due(let since): Reason(RetentionReason.removalDue, kind, Fact("since", .date(since)))
            case .held(let hold): Reason(RetentionReason.legalHold, kind, Fact("hold", .code(hold.text)))
            }
        return (outcome.map { [$0] } ?? [])
            + terms.map { term in
                let purpose = Fact("purpose", .name(term.purpose.title))
                guard let rule = term.rule else { return Reason(RetentionReason.noRetentionRule, kind, purpose) }
                let (period, from) = (Fact("period", .name(rule.period.title)), Fact("from", .date(record.day)))
                guard let until = term.until else {
                    return Reason(RetentionReason.keptBeyondCalendar, kind, purpose, period, from)
                }
                return Reason(RetentionReason.keptUntil, kind, purpose, period, from, Fact("until", .date(until)))
            }
    }
}

extension Period {
    /// In words, such as `1 year 6 months`.
    fileprivate var title: LocalizedText {
        let all = [(years, "year", "年"), (months, "month", "个月"), (days, "day", "天")]
        let parts = all.contains { $0.0 > 0 } ? all.filter { $0.0 > 0 } : [all[2]]
        return LocalizedText(
            english: parts.map { count, unit, _ in count == 1 ? "1 \(unit)" : "\(count) \(unit)s" }
                .joined(separator: " "),
            chinese: parts.map { count, _, unit in "\(count)\(unit)" }.joined()
        )
    }
}
