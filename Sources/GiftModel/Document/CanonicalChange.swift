/// One place in which two documents of one kind differ.
package struct CanonicalChange: Hashable, Sendable {
    /// The place in the new document, or of what is gone in the old one.
    package let path: String
    /// What stood there, in its canonical form, or `nil` when nothing did.
    package let old: String?
    /// What stands there, in its canonical form, or `nil` when nothing does.
    package let new: String?
}

extension CanonicalForm {
    /// Returns the places in which `new` differs from `old`, by key ascending, the smallest that hold all the difference.
    ///
    /// Objects are compared key by key; in a list of objects with an `id`, those of the same one. Other lists, and the
    /// order of such objects, are not looked into: they differ as a whole, or not at all.
    ///
    /// - Complexity: O(*n* log *n*) in the length of the canonical forms, times their depth.
    package static func changes(from old: some Encodable, to new: some Encodable) -> [CanonicalChange] {
        changes(from: node(of: old), to: node(of: new), at: [])
    }

    private static func changes(
        from old: CanonicalNode,
        to new: CanonicalNode,
        at path: [String]
    ) -> [CanonicalChange] {
        guard old.text != new.text else { return [] }
        if let olds = old.members, let news = new.members {
            return Set(olds.keys).union(news.keys).sorted { $0.lexicographicallyPrecedes($1) }
                .flatMap { key in
                    change(from: olds[key], to: news[key], at: path + [String(decoding: key, as: UTF8.self)])
                }
        }
        guard let olds = old.elements?.places, let news = new.elements?.places else {
            return [CanonicalChange(path: DocumentPointer.text(of: path), old: old.text, new: new.text)]
        }
        let gone = olds.filter { news[$0.key] == nil }.map { $0.value }.sorted { $0.index < $1.index }
        return news.sorted { $0.value.index < $1.value.index }
            .flatMap { change(from: olds[$0.key]?.node, to: $0.value.node, at: path + ["\($0.value.index)"]) }
            + gone.flatMap { change(from: $0.node, to: nil, at: path + ["\($0.index)"]) }
    }

    private static func change(
        from old: CanonicalNode?,
        to new: CanonicalNode?,
        at path: [String]
    ) -> [CanonicalChange] {
        if let old, let new { return changes(from: old, to: new, at: path) }
        return [CanonicalChange(path: DocumentPointer.text(of: path), old: old?.text, new: new?.text)]
    }
}

extension CanonicalNode {
    fileprivate var text: String {
        var text = ""
        write(to: &text)
        return text
    }
}

extension [CanonicalNode] {
    /// The elements by their `id`, or `nil` when one has none or the same as another.
    fileprivate var places: [String: (index: Int, node: CanonicalNode)]? {
        var places: [String: (index: Int, node: CanonicalNode)] = [:]
        for (index, node) in enumerated() {
            guard let id = node.members?[[UInt8]("id".utf8)]?.text, places[id] == nil else { return nil }
            places[id] = (index, node)
        }
        return places
    }
}
