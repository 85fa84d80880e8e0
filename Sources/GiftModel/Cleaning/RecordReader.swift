/// Reads one record: trims it, mends it, and finds its first fault.
struct RecordReader {
    let rules: CleaningRules
    private let fixedZone: FixedZone?
    private let currencyCode: String
    /// What was mended in the record that is being read.
    private(set) var repairs: [CleaningRemark] = []
    /// What is odd in it.
    private(set) var oddities: [CleaningRemark] = []
    private var place = SourcePlace("", line: 0)

    init(_ rules: CleaningRules) {
        self.rules = rules
        self.fixedZone = rules.zone as? FixedZone
        self.currencyCode = rules.currency.code
    }

    /// What keeps a record from being an activity.
    struct Fault: Error {
        let remark: CleaningRemark
    }

    /// Returns the activity of `record`, and the identifier by which copies of it are known.
    mutating func activity(of record: RawActivity) throws(Fault) -> (activity: Activity, id: String) {
        place = record.place
        if !repairs.isEmpty { repairs = [] }
        if !oddities.isEmpty { oddities = [] }
        let kindText = try required(record.kind, .kind)
        guard let kind = ActivityKind(rawValue: kindText) else { throw unreadable(kindText, .kind) }
        let id = try required(record.id, .id)
        let customer: Customer.ID = try identifier(try required(record.customer, .customer), .customer)
        let instant = try instant(record)
        let channel: ActivityChannel? = try optional(record.channel, .channel).map(ActivityChannel.init)
        let common = Common(id: id, customer: customer, at: instant, channel: channel)
        return (try activity(kind, of: record, common), id)
    }

    /// What activities of every kind have.
    struct Common {
        let id: String
        let customer: Customer.ID
        let at: Timestamp
        let channel: ActivityChannel?
    }

    private mutating func instant(_ record: RawActivity) throws(Fault) -> Timestamp {
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
        repairs.append(remark(.blanksTrimmed, field, value))
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

    /// Returns one of the words of a closed list.
    mutating func word<Word: RawRepresentable<String>>(_ value: String?) throws(Fault) -> Word {
        let text = try required(value, .word)
        guard let word = Word(rawValue: text) else { throw unreadable(text, .word) }
        return word
    }

    mutating func number(_ value: String?) throws(Fault) -> (number: Int64, text: String) {
        let text = try required(value, .number)
        guard let number = Int64(text) else { throw unreadable(text, .number) }
        return (number, text)
    }

    /// Refuses a currency that is missing, unknown or not the host's.
    mutating func requireCurrency(_ record: RawActivity) throws(Fault) {
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

    /// Notes that the total was missing and is now `total`.
    mutating func noteTotal(_ total: Money) {
        repairs.append(remark(.totalFromLines, .amount, nil, Fact("total", .money(total))))
    }

    /// Notes that the lines do not come to `total`.
    mutating func noteLines(_ total: Money, _ text: String) {
        oddities.append(remark(.linesDisagree, .lines, text, Fact("total", .money(total))))
    }

    func unreadable(_ text: String, _ field: ActivityField) -> Fault { fault(.unreadable, field, text) }

    func fault(_ reason: CleaningReason, _ field: ActivityField, _ value: String?, _ fact: Fact? = nil) -> Fault {
        Fault(remark: remark(reason, field, value, fact))
    }

    private func remark(
        _ reason: CleaningReason,
        _ field: ActivityField,
        _ value: String?,
        _ fact: Fact? = nil
    ) -> CleaningRemark {
        guard let fact else { return CleaningRemark(reason, at: place, field, value) }
        return CleaningRemark(reason, at: place, field, value, fact)
    }
}
