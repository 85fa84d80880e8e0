extension KeyedDecodingContainer {
    /// Reads an amount that people write, such as `"1000.00 GBP"`.
    package func decodeMoney(forKey key: Key) throws -> Money {
        let text = try decode(String.self, forKey: key)
        guard let money = Money(text) else {
            let code = text.split(separator: " ").last ?? ""
            if code.utf8.count == 3, code.utf8.allSatisfy({ (0x41...0x5A).contains($0) }), Currency(code: code) == nil {
                throw DocumentProblem.unreadable(text: String(code), expected: "a currency of ISO 4217")
                    .error(at: codingPath + [key])
            }
            throw DocumentProblem.unreadable(text: text, expected: "an amount such as `1000.00 GBP`")
                .error(at: codingPath + [key])
        }
        return money
    }
}
