extension KeyedDecodingContainer {
    /// Reads the version of a stored format and refuses every one but `known`.
    package func requireVersion(_ known: Int64, of noun: String, forKey key: Key) throws {
        let version = try decode(Int64.self, forKey: key)
        guard version == known else {
            throw DecodingError.dataCorruptedError(
                forKey: key,
                in: self,
                debugDescription: "\(noun) of format \(version) cannot be read; known is \(known)"
            )
        }
    }
}
