/// Reads one record after the other: trims it, mends it, and finds its first fault.
struct RecordReader {
    let rules: CleaningRules
    private let records: [RawActivity]
    private let fixedZone: FixedZone?
    private let currencyCode: String
    private var position = 0
    /// What was mended in the record that was read last.
    private(set) var repairs: [CleaningRemark] = []
    /// What is odd in it.
    private(set) var oddities: [CleaningRemark] = []
    /// The hash of its identifier.
    private(set) var hash: UInt64 = 0

    init(of records: [RawActivity], _ rules: CleaningRules) {
        self.records = records
        self.rules = rules
        self.fixedZone = rules.zone as? FixedZone
        self.currencyCode = rules.currency.code
    }

    /// What keeps a record from being an activity.
    struct Fault: Error {
        fileprivate let reason: CleaningReason
        fileprivate let field: ActivityField
        fileprivate let value: String?
        fileprivate let facts: [Fact]
    }

    /// The record that is being read; looking at one field of it, unlike handing it on, copies no others.
    var record: RawActivity { records[position] }

    /// Returns the activity of the record at `position`.
    mutating func activity(at position: Int) throws(Fault) -> Activity {
        self.position = position
        if !repairs.isEmpty { repairs = [] }
        if !oddities.isEmpty { oddities = [] }
        return try activity(try word(try required(record.kind, .kind), .kind))
    }

    /// What activities of every kind have.
    struct Common<Subject> {
        let id: Identifier<Subject>
        let customer: Customer.ID
        let at: Timestamp
        let channel: ActivityChannel?
    }

    /// Reads it, which every kind does first, so that its faults come first.
    mutating func common<Subject>() throws(Fault) -> Common<Subject> {
        let id: Identifier<Subject> = try required(record.id, .id)
        hash = HashFilter.hash(of: id.text)
        return Common(
            id: id,
            customer: try required(record.customer, .customer),
            at: try instant(),
            channel: try optional(record.channel, .channel).map(ActivityChannel.init)
        )
    }

    private mutating func instant() throws(Fault) -> Timestamp {
        let text = try required(record.occurredAt, .occurredAt)
        guard let (instant, day) = instant(of: text) else {
            throw fault(.unreadableTime, .occurredAt, text)
        }
        if let from = rules.knownFrom, day < from {
            throw fault(.tooEarly, .occurredAt, text, Fact("from", .date(from)))
        }
        guard day < rules.knownUntil else {
            throw fault(.tooLate, .occurredAt, text, Fact("until", .date(rules.knownUntil)))
        }
        return instant
    }

    /// A fixed zone is asked directly, which is several times faster than asking whichever zone it may be.
    private func instant(of text: String) -> (Timestamp, CalendarDate)? {
        if let fixedZone { return FieldReading.instant(text, in: fixedZone) }
        return FieldReading.instant(text, in: rules.zone)
    }
}

extension RecordReader {
    /// Returns what the field holds without blanks around it, or `nil` when that is nothing.
    mutating func text(_ value: String?, _ field: ActivityField) -> String? {
        guard let value, !value.isEmpty else { return nil }
        guard let trimmed = FieldReading.trimmed(value) else { return value }
        repairs.append(remark(fault(.blanksTrimmed, field, value)))
        return trimmed.isEmpty ? nil : trimmed
    }

    mutating func required(_ value: String?, _ field: ActivityField) throws(Fault) -> String {
        guard let text = text(value, field) else { throw fault(.missing, field, value) }
        return text
    }

    func identifier<Subject>(_ text: String, _ field: ActivityField) throws(Fault) -> Identifier<Subject> {
        guard let identifier = Identifier<Subject>(text) else { throw unreadable(text, field) }
        return identifier
    }

    /// Returns the identifier in a field that may be empty.
    mutating func optional<Subject>(_ value: String?, _ field: ActivityField) throws(Fault) -> Identifier<Subject>? {
        guard let text = text(value, field) else { return nil }
        return try identifier(text, field)
    }

    /// Returns the identifier in a field that must not be empty.
    mutating func required<Subject>(_ value: String?, _ field: ActivityField) throws(Fault) -> Identifier<Subject> {
        try identifier(try required(value, field), field)
    }

    /// Returns the word of a closed list that `text` is.
    func word<Word: RawRepresentable<String>>(_ text: String, _ field: ActivityField) throws(Fault) -> Word {
        guard let word = Word(rawValue: text) else { throw unreadable(text, field) }
        return word
    }

    func number(_ text: String, _ field: ActivityField) throws(Fault) -> Int64 {
        guard let number = FieldReading.number(text) else { throw unreadable(text, field) }
        return number
    }

    mutating func number() throws(Fault) -> (number: Int64, text: String) {
        guard let number = try optionalNumber() else { throw fault(.missing, .number, record.number) }
        return number
    }

    mutating func optionalNumber() throws(Fault) -> (number: Int64, text: String)? {
        guard let text = text(record.number, .number) else { return nil }
        return (try number(text, .number), text)
    }

    /// Refuses a currency that is missing, unknown or not the host's.
    mutating func requireCurrency() throws(Fault) {
        let code = try required(record.currency, .currency)
        guard code != currencyCode else { return }
        let expected = Fact("currency", .code(currencyCode))
        guard Currency(code: code) != nil else { throw fault(.unknownCurrency, .currency, code) }
        throw fault(.otherCurrency, .currency, code, expected)
    }

    /// Returns an amount of zero or more in the currency of the rules.
    func amount(_ text: String, _ field: ActivityField) throws(Fault) -> Money {
        guard let minorUnits = FieldReading.minorUnits(text, in: rules.currency) else {
            throw fault(.unreadableAmount, field, text, Fact("currency", .code(currencyCode)))
        }
        guard minorUnits >= 0 else { throw fault(.negativeAmount, field, text) }
        return Money(minorUnits: minorUnits, in: rules.currency)
    }

    /// Notes that the amount was missing and is now `total`.
    mutating func noteTotal(_ total: Money) {
        repairs.append(remark(fault(.totalFromLines, .amount, nil, Fact("total", .money(total)))))
    }

    /// Notes that the lines do not come to `total`.
    mutating func noteLines(_ total: Money, _ text: String) {
        oddities.append(remark(fault(.linesDisagree, .lines, text, Fact("total", .money(total)))))
    }

    func unreadable(_ text: String, _ field: ActivityField) -> Fault { fault(.unreadable, field, text) }

    func fault(_ reason: CleaningReason, _ field: ActivityField, _ value: String?, _ facts: Fact...) -> Fault {
        Fault(reason: reason, field: field, value: value, facts: facts)
    }

    private func remark(_ fault: Fault) -> CleaningRemark { CleaningRemark(fault, at: record.place) }
}

extension CleaningRemark {
    /// The remark on `fault` in a record at `place`.
    init(_ fault: RecordReader.Fault, at place: SourcePlace) {
        self.init(fault.reason, at: place, fault.field, fault.value, fault.facts)
    }
}
