extension WalkableJournal {
    /// Returns the streams in which any of `names` stands, in the stream's own name or anywhere in its entries.
    ///
    /// It is how a host audits an erasure: nothing by which the world knows a customer may be found, neither an address
    /// nor a telephone number. A name is found as part of a longer text too, and digits in numbers, so that a short one
    /// finds more than it should and never less. Traps on an entry that holds a fraction, as none of this library's do.
    ///
    /// - Returns: The streams, ascending; none when `names` are empty.
    /// - Throws: Whatever the journal throws.
    /// - Complexity: O(*n*) in the length of all entries, for each name.
    public func streams(mentioning names: [String]) async throws -> [Identifier<Entry.Subject>] {
        // As a text stands in a document, without the quotes around it.
        let names = names.filter { !$0.isEmpty }.map { CanonicalForm.text(of: $0).utf8.dropFirst().dropLast() }
        var mentioning: [Identifier<Entry.Subject>] = []
        var last: Identifier<Entry.Subject>?
        while true {
            let page = try await streams(after: last, atMost: 1000)
            for stream in page {
                let texts = try await entries(of: stream, from: 0, atMost: .max).map { CanonicalForm.text(of: $0) }
                let all = [CanonicalForm.text(of: stream)] + texts
                if names.contains(where: { name in all.contains { $0.utf8.contains(name) } }) {
                    mentioning.append(stream)
                }
            }
            guard let end = page.last else { return mentioning }
            last = end
        }
    }
}
