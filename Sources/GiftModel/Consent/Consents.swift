/// Everything one customer ever said about the use of their data, purpose by purpose.
///
/// Changes may arrive in any order, more than once, and in parts that are merged: the history is the same. A later
/// change replaces what was said before; at the same instant a withdrawal does. Nothing may be done for a purpose
/// without consent to it, so what is not known is not permitted.
///
/// ```swift
/// var consents = Consents()
/// consents.add(ConsentChange(to: .giftDelivery, withdrawnAt: now))
/// consents.permits(.giftDelivery, at: now)   // false
/// ```
///
/// - Wire format: `{"changes":[…],"v":1}`, changes in ascending order; any order is read.
public struct Consents: Hashable, Sendable {
    /// The changes in ascending order, none twice.
    public private(set) var changes: [ConsentChange]

    /// The history of `changes`, in any order.
    ///
    /// - Complexity: O(*n* log *n*).
    public init(_ changes: some Sequence<ConsentChange> = []) { self.changes = Set(changes).sorted() }

    /// Records a change; one that is known already changes nothing.
    ///
    /// - Complexity: O(*n*) in the changes after it.
    public mutating func add(_ change: ConsentChange) {
        let index = changes.lastIndex { $0 <= change }
        if let index, changes[index] == change { return }
        changes.insert(change, at: index.map { $0 + 1 } ?? 0)
    }

    /// Records every change that `other` knows.
    ///
    /// - Complexity: O(*n* log *n*) in the changes of both.
    public mutating func merge(_ other: Consents) { self = Consents(changes + other.changes) }
}

extension Consents {
    /// Returns how consent to `purpose` stands at `instant`, and from which change that follows.
    ///
    /// Changes after `instant` are left out of account. What was given at an instant counts at that instant, and no
    /// longer at the one until which it was given.
    ///
    /// - Complexity: O(*n*) in the changes.
    public func finding(on purpose: Purpose, at instant: Timestamp) -> ConsentFinding {
        guard let last = changes.last(where: { $0.at <= instant && $0.purpose == purpose }) else {
            return ConsentFinding(purpose: purpose, status: .neverGiven, evidence: nil)
        }
        return ConsentFinding(purpose: purpose, status: Self.status(after: last, at: instant), evidence: last)
    }

    /// Returns how consent to `purpose` stands at `instant`.
    public func status(of purpose: Purpose, at instant: Timestamp) -> ConsentStatus {
        finding(on: purpose, at: instant).status
    }

    /// Whether data may be used for `purpose` at `instant`: only while consent is given.
    public func permits(_ purpose: Purpose, at instant: Timestamp) -> Bool {
        finding(on: purpose, at: instant).isGiven
    }

    /// Returns how consent stands to the first of `purposes` for which nothing may be done at `instant`, if any.
    ///
    /// An act may serve several purposes at once: a survey about a gift needs consent to surveys and to the gift's
    /// delivery, so that nothing follows a gift that a customer wants no more of.
    ///
    /// - Returns: The finding that stands in the way, or `nil` when consent is given to all.
    /// - Complexity: O(*n*) in the changes, for each purpose.
    public func obstacle(to purposes: [Purpose], at instant: Timestamp) -> ConsentFinding? {
        purposes.lazy.map { finding(on: $0, at: instant) }.first { !$0.isGiven }
    }

    private static func status(after change: ConsentChange, at instant: Timestamp) -> ConsentStatus {
        switch (change.kind, change.until) {
        case (.withdrawn, _): .withdrawn(at: change.at)
        case (.given, let until?) where until <= instant: .expired(at: until)
        case (.given, let until): .given(since: change.at, until: until)
        }
    }
}

extension Consents: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case version = "v"
        case changes = "changes"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        try container.requireVersion(1, of: "consents", forKey: .version)
        self.init(try container.decode([ConsentChange].self, forKey: .changes))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(1, forKey: .version)
        try container.encode(changes, forKey: .changes)
    }
}
