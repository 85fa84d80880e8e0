/// One line of a grant's history: what changed, when it was recorded, and for which request.
///
/// - Wire format: `{"change":{"moved":{"at":0,"to":"delivered"}},"key":"…","recordedAt":0,"sequence":4,"v":1}`.
public struct GrantEntry: RecordedEntry {
    /// The entries of one grant make up a stream.
    public typealias Subject = GrantTerms

    public let sequence: Int64
    public let recordedAt: Timestamp
    public let key: RequestKey
    /// What changed.
    public let change: Change

    /// What an entry changes.
    @nonexhaustive
    public enum Change: Hashable, Sendable {
        /// The grant came into being.
        indirect case planned(GrantTerms)
        /// The gift reached a state.
        case moved(GrantStep)
        /// A step that had been inferred was reported after all.
        case confirmed(GrantStep)
        /// The customer chose one of the offer's alternatives, or what was planned after all.
        case exchanged(for: Gift.ID, at: Timestamp)
        /// The customer was reminded, for the offer's reminder of this instant.
        case reminded(Timestamp)
        /// What had to happen before the gift can be claimed happened.
        case unlocked(at: Timestamp)
        /// What the gift without its parts, or a part of it, really cost became known.
        indirect case settled(GrantSettlement)
    }
}
