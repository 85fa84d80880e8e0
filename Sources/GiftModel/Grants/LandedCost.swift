/// What giving one gift costs, part by part.
///
/// A budget holds ``expected`` and settles on what really came due: handling a return is paid only when one comes.
///
/// - Unit: minor units of ``currency``, each part zero or more.
/// - Wire format: `{"currency":"CNY","goods":4000,"returnHandling":500,"shipping":800}`; parts of zero are left out.
public struct LandedCost: Hashable, Sendable {
    /// The currency of every part.
    public let currency: Currency
    /// The goods themselves.
    public let goods: Int64
    /// Making or marking them for one customer.
    public let customization: Int64
    /// Box, paper and enclosures.
    public let packing: Int64
    /// The way to the customer.
    public let shipping: Int64
    /// Taxes and duties.
    public let tax: Int64
    /// Taking a return in.
    public let returnHandling: Int64

    /// A cost of these parts, or `nil` when one is below zero or their sum leaves `Int64`.
    public init?(
        goods: Int64,
        customization: Int64 = 0,
        packing: Int64 = 0,
        shipping: Int64 = 0,
        tax: Int64 = 0,
        returnHandling: Int64 = 0,
        in currency: Currency
    ) {
        var sum: Int64 = 0
        for part in [goods, customization, packing, shipping, tax, returnHandling] {
            let (next, overflow) = sum.addingReportingOverflow(part)
            guard part >= 0, !overflow else { return nil }
            sum = next
        }
        self.currency = currency
        self.goods = goods
        self.customization = customization
        self.packing = packing
        self.shipping = shipping
        self.tax = tax
        self.returnHandling = returnHandling
    }
}

extension LandedCost {
    /// What bringing the goods to the customer costs beside the goods.
    public var sending: Money { Money(minorUnits: customization + packing + shipping + tax, in: currency) }

    /// What the gift costs when all goes well.
    public var expected: Money { Money(minorUnits: goods + sending.minorUnits, in: currency) }
}

extension LandedCost {
    /// Returns the cost of both together, or `nil` when they are in two currencies or their sum leaves `Int64`.
    public func adding(_ other: LandedCost) -> LandedCost? {
        guard other.currency == currency else { return nil }
        return combined { part in self[keyPath: part].addingReportingOverflow(other[keyPath: part]) }
    }

    /// Returns what is left without `other`, or `nil` when they are in two currencies or a part falls below zero.
    public func subtracting(_ other: LandedCost) -> LandedCost? {
        guard other.currency == currency else { return nil }
        return combined { part in self[keyPath: part].subtractingReportingOverflow(other[keyPath: part]) }
    }

    /// Returns the cost of `count` of them, or `nil` when that is below zero or leaves `Int64`.
    public func multiplied(by count: Int64) -> LandedCost? {
        combined { part in self[keyPath: part].multipliedReportingOverflow(by: count) }
    }

    private func combined(
        _ part: (KeyPath<LandedCost, Int64>) -> (partialValue: Int64, overflow: Bool)
    ) -> LandedCost? {
        let parts = [\.goods, \.customization, \.packing, \.shipping, \.tax, \.returnHandling].map(part)
        guard !parts.contains(where: \.overflow) else { return nil }
        let sums = parts.map(\.partialValue)
        return LandedCost(
            goods: sums[0],
            customization: sums[1],
            packing: sums[2],
            shipping: sums[3],
            tax: sums[4],
            returnHandling: sums[5],
            in: currency
        )
    }
}

extension LandedCost: Codable {
    private enum CodingKeys: String, CodingKey {
        case currency = "currency"
        case goods = "goods"
        case customization = "customization"
        case packing = "packing"
        case shipping = "shipping"
        case tax = "tax"
        case returnHandling = "returnHandling"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        func part(_ key: CodingKeys) throws -> Int64 { try container.decodeIfPresent(Int64.self, forKey: key) ?? 0 }
        let cost = Self(
            goods: try part(.goods),
            customization: try part(.customization),
            packing: try part(.packing),
            shipping: try part(.shipping),
            tax: try part(.tax),
            returnHandling: try part(.returnHandling),
            in: try container.decode(Currency.self, forKey: .currency)
        )
        guard let cost else {
            let problem = "a part of the cost is below zero, or their sum does not fit in 64 bits"
            throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: problem))
        }
        self = cost
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(currency, forKey: .currency)
        let parts: [(CodingKeys, Int64)] = [
            (.goods, goods), (.customization, customization), (.packing, packing), (.shipping, shipping), (.tax, tax),
            (.returnHandling, returnHandling),
        ]
        for (key, part) in parts where part != 0 { try container.encode(part, forKey: key) }
    }
}
