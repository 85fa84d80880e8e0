public import GiftModel

extension TierStanding {
    /// Why the customer stands on its tier: what counted, and the goal that it meets.
    ///
    /// - Complexity: O(*r*) for *r* goals.
    public var reason: Reason {
        let (tier, counted) = (Fact("tier", .name(tier.name)), Fact("counted", .name(amounts.words)))
        guard let since = reached.last?.since else { return Reason(TierStandingReason.base, tier, counted) }
        guard let goal = metGoal else {
            return Reason(TierStandingReason.stands, tier, Fact("since", .date(since)), counted)
        }
        return Reason(
            TierStandingReason.reached,
            tier,
            Fact("since", .date(since)),
            counted,
            Fact("goal", .name(goal.words(in: amounts.spend.currency)))
        )
    }

    /// Why the customer stands on its tier, then what is missing to each tier above, lowest first.
    ///
    /// - Complexity: O(*r*) for *r* goals.
    public var reasons: [Reason] { [reason] + missing.map(\.reason) }
}

extension TierStanding.Missing {
    /// What is missing to the tier, by each way to it, and whether it may have been reached all the same.
    public var reason: Reason {
        let english = ways.map(\.wantedWords.english).joined(separator: " or ")
        let chinese = ways.map(\.wantedWords.chinese).joined(separator: "或")
        return Reason(
            isUndetermined ? TierStandingReason.undetermined : .missing,
            Fact("tier", .name(tier.name)),
            Fact("missing", .name(LocalizedText(english: english, chinese: chinese)))
        )
    }
}

extension TierAmounts {
    /// What is above zero or not known, in words.
    fileprivate var wantedWords: LocalizedText {
        func words(_ number: Int64?, _ one: String, _ chinese: String) -> LocalizedText? {
            guard let number else {
                return LocalizedText(english: "an unknown number of \(one)s", chinese: "数目未知的\(chinese)")
            }
            guard number > 0 else { return nil }
            return LocalizedText(english: "\(number) \(one)\(number == 1 ? "" : "s")", chinese: "\(number)\(chinese)")
        }
        let money = LocalizedText(english: spend.description, chinese: spend.description)
        let counts = [
            spend.minorUnits > 0 ? money : nil, words(orders, "order", "笔订单"), words(points, "point", "积分"),
            words(interactions, "interaction", "次互动"),
        ]
        .compactMap(\.self)
        return counts.isEmpty ? LocalizedText(english: "nothing", chinese: "无") : LocalizedText(listing: counts)
    }
}

extension TierGoal {
    /// What the goal asks for, in words.
    func words(in currency: Currency) -> LocalizedText {
        TierAmounts(
            spend: spend ?? .zero(in: currency),
            orders: orders ?? 0,
            points: points ?? 0,
            interactions: interactions ?? 0
        )
        .wantedWords
    }
}
