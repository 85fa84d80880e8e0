import GiftModel

extension Identifier<Occurrence> {
    /// The term `prefix/text`.
    ///
    /// A name of the host's may fill an identifier by itself; its hash always leaves room.
    init(_ prefix: String, of text: String) {
        self = Identifier("\(prefix)/\(text)") ?? Identifier(stringLiteral: "\(prefix)/#\(ContentHash(of: text))")
    }
}
