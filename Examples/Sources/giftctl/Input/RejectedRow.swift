/// A row that was left out, with the place and the value that were wrong.
struct RejectedRow: Codable, Equatable, CustomStringConvertible {
    let file: String
    /// The line of the file, counted from 1 and the header included.
    let line: Int
    let column: String
    let value: String
    let problem: String

    var description: String { "\(file):\(line): \(column): `\(value)` \(problem)" }
}
