public import GiftModel

/// Every sign of leaving of one customer as of a day, each with its evidence.
///
/// Why a customer leaves is no figure but feedback, and has a place already: whoever calls records a `Review` of the
/// call, whose `Verbatim` says what was mentioned, and a `SurveyAnswer` where a scale was asked for; a complaint is a
/// `ComplaintStep`.
public struct ChurnSignals: Hashable, Sendable {
    /// The day as of which they stand; what happened later is invisible.
    public let asOf: CalendarDate
    let rules: ChurnSignalRules
    let purchaseDays: WindowCounts
    let expectedPurchaseDays: Double?
    let interactionCounts: WindowCounts?
    let complaintRates: ComplaintRates?

    /// What was counted in the last window, and in the one before.
    struct WindowCounts: Hashable, Sendable {
        var (before, now) = (Int64(0), Int64(0))

        mutating func add(_ count: Int64, isNow: Bool) {
            if isNow { now = now.saturatingSum(count) } else { before = before.saturatingSum(count) }
        }
    }

    /// Complaints for each order in the last window, and in the one before.
    struct ComplaintRates: Hashable, Sendable {
        let before, now: ComplaintRate
    }
}

extension ChurnSignals {
    /// How many days make up each of the two windows.
    public var windowDays: Int { rules.windowDays }

    /// Purchase days, against those before.
    public var frequency: DropSignal {
        DropSignal(rule: rules.purchaseDays, before: purchaseDays.before, now: purchaseDays.now)
    }

    /// Purchase days, against those that a model expected.
    public var expectation: ShortfallSignal {
        ShortfallSignal(rule: rules.purchaseDays, expected: expectedPurchaseDays, now: purchaseDays.now)
    }

    /// Interactions, against those before.
    public var interactions: DropSignal {
        DropSignal(rule: rules.interactions, before: interactionCounts?.before, now: interactionCounts?.now)
    }

    /// Complaints for each order, against those before.
    public var complaints: ComplaintSignal {
        ComplaintSignal(factor: rules.complaintRateFactor, before: complaintRates?.before, now: complaintRates?.now)
    }

    /// Whether `signal` holds, as far as is known.
    public subscript(signal: ChurnSignal) -> Truth {
        switch signal {
        case .frequencyDown: frequency.truth
        case .belowExpectation: expectation.truth
        case .interactionsDown: interactions.truth
        case .complaintsUp: complaints.truth
        }
    }

    /// The signals that hold, in the order of their cases.
    public var holding: [ChurnSignal] { ChurnSignal.allCases.filter { self[$0] == .holds } }

    /// Returns how strong `signal` is, 0 through 1000 thousandths, or `nil` where it is unknown.
    ///
    /// It is the share that is gone, of a rate the share that is new, and so comparable among signals.
    public func strengthPerMille(of signal: ChurnSignal) -> Int64? {
        switch signal {
        case .frequencyDown: frequency.strengthPerMille
        case .belowExpectation: expectation.strengthPerMille
        case .interactionsDown: interactions.strengthPerMille
        case .complaintsUp: complaints.strengthPerMille
        }
    }
}
