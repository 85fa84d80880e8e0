extension Complaint {
    /// Returns the complaint as it stood at `instant`, or `nil` when it had not been opened by then.
    ///
    /// What happened at the instant itself counts.
    ///
    /// - Complexity: O(*n*) in the steps.
    public func asOf(_ instant: Timestamp) -> Complaint? {
        let known = steps.prefix { $0.occurredAt <= instant }
        return known.first.map { Complaint($0, known.dropFirst()) }
    }

    /// Returns whether the customer waited at `instant` for the matter to be settled.
    ///
    /// - Complexity: O(*n*) in the steps.
    public func isOpen(asOf instant: Timestamp) -> Bool { asOf(instant)?.state.isOpen ?? false }

    /// How far it has come.
    public var state: ComplaintState { steps.last?.state ?? .opened }

    /// How hard the matter is, by the latest step that says so, or `nil` when none does.
    ///
    /// - Complexity: O(*n*) in the steps.
    public var grade: ComplaintGrade? { steps.last { $0.grade != nil }?.grade }

    /// When the host first answered, or `nil` when it has not; an offer and a settlement are answers too.
    public var firstAnsweredAt: Timestamp? { steps.dropFirst().first?.occurredAt }

    /// When the host first offered a solution, or `nil` when it has not; a settlement is one too.
    ///
    /// - Complexity: O(*n*) in the steps.
    public var firstSolutionAt: Timestamp? {
        steps.first { $0.state == .solutionOffered || $0.state == .resolved }?.occurredAt
    }

    /// When the matter was last settled, or `nil` when it never was; it may have been taken up again since.
    ///
    /// - Complexity: O(*n*) in the steps.
    public var lastResolvedAt: Timestamp? { steps.last { $0.state == .resolved }?.occurredAt }

    /// When the host last asked whether all is well, or `nil` when it has not.
    ///
    /// - Complexity: O(*n*) in the steps.
    public var lastFollowedUpAt: Timestamp? { steps.last { $0.state == .followedUp }?.occurredAt }

    /// How many times the customer took the matter up again.
    ///
    /// - Complexity: O(*n*) in the steps.
    public var timesReopened: Int64 { Int64(steps.count { $0.state == .reopened }) }
}
