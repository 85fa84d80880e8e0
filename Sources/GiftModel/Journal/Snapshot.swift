/// A state as it was after a number of entries, so that a reader need not begin at the first.
///
/// - Wire format: `{"position":3,"state":…}`; the version is the state's.
public struct Snapshot<State: Codable & Hashable & Sendable>: Hashable, Sendable {
    /// How many entries the state rests on, zero or more.
    public let position: Int
    /// The state.
    public let state: State

    /// The state that rests on `position` entries.
    public init(_ state: State, at position: Int) {
        precondition(position >= 0, "a position counts entries")
        self.position = position
        self.state = state
    }
}

extension Snapshot: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case position = "position"
        case state = "state"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        let position = try container.decode(Int.self, forKey: .position)
        guard position >= 0 else {
            let problem = "a snapshot rests on zero entries or more"
            throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: problem))
        }
        self.init(try container.decode(State.self, forKey: .state), at: position)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(position, forKey: .position)
        try container.encode(state, forKey: .state)
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
