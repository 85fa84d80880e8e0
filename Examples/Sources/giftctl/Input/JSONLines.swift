import Foundation

/// The values of a file that holds one in JSON on each line; a line that cannot be read is left out.
struct JSONLines<Value: Decodable> {
    let values: [(row: JSONLine, value: Value)]
    let rejected: [RejectedRow]

    init(_ url: URL) throws {
        let file = url.lastPathComponent
        let decoder = JSONDecoder()
        var values: [(row: JSONLine, value: Value)] = []
        var rejected: [RejectedRow] = []
        for (index, line) in try String(fileAt: url)
            .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .enumerated()
        where line.contains(where: { !$0.isWhitespace }) {
            let row = JSONLine(file: file, line: index + 1, text: String(line))
            do {
                values.append((row, try decoder.decode(Value.self, from: Data(line.utf8))))
            } catch {
                rejected.append(row.rejected(error))
            }
        }
        self.values = values
        self.rejected = rejected
    }
}

/// One line of a file of JSON lines.
struct JSONLine {
    let file: String
    let line: Int
    let text: String

    func rejected(_ path: String, _ problem: String) -> RejectedRow {
        let value = text.count > 60 ? text.prefix(59) + "…" : text[...]
        return RejectedRow(file: file, line: line, column: path, value: String(value), problem: problem)
    }

    fileprivate func rejected(_ error: any Error) -> RejectedRow {
        let json = try? JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
        guard json != nil, let error = error as? DecodingError else { return rejected("line", "is no JSON") }
        switch error {
        case .keyNotFound(let key, let context): return rejected(context, "lacks `\(key.stringValue)`")
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            return rejected(context, "is of another kind")
        case .dataCorrupted(let context): return rejected(context, "cannot be: \(context.debugDescription)")
        @unknown default: return rejected("line", "cannot be read")
        }
    }

    private func rejected(_ context: DecodingError.Context, _ problem: String) -> RejectedRow {
        let path = context.codingPath.map { "/" + ($0.intValue.map(String.init) ?? $0.stringValue) }.joined()
        return rejected(path.isEmpty ? "line" : path, problem)
    }
}
