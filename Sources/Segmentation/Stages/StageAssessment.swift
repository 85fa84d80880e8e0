public import GiftModel

/// The stage of a customer, as far as the known purchases can say, with the rule that said so.
public struct StageAssessment: Hashable, Sendable {
    /// The day as of which it stands.
    public let asOf: CalendarDate
    /// The stage, or `nil` when too little is known to tell.
    public let stage: Stage?
    /// Since when it has been so, or `nil` for a prospect: what does not stand counts as never bought.
    public let since: CalendarDate?
    /// The stage that the rules name, while the present one has not stood long enough to leave it.
    public let awaited: Stage?
    /// The first later day on which the stage changes if nothing happens, or `nil` when it never does.
    public let nextPossibleChange: CalendarDate?
    let basis: Basis

    /// What the stage rests on.
    enum Basis: Hashable, Sendable {
        case nothing
        case nothingStands(returned: Int64, cancelled: Int64)
        case returnsAlone
        case rules(Comparisons)
        indirect case told(Reason)
    }

    /// The rule and the numbers that it compared.
    struct Comparisons: Hashable, Sendable {
        let plan: StagePlan
        let facts: StageFacts
        let undetermined: UInt64
        /// The position of the rule that holds, or the number of rules when none does.
        let position: Int8
        let holdsByStaying: Bool

        /// The rule that holds, if any.
        var rule: StageRule? { position < plan.rules.count ? plan.rules[Int(position)] : nil }
    }
}

extension StageAssessment {
    /// A stage that the host worked out by other means than rules, for a profile put together by hand.
    ///
    /// - Parameter next: The first later day on which it may change if nothing happens.
    public init(
        _ stage: Stage?,
        asOf day: CalendarDate,
        since: CalendarDate? = nil,
        nextPossibleChange next: CalendarDate? = nil,
        because reason: Reason
    ) {
        self.init(
            asOf: day,
            stage: stage,
            since: since,
            awaited: nil,
            nextPossibleChange: next,
            basis: .told(reason)
        )
    }

    /// The position of the rule that holds, or `nil` when none does.
    public var rule: Int? {
        guard case .rules(let comparisons) = basis, comparisons.rule != nil else { return nil }
        return Int(comparisons.position)
    }

    /// The positions of the rules that were passed over because it is not known whether they hold, ascending.
    public var undetermined: [Int] {
        guard case .rules(let comparisons) = basis else { return [] }
        return (0..<64).filter { comparisons.undetermined >> UInt64($0) & 1 == 1 }
    }

    /// What a later assessment needs to know of this one.
    public var mark: StageMark { StageMark(asOf: asOf, stage: stage, since: since) }
}
