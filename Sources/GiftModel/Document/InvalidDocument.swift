/// A text that is no such document, with every fault in it.
///
/// Where the text stops being JSON nothing after that place can be judged; every fault before it is told.
public struct InvalidDocument: Error, Hashable, Sendable {
    /// The faults, one or more, in the order of the text.
    public let faults: [DocumentFault]

    package init(_ faults: [DocumentFault]) {
        precondition(!faults.isEmpty, "a document without a fault is not invalid")
        let ordered = faults.enumerated()
            .sorted {
                ($0.element.line, $0.element.column, $0.offset) < ($1.element.line, $1.element.column, $1.offset)
            }
        self.faults = ordered.map(\.element)
    }
}

extension InvalidDocument {
    /// What bytes are that are no text.
    package static let notUTF8 = InvalidDocument([
        DocumentFault(path: "", at: .start, problem: .malformed("the text is not UTF-8"))
    ])
}

extension InvalidDocument: CustomStringConvertible {
    public var description: String { faults.map(\.description).joined(separator: "\n") }
}
