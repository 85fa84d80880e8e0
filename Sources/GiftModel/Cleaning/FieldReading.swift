/// The reading of single fields, made for millions of records: nothing is allocated where the text is as usual.
enum FieldReading {
    /// Returns `text` without blanks at its ends, or `nil` when nothing had to be removed.
    static func trimmed(_ text: String) -> String? {
        guard let first = text.utf8.first, let last = text.utf8.last else { return nil }
        // Within ASCII every blank is at or below a space; beyond it there are no-break and ideographic ones.
        guard first <= 0x20 || first > 0x7F || last <= 0x20 || last > 0x7F else { return nil }
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
        var (number, wholes, decimals) = (Int64(0), 0, 0)
        var isUsual = text.utf8.count <= 16
        if isUsual {
            var isBehindPoint = false
            for byte in text.utf8 {
                if byte == UInt8(ascii: "."), !isBehindPoint {
                    isBehindPoint = true
                    continue
                }
                let digit = byte &- UInt8(ascii: "0")
                guard digit < 10 else {
                    isUsual = false
                    break
                }
                number = number * 10 + Int64(digit)
                if isBehindPoint { decimals += 1 } else { wholes += 1 }
            }
            isUsual = isUsual && wholes > 0 && decimals == currency.minorUnitDigits && isBehindPoint == (decimals > 0)
        }
        return isUsual ? number : Money(decimal: text, in: currency)?.minorUnits
    }

    /// Returns the instant of a day, of a local time in `zone`, or of a time that names its distance from UTC.
    ///
    /// A day stands for its first instant.
    static func instant(_ text: String, in zone: some ZoneRules) -> (Timestamp, CalendarDate)? {
        var bytes = Cursor(text)
        guard let year = bytes.number(4), bytes.skip("-"), let month = bytes.number(2), bytes.skip("-") else {
            return nil
        }
        guard let day = bytes.number(2), let date = CalendarDate(year: year, month: month, day: day) else { return nil }
        guard !bytes.isAtEnd else { return zone.startOfDay(date).map { ($0, date) } }
        guard bytes.skip("T") || bytes.skip(" "), let hour = bytes.number(2), bytes.skip(":") else { return nil }
        guard let minute = bytes.number(2), bytes.skip(":"), let second = bytes.number(2) else { return nil }
        guard let time = TimeOfDay(hour: hour, minute: minute, second: second) else { return nil }
        if bytes.isAtEnd { return (zone.instant(of: date, at: time), date) }
        guard let fixed = bytes.zone(), bytes.isAtEnd else { return nil }
        let instant = Timestamp(date, at: time, in: fixed)
        return zone.date(of: instant).map { (instant, $0) }
    }

    /// Walks over the bytes of a text.
    private struct Cursor {
        private var following: String.UTF8View.Iterator
        private var next: UInt8?

        init(_ text: String) {
            self.following = text.utf8.makeIterator()
            self.next = following.next()
        }

        var isAtEnd: Bool { next == nil }

        mutating func skip(_ mark: Unicode.Scalar) -> Bool {
            guard next == UInt8(ascii: mark) else { return false }
            next = following.next()
            return true
        }

        mutating func number(_ width: Int) -> Int? {
            var number = 0
            for _ in 0..<width {
                guard let digit = next.map({ $0 &- UInt8(ascii: "0") }), digit < 10 else { return nil }
                number = number * 10 + Int(digit)
                next = following.next()
            }
            return number
        }

        mutating func zone() -> FixedZone? {
            if skip("Z") { return .utc }
            let isAhead = skip("+")
            guard isAhead || skip("-"), let hours = number(2), skip(":"), let minutes = number(2), minutes < 60 else {
                return nil
            }
            return FixedZone(offsetSeconds: (isAhead ? 1 : -1) * (hours * 3600 + minutes * 60))
        }
    }
}
