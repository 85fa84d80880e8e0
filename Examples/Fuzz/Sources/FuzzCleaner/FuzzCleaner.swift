import FuzzParsers
import GiftModel
import Segmentation

/// Cleans the bytes as records: a line each, a tab between fields, the lines of an order in threes behind the others.
///
/// Every record must come to exactly one thing, whatever the order in which they are given.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt { cleaners.run(start, count) }

private let cleaners = ParserTable<String>([
    "cleaner": { clean($0, nil) },
    "cleaner-flagging": { clean($0, OutlierRule(above: .percent(100), leastCount: 1, treatment: .flag)) },
    "cleaner-rejecting": { clean($0, OutlierRule(above: .percent(100), leastCount: 1, treatment: .reject)) },
])

private func clean(_ text: String, _ outliers: OutlierRule?) {
    var rules = CleaningRules(currency: .eur, zone: FixedZone.utc, knownUntil: CalendarDate("2026-11-22")!)
    rules.outliers = outliers
    let cleaner = Cleaner(rules)
    let records = text.split(separator: "\n").prefix(64).enumerated()
        .map { index, line in record(line, at: SourcePlace("fuzz", line: index / 2)) }
    let report = cleaner.clean(records)
    precondition(report.count == records.count, "\(records.count) records came to \(report.count)")
    precondition(Set(records).isSuperset(of: report.rejected.map(\.record)), "a record was rejected that was not given")
    for remark in report.rejected.map(\.fault) + report.repaired.flatMap(\.repairs) + report.flagged {
        for language in Language.allCases {
            precondition(!remark.reason.text(in: language, from: .cleaning).isEmpty)
        }
    }
    let backwards = cleaner.clean(records.reversed())
    precondition(Set(backwards.activities) == Set(report.activities), "the order of the records matters")
    precondition(backwards.rejected.count == report.rejected.count, "the order of the records matters")
    var summaries = PurchaseSummaries(in: .eur)
    for activity in report.activities { try? summaries.add(activity, in: FixedZone.utc) }
    for summary in summaries.ordered { _ = summary.figures(asOf: CalendarDate("2026-11-22")!) }
}

private func record(_ line: Substring, at place: SourcePlace) -> RawActivity {
    var fields = line.split(separator: "\t", omittingEmptySubsequences: false).map { $0 == "-" ? nil : String($0) }
    fields += [String?](repeating: nil, count: max(0, 11 - fields.count))
    var record = RawActivity(at: place, kind: fields[0], id: fields[1], customer: fields[2], occurredAt: fields[3])
    (record.channel, record.currency, record.amount) = (fields[4], fields[5], fields[6])
    (record.subject, record.word, record.number) = (fields[7], fields[8], fields[9])
    record.detail = fields[10]
    for start in stride(from: 11, through: fields.count - 3, by: 3) {
        record.lines.append(
            RawOrderLine(product: fields[start], quantity: fields[start + 1], amount: fields[start + 2])
        )
    }
    return record
}
