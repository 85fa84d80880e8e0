import Foundation
import GiftModel
import Segmentation

/// Lints what was read, and asks every segment about somebody of whom nothing is known, and of whom everything is.
func check(_ document: SegmentDocument, in text: String) {
    guard let stored = try? JSONEncoder().encode(document),
        let again = try? SegmentDocument(json: String(decoding: stored, as: UTF8.self))
    else { preconditionFailure("segments that were read cannot be stored") }
    precondition(again == document && ContentHash(of: again) == ContentHash(of: document))

    let canonical = document.canonical
    precondition(canonical.canonical == canonical, "the canonical form has another")
    precondition(canonical.contentHash == document.contentHash, "the canonical form has another hash")

    let findings = document.findings
    precondition(findings.allSatisfy { !$0.description.isEmpty })
    let places = try? document.places(of: Array(findings.prefix(8)), in: text)
    precondition(places?.count == min(8, findings.count), "a finding has no place")
    let set = try? SegmentSet(validating: document)
    precondition((set != nil) == !findings.contains(where: \.isError), "errors do not tell whether segments are sound")
    guard let set else { return }
    guard let other = try? SegmentSet(validating: canonical) else {
        preconditionFailure("the canonical form is not sound")
    }
    var evaluator = SegmentEvaluator(of: set)
    for facts in [SegmentFacts(asOf: today), facts(for: document)] {
        let (answers, others) = (set.answers(for: facts), other.answers(for: facts))
        precondition(answers.count == document.segments.count && evaluator.answers(for: facts) == answers)
        let changes = document.segments.enumerated()
            .map { position, segment -> CalendarDate? in
                guard let answer = set.answer(for: facts, in: segment.id), let place = other.position(of: segment.id)
                else { preconditionFailure("`\(segment.id)` has no answer") }
                precondition(answer.truth == answers[position], "one answer is not that of all")
                precondition(answer.truth == others[place], "the canonical form answers otherwise")
                tell(answer.reasons)
                return answer.nextPossibleChange
            }
        precondition(changes.allSatisfy { $0.map { $0 > today } ?? true }, "a change lies in the past")
        precondition(set.nextPossibleChange(for: facts) == changes.compactMap(\.self).min())
        for group in document.groups { _ = set.membership(in: group.id, answers) }
    }
    let changes: [SegmentChange] = [
        .activity(.order), .interaction("view", in: nil), .tag("tea"), .assessment, .newDay,
    ]
    for change in changes { _ = set.affected(by: change) }
}

private func tell(_ reasons: [Reason]) {
    for reason in reasons {
        for language in Language.allCases { _ = reason.text(in: language, from: .segmentation) }
    }
}

private let today = CalendarDate("2026-06-30")!

private func read<Value: Decodable>(_ text: String) -> Value {
    do {
        return try JSONDecoder().decode(Value.self, from: Data(text.utf8))
    } catch {
        preconditionFailure("\(error)")
    }
}

private let purchases: PurchaseSummary = read(
    #"""
    {"v":1,"customer":"c-1","currency":"EUR","orders":[["o-1","2025-01-05",5000],["o-2","2025-03-01",120000],
    ["o-3","2025-09-01",700],["o-4","2026-01-20",45000],["o-5","2026-06-01",9900]],
    "returns":[["r-1","2025-04-01",120000,"o-2"],["r-2","2026-02-02",300]],"cancellations":[["o-3","2025-09-02"]]}
    """#
)
private let interactions: InteractionSummary = read(
    #"""
    {"v":1,"entries":[{"kind":"share","counts":[["2026-03-02",1]]},
    {"kind":"view","channel":"app","counts":[["2026-03-01",2],["2026-06-29",9223372036854775807]]}]}
    """#
)
private let complaints: DailyCounts = read(#"[["2025-12-31",1],["2026-06-15",2]]"#)

/// Somebody of whom all is known that `document` may ask for.
private func facts(for document: SegmentDocument) -> SegmentFacts {
    typealias Score = SegmentFacts.Score
    let soon = today.adding(days: 30)!
    var facts = SegmentFacts(of: purchases.days(asOf: today))
    facts.interactions = interactions
    facts.complaints = complaints
    facts.scores = .init(RFMScores(recency: 5, frequency: 3, monetary: 4), until: soon)
    facts.furtherScores = [Score("engagement", .init(3, until: soon)), Score("averageOrderValue", .init(1))]
    facts.stage = .init(.growing, until: soon)
    facts.tier = .init(document.tiers.last ?? "gold", until: soon)
    facts.valueBand = .init(.high)
    facts.quadrant = .init(.keyCare, until: soon)
    facts.tags = [.init("tea", isHeld: .init(true, until: soon)), .init("skiTrip", isHeld: .init(false))]
    facts.labels = document.labels.prefix(8)
        .map { label in
            let value: SegmentValue =
                switch label.kind {
                case .number: .number(.max)
                case .ratio: .ratio(Ratio("-9223372036854775807/3")!)
                case .date: .date(CalendarDate("9999-12-31")!)
                case .money: .money(Money("100.00 EUR")!)
                case .word: .word("north")
                case .truth: .truth(true)
                }
            return .init(label.id, value, from: CalendarDate("2026-01-01"), until: soon)
        }
    var record = CustomerRecord(of: "c-1")
    record.country = CountryCode("CN")
    record.birthday = Birthday(.solar(AnnualDate(CalendarDate("1988-02-29")!)), bornIn: 1988)
    record.companySize = CompanySize(atLeast: 5, through: 9)
    record.registeredOn = today.adding(days: -60)
    facts.record = record
    return facts
}
