/// The reading of single fields, made for millions of records: nothing is allocated where the text is as usual.
enum FieldReading {
    /// Returns `text` without blanks at its ends, or `nil` when nothing had to be removed.
    static func trimmed(_ text: String) -> String? {
        // Within ASCII every blank is at or below a space; beyond it there are no-break and ideographic ones.
        func mayBeBlank(_ byte: UInt8) -> Bool { byte <= 0x20 || byte > 0x7F }
        let isUsual = text.withBytes { bytes in
            bytes.isEmpty || !mayBeBlank(bytes[0]) && !mayBeBlank(bytes[bytes.count - 1])
        }
        guard !isUsual else { return nil }
        var rest = text.unicodeScalars[...]
        while let scalar = rest.first, isBlank(scalar) { rest.removeFirst() }
        while let scalar = rest.last, isBlank(scalar) { rest.removeLast() }
        return rest.endIndex == text.endIndex && rest.startIndex == text.startIndex ? nil : String(rest)
    }

    /// A byte order mark is no blank to Unicode, but it is to whoever cuts a file into fields.
    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || scalar.value == 0xFEFF
    }

    /// Returns the minor units of a decimal number such as `120.00`, or `nil` when it is no amount in `currency`.
    static func minorUnits(_ text: String, in currency: Currency) -> Int64? {
        let usual = text.withBytes { bytes in usualMinorUnits(bytes, digits: currency.minorUnitDigits) }
        return usual ?? Money(decimal: text, in: currency)?.minorUnits
    }

    /// Returns the number without its point where it has all its decimals, and so few digits that none overflows.
    private static func usualMinorUnits(_ bytes: Span<UInt8>, digits: Int) -> Int64? {
        let point = digits == 0 ? bytes.count : bytes.count - digits - 1
        guard point > 0, bytes.count <= 16 else { return nil }
        var number: Int64 = 0
        for index in bytes.indices where index != point {
            guard let digit = digit(bytes[index]) else { return nil }
            number = number * 10 + digit
        }
        return digits == 0 || bytes[point] == UInt8(ascii: ".") ? number : nil
    }

    /// Returns the instant of a day, of a local time in `zone`, or of a time that names its distance from UTC.
    ///
    /// A day stands for its first instant.
    static func instant(_ text: String, in zone: some ZoneRules) -> (Timestamp, CalendarDate)? {
        text.withBytes { bytes in
            guard let date = date(bytes) else { return nil }
            guard bytes.count > 10 else { return zone.startOfDay(date).map { ($0, date) } }
            guard let time = time(bytes) else { return nil }
            guard bytes.count > 19 else { return (zone.instant(of: date, at: time), date) }
            guard let fixed = fixedZone(bytes) else { return nil }
            let instant = Timestamp(date, at: time, in: fixed)
            return zone.date(of: instant).map { (instant, $0) }
        }
    }

    /// Reads `2026-03-01` at the start of `bytes`.
    private static func date(_ bytes: Span<UInt8>) -> CalendarDate? {
        guard bytes.count >= 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else { return nil }
        guard let century = pair(bytes, 0), let year = pair(bytes, 2) else { return nil }
        guard let month = pair(bytes, 5), let day = pair(bytes, 8) else { return nil }
        return CalendarDate(year: century * 100 + year, month: month, day: day)
    }

    /// Reads `T10:11:12` behind the day.
    private static func time(_ bytes: Span<UInt8>) -> TimeOfDay? {
        guard bytes.count >= 19, bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " ") else { return nil }
        guard bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":") else { return nil }
        guard let hour = pair(bytes, 11), let minute = pair(bytes, 14), let second = pair(bytes, 17) else { return nil }
        return TimeOfDay(hour: hour, minute: minute, second: second)
    }

    /// Reads `Z` or `+05:30` from behind the time to the end.
    private static func fixedZone(_ bytes: Span<UInt8>) -> FixedZone? {
        if bytes.count == 20, bytes[19] == UInt8(ascii: "Z") { return .utc }
        guard bytes.count == 25, bytes[22] == UInt8(ascii: ":") else { return nil }
        guard let hours = pair(bytes, 20), let minutes = pair(bytes, 23), minutes < 60 else { return nil }
        switch bytes[19] {
        case UInt8(ascii: "+"): return FixedZone(offsetSeconds: hours * 3600 + minutes * 60)
        case UInt8(ascii: "-"): return FixedZone(offsetSeconds: -(hours * 3600 + minutes * 60))
        default: return nil
        }
    }

    /// Returns the number of two digits that begins at `index`.
    private static func pair(_ bytes: Span<UInt8>, _ index: Int) -> Int? {
        guard let tens = digit(bytes[index]), let ones = digit(bytes[index + 1]) else { return nil }
        return Int(tens * 10 + ones)
    }

    private static func digit(_ byte: UInt8) -> Int64? {
        let digit = byte &- UInt8(ascii: "0")
        return digit < 10 ? Int64(digit) : nil
    }
}
