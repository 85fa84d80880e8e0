/// Where a record stands in the host's data, so that a fault can be found and mended there.
public struct SourcePlace: Hashable, Sendable {
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

extension SourcePlace: Comparable {
    /// Whether `left` comes first: by source, in the order of its bytes, then by line.
    public static func < (left: Self, right: Self) -> Bool {
        left.source == right.source
            ? left.line < right.line : left.source.utf8.lexicographicallyPrecedes(right.source.utf8)
    }
}

extension SourcePlace: CustomStringConvertible {
    /// The place as compilers write it, such as `online.csv:4`.
    public var description: String { "\(source):\(line)" }
}
