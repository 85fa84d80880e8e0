/// A place in a text.
package struct DocumentPosition: Hashable, Sendable {
    /// The line, from 1.
    package var line: Int
    /// The position within the line in characters, from 1.
    package var column: Int

    /// Where every text begins.
    package static let start = DocumentPosition(line: 1, column: 1)
}
