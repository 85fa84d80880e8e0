extension Catalog {
    /// Returns the same gifts without what `choices` take out of stock, or `nil` when they take more than there is.
    ///
    /// A set takes its box and its parts, which may be given by themselves too. Costs stay as they are.
    ///
    /// - Complexity: O(*n* log *n*) in the gifts, and linear in the choices.
    public func removing(_ choices: some Sequence<GiftChoice>) -> Catalog? {
        let single = gifts.filter(\.parts.isEmpty)
        var left = Dictionary(uniqueKeysWithValues: (single + sets.map(\.box)).map { ($0.id, $0) })
        for choice in choices {
            for piece in choice.pieces {
                guard let stock = left[piece.gift]?.stock, piece.quantity <= stock else { return nil }
                left[piece.gift]?.stock = stock - piece.quantity
            }
        }
        return try? Catalog(
            single.compactMap { left[$0.id] },
            sets: sets.compactMap { set in left[set.box.id].flatMap { GiftSet(in: $0, of: set.quantities) } },
            in: currency
        )
    }
}
