public import GiftModel

/// A customer whom a policy describes, and what becomes of its rules there.
///
/// A policy that contradicts its own examples does not load. They are asked of the policy itself, at an instant by
/// clocks that never change. Each rule is asked by itself, before any gift is looked at: stock, limits on what a gift
/// costs, conflict groups, hold-outs and experiments say nothing here. Of a rule that gives no gift, its turn is asked.
///
/// ```swift
/// var customer = ExampleCustomer()
/// customer.history = [ExampleActivity(.order(Money("30000.00 CNY")!), daysAgo: 90)]
/// let example = PolicyExample(of: customer, asOf: day, expecting: ["wakeup": .notDue])
/// ```
///
/// - Wire format: `{"asOf":"2027-03-01","expect":{"wakeup":"notDue"},"given":{…}}`, with `at` where the time of day
///   is not noon, and `name` where it has one.
public struct PolicyExample: Hashable, Sendable {
    /// What people call it, or `nil` when it has no name.
    public var name: LocalizedText?
    /// The customer's day.
    public var asOf: CalendarDate
    /// The time of that day.
    public var time: TimeOfDay
    /// The customer.
    public var customer: ExampleCustomer
    /// What becomes of rules; others may do as they like.
    public var expected: [Rule.ID: Outcome]

    /// An example that expects as much of `customer` on that day.
    public init(
        _ name: LocalizedText? = nil,
        of customer: ExampleCustomer,
        asOf day: CalendarDate,
        at time: TimeOfDay = PolicyExample.noon,
        expecting expected: [Rule.ID: Outcome]
    ) {
        self.name = name
        self.asOf = day
        self.time = time
        self.customer = customer
        self.expected = expected
    }

    /// The time of day of an example that names none.
    public static let noon: TimeOfDay = {
        guard let noon = TimeOfDay(hour: 12, minute: 0) else { preconditionFailure("noon is a time of day") }
        return noon
    }()

    /// What becomes of a rule, as far as that depends on the customer and not on the gifts that there are.
    ///
    /// The four are all there are, so this enum is closed.
    public enum Outcome: String, Hashable, Sendable, CaseIterable {
        /// It speaks for the customer.
        case due = "due"
        /// The occasion has not come round, or the rule is for other customers, or too little is known.
        case notDue = "notDue"
        /// A guard forbids it.
        case blocked = "blocked"
        /// A frequency cap is used up, or quiet times last too long.
        case suppressed = "suppressed"
    }
}

extension PolicyExample.Outcome: Codable {
    public init(from decoder: any Decoder) throws { self = try decoder.word() }
}

extension PolicyExample: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case name = "name"
        case asOf = "asOf"
        case time = "at"
        case customer = "given"
        case expected = "expect"
    }

    public init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        let name = object.readIfPresent(LocalizedText.self, .name)
        let day = object.read(CalendarDate.self, .asOf)
        let time = object.readIfPresent(TimeOfDay.self, .time)
        let customer = object.read(ExampleCustomer.self, .customer)
        let expected = object.read([Rule.ID: Outcome].self, .expected)
        guard let name, let day, let time, let customer, let expected else { throw object.failure }
        self.init(name, of: customer, asOf: day, at: time ?? Self.noon, expecting: expected)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encodeIfPresent(name, forKey: .name)
        try container.encode(asOf, forKey: .asOf)
        if time != Self.noon { try container.encode(time, forKey: .time) }
        try container.encode(customer, forKey: .customer)
        try container.encode(expected, forKey: .expected)
    }
}
