/// A customer record with the day as of which it stood so in the host's CRM.
public struct DatedCustomerRecord: Hashable, Sendable {
    /// The record.
    public let record: CustomerRecord
    /// The day.
    public let day: CalendarDate

    /// `record` as it stood on `day`.
    public init(_ record: CustomerRecord, on day: CalendarDate) {
        self.record = record
        self.day = day
    }
}

/// The newest first, then by the bytes of the identity and of the record.
extension DatedCustomerRecord: Comparable {
    public static func < (left: Self, right: Self) -> Bool {
        if left.day != right.day { return left.day > right.day }
        if left.record.id != right.record.id { return left.record.id < right.record.id }
        return CanonicalForm.text(of: left.record).utf8
            .lexicographicallyPrecedes(
                CanonicalForm.text(of: right.record).utf8
            )
    }
}
