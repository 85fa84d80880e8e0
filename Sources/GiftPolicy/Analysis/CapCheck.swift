public import GiftModel

/// Which rules can get no turn under a cap because of the others that it counts.
public struct CapCheck: Hashable, Sendable {
    /// The cap.
    public let cap: Cap
    /// The rules that it counts, with how often and how long.
    public let demands: [Demand]

    /// How often a rule asks for a gift.
    public struct Demand: Hashable, Sendable {
        /// The rule.
        public let rule: RuleReference.ID
        /// Where it stands in the document.
        public let path: String
        /// Which rule goes first; the higher one does.
        public let priority: Int64
        /// How often a year it comes round for everybody at least, or zero when it may never come round for some.
        public let timesPerYear: Int64
        /// For how many days after it has come round its gift may still be given, or `nil` when there is no end.
        public let validDays: Int64?

        /// A rule that stands at `path`.
        public init(
            _ rule: RuleReference.ID,
            at path: String,
            priority: Int64,
            timesPerYear: Int64 = 0,
            validDays: Int64? = nil
        ) {
            self.rule = rule
            self.path = path
            self.priority = priority
            self.timesPerYear = timesPerYear
            self.validDays = validDays
        }
    }

    /// What becomes of `demands` under `cap`; those that it does not count are left out.
    public init(_ cap: Cap, _ demands: [Demand]) {
        self.cap = cap
        self.demands = demands.filter { cap.scope.rules.isEmpty || cap.scope.rules.contains($0.rule) }
    }

    /// The rules that are starved or outwaited, in their order.
    ///
    /// A rule is starved when the rules that go before it, and come round for everybody, ask in a year for as many
    /// gifts as the cap leaves in one. It is outwaited when its gift is valid for less time than the cap rests after
    /// gifts by others, so that one which comes round too soon after theirs is lost. A rule that is exempt is neither.
    ///
    /// - Complexity: O(*n*²) in the rules.
    public var findings: [PolicyFinding] {
        demands.filter { !cap.exempt.contains($0.rule) }.compactMap { starvation(of: $0) ?? outwaiting(of: $0) }
    }

    func starvation(of demand: Demand) -> PolicyFinding? {
        let earlier = demands.filter { $0.timesPerYear > 0 && goes($0, before: demand) }
            .sorted { goes($0, before: $1) }
        var (count, names): (Int64, [Demand]) = (0, [])
        for other in earlier {
            count += other.timesPerYear
            names.append(other)
            guard cap.isUsedUp(byTimesPerYear: count) else { continue }
            return PolicyFinding(
                at: demand.path,
                .starved(demand.rule, by: names.map(\.rule), cap: cap.id),
                because: [demand.path] + names.map(\.path)
            )
        }
        return nil
    }

    func outwaiting(of demand: Demand) -> PolicyFinding? {
        guard let validDays = demand.validDays, validDays < cap.window.usualDays else { return nil }
        let others = demands.filter { $0.rule != demand.rule }
        guard others.count >= cap.atMost else { return nil }
        return PolicyFinding(
            at: demand.path,
            .outwaited(
                demand.rule,
                by: others.map(\.rule),
                cap: cap.id,
                capDays: cap.window.usualDays,
                validDays: validDays
            ),
            // Any of them would do, as many as the cap allows.
            because: [demand.path] + others.prefix(Int(clamping: max(1, cap.atMost))).map(\.path)
        )
    }

    private func goes(_ one: Demand, before other: Demand) -> Bool {
        one.priority == other.priority ? one.rule < other.rule : one.priority > other.priority
    }
}

extension Cap {
    /// Returns whether so many gifts a year leave no room under this cap.
    func isUsedUp(byTimesPerYear times: Int64) -> Bool {
        Int128(times) * Int128(window.usualDays) >= Int128(atMost) * 365
    }
}

extension CapWindow {
    /// How many days it usually has; a lifetime has a hundred years.
    var usualDays: Int64 {
        switch self {
        case .rolling(let days): days
        case .calendar(.day): 1
        case .calendar(.week): 7
        case .calendar(.month): 30
        case .calendar(.quarter): 91
        case .calendar(.year): 365
        case .lifetime: 36_500
        }
    }
}
