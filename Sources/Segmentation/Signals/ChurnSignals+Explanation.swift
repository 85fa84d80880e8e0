public import GiftModel

extension ChurnSignals {
    /// Returns why `signal` holds, fails or is unknown, with the figures.
    public func reason(for signal: ChurnSignal) -> Reason {
        switch signal {
        case .frequencyDown:
            reason(
                for: frequency,
                ChurnReason.frequencyFell,
                kept: .frequencyKept,
                unknown: .frequencyUnknown,
                notRecorded: .frequencyUnknown
            )
        case .belowExpectation: expectationReason
        case .interactionsDown:
            reason(
                for: interactions,
                ChurnReason.interactionsFell,
                kept: .interactionsKept,
                unknown: .interactionsUnknown,
                notRecorded: .interactionsNotRecorded
            )
        case .complaintsUp: complaintsReason
        }
    }

    /// Why the signals that hold do so, in the order of their cases.
    public var reasons: [Reason] { holding.map(reason(for:)) }

    private var window: Fact { Fact("window", .days(Int64(windowDays))) }

    private func reason(
        for drop: DropSignal,
        _ fell: ChurnReason,
        kept: ChurnReason,
        unknown: ChurnReason,
        notRecorded: ChurnReason
    ) -> Reason {
        guard let countBefore = drop.before, let count = drop.now else { return Reason(notRecorded) }
        let (now, before) = (Fact("now", .number(count)), Fact("before", .number(countBefore)))
        let left = Fact("left", .ratio(drop.rule.leftAtMost))
        return switch drop.truth {
        case .holds: Reason(fell, now, before, window, left)
        case .fails: Reason(kept, now, before, window, left)
        case .unknown: Reason(unknown, now, before, window, Fact("least", .number(drop.rule.atLeast)))
        }
    }

    private var expectationReason: Reason {
        let now = Fact("now", .number(expectation.now))
        guard let count = expectation.expected else { return Reason(ChurnReason.expectationNotAsked, now, window) }
        let expected = Fact("expected", FactValue(rounding: count))
        let left = Fact("left", .ratio(expectation.rule.leftAtMost))
        return switch expectation.truth {
        case .holds: Reason(ChurnReason.expectationMissed, now, expected, window, left)
        case .fails: Reason(ChurnReason.expectationMet, now, expected, window, left)
        case .unknown:
            Reason(
                ChurnReason.expectationUnknown,
                now,
                expected,
                window,
                Fact("least", .number(expectation.rule.atLeast))
            )
        }
    }

    private var complaintsReason: Reason {
        guard let before = complaints.before, let now = complaints.now else {
            return Reason(ChurnReason.complaintsNotRecorded)
        }
        let made = Fact("complaints", .number(now.complaints))
        let orders = Fact("orders", .number(now.orders))
        let madeBefore = Fact("complaintsBefore", .number(before.complaints))
        let ordersBefore = Fact("ordersBefore", .number(before.orders))
        guard complaints.truth != .unknown, let rate = now.ratio, let interval = now.interval else {
            return Reason(ChurnReason.complaintsUnknown, made, orders, madeBefore, ordersBefore, window)
        }
        let holds = complaints.truth == .holds
        if let factor = complaints.factor {
            let code = holds ? ChurnReason.complaintsMultiplied : .complaintsNotMultiplied
            return Reason(code, made, orders, madeBefore, ordersBefore, window, Fact("factor", .ratio(factor)))
        }
        return Reason(
            holds ? ChurnReason.complaintsRose : .complaintsKept,
            made,
            orders,
            madeBefore,
            ordersBefore,
            window,
            Fact("rate", .ratio(rate)),
            Fact("least", FactValue(rounding: interval.lower)),
            Fact("most", FactValue(rounding: interval.upper))
        )
    }
}
