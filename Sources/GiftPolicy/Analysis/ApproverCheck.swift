public import GiftModel

/// Whether there is somebody who can approve what others ask for.
public struct ApproverCheck<Person: Hashable & Sendable>: Hashable, Sendable {
    /// What the approvers are called.
    public let roles: LocalizedText
    /// Who may approve.
    public let approvers: Set<Person>
    /// Who may ask; none when only rules of the policy do.
    public let requesters: Set<Person>

    /// Whether one of `approvers` can approve what any of `requesters` asks for.
    public init(_ roles: LocalizedText, approvers: Set<Person>, requesters: Set<Person> = []) {
        self.roles = roles
        self.approvers = approvers
        self.requesters = requesters
    }

    /// Returns that nobody can approve something, or `nil` when somebody always can.
    public func finding(at path: String) -> PolicyFinding? {
        guard let only = approvers.first else { return PolicyFinding(at: path, .nobodyApproves(roles)) }
        guard approvers.count == 1, requesters.contains(only) else { return nil }
        return PolicyFinding(at: path, .onlyRequesterApproves(roles))
    }
}

extension PolicyFinding {
    /// Returns that gifts of a rule that are to leave at once all need an approval, or `nil` when a cheap one does not.
    ///
    /// - Parameters:
    ///   - recipients: To whom the rule gives them.
    ///   - lowest: What the gifts cost at least.
    ///   - threshold: From which cost on somebody has to approve; in another currency nothing can be said.
    public static func approvalAtOnce(
        _ rule: Rule.ID,
        for recipients: LocalizedText,
        from lowest: Money,
        threshold: Money,
        at path: String
    ) -> PolicyFinding? {
        guard lowest.currency == threshold.currency, lowest.minorUnits >= threshold.minorUnits else { return nil }
        return PolicyFinding(at: path, .approvalAtOnce(rule, for: recipients, lowest: lowest, threshold: threshold))
    }
}
