/// One thing that was recorded, for ever: what a decider applies and a journal keeps.
///
/// Entries hold identifiers and numbers, no names, addresses or free text, so that erasing a person is the
/// removal of the host's own mapping. Each carries its format's version; a reader accepts every version ever
/// released and refuses, never skips, one that it does not know.
public protocol JournalEntry: Codable, Hashable, Sendable {
    /// What a stream of these entries is about; it gives the streams' identifiers their type.
    associatedtype Subject
}
