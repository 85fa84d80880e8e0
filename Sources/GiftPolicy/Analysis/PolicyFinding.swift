public import GiftModel
public import Segmentation

/// Something about a policy that its author should know before it goes live, and where.
///
/// A finding is no fault: the policy can be had all the same. What would take too long to find out is told as such.
public struct PolicyFinding: Hashable, Sendable {
    /// The place in the document, such as `/rules/3/when`.
    ///
    /// - Source: JSON Pointer, <https://www.rfc-editor.org/rfc/rfc6901>.
    public let path: String
    /// The places that together make it so, none of which can be left out.
    public let paths: [String]
    /// What is the matter.
    public let problem: Problem
    /// What a customer is like for whom it matters, or `nil` when there is no such, or no customer is asked about.
    public let witness: SegmentCondition?

    /// A finding at `path`, made by what stands at `paths`; by the place itself when none are told.
    public init(
        at path: String,
        _ problem: Problem,
        because paths: [String] = [],
        for witness: SegmentCondition? = nil
    ) {
        self.path = path
        self.paths = paths.isEmpty ? [path] : paths
        self.problem = problem
        self.witness = witness
    }

    /// How much it matters.
    ///
    /// The three are all there are, so this enum is closed.
    public enum Severity: String, Hashable, Sendable, CaseIterable {
        /// Something can never work as it is written.
        case error = "error"
        /// Something may not work as it is meant.
        case warning = "warning"
        /// Something is likely to be meant, and good to know.
        case note = "note"
    }

    /// What can be the matter.
    @nonexhaustive
    public enum Problem: Hashable, Sendable {
        /// The rule's condition holds for nobody.
        case neverHolds(Rule.ID)
        /// The rule's condition fails for nobody.
        case alwaysHolds(Rule.ID)
        /// Whoever a rule of an exclusive group is for, one of these rules of higher rank is for as well.
        case unreachable(Rule.ID, behind: [Rule.ID])
        /// Whoever a rule is for, another rule with the same trigger is for as well.
        case subsumed(Rule.ID, by: Rule.ID)
        /// Two rules with the same trigger and of the same priority are for some of the same customers.
        case tied(Rule.ID, with: Rule.ID)
        /// What would take too long to find out about a rule.
        case tooComplex(Rule.ID)
        /// Some customers are such that none of the rules of a group is for them, although all have the same trigger.
        case uncovered(ConflictGroup.ID)
        /// Whether that is so would take too long to find out.
        case coverTooComplex(ConflictGroup.ID)
        /// A budget pays for the cheapest gift of some customers only.
        case budgetTooSmall(need: Money, have: Money, covered: Int64, of: Int64)
        /// No gift costs as little and as much as it must.
        case noGiftFits(LocalizedText, cheapest: Money?, from: Money?, through: Money?)
        /// A gift rests longer than it may be given.
        case neverFires(waiting: Period, validFor: Period)
        /// Rules that go before, and come round for everybody, use up a cap by themselves.
        case starved(Rule.ID, by: [Rule.ID], cap: Cap.ID)
        /// A gift for which the time runs out while a cap rests after gifts by these rules, of which ten are told.
        case outwaited(Rule.ID, by: [Rule.ID], cap: Cap.ID, capDays: Int64, validDays: Int64)
        /// No rule is for an arm of this experiment, so that nothing is compared.
        case idleExperiment(Experiment.ID)
        /// Nobody may approve.
        case nobodyApproves(LocalizedText)
        /// The only one who may approve may ask as well, and nobody approves their own request.
        case onlyRequesterApproves(LocalizedText)
        /// A gift that is to leave at once costs so much that it always has to wait for an approval.
        case approvalAtOnce(Rule.ID, for: LocalizedText, lowest: Money, threshold: Money)
        /// Whoever a rule is for, this guard forbids them everything.
        case forbidden(Rule.ID, by: Guard.ID)
        /// Quiet hours last as long as something may be sent that is due at this time of day.
        case quietThroughout(due: TimeOfDay, validSeconds: Int64)
        /// Quiet hours last as long as something may be sent that is due when they begin.
        case quietAtTimes(validSeconds: Int64)
        /// The days of one rule lie outside of those of another, for birthdays on these weekdays.
        case outsideWindow(
            Rule.ID,
            of: Rule.ID,
            birthdays: Int,
            among: Int,
            year: Int,
            weekdays: [Weekday]
        )
        /// The days of a birthday rule meet those of another rule.
        case occasionsMeet(Rule.ID, Rule.ID, BirthdayMeeting)
        /// The days of two rules meet, these for the first time in the year.
        case datesMeet(Rule.ID, Rule.ID, ClosedRange<CalendarDate>)
    }
}

extension PolicyFinding {
    /// How much it matters.
    public var severity: Severity {
        switch problem {
        case .neverHolds, .forbidden, .neverFires, .nobodyApproves, .quietThroughout: .error
        case .uncovered: .note
        case .alwaysHolds, .unreachable, .subsumed, .tied, .tooComplex, .coverTooComplex, .budgetTooSmall, .noGiftFits,
            .starved, .outwaited, .idleExperiment, .onlyRequesterApproves, .approvalAtOnce, .quietAtTimes,
            .outsideWindow,
            .occasionsMeet, .datesMeet:
            .warning
        }
    }
}

extension PolicyFinding: CustomStringConvertible {
    /// The finding in one line, such as `/rules/3/when: nobody meets the condition of “wakeup”`.
    public var description: String { "\(path): \(text.english)" }
}
