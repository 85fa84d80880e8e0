extension Money {
    /// Reads a decimal number such as `-12.50` as an amount of `currency`, without floating point.
    ///
    /// Returns `nil` for anything but an optional minus sign, digits, and at most as many decimals as the
    /// currency has: 9.999 is no amount of CNY, and 1.5 none of JPY. No grouping, no exponent, no blank.
    ///
    /// - Complexity: O(*n*) in the length of `text`.
    public init?(decimal text: some StringProtocol, in currency: Currency) {
        self.init(decimal: Substring(text).utf8, in: currency)
    }

    private init?(decimal bytes: Substring.UTF8View, in currency: Currency) {
        var digits = bytes
        let isNegative = digits.first == UInt8(ascii: "-")
        if isNegative { digits = digits.dropFirst() }
        let point = digits.firstIndex(of: UInt8(ascii: "."))
        let whole = digits[..<(point ?? digits.endIndex)]
        let decimals = point.map { digits[$0...].dropFirst() } ?? digits[digits.endIndex...]
        guard !whole.isEmpty, point == nil || !decimals.isEmpty, decimals.count <= currency.minorUnitDigits else {
            return nil
        }

        var minorUnits: Int64 = 0
        func append(_ digit: UInt8) -> Bool {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return false }
            let (shifted, overflow) = minorUnits.multipliedReportingOverflow(by: 10)
            // Counted downwards when negative, so that the lowest Int64 can be read too.
            let unit = Int64(digit - UInt8(ascii: "0")) * (isNegative ? -1 : 1)
            let (sum, carry) = shifted.addingReportingOverflow(unit)
            minorUnits = sum
            return !overflow && !carry
        }
        let padding = repeatElement(UInt8(ascii: "0"), count: currency.minorUnitDigits - decimals.count)
        guard whole.allSatisfy(append), decimals.allSatisfy(append), padding.allSatisfy(append) else { return nil }
        self.init(minorUnits: minorUnits, in: currency)
    }

    /// Reads an amount with its currency, such as `1000.00 GBP`, or returns `nil` for any other text.
    public init?(_ text: some StringProtocol) {
        let bytes = Substring(text).utf8
        guard let space = bytes.firstIndex(of: UInt8(ascii: " ")),
            let currency = Currency(code: Substring(bytes[space...].dropFirst()))
        else { return nil }
        self.init(decimal: bytes[..<space], in: currency)
    }

    /// The amount as a decimal number with all the decimals of its currency, such as `-12.50`.
    public var decimalText: String {
        let digits = String(minorUnits.magnitude)
        let width = currency.minorUnitDigits
        let padded = String(repeating: "0", count: max(0, width + 1 - digits.utf8.count)) + digits
        let sign = minorUnits < 0 ? "-" : ""
        guard width > 0 else { return sign + padded }
        return "\(sign)\(padded.dropLast(width)).\(padded.suffix(width))"
    }
}

extension Money: CustomStringConvertible {
    /// The amount and its currency, such as `1000.00 GBP`; ``init(_:)`` reads it back.
    public var description: String { "\(decimalText) \(currency.code)" }
}
