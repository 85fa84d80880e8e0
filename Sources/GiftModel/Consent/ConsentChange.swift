/// One customer's consent to one purpose, given or taken back.
///
/// Consent is given by a notice that the customer read, and counts only with proof; both stay with the host, which is
/// why they are named and not kept here. Taking consent back needs neither.
///
/// - Wire format: `{"at":1000,"change":"given","notice":"2026-01","proof":"form-7","purpose":"surveys","until":9000}`,
///   `{"at":2000,"change":"withdrawn","purpose":"surveys"}`; what is absent is left out.
public struct ConsentChange: Hashable, Sendable {
    /// Whether consent was given or taken back.
    ///
    /// The two are all there are, so this enum is closed.
    ///
    /// - Wire format: a bare word, such as `"withdrawn"`.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// The customer agreed.
        case given = "given"
        /// The customer took consent back, or objected without having given any.
        case withdrawn = "withdrawn"
    }

    /// What shows that a customer spoke: a form, a recording, a line in a log.
    public enum Proof {}
    /// A version of the text that says what data is used for.
    public enum Notice {}

    /// The purpose, and no other.
    public let purpose: Purpose
    /// Whether consent was given or taken back.
    public let kind: Kind
    /// When.
    public let at: Timestamp
    /// The first instant at which what was given no longer counts, or `nil` when it counts until it is taken back.
    public let until: Timestamp?
    /// Which version of the notice the customer agreed to; absent when consent is taken back.
    public let notice: Identifier<Notice>?
    /// Where the host keeps the proof; may be absent when consent is taken back.
    public let proof: Identifier<Proof>?

    /// Consent to `purpose`, or `nil` when `until` is not after `instant`.
    public init?(
        to purpose: Purpose,
        givenAt instant: Timestamp,
        until: Timestamp? = nil,
        notice: Identifier<Notice>,
        proof: Identifier<Proof>
    ) {
        if let until, until <= instant { return nil }
        self.purpose = purpose
        self.kind = .given
        self.at = instant
        self.until = until
        self.notice = notice
        self.proof = proof
    }

    /// Consent to `purpose`, taken back.
    public init(to purpose: Purpose, withdrawnAt instant: Timestamp, proof: Identifier<Proof>? = nil) {
        self.purpose = purpose
        self.kind = .withdrawn
        self.at = instant
        self.until = nil
        self.notice = nil
        self.proof = proof
    }
}
