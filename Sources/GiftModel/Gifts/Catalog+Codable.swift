extension Catalog: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case format = "format"
        case currency = "currency"
        case gifts = "gifts"
        case sets = "sets"
    }

    private static let format = "gift-catalog/1"

    public init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        let format = object.readWord(of: [Self.format], "format", .format)
        let currency = object.read(Currency.self, .currency)
        let gifts = object.read([Gift].self, .gifts)
        let sets = object.readIfPresent([GiftSet].self, .sets)
        guard format != nil, let currency, let gifts, let sets else { throw object.failure }
        do throws(InvalidCatalog) {
            try self.init(gifts, sets: sets ?? [], in: currency)
        } catch {
            for fault in error.faults { object.refuse(fault.path, .impossible("\(fault.problem)")) }
            throw object.failure
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(Self.format, forKey: .format)
        try container.encode(currency, forKey: .currency)
        try container.encode(gifts.filter(\.parts.isEmpty), forKey: .gifts)
        if !sets.isEmpty { try container.encode(sets, forKey: .sets) }
    }
}

extension Catalog {
    /// Reads a catalog from JSON text.
    ///
    /// The text is read strictly: at most 1 MiB and 64 levels, no comments, no key twice and none that the format does
    /// not have.
    ///
    /// - Throws: ``InvalidDocument``, with every fault and its place: first those of form, and in a well-formed catalog
    ///   those of ``InvalidCatalog``.
    /// - Complexity: O(*n* log *n*) in the length of `text`.
    public init(json text: String) throws(InvalidDocument) { self = try Document.read(Catalog.self, from: text) }
}
