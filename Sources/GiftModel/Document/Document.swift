/// Reads values from documents that people write.
package enum Document {
    /// Returns the value of type `Value` that the JSON `text` says.
    ///
    /// - Throws: The first ``DocumentFault``, with its path, line and column.
    /// - Complexity: O(*n*) in the length of `text`.
    package static func read<Value: Decodable>(_ type: Value.Type, from text: String) throws(DocumentFault) -> Value {
        let root = try DocumentParser.node(of: text)
        do {
            return try Value(from: DocumentDecoder(node: root, codingPath: []))
        } catch let error as DecodingError {
            throw fault(error, in: root)
        } catch {
            throw DocumentFault(path: "", at: root.position, problem: "\(error)")
        }
    }

    /// Returns where the value at `pointer` stands in the JSON `text`, or the last one on the way that exists.
    ///
    /// - Complexity: O(*n*) in the length of `text`.
    package static func position(of pointer: String, in text: String) throws(DocumentFault) -> DocumentPosition {
        try DocumentParser.node(of: text).position(at: DocumentPointer.path(of: pointer)[...])
    }

    private static func fault(_ error: DecodingError, in root: DocumentNode) -> DocumentFault {
        let (path, problem): ([any CodingKey], String) =
            switch error {
            case .keyNotFound(let key, let context): (context.codingPath, "the key `\(key.stringValue)` is missing")
            case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
                (context.codingPath, context.debugDescription)
            @unknown default: ([], "\(error)")
            }
        let tokens = path.map { key in key.intValue.map(String.init) ?? key.stringValue }
        return DocumentFault(
            path: DocumentPointer.text(of: tokens),
            at: root.position(at: tokens[...]),
            problem: problem
        )
    }
}
