public import Foundation
public import GiftModel

extension CalendarDate {
    /// The local day in `timeZone` on which `date` falls, to the nearest millisecond, or `nil` outside the calendar.
    public init?(_ date: Date, in timeZone: TimeZone) {
        guard let day = Timestamp(date).flatMap(FoundationZone(timeZone).date(of:)) else { return nil }
        self = day
    }
}
