/// One thing that is wrong with a text that should be a document, and where.
///
/// - Source: paths are JSON Pointers, <https://www.rfc-editor.org/rfc/rfc6901>.
public struct DocumentFault: Hashable, Sendable {
    /// The place in the document, such as `/rules/1/on`; empty for the document as a whole.
    public let path: String
    /// The line of the text, from 1.
    public let line: Int
    /// The position within the line in characters, from 1.
    public let column: Int
    /// What is wrong there.
    public let problem: DocumentProblem

    package init(path: String, at position: DocumentPosition, problem: DocumentProblem) {
        self.path = path
        self.line = position.line
        self.column = position.column
        self.problem = problem
    }
}

extension DocumentFault: CustomStringConvertible {
    /// The fault in one line, such as `14:9: /rules/0/bugdet: unknown key`.
    public var description: String { "\(line):\(column): " + (path.isEmpty ? "\(problem)" : "\(path): \(problem)") }
}
