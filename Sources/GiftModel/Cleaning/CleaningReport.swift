/// What became of every record that was to be cleaned.
///
/// ## Invariants
/// 1. Each record given is in exactly one of ``kept``, ``repaired`` and ``rejected``.
/// 2. All lists are in the order in which the records were given.
public struct CleaningReport: Hashable, Sendable {
    /// The activities of records that were good as they were.
    public internal(set) var kept: [Activity] = []
    /// The activities of records that could be mended, with what was mended.
    public internal(set) var repaired: [RepairedRecord] = []
    /// The records that are of no use until the host has mended them, with the first fault of each.
    public internal(set) var rejected: [RejectedRecord] = []
    /// What is odd in records that were kept or repaired; it changes none of the lists above.
    public internal(set) var flagged: [CleaningRemark] = []

    init() {}
}

extension CleaningReport {
    /// How many records were given.
    public var count: Int { kept.count + repaired.count + rejected.count }

    /// The activities that can be counted on: those that were kept, then those that were repaired.
    ///
    /// - Complexity: O(*n*).
    public var activities: [Activity] { kept + repaired.map(\.activity) }
}

/// A record that could be mended.
public struct RepairedRecord: Hashable, Sendable {
    /// The activity as mended.
    public let activity: Activity
    /// What was mended, one or more fields.
    public let repairs: [CleaningRemark]
}

/// A record that could not be mended.
public struct RejectedRecord: Hashable, Sendable {
    /// The record as it was given.
    public let record: RawActivity
    /// Its first fault, in the order in which ``Cleaner`` looks for them.
    public let fault: CleaningRemark
}
