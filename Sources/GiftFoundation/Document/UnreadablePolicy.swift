/// A text that is no policy document, with the first place that shows it.
///
/// - Source: paths are JSON Pointers, <https://www.rfc-editor.org/rfc/rfc6901>.
public struct UnreadablePolicy: Error, Hashable, Sendable {
    /// The place in the document, such as `/rules/1/on`; empty for the document as a whole.
    public let path: String
    /// What is wrong there.
    public let problem: String

    init(path: String, problem: String) {
        self.path = path
        self.problem = problem
    }

    init(_ error: DecodingError) {
        switch error {
        case .keyNotFound(let key, let context):
            self.init(path: Self.pointer(context.codingPath), problem: "the key `\(key.stringValue)` is missing")
        case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
            self.init(path: Self.pointer(context.codingPath), problem: context.debugDescription)
        @unknown default:
            self.init(path: "", problem: "\(error)")
        }
    }

    private static func pointer(_ path: [any CodingKey]) -> String {
        path.map { key in
            let token = key.intValue.map(String.init) ?? key.stringValue
            return "/" + token.replacing("~", with: "~0").replacing("/", with: "~1")
        }
        .joined()
    }
}

extension UnreadablePolicy: CustomStringConvertible {
    public var description: String { path.isEmpty ? problem : "\(path): \(problem)" }
}
