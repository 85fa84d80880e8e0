/// A state as it was after a number of entries, so that a reader need not begin at the first.
public struct Snapshot<State: Codable & Hashable & Sendable>: Codable, Hashable, Sendable {
    /// How many entries the state rests on.
    public let position: Int
    /// The state.
    public let state: State

    /// The state that rests on `position` entries.
    public init(_ state: State, at position: Int) {
        self.position = position
        self.state = state
    }
}

/// Where a host keeps snapshots: a cache, which may forget at any time.
///
/// A snapshot of a format that the reader does not know is dropped, never migrated: the entries say everything.
public protocol SnapshotStore<Subject, State>: Sendable {
    /// What the streams are about.
    associatedtype Subject
    /// What a snapshot holds.
    associatedtype State: Codable & Hashable & Sendable

    /// Returns the newest snapshot of `stream` that is stored and can be read, or `nil`.
    func snapshot(of stream: Identifier<Subject>) async throws -> Snapshot<State>?

    /// Stores `snapshot`, unless one of a later position is stored already.
    func store(_ snapshot: Snapshot<State>, of stream: Identifier<Subject>) async throws
}

/// A snapshot store that forgets everything when it goes away.
public actor InMemorySnapshotStore<Subject, State: Codable & Hashable & Sendable>: SnapshotStore {
    private var stored: [Identifier<Subject>: Snapshot<State>] = [:]

    /// An empty store.
    public init() {}

    public func snapshot(of stream: Identifier<Subject>) -> Snapshot<State>? { stored[stream] }

    public func store(_ snapshot: Snapshot<State>, of stream: Identifier<Subject>) {
        guard stored[stream].map({ $0.position < snapshot.position }) ?? true else { return }
        stored[stream] = snapshot
    }
}
