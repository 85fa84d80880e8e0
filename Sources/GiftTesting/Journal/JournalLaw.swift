public import GiftModel

/// One thing that every `Journal` must do, as a sentence and as a check.
///
/// Laws are plain values and need no test framework, so a host can run them from Swift Testing, from XCTest, or
/// against a staging database before a release:
///
/// ```swift
/// @Test(arguments: JournalLaw<GrantEntry>.all(with: .samples))
/// func `My journal keeps every law`(law: JournalLaw<GrantEntry>) async throws {
///     try await law.check(on: MyJournal(emptyTable()))
/// }
/// ```
public struct JournalLaw<Entry: JournalEntry>: Sendable, CustomStringConvertible {
    /// The law, as a sentence that a failing test can print.
    public let description: String
    private let body: @Sendable (any Journal<Entry>) async throws -> Void

    init(_ description: String, _ body: @escaping @Sendable (any Journal<Entry>) async throws -> Void) {
        self.description = description
        self.body = body
    }

    /// Runs the check on `journal`, which must be empty and used by nobody else.
    ///
    /// - Throws: ``BrokenLaw``, or whatever the journal throws.
    public func check(on journal: some Journal<Entry>) async throws { try await body(journal) }
}

/// The entries with which laws are checked.
public struct JournalSamples<Entry: JournalEntry>: Sendable {
    /// The entries.
    public let entries: [Entry]

    /// At least six entries, no two of them equal, whose order and contents mean nothing to the journal.
    public init(_ entries: [Entry]) {
        precondition(entries.count >= 6 && Set(entries).count == entries.count, "laws need six different entries")
        self.entries = entries
    }
}
