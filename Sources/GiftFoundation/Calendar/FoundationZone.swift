public import Foundation
public import GiftModel

/// The zone rules that Foundation knows for a time zone.
public struct FoundationZone: Hashable, Sendable {
    /// The time zone.
    public let timeZone: TimeZone

    /// The rules of `timeZone`.
    public init(_ timeZone: TimeZone) { self.timeZone = timeZone }
}

extension FoundationZone: ZoneRules {
    public func offsetSeconds(at instant: Timestamp) -> Int { timeZone.secondsFromGMT(for: Date(instant)) }
}
