/// The wire format, which is a contract: `{"currency": "EUR", "minorUnits": 2500}`.
///
/// Written out by hand, so that renaming a Swift property can never change what hosts have stored.
extension Money: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case currency = "currency"
        case minorUnits = "minorUnits"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        self.init(
            minorUnits: try container.decode(Int64.self, forKey: .minorUnits),
            in: try container.decode(Currency.self, forKey: .currency)
        )
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(currency, forKey: .currency)
        try container.encode(minorUnits, forKey: .minorUnits)
    }
}
