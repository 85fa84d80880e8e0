/// Where a record stands in the host's data, so that a fault can be found and mended there.
///
/// Sources are told apart by their UTF-8 bytes, as files are; `String` would call two spellings of `é` equal.
public struct SourcePlace: Sendable {
    /// The file, table or feed, as the host calls it.
    public let source: String
    /// The line or row in it.
    public let line: Int

    /// The record in `line` of `source`.
    public init(_ source: String, line: Int) {
        self.source = source
        self.line = line
    }
}

extension SourcePlace: Hashable {
    public static func == (left: Self, right: Self) -> Bool { left.line == right.line && left.isInSource(of: right) }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(source)
        hasher.combine(line)
    }

    private func isInSource(of other: Self) -> Bool { source.utf8.elementsEqual(other.source.utf8) }
}

extension SourcePlace: Comparable {
    /// Whether `left` comes first: by source, in the order of its bytes, then by line.
    public static func < (left: Self, right: Self) -> Bool {
        left.isInSource(of: right)
            ? left.line < right.line : left.source.utf8.lexicographicallyPrecedes(right.source.utf8)
    }
}

extension SourcePlace: CustomStringConvertible {
    /// The place as compilers write it, such as `online.csv:4`.
    public var description: String { "\(source):\(line)" }
}
