/// Where a host hands over its customer records: all of them in pages, and from then on what changed.
///
/// Take the latest mark first, then read every page, then ask for the changes after that mark for ever. A record that
/// changes while the pages are read comes in a page or in a change, perhaps in both; applying both is harmless.
/// `CustomerSourceLaw` in `GiftTesting` checks an implementation.
///
/// ```swift
/// var mark = try await source.latestMark()
/// var page = try await source.records(after: nil, atMost: 500)    // then after the last of this page
/// let news = try await source.changes(after: mark, atMost: 500)   // then after the mark of the last one
/// ```
public protocol CustomerSource: Sendable {
    /// The mark of the last change, or zero when there was none.
    func latestMark() async throws -> Int64

    /// The records whose identities come after `last`, or from the start: at most `limit`, ascending by identity.
    ///
    /// `limit` is one or more. An empty page says that there are no more; a short one does not. Deleted records are not
    /// listed.
    func records(after last: Customer.ID?, atMost limit: Int) async throws -> [CustomerRecord]

    /// The changes after `mark`, deletions included: at most `limit`, ascending by mark.
    ///
    /// `mark` is zero or more, `limit` one or more. An empty page says that there are no more. Of several changes to
    /// one customer the earlier may be left out; the last never is.
    func changes(after mark: Int64, atMost limit: Int) async throws -> [CustomerChange]
}
