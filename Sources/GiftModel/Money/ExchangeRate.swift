/// How much of one currency is paid for another, as an exact ratio of their main units.
///
/// - Wire format: `{"from":"USD","rate":"8739/1250","to":"CNY"}`.
public struct ExchangeRate: Hashable, Sendable {
    /// The currency that is given.
    public let source: Currency
    /// The currency that is received.
    public let target: Currency
    /// How many main units of ``target`` are received for one of ``source``, above zero.
    public let rate: Ratio

    /// `rate` main units of `target` for one of `source`, or `nil` unless it is above zero, and 1 within a currency.
    public init?(from source: Currency, to target: Currency, rate: Ratio) {
        guard rate.numerator > 0, source != target || rate.numerator == rate.denominator else { return nil }
        self.source = source
        self.target = target
        self.rate = rate
    }
}

extension Money {
    /// Returns this amount in the currency of `rate`'s target, rounded once as named.
    ///
    /// ```swift
    /// let rate = ExchangeRate(from: .cny, to: .usd, rate: Ratio(1, over: 7)!)!
    /// try Money("350.00 CNY")!.converted(by: rate, rounding: .up)   // 50.00 USD
    /// ```
    ///
    /// - Throws: ``MoneyError/currencyMismatch(_:_:)`` unless this amount is in the source, or ``MoneyError/overflow``.
    public func converted(by rate: ExchangeRate, rounding: Rounding) throws(MoneyError) -> Money {
        guard currency == rate.source else { throw .currencyMismatch(currency, rate.source) }
        let shift = rate.target.minorUnitDigits - rate.source.minorUnitDigits
        let power = (0..<abs(shift)).reduce(Int128(1)) { power, _ in power * 10 }
        let factor = Int128(rate.rate.numerator) * (shift > 0 ? power : 1)
        let (product, overflow) = Int128(minorUnits).multipliedReportingOverflow(by: factor)
        guard !overflow else { throw .overflow }
        let divisor = Int128(rate.rate.denominator) * (shift < 0 ? power : 1)
        return try Money(rounding.quotient(of: product, by: divisor), in: rate.target)
    }

    /// Returns this amount times `ratio`, rounded once as named: a share, a tax, a discount.
    ///
    /// - Throws: ``MoneyError/overflow`` beyond `Int64`.
    public func multiplied(by ratio: Ratio, rounding: Rounding) throws(MoneyError) -> Money {
        let product = Int128(minorUnits) * Int128(ratio.numerator)
        return try Money(rounding.quotient(of: product, by: Int128(ratio.denominator)), in: currency)
    }

    private init(_ minorUnits: Int128, in currency: Currency) throws(MoneyError) {
        guard let minorUnits = Int64(exactly: minorUnits) else { throw .overflow }
        self.init(minorUnits: minorUnits, in: currency)
    }
}

extension ExchangeRate: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case source = "from"
        case target = "to"
        case rate = "rate"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        let rate = Self(
            from: try container.decode(Currency.self, forKey: .source),
            to: try container.decode(Currency.self, forKey: .target),
            rate: try container.decode(Ratio.self, forKey: .rate)
        )
        guard let rate else {
            throw DecodingError.dataCorruptedError(
                forKey: .rate,
                in: container,
                debugDescription: "a rate is above zero, and 1 within a currency"
            )
        }
        self = rate
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(source, forKey: .source)
        try container.encode(target, forKey: .target)
        try container.encode(rate, forKey: .rate)
    }
}
