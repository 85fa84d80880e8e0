/// For what data was used in a period, how often, of how many customers, and where consent was missing.
///
/// Parts of a report, each made of other uses, merge into the whole in any order. Customers are told apart by the
/// identity under which their data was used.
///
/// - Unit: uses. The period holds every instant from ``from`` on and before ``until``.
public struct DataUseReport: Hashable, Sendable {
    /// The first instant of the period.
    public let from: Timestamp
    /// The first instant after the period.
    public let until: Timestamp
    private var parts: [Purpose: Part] = [:]

    private struct Part: Hashable {
        var customers: Set<Customer.ID> = []
        var uses: Int64 = 0
        var withoutConsent: Set<DataUse> = []
    }

    /// What data was used for from `from` until `until`, or `nil` when that is no time at all.
    public init?(from: Timestamp, until: Timestamp) {
        guard from < until else { return nil }
        self.from = from
        self.until = until
    }
}

extension DataUseReport {
    /// Counts `use` if it lies in the period; the same use is to be added once.
    public mutating func add(_ use: DataUse) {
        guard from <= use.at, use.at < until else { return }
        var part = parts.removeValue(forKey: use.purpose) ?? Part()
        part.customers.insert(use.customer)
        part.uses += 1
        if !use.isPermitted { part.withoutConsent.insert(use) }
        parts[use.purpose] = part
    }

    /// Counts what `other` counted, which must be other uses of the same period.
    ///
    /// Traps when the periods differ.
    ///
    /// - Complexity: O(*n*) in the customers of `other`.
    public mutating func merge(_ other: DataUseReport) {
        precondition(from == other.from && until == other.until, "the parts of a report cover one period")
        for (purpose, theirs) in other.parts {
            var part = parts.removeValue(forKey: purpose) ?? Part()
            part.customers.formUnion(theirs.customers)
            part.uses += theirs.uses
            part.withoutConsent.formUnion(theirs.withoutConsent)
            parts[purpose] = part
        }
    }

    /// What data of one period was used for.
    public struct Line: Hashable, Sendable {
        /// The purpose.
        public let purpose: Purpose
        /// How many customers' data was used.
        public let customers: Int64
        /// How often.
        public let uses: Int64
        /// The uses to which consent was not given, ascending; there should be none.
        public let withoutConsent: [DataUse]
    }

    /// A line for each purpose for which data was used, ascending by the purpose's bytes.
    ///
    /// - Complexity: O(*n* log *n*) in the purposes and in the uses without consent.
    public var lines: [Line] {
        let lines = parts.map { purpose, part in
            Line(
                purpose: purpose,
                customers: Int64(part.customers.count),
                uses: part.uses,
                withoutConsent: part.withoutConsent.sorted()
            )
        }
        return lines.sorted { $0.purpose.name < $1.purpose.name }
    }
}
