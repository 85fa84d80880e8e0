extension Period {
    /// Reads a period such as `P30D`, or returns `nil` for any text that no period is written as.
    public init?(_ text: some StringProtocol) {
        guard text.utf8.first == UInt8(ascii: "P") else { return nil }
        var numbers: [UInt8: Int] = [:]
        var digits = ""
        for byte in text.utf8.dropFirst() {
            if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
                digits.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                guard let number = Int(digits), numbers.updateValue(number, forKey: byte) == nil else { return nil }
                digits = ""
            }
        }
        let (years, months, days) = (numbers[UInt8(ascii: "Y")], numbers[UInt8(ascii: "M")], numbers[UInt8(ascii: "D")])
        self.init(years: years ?? 0, months: months ?? 0, days: days ?? 0)
        // Other letters, another order, leading zeros and digits without a letter do not come back.
        guard text == description else { return nil }
    }
}

extension Period: ExpressibleByStringLiteral {
    public init(stringLiteral text: String) {
        guard let period = Period(text) else { preconditionFailure("a period reads like P30D, P12M or P1Y6M") }
        self = period
    }
}

extension Period: CustomStringConvertible {
    /// The period in ISO 8601 form, such as `P1Y6M`.
    public var description: String {
        let parts = [(years, "Y"), (months, "M"), (days, "D")].filter { $0.0 > 0 }.map { "\($0.0)\($0.1)" }
        return "P" + (parts.isEmpty ? "0D" : parts.joined())
    }
}

extension Period: Codable {
    public init(from decoder: any Decoder) throws {
        self = try decoder.text(Self.init(_:), isNot: "a period such as P30D, P12M or P1Y6M")
    }

    public func encode(to encoder: any Encoder) throws { try description.encode(to: encoder) }
}
