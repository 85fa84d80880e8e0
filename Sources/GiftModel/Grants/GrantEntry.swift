/// One line of a grant's history: what changed, when it was recorded, and for which request.
///
/// - Wire format: `{"change":{"moved":{"at":0,"to":"delivered"}},"key":"…","recordedAt":0,"sequence":4,"v":1}`.
public struct GrantEntry: JournalEntry {
    /// The entries of one grant make up a stream.
    public typealias Subject = GrantTerms

    /// The position in the grant, from 1, without gaps.
    public let sequence: Int64
    /// When it was recorded; never before the entry that came before it.
    public let recordedAt: Timestamp
    /// The request that it answers.
    public let key: RequestKey
    /// What changed.
    public let change: Change

    /// What an entry changes.
    @nonexhaustive
    public enum Change: Hashable, Sendable {
        /// The grant came into being.
        case planned(GrantTerms)
        /// The gift reached a state.
        case moved(GrantStep)
        /// A step that had been inferred was reported after all.
        case confirmed(GrantState, at: Timestamp)
    }
}
