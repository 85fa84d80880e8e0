import Foundation

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

        /// Returns this row and `other` in an order that does not depend on the order of the file.
        func inOrder(with other: Row) -> (first: Row, second: Row) {
            values.lexicographicallyPrecedes(other.values) ? (self, other) : (other, self)
        }

        func rejected(_ column: String, _ problem: String) -> RejectedRow {
            RejectedRow(file: file, line: line, column: column, value: self[column], problem: problem)
        }
    }

    /// Reads the file at `url`, which must have each of `columns` in its header.
    init(_ url: URL, columns: [String]) throws {
        let file = url.lastPathComponent
        let records = try CSVRecords(of: CSVText(url))
        guard let header = records.records.first?.values, !header.allSatisfy(\.isEmpty) else {
            throw CommandFailure("\(url.relativePath): the file is empty")
        }
        for column in columns where !header.contains(column) {
            throw CommandFailure("\(file):1: the column `\(column)` is missing")
        }
        let positions = Dictionary(zip(header, header.indices)) { first, _ in first }
        var rows: [Row] = []
        var rejected = records.rejected
        for (line, values) in records.records.dropFirst() where values != [""] {
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
}
