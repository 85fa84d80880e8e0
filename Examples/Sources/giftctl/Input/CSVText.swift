import Foundation

/// The text of a file that should be comma-separated, line by line.
struct CSVText {
    let url: URL
    let lines: [Substring]

    init(_ url: URL) throws {
        let text = try String(fileAt: url)
        let lineEnds: Set<Character> = ["\n", "\r\n", "\r"]
        guard !text.contains(where: { $0.isNewline && !lineEnds.contains($0) }) else {
            throw CommandFailure("\(url.relativePath): a line ends in neither LF, CR LF nor CR")
        }
        guard text.unicodeScalars.count(where: { $0 == "\"" }).isMultiple(of: 2) else {
            throw CommandFailure("\(url.relativePath): a quoted value is never closed")
        }
        self.url = url
        self.lines = text.split(omittingEmptySubsequences: false) { lineEnds.contains($0) }
    }
}
