/// Turns the records of a host's files into activities, and says what became of every single one.
///
/// A record is mended where nothing has to be guessed: blanks around a value go, and a missing total or refund is the
/// sum of the lines. Whatever else is wrong makes it a rejected one, with the first fault in this order: kind,
/// identifier, customer, time, channel, the fields of its kind, then being a copy, then being an outlier.
///
/// Two records are copies when kind and identifier are the same; a host whose systems number alike puts the system's
/// name before the number. Of copies without other faults the one at the lowest place stays, whatever the order in
/// which they are given.
///
/// ```swift
/// let rules = CleaningRules(currency: .eur, zone: FixedZone.utc, knownUntil: CalendarDate("2026-03-11")!)
/// let report = Cleaner(rules).clean(records)
/// report.count == records.count          // true, always
/// ```
public struct Cleaner: Sendable {
    /// What the host knows of its data.
    public let rules: CleaningRules

    /// A cleaner that goes by `rules`.
    public init(_ rules: CleaningRules) { self.rules = rules }

    /// Returns what became of each of `records`.
    ///
    /// - Complexity: O(*n*) in the number of records and lines, and O(*k* log *k*) in that of records not simply kept.
    public func clean(_ records: [RawActivity]) -> CleaningReport {
        var findings = CleaningFindings(on: records)
        var reader = RecordReader(of: records, rules)
        for position in records.indices {
            do {
                let activity = try reader.activity(at: position)
                findings.note(
                    activity,
                    hash: reader.hash,
                    at: position,
                    repairs: reader.repairs,
                    flags: reader.oddities
                )
            } catch {
                findings.note(error, at: position)
            }
        }
        findings.rejectCopies()
        if let rule = rules.outliers { findings.judgeOutliers(by: rule) }
        return findings.report()
    }
}
