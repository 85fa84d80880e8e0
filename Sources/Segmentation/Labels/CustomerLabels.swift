public import GiftModel

/// The host's own labels and scores of one customer, each in the course of time.
///
/// A label that stands until further notice stands through the day before the last of the calendar. Of the values that
/// stand for a day, the one that begins last counts, of those that begin together the one whose source has the smaller
/// bytes, and of its reports the last, so that a later correction wins; a source that says two things at once makes the
/// label unknown. Values may come in any order, more than once, and in parts that are merged: the labels are the same.
///
/// ```swift
/// try labels.add(.code("A"), as: "credit-class", by: "bank", from: today, in: list)
/// labels.value(of: "credit-class", on: today)   // A
/// ```
///
/// - Wire format: `{"labels":[{"facts":[…],"id":"credit-class","v":1}],"v":1}`, series by name; any order is read.
///   Sorts of values are checked when values are added, not when they are read back.
public struct CustomerLabels: Hashable, Sendable {
    /// The values of each label, by name.
    public private(set) var series: [HostFactSeries] = []

    /// No label yet.
    public init() {}
}

/// A reason why a value is no value of a label, in the order in which the reasons are checked.
@nonexhaustive
public enum LabelError: Error, Hashable, Sendable {
    /// The host's list does not have this label.
    case unknownLabel(Label)
    /// The value of this label is of another sort than the list says.
    case typeMismatch(Label, expected: LabelType)
    /// The label would stand for no day at all.
    case noDay(Label, from: CalendarDate, until: CalendarDate)
}

extension LabelError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unknownLabel(let label): "the label `\(label.name)` is not on the list"
        case .typeMismatch(let label, let expected):
            "the label `\(label.name)` has a value that is no `\(expected.rawValue)`"
        case .noDay(let label, let from, let until):
            "the label `\(label.name)` stands for no day from `\(from)` until `\(until)`"
        }
    }
}

extension CustomerLabels {
    /// Takes in a value, or refuses it and changes nothing; one that is known already changes nothing.
    ///
    /// - Parameter until: The first day for which it no longer stands, or `nil` when it stands until further notice.
    /// - Parameter reportedOn: The day on which it was reported, or `nil` when that is not known.
    /// - Throws: ``LabelError``, in the order of its cases.
    /// - Complexity: O(*n*) in the label's values.
    public mutating func add(
        _ value: FactValue,
        as label: Label,
        by source: Identifier<HostFact.Source>,
        from: CalendarDate,
        until: CalendarDate? = nil,
        reportedOn: CalendarDate? = nil,
        in list: LabelList
    ) throws(LabelError) {
        guard let definition = list[label] else { throw .unknownLabel(label) }
        guard LabelType(of: value) == definition.type else {
            throw .typeMismatch(label, expected: definition.type)
        }
        let end = until ?? Self.end
        guard let fact = HostFact(value, by: source, from: from, until: end, reportedOn: reportedOn) else {
            throw .noDay(label, from: from, until: end)
        }
        insert(HostFactSeries(label.series, of: [fact]))
    }

    /// Takes in all that `other`, which is about the same customer, knows.
    ///
    /// - Complexity: O(*n* log *n*) in the values of both.
    public mutating func merge(_ other: CustomerLabels) {
        for series in other.series { insert(series) }
    }

    /// The labels of which anything is known, by name.
    public var labels: [Label] { series.map { Label(stringLiteral: $0.id.text) } }

    /// Returns what is known of `label` for `day`: a value, one that is out of date, a contradiction or nothing.
    ///
    /// - Complexity: O(*n*) in the label's values.
    public func reading(of label: Label, on day: CalendarDate) -> HostFactReading {
        self[label]?.reading(on: day) ?? .neverReported
    }

    /// Returns the value of `label` for `day`, or `nil` when it is not known.
    ///
    /// - Complexity: O(*n*) in the label's values.
    public func value(of label: Label, on day: CalendarDate) -> FactValue? { self[label]?.value(on: day) }

    /// Returns why `label` is what it is for `day`, or why it is not known.
    ///
    /// - Complexity: O(*n*) in the label's values.
    public func reason(of label: Label, on day: CalendarDate) -> Reason {
        (self[label] ?? HostFactSeries(label.series)).reason(on: day)
    }

    /// Returns the labels as they were known at the end of `today`: what says that it was reported by then.
    ///
    /// - Complexity: O(*n*) in the values.
    public func asKnown(on today: CalendarDate) -> CustomerLabels {
        var known = CustomerLabels()
        known.series = series.map { $0.asKnown(on: today) }.filter { !$0.facts.isEmpty }
        return known
    }

    private static let end: CalendarDate = {
        guard let day = CalendarDate(year: 9999, month: 12, day: 31) else { preconditionFailure("the last day exists") }
        return day
    }()

    private subscript(label: Label) -> HostFactSeries? {
        let id = label.series
        return series.first { $0.id == id }
    }

    private mutating func insert(_ other: HostFactSeries) {
        let position = series.firstIndex { $0.id >= other.id } ?? series.endIndex
        if position < series.endIndex, series[position].id == other.id {
            series[position].merge(other)
        } else {
            series.insert(other, at: position)
        }
    }
}

extension CustomerLabels: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case formatVersion = "v"
        case series = "labels"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        try container.requireVersion(1, of: "a customer's labels", forKey: .formatVersion)
        for series in try container.decode([HostFactSeries].self, forKey: .series) where !series.facts.isEmpty {
            insert(series)
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(1, forKey: .formatVersion)
        try container.encode(series, forKey: .series)
    }
}
