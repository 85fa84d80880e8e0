/// How a customer's consent to a purpose stands at an instant.
///
/// The four answers are all there are, so this enum is closed.
public enum ConsentStatus: Hashable, Sendable {
    /// Given at `since`, and counting until the instant `until`, or until it is taken back.
    case given(since: Timestamp, until: Timestamp?)
    /// Taken back.
    case withdrawn(at: Timestamp)
    /// Given once, and over since then.
    case expired(at: Timestamp)
    /// Neither given nor taken back so far.
    case neverGiven
}

/// How consent stands, and the change from which that follows.
public struct ConsentFinding: Hashable, Sendable {
    /// The purpose that was asked about.
    public let purpose: Purpose
    /// How consent stands.
    public let status: ConsentStatus
    /// The change that decides, with its notice and proof; `nil` when there is none.
    public let evidence: ConsentChange?
}

extension ConsentFinding {
    /// Whether consent is given, without which nothing may be done for the purpose.
    public var isGiven: Bool {
        switch status {
        case .given: true
        case .withdrawn, .expired, .neverGiven: false
        }
    }
}
