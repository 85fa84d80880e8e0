/// A value of a document, with the place where it stands.
struct DocumentNode: Sendable {
    let position: DocumentPosition
    let content: Content

    enum Content: Sendable {
        case null
        case truth(Bool)
        /// A number as it was written.
        case number(String)
        case text(String)
        case list([DocumentNode])
        case object(Members)
        /// A value that could not be read, of which the parser has told.
        case broken
    }

    /// The members of an object, in the order of the text and by their keys.
    struct Members: Sendable {
        /// Of how many members each is looked at in turn.
        private static let few = 16

        private(set) var list: [Member] = []
        /// By the bytes of the key, where there are many: `String` would call two spellings of `é` one key.
        private var positions: [[UInt8]: Int] = [:]

        /// Adds a member, unless its key is there already.
        mutating func add(_ member: Member) {
            guard position(of: member.key) == nil else { return }
            list.append(member)
            if list.count == Self.few + 1 {
                for (position, member) in list.enumerated() { positions[Array(member.key.utf8)] = position }
            } else if list.count > Self.few {
                positions[Array(member.key.utf8)] = list.count - 1
            }
        }

        private func position(of key: String) -> Int? {
            guard list.count <= Self.few else { return positions[Array(key.utf8)] }
            for position in list.indices where list[position].key.hasSameBytes(as: key) { return position }
            return nil
        }

        func contains(_ key: String) -> Bool { position(of: key) != nil }

        subscript(key: String) -> Member? { position(of: key).map { list[$0] } }
    }

    struct Member: Sendable {
        let key: String
        let position: DocumentPosition
        let value: DocumentNode
    }
}

extension String {
    /// Whether both have the same bytes; texts that are not equal have not.
    func hasSameBytes(as other: String) -> Bool {
        self == other && utf8.count == other.utf8.count && utf8.elementsEqual(other.utf8)
    }
}

extension DocumentNode {
    /// The value called `key`, or `nil` when this is no object or has none.
    func member(_ key: String) -> Member? {
        if case .object(let members) = content { members[key] } else { nil }
    }

    /// What stands here, in words.
    var found: String {
        switch content {
        case .null: "`null`"
        case .truth(let truth): "`\(truth)`"
        case .number(let digits): "`\(digits)`"
        case .text(let text): "the text `\(text)`"
        case .list: "a list"
        case .object: "an object"
        case .broken: "a broken value"
        }
    }

    /// Returns where the value at `path` stands, or the last one on the way that exists; of a key, the key itself.
    func position(at path: ArraySlice<String>) -> DocumentPosition {
        guard let key = path.first else { return position }
        switch content {
        case .object:
            guard let member = member(key) else { return position }
            return path.count == 1 ? member.position : member.value.position(at: path.dropFirst())
        case .list(let elements):
            guard let index = Int(key), elements.indices.contains(index) else { return position }
            return elements[index].position(at: path.dropFirst())
        default: return position
        }
    }
}
