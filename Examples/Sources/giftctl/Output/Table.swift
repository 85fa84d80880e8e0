import Foundation

/// Rows under named columns, printed for people or for programs.
struct Table {
    let columns: [String]
    private(set) var rows: [[Cell]] = []

    /// A value in a table, which decides on which side it stands.
    enum Cell: Encodable {
        case text(String)
        case number(Int64)
        case missing

        var text: String {
            switch self {
            case .text(let text): text
            case .number(let number): String(number)
            case .missing: ""
            }
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            switch self {
            case .text(let text): try container.encode(text)
            case .number(let number): try container.encode(number)
            case .missing: try container.encodeNil()
            }
        }
    }

    init(_ columns: [String]) { self.columns = columns }

    mutating func append(_ row: [Cell]) {
        precondition(row.count == columns.count, "a row has a value for each column")
        rows.append(row)
    }

    func text(as format: OutputFormat) throws -> String {
        switch format {
        case .table: aligned
        case .csv: ([columns] + rows.map { $0.map(\.text) }).map(Self.csvLine).joined()
        case .json: try JSON.text(of: rows.map { Dictionary(zip(columns, $0)) { first, _ in first } })
        }
    }

    private var aligned: String {
        let texts = [columns] + rows.map { $0.map(\.text) }
        let widths = columns.indices.map { column in texts.map { $0[column].terminalWidth }.max() ?? 0 }
        let lines = texts.enumerated()
            .map { index, line in
                let cells = columns.indices.map { column in
                    let padding = String(repeating: " ", count: widths[column] - line[column].terminalWidth)
                    let isNumber = index > 0 && rows[index - 1][column].isNumber
                    return isNumber ? padding + line[column] : line[column] + padding
                }
                return cells.joined(separator: "  ").trimmingSuffix(" ")
            }
        let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ")
        return ([lines[0], rule] + lines.dropFirst()).joined(separator: "\n") + "\n"
    }

    private static func csvLine(_ values: [String]) -> String {
        values.map { value in
            value.contains { ",\"\n\r".contains($0) } ? "\"" + value.replacing("\"", with: "\"\"") + "\"" : value
        }
        .joined(separator: ",") + "\n"
    }
}

extension Table.Cell {
    fileprivate var isNumber: Bool { if case .number = self { true } else { false } }
}

extension String {
    /// How many columns of a terminal the text fills; Chinese characters fill two.
    var terminalWidth: Int {
        unicodeScalars.reduce(0) {
            $0 + ((0x1100...0x115F).contains($1.value) || (0x2E80...0xFF60).contains($1.value) ? 2 : 1)
        }
    }

    fileprivate func trimmingSuffix(_ character: Character) -> String {
        var trimmed = self
        while trimmed.last == character { trimmed.removeLast() }
        return trimmed
    }
}
