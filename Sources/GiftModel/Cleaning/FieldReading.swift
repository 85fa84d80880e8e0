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

    /// Returns a whole number, or `nil` for any other text.
    ///
    /// As in amounts and ratios only a minus sign may stand in front; `Int64.init` would also take a plus sign.
    static func number(_ text: String) -> Int64? { text.utf8.first == UInt8(ascii: "+") ? nil : Int64(text) }

    /// Returns the instant of a day, of a local time in `zone`, or of a time that names its distance from UTC.
    ///
    /// A day stands for its first instant, and a time that clocks showed twice for the first of the two.
    static func instant(_ text: String, in zone: some ZoneRules) -> (Timestamp, CalendarDate)? {
        text.withBytes { bytes in
            guard let date = date(bytes) else { return nil }
            guard bytes.count > 10 else { return zone.startOfDay(date).map { ($0, date) } }
            guard let time = time(bytes) else { return nil }
            guard bytes.count > 19 else { return firstInstant(of: date, at: time, in: zone).map { ($0, date) } }
            guard let (milliseconds, end) = fraction(bytes) else { return nil }
            guard bytes.count > end else {
                return firstInstant(of: date, at: time, in: zone).map { ($0.later(by: milliseconds), date) }
            }
            guard let fixed = fixedZone(bytes, from: end) else { return nil }
            let instant = Timestamp(date, at: time, in: fixed).later(by: milliseconds)
            return zone.date(of: instant).map { (instant, $0) }
        }
    }

    /// Returns the first instant at which clocks in `zone` show `time` on `date`, or `nil` when they skip it.
    private static func firstInstant(of date: CalendarDate, at time: TimeOfDay, in zone: some ZoneRules) -> Timestamp? {
        let instant = zone.instant(of: date, at: time)
        // Clocks that nobody changes skip nothing.
        if zone is FixedZone { return instant }
        let shown = LocalTime(at: instant, offsetSeconds: zone.offsetSeconds(at: instant))
        return shown == LocalTime(date, at: time) ? instant : nil
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

    /// Reads `.250` behind the time as milliseconds, and returns also where it ends; most times have none.
    ///
    /// Milliseconds are all that an instant can tell, so that more than three decimals would be lost unsaid.
    private static func fraction(_ bytes: Span<UInt8>) -> (milliseconds: Int64, end: Int)? {
        guard bytes[19] == UInt8(ascii: ".") else { return (0, 19) }
        var (milliseconds, weight, end): (Int64, Int64, Int) = (0, 100, 20)
        while end < bytes.count, let digit = digit(bytes[end]) {
            milliseconds += digit * weight
            weight /= 10
            end += 1
        }
        return (21...23).contains(end) ? (milliseconds, end) : nil
    }

    /// Reads `Z` or `+05:30` from `start` to the end.
    private static func fixedZone(_ bytes: Span<UInt8>, from start: Int) -> FixedZone? {
        if bytes.count == start + 1, bytes[start] == UInt8(ascii: "Z") { return .utc }
        guard bytes.count == start + 6, bytes[start + 3] == UInt8(ascii: ":") else { return nil }
        guard let hours = pair(bytes, start + 1), let minutes = pair(bytes, start + 4), minutes < 60 else {
            return nil
        }
        switch bytes[start] {
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

extension Timestamp {
    fileprivate func later(by milliseconds: Int64) -> Timestamp {
        Timestamp(milliseconds: self.milliseconds + milliseconds)
    }
}
