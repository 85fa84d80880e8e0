import GiftModel

extension PurchaseSummary: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case formatVersion = "v"
        case customer = "customer"
        case currency = "currency"
        case orders = "orders"
        case returns = "returns"
        case cancellations = "cancellations"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        try container.requireVersion(1, of: "a purchase summary", forKey: .formatVersion)
        self.init(
            of: try container.decode(Customer.ID.self, forKey: .customer),
            in: try container.decode(Currency.self, forKey: .currency)
        )
        func entries<Entry: PurchaseEntry>(at key: CodingKeys) throws -> [Entry] {
            try container.decodeIfPresent(PurchaseEntries<Entry>.self, forKey: key).map(Array.init) ?? []
        }
        let (orders, returns): ([OrderEntry], [ReturnEntry]) = try (entries(at: .orders), entries(at: .returns))
        let cancellations: [CancellationEntry] = try entries(at: .cancellations)
        do {
            try insert(orders, returns, cancellations)
        } catch {
            throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "\(error)"))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(1, forKey: .formatVersion)
        try container.encode(customer, forKey: .customer)
        try container.encode(currency, forKey: .currency)
        if !orders.isEmpty { try container.encode(orders, forKey: .orders) }
        if !returns.isEmpty { try container.encode(returns, forKey: .returns) }
        if !cancellations.isEmpty { try container.encode(cancellations, forKey: .cancellations) }
    }
}
