/// An entry of a decider's history: numbered, dated, and under the key of the request that it answers.
public protocol RecordedEntry: JournalEntry {
    /// The position in its stream, from 1, without gaps.
    var sequence: Int64 { get }
    /// When it was recorded; never before the entry that came before it.
    var recordedAt: Timestamp { get }
    /// The request that it answers; the entries of one request follow each other.
    var key: RequestKey { get }
}

extension RecordedEntry {
    /// Throws unless this entry's number, time and key may come next after `count` entries that end in `last`.
    ///
    /// - Parameter isUsed: Whether a key belongs to any of those entries.
    package func requireToFollow(
        _ last: Self?,
        count: Int,
        isUsed: (RequestKey) -> Bool
    ) throws(ReplayError) {
        let next = Int64(count) + 1
        guard sequence == next else { throw .outOfSequence(sequence, expected: next) }
        guard let last else { return }
        guard last.recordedAt <= recordedAt else { throw .timeWentBack(recordedAt, last: last.recordedAt) }
        guard last.key == key || !isUsed(key) else { throw .keyReused(key) }
    }
}
