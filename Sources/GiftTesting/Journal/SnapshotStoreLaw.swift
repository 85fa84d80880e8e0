public import GiftModel

/// One thing that every `SnapshotStore` must do, as a sentence and as a check.
public struct SnapshotStoreLaw<Subject, State: Codable & Hashable & Sendable>: Sendable, CustomStringConvertible {
    /// The law, as a sentence that a failing test can print.
    public let description: String
    private let body: @Sendable (any SnapshotStore<Subject, State>) async throws -> Void

    /// Runs the check on `store`, which must be empty and used by nobody else.
    ///
    /// - Throws: ``BrokenLaw``, or whatever the store throws.
    public func check(on store: some SnapshotStore<Subject, State>) async throws { try await body(store) }

    /// Every law, checked with two states that differ.
    public static func all(with early: State, _ late: State) -> [SnapshotStoreLaw] {
        [
            SnapshotStoreLaw(description: "a new store has no snapshots") { store in
                try expect(await store.snapshot(of: "a"), toBe: nil, in: "a new store")
            },
            SnapshotStoreLaw(description: "a later snapshot replaces an earlier one, and not the other way round") {
                store in
                try await store.store(Snapshot(early, at: 3), of: "a")
                try await store.store(Snapshot(late, at: 5), of: "a")
                try await store.store(Snapshot(early, at: 4), of: "a")
                try expect(await store.snapshot(of: "a"), toBe: Snapshot(late, at: 5), in: "stream a")
            },
            SnapshotStoreLaw(description: "each stream has a snapshot of its own") { store in
                try await store.store(Snapshot(early, at: 1), of: "a")
                try await store.store(Snapshot(late, at: 2), of: "b")
                try expect(await store.snapshot(of: "a"), toBe: Snapshot(early, at: 1), in: "stream a")
                try expect(await store.snapshot(of: "b"), toBe: Snapshot(late, at: 2), in: "stream b")
            },
        ]
    }
}
