import Foundation
import SwiftCSV

/// The rows of a CSV file, each with its line and its values by column.
struct CSVTable {
    let file: String
    let rows: [Row]
    /// Rows that do not have as many values as the header.
    let rejected: [RejectedRow]

    struct Row {
        let file: String
        let line: Int
        let values: [String]
        fileprivate let positions: [String: Int]

        subscript(column: String) -> String { positions[column].map { values[$0] } ?? "" }

        func rejected(_ column: String, _ problem: String) -> RejectedRow {
            RejectedRow(file: file, line: line, column: column, value: self[column], problem: problem)
        }
    }

    /// Reads the file at `url`, which must have each of `columns` in its header.
    init(_ url: URL, columns: [String]) throws {
        let file = url.lastPathComponent
        let lines = try Self.lines(of: url)
        guard let header = lines.first?.values, !header.allSatisfy(\.isEmpty) else {
            throw CommandFailure("\(url.relativePath): the file is empty")
        }
        for column in columns where !header.contains(column) {
            throw CommandFailure("\(file):1: the column `\(column)` is missing")
        }
        let positions = Dictionary(zip(header, header.indices)) { first, _ in first }
        var rows: [Row] = []
        var rejected: [RejectedRow] = []
        for (line, values) in lines.dropFirst() where values != [""] {
            guard values.count == header.count else {
                let problem = "is a row of \(values.count) values where the header has \(header.count)"
                let text = values.joined(separator: ",")
                rejected.append(RejectedRow(file: file, line: line, column: header[0], value: text, problem: problem))
                continue
            }
            rows.append(Row(file: file, line: line, values: values, positions: positions))
        }
        self.file = file
        self.rows = rows
        self.rejected = rejected
    }

    /// The records of the file with the line on which each begins; a quoted value may span several lines.
    private static func lines(of url: URL) throws -> [(line: Int, values: [String])] {
        guard let data = try? Data(contentsOf: url) else {
            throw CommandFailure("\(url.relativePath): the file cannot be read")
        }
        guard var text = String(data: data, encoding: .utf8) else {
            throw CommandFailure("\(url.relativePath): the file is not UTF-8 text")
        }
        if text.hasPrefix("\u{FEFF}") { text.removeFirst() }
        guard text.count(where: { $0 == "\"" }).isMultiple(of: 2) else {
            throw CommandFailure("\(url.relativePath): a quoted value is never closed")
        }
        var lines: [(line: Int, values: [String])] = []
        var line = 1
        do {
            // Row by row, because the whole table would come with short rows filled up.
            try EnumeratedCSV(string: text, delimiter: .comma, loadColumns: false, rowLimit: 0)
                .enumerateAsArray(rowLimit: nil) { values in
                    lines.append((line, values))
                    line += 1 + values.reduce(0) { $0 + $1.count(where: \.isNewline) }
                }
        } catch {
            throw CommandFailure("\(url.relativePath): the file is not comma-separated text: \(error)")
        }
        return lines
    }
}
