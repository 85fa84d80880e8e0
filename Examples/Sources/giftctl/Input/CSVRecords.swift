import Foundation
import SwiftCSV

/// The records of a comma-separated text, each with the line on which it begins.
///
/// A quoted value may span several lines. A line that cannot be read is left out, and reading goes on after it.
struct CSVRecords {
    let records: [(line: Int, values: [String])]
    let rejected: [RejectedRow]

    init(of text: CSVText) throws {
        var records: [(line: Int, values: [String])] = []
        var rejected: [RejectedRow] = []
        var line = 1
        while line <= text.lines.count {
            do {
                // Row by row, because the whole table would come with short rows filled up.
                let rest = text.lines[(line - 1)...].joined(separator: "\n")
                try EnumeratedCSV(string: rest, delimiter: .comma, loadColumns: false, rowLimit: 0)
                    .enumerateAsArray(rowLimit: nil) { values in
                        records.append((line, values))
                        line += 1 + values.reduce(0) { $0 + $1.count { $0 == "\n" } }
                    }
                break
            } catch {
                guard line > 1 else {
                    throw CommandFailure("\(text.url.lastPathComponent):1: the header cannot be read")
                }
                rejected.append(
                    RejectedRow(
                        file: text.url.lastPathComponent,
                        line: line,
                        column: "row",
                        value: String(text.lines[line - 1]),
                        problem: "has a quotation mark in the wrong place"
                    )
                )
                line += 1
            }
        }
        self.records = records
        self.rejected = rejected
    }
}
