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
    /// Returns the smallest places in which `new` differs from `old`, by key ascending.
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
        if let olds = old.sortedMembers, let news = new.sortedMembers {
            let (before, after) = (Places(olds), Places(news))
            let keys = Set((olds + news).map { Array($0.key.utf8) })
            return keys.sorted { $0.lexicographicallyPrecedes($1) }
                .flatMap { key in
                    let place = path + [String(decoding: key, as: UTF8.self)]
                    return change(from: before.nodes[key]?.node, to: after.nodes[key]?.node, at: place)
                }
        }
        guard let before = old.elements.flatMap(Places.init(of:)), let after = new.elements.flatMap(Places.init(of:))
        else { return [CanonicalChange(path: DocumentPointer.text(of: path), old: old.text, new: new.text)] }
        let gone = before.inOrder.filter { after.nodes[$0.key] == nil }
        return after.inOrder
            .flatMap { change(from: before.nodes[$0.key]?.node, to: $0.node, at: path + ["\($0.index)"]) }
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
        var bytes: [UInt8] = []
        write(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// The parts of an object or an array under the bytes of what tells them apart.
private struct Places {
    private(set) var nodes: [[UInt8]: (index: Int, node: CanonicalNode)] = [:]

    init(_ members: [CanonicalNode.Member]) {
        for (index, member) in members.enumerated() { nodes[Array(member.key.utf8)] = (index, member.node) }
    }

    /// The elements by their `id`, or `nil` when one has none or the same as another.
    init?(of elements: [CanonicalNode]) {
        for (index, node) in elements.enumerated() {
            guard let id = node.sortedMembers?.first(where: { $0.key == "id" })?.node.text else { return nil }
            guard nodes.updateValue((index, node), forKey: Array(id.utf8)) == nil else { return nil }
        }
    }

    var inOrder: [(key: [UInt8], index: Int, node: CanonicalNode)] {
        nodes.map { (key: $0.key, index: $0.value.index, node: $0.value.node) }.sorted { $0.index < $1.index }
    }
}
