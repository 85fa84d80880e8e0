extension Decoder {
    /// Reads one of the words of a closed list, or says which there are.
    package func word<Word: RawRepresentable<String> & CaseIterable>() throws -> Word {
        let text = try singleValueContainer().decode(String.self)
        guard let word = Word(rawValue: text) else {
            let known = Word.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")
            throw DecodingError.dataCorrupted(
                .init(codingPath: codingPath, debugDescription: "unknown word `\(text)`; known are \(known)")
            )
        }
        return word
    }
}
