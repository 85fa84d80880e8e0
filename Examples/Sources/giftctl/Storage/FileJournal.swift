import Foundation
import GiftModel

/// A journal in one file of JSON lines, each of which is a batch.
///
/// A batch is written as one line and counts once its line feed stands, so a process that is killed at any byte of a
/// write leaves either the whole batch or a rest that the next opening cuts off. The file is locked while it is open,
/// and whoever comes second waits for a second.
actor FileJournal<Entry: JournalEntry>: WalkableJournal {
    private let url: URL
    private let file: FileHandle
    private var stored: [Identifier<Entry.Subject>: [Entry]] = [:]

    /// Opens the journal at `url`, or begins a new one there.
    init(at url: URL) throws {
        self.url = url
        self.file = try Self.locked(url)
        let data = try file.readToEnd() ?? Data()
        let whole = data.lastIndex(of: UInt8(ascii: "\n")).map { data[...$0] } ?? Data()
        for (index, line) in whole.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropLast()
            .enumerated()
        {
            guard let batch = try? JSONDecoder().decode([Append<Entry>].self, from: line),
                Self.fits(batch, after: stored)
            else {
                throw CommandFailure(
                    "\(url.lastPathComponent):\(index + 1): the line is no batch that follows from those before it"
                )
            }
            Self.add(batch, to: &stored)
        }
        if whole.count < data.count { try file.truncate(atOffset: UInt64(whole.count)) }
        try file.seekToEnd()
    }

    /// Lets others open the journal; it cannot be used any more.
    func release() throws { try file.close() }

    func entries(of stream: Identifier<Entry.Subject>, from position: Int, atMost limit: Int) -> [Entry] {
        Array(stored[stream, default: []].dropFirst(position).prefix(limit))
    }

    func append(_ batch: [Append<Entry>]) throws -> AppendOutcome<Entry> {
        for part in batch where stored[part.stream, default: []].count != part.position {
            return .outdated(part.stream)
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        try file.write(contentsOf: encoder.encode(batch) + [UInt8(ascii: "\n")])
        try file.synchronize()
        Self.add(batch, to: &stored)
        return .appended
    }

    func streams(after last: Identifier<Entry.Subject>?, atMost limit: Int) -> [Identifier<Entry.Subject>] {
        Array(stored.keys.filter { stream in last.map { $0 < stream } ?? true }.sorted().prefix(limit))
    }

    private static func locked(_ url: URL) throws -> FileHandle {
        let descriptor = open(url.path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw CommandFailure("\(url.relativePath): the journal cannot be opened") }
        // Another process may be about to end, and one that is just being started holds copies of all open files.
        for _ in 0..<20 {
            if flock(descriptor, LOCK_EX | LOCK_NB) == 0 {
                return FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
            }
            usleep(50_000)
        }
        close(descriptor)
        throw CommandFailure("\(url.relativePath): another process has the journal open")
    }

    private typealias Streams = [Identifier<Entry.Subject>: [Entry]]

    private static func fits(_ batch: [Append<Entry>], after stored: Streams) -> Bool {
        batch.allSatisfy { stored[$0.stream, default: []].count == $0.position }
    }

    private static func add(_ batch: [Append<Entry>], to stored: inout Streams) {
        for part in batch { stored[part.stream, default: []] += part.entries }
    }
}
