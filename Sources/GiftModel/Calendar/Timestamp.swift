/// An instant at which something happened, counted in milliseconds.
///
/// An instant is no day: which day it falls on depends on ``ZoneRules``, which the host gives.
///
/// - Unit: milliseconds since 1970-01-01T00:00:00Z, without leap seconds. Range: `Int64`.
/// - Wire format: the bare number of milliseconds.
public struct Timestamp: Hashable, Sendable {
    /// The milliseconds since 1970-01-01T00:00:00Z; negative before it.
    public let milliseconds: Int64

    /// The instant that many `milliseconds` after 1970-01-01T00:00:00Z.
    public init(milliseconds: Int64) { self.milliseconds = milliseconds }
}

extension Timestamp: Comparable {
    public static func < (left: Self, right: Self) -> Bool { left.milliseconds < right.milliseconds }
}

extension Timestamp: Codable {
    public init(from decoder: any Decoder) throws {
        self.init(milliseconds: try decoder.singleValueContainer().decode(Int64.self))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(milliseconds)
    }
}
