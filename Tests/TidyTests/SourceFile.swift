import Foundation

/// One file below `Sources`, read and cut into tokens once.
struct SourceFile: Sendable {
    /// The path below `Sources`: its first part is the module.
    let path: String
    let lineCount: Int
    /// The lines of more than 120 characters; the formatter minds those of code, but not comments.
    let longLines: [Int]
    /// What the compiler reads: neither comments nor string literals.
    let code: [Token]
    /// The words of the comments.
    let comments: [Token]

    var module: String { folders.first ?? "" }
    var folders: [String] { path.split(separator: "/").dropLast().map(String.init) }
    var name: String { String(path.split(separator: "/").last ?? "") }

    init(path: String, text: String) {
        let parts = SourceText(text)
        self.path = path
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        self.lineCount = lines.count - 1
        self.longLines = lines.indices.filter { lines[$0].count > 120 }.map { $0 + 1 }
        self.code = Token.tokens(of: parts.code)
        self.comments = Token.tokens(of: parts.comments)
    }
}

extension SourceFile {
    /// The root of all sources, found from where this file stands.
    static let root = URL(filePath: #filePath).appending(path: "../../../Sources").standardizedFileURL

    static let all: [SourceFile] = {
        let paths = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
        return paths.filter { $0.hasSuffix(".swift") }.sorted().map(read)
    }()

    private static func read(_ path: String) -> SourceFile {
        guard let text = try? String(contentsOf: root.appending(path: path), encoding: .utf8) else {
            preconditionFailure("an unreadable file would keep every rule: \(path)")
        }
        return SourceFile(path: path, text: text)
    }
}

/// A place that breaks a rule of the house, and how.
struct Fault: Hashable, CustomStringConvertible {
    let path: String
    let line: Int
    let what: String

    var description: String { "Sources/\(path):\(line): \(what)" }
}
