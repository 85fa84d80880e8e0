/// Amounts of one period added up for each person and for each organization, so that limits can be asked of both.
///
/// An amount counts for its customer, and for the organization for which that customer stood on its day: who changes
/// employer takes nothing along, and nothing counts twice for an organization. An organization has its own amounts and
/// those of its contacts; the contacts of its contacts are not its own. Whoever goes by several identities is to be
/// given by one, as ``IdentityMap`` says.
///
/// ```swift
/// let gifts = grants.compactMap(DatedAmount.init)
/// let totals = try CustomerTotals(of: gifts, from: newYear, until: nextNewYear, in: .cny, by: affiliations)
/// totals.total(over: "o-1").amount   // what the gifts to all who stood for it cost
/// ```
public struct CustomerTotals: Hashable, Sendable {
    /// The first day of the period.
    public let from: CalendarDate
    /// The first day after the period.
    public let until: CalendarDate
    /// The currency of every amount.
    public let currency: Currency
    private let own: [Customer.ID: Total]
    private let withContacts: [Customer.ID: Total]

    /// A number of amounts and their sum.
    public struct Total: Hashable, Sendable {
        /// How many amounts there are.
        public let count: Int64
        /// What they come to.
        public let amount: Money
    }

    /// Adds up those `amounts` that count from `from` until `until`, in any order; the period may be empty.
    ///
    /// - Throws: ``MoneyError/currencyMismatch(_:_:)`` when one of them is in another currency, ``MoneyError/overflow``
    ///   when a total leaves `Int64`, whatever the order.
    /// - Complexity: O(*n*), times the affiliations of one contact.
    public init(
        of amounts: some Sequence<DatedAmount>,
        from: CalendarDate,
        until: CalendarDate,
        in currency: Currency,
        by affiliations: Affiliations
    ) throws(MoneyError) {
        var own = Sums()
        var withContacts = Sums()
        for entry in amounts where from <= entry.day && entry.day < until {
            guard entry.amount.currency == currency else { throw .currencyMismatch(entry.amount.currency, currency) }
            own.add(entry.amount.minorUnits, for: entry.customer)
            withContacts.add(entry.amount.minorUnits, for: entry.customer)
            if let organization = affiliations.organization(of: entry.customer, on: entry.day) {
                withContacts.add(entry.amount.minorUnits, for: organization)
            }
        }
        self.from = from
        self.until = until
        self.currency = currency
        self.own = try own.totals(in: currency)
        self.withContacts = try withContacts.totals(in: currency)
    }
}

extension CustomerTotals {
    /// Returns what counts for `customer` alone, a person or an organization.
    public func total(of customer: Customer.ID) -> Total { own[customer] ?? nothing }

    /// Returns what counts for `organization` itself and for everybody who stood for it on the day.
    public func total(over organization: Customer.ID) -> Total { withContacts[organization] ?? nothing }

    private var nothing: Total { Total(count: 0, amount: .zero(in: currency)) }

    /// Sums in the making, wide enough for every order of additions.
    private struct Sums {
        private var sums: [Customer.ID: (count: Int64, minorUnits: Int128)] = [:]

        mutating func add(_ minorUnits: Int64, for customer: Customer.ID) {
            let (count, sum) = sums[customer] ?? (0, 0)
            sums[customer] = (count + 1, sum + Int128(minorUnits))
        }

        func totals(in currency: Currency) throws(MoneyError) -> [Customer.ID: Total] {
            var totals: [Customer.ID: Total] = [:]
            for (customer, (count, sum)) in sums {
                guard let minorUnits = Int64(exactly: sum) else { throw .overflow }
                totals[customer] = Total(count: count, amount: Money(minorUnits: minorUnits, in: currency))
            }
            return totals
        }
    }
}
