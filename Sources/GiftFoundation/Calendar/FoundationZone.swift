public import Foundation
public import GiftModel

/// The zone rules that Foundation knows for a time zone.
///
/// They are those of the machine at hand, which differ from machine to machine; what must be repeated elsewhere takes
/// a `ZoneTable` made from them, which is also faster.
public struct FoundationZone: Hashable, Sendable {
    /// The time zone.
    public let timeZone: TimeZone

    /// The rules of `timeZone`.
    public init(_ timeZone: TimeZone) { self.timeZone = timeZone }
}

extension FoundationZone: ZoneRules {
    public func offsetSeconds(at instant: Timestamp) -> Int { timeZone.secondsFromGMT(for: Date(instant)) }

    public func firstTransition(after start: Timestamp, until end: Timestamp) -> Timestamp? {
        let offset = offsetSeconds(at: start)
        var last = start
        // In spite of its name, this tells every change of the rules, also one that leaves the offset as it was.
        while let date = timeZone.nextDaylightSavingTimeTransition(after: Date(last)), let next = Timestamp(date) {
            // Millions of years away, Foundation goes round in circles.
            guard last < next, next < end else { return nil }
            if offsetSeconds(at: next) != offset { return next }
            last = next
        }
        return nil
    }
}
