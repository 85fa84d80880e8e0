/// A time on the clock, without a day and without a time zone.
///
/// - Range: 00:00:00 through 23:59:59; leap seconds are not times of their own.
/// - Wire format: ISO 8601, such as `"08:26:00"`.
public struct TimeOfDay: Hashable, Sendable {
    /// How many seconds the clock shows after midnight, 0 through 86,399.
    public let secondsAfterMidnight: Int32

    /// The time that lies `count` seconds after midnight, or `nil` when that is no time of one day.
    public init?(secondsAfterMidnight count: Int) {
        guard (0..<86_400).contains(count) else { return nil }
        self.secondsAfterMidnight = Int32(count)
    }

    /// The given time, or `nil` when no clock shows it.
    public init?(hour: Int, minute: Int, second: Int = 0) {
        guard (0..<24).contains(hour), (0..<60).contains(minute), (0..<60).contains(second) else { return nil }
        self.secondsAfterMidnight = Int32((hour * 60 + minute) * 60 + second)
    }

    /// Reads a time such as `08:26:00`, or returns `nil` for any other text.
    public init?(_ text: some StringProtocol) {
        guard let fields = ISOText.fields(of: text.utf8, widths: [2, 2, 2], separator: UInt8(ascii: ":")) else {
            return nil
        }
        self.init(hour: fields[0], minute: fields[1], second: fields[2])
    }

    /// Midnight, the first second of a day.
    public static let midnight = TimeOfDay()

    private init() { self.secondsAfterMidnight = 0 }
}

extension TimeOfDay: Comparable {
    public static func < (left: Self, right: Self) -> Bool { left.secondsAfterMidnight < right.secondsAfterMidnight }
}

extension TimeOfDay: CustomStringConvertible {
    /// The time in ISO 8601 form, such as `08:26:00`.
    public var description: String {
        let seconds = Int(secondsAfterMidnight)
        return [seconds / 3600, seconds / 60 % 60, seconds % 60].map { ISOText.padded($0, to: 2) }
            .joined(separator: ":")
    }
}

extension TimeOfDay: Codable {
    public init(from decoder: any Decoder) throws {
        self = try decoder.text(Self.init(_:), isNot: "a time such as 08:26:00")
    }

    public func encode(to encoder: any Encoder) throws { try description.encode(to: encoder) }
}
