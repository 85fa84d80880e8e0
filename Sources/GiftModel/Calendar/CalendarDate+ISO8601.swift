extension CalendarDate {
    /// Reads a day such as `2026-02-28`, or returns `nil` for any other text or a day that does not exist.
    ///
    /// - Source: the extended calendar date of ISO 8601, <https://www.iso.org/iso-8601-date-and-time-format.html>.
    public init?(_ text: some StringProtocol) {
        guard let fields = ISOText.fields(of: text.utf8, widths: [4, 2, 2], separator: UInt8(ascii: "-")) else {
            return nil
        }
        self.init(year: fields[0], month: fields[1], day: fields[2])
    }
}

extension CalendarDate: CustomStringConvertible {
    /// The day in ISO 8601 form, such as `2026-02-28`.
    public var description: String {
        let (year, month, day) = components
        return "\(ISOText.padded(year, to: 4))-\(ISOText.padded(month, to: 2))-\(ISOText.padded(day, to: 2))"
    }
}

extension CalendarDate: Codable {
    public init(from decoder: any Decoder) throws {
        self = try decoder.text(Self.init(_:), isNot: "a day such as 2026-02-28")
    }

    public func encode(to encoder: any Encoder) throws { try description.encode(to: encoder) }
}
