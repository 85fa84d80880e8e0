public import GiftModel

extension PolicyDocument {
    /// Reads a policy document from JSON text.
    ///
    /// The text is read strictly: at most 1 MiB and 64 levels, no comments, no key twice and none that the
    /// format does not have.
    ///
    /// - Throws: `InvalidDocument`, with every place that could not be read.
    /// - Complexity: O(*n*) in the length of `text`.
    public init(json text: String) throws(InvalidDocument) { self = try Document.read(PolicyDocument.self, from: text) }
}
