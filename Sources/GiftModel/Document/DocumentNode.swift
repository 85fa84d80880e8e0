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
        private(set) var list: [Member] = []
        /// By the bytes of the key: `String` would call two spellings of `é` one key.
        private var positions: [[UInt8]: Int] = [:]

        /// Adds a member, unless its key is there already.
        mutating func add(_ member: Member) {
            let bytes = Array(member.key.utf8)
            guard positions[bytes] == nil else { return }
            positions[bytes] = list.count
            list.append(member)
        }

        func contains(_ key: String) -> Bool { positions[Array(key.utf8)] != nil }

        subscript(key: String) -> Member? { positions[Array(key.utf8)].map { list[$0] } }
    }

    struct Member: Sendable {
        let key: String
        let position: DocumentPosition
        let value: DocumentNode
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
