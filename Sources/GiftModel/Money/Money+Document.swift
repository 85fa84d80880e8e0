extension KeyedDecodingContainer {
    /// Reads an amount that people write, such as `"1000.00 GBP"`.
    package func decodeMoney(forKey key: Key) throws -> Money {
        try superDecoder(forKey: key).text(Money.init(_:), isNot: "an amount such as `1000.00 GBP`")
    }
}
