extension KeyedDecodingContainer {
    /// Reads an amount that people write, such as `"1000.00 GBP"`.
    package func decodeMoney(forKey key: Key) throws -> Money {
        let text = try decode(String.self, forKey: key)
        guard let money = Money(text) else {
            throw DocumentProblem.unreadable(text: text, expected: "an amount such as `1000.00 GBP`")
                .error(at: codingPath + [key])
        }
        return money
    }
}
