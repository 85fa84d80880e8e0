/// Reads values from documents that people write.
package enum Document {
    /// Returns the value of type `Value` that the JSON `text` says.
    ///
    /// - Throws: ``InvalidDocument`` with every fault, each with its path, line and column.
    /// - Complexity: O(*n*) in the length of `text`.
    package static func read<Value: Decodable>(_ type: Value.Type, from text: String) throws(InvalidDocument) -> Value {
        let (root, broken) = try DocumentParser.parse(text)
        do {
            let value = try Value(from: DocumentDecoder(node: root, codingPath: []))
            if broken.isEmpty { return value }
            throw CollectedFaults()
        } catch {
            throw InvalidDocument(broken + CollectedFaults(error, at: []).errors.map { fault($0, in: root) })
        }
    }

    /// Returns where the value at `pointer` stands in the JSON `text`, or the last one on the way that exists.
    ///
    /// - Complexity: O(*n*) in the length of `text`.
    package static func position(of pointer: String, in text: String) throws(InvalidDocument) -> DocumentPosition {
        let (root, broken) = try DocumentParser.parse(text)
        guard broken.isEmpty else { throw InvalidDocument(broken) }
        return root.position(at: DocumentPointer.path(of: pointer)[...])
    }

    /// Returns the place of the member called `key` of the object at `pointer`.
    package static func pointer(_ pointer: String, _ key: String) -> String {
        pointer + DocumentPointer.text(of: [key])
    }

    private static func fault(_ error: DecodingError, in root: DocumentNode) -> DocumentFault {
        let context: DecodingError.Context =
            switch error {
            case .keyNotFound(_, let context), .typeMismatch(_, let context), .valueNotFound(_, let context),
                .dataCorrupted(let context):
                context
            @unknown default: .init(codingPath: [], debugDescription: "\(error)")
            }
        let tokens = context.codingPath.map { key in key.intValue.map(String.init) ?? key.stringValue }
        return DocumentFault(
            path: DocumentPointer.text(of: tokens),
            at: root.position(at: tokens[...]),
            problem: context.underlyingError as? DocumentProblem ?? .impossible(context.debugDescription)
        )
    }
}
