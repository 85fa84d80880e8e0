public import GiftModel

/// How much speaks for a customer who drains promotions, and what.
public struct PromotionRisk: Hashable, Sendable {
    /// The sum of all contributions.
    public let score: Int64
    /// The band: that of the score, but low for a customer on the list of those allowed.
    public let band: PromotionRiskBand
    /// Whether the customer is on the list of those allowed.
    public let isAllowed: Bool
    /// What adds to the score, in the order of the rules.
    public let contributions: [Contribution]
    /// The evidence that would count and that nobody counted, in the order of the rules.
    public let missing: [PromotionEvidence]

    /// What one kind of evidence adds.
    public struct Contribution: Hashable, Sendable {
        /// The evidence.
        public let evidence: PromotionEvidence
        /// How much of it was counted, in its unit.
        public let count: Int64
        /// How much of that is innocent.
        public let free: Int64
        /// The points that it adds, one or more.
        public let points: Int64
        /// Whether it would add more, were there no cap.
        public let isCapped: Bool
    }
}

extension PromotionRisk {
    /// Why the risk is what it is: the band, each contribution, and what nobody counted.
    ///
    /// The points of the contributions add up to the score.
    ///
    /// - Complexity: O(*n*) in the contributions and what is missing.
    public var reasons: [Reason] {
        let score = Fact("score", .number(score))
        let whole =
            isAllowed
            ? Reason(PromotionRiskReason.promotionRiskAllowed, score)
            : Reason(PromotionRiskReason.promotionRisk, Fact("band", .name(band.title)), score)
        let parts = contributions.map { part in
            Reason(
                part.isCapped ? PromotionRiskReason.promotionRiskCapped : .promotionRiskAdded,
                Fact("points", .number(part.points)),
                Fact("evidence", .name(part.evidence.title)),
                Fact("count", .number(part.count)),
                Fact("free", .number(part.free))
            )
        }
        let gaps = missing.map {
            Reason(PromotionRiskReason.promotionRiskNotCounted, Fact("evidence", .name($0.title)))
        }
        return [whole] + parts + gaps
    }
}

extension PromotionRiskRules {
    /// Returns the risk of `customer`, of whom the host counted `counts`.
    ///
    /// Each kind of evidence adds its points for what is beyond the innocent, up to its cap.
    ///
    /// - Complexity: O(*n*) in the number of rules.
    public func risk(of customer: Customer.ID, by counts: PromotionCounts) -> PromotionRisk {
        var (score, contributions, missing) = (Int64(0), [PromotionRisk.Contribution](), [PromotionEvidence]())
        for rule in rules {
            guard let count = count(of: rule.evidence, in: counts) else {
                missing.append(rule.evidence)
                continue
            }
            guard count > rule.free else { continue }
            let (points, overflow) = (count - rule.free).multipliedReportingOverflow(by: rule.points)
            let isCapped = overflow || points > rule.cap
            contributions.append(
                PromotionRisk.Contribution(
                    evidence: rule.evidence,
                    count: count,
                    free: rule.free,
                    points: isCapped ? rule.cap : points,
                    isCapped: isCapped
                )
            )
            score += isCapped ? rule.cap : points
        }
        let isAllowed = allowed.contains(customer)
        let band: PromotionRiskBand = score >= highFrom ? .high : score >= elevatedFrom ? .elevated : .low
        return PromotionRisk(
            score: score,
            band: isAllowed ? .low : band,
            isAllowed: isAllowed,
            contributions: contributions,
            missing: missing
        )
    }

    /// How much of `evidence` there is, in its unit, or `nil` when nobody counted.
    private func count(of evidence: PromotionEvidence, in counts: PromotionCounts) -> Int64? {
        switch evidence {
        case .sharedDevice: counts.accountsOnDevice
        case .sharedPayment: counts.accountsWithPayment
        case .sharedAddress: counts.accountsAtAddress
        case .earlyRedemption: counts.daysToFirstRedemption.map { max(0, youngDays - max(0, $0)) }
        case .discountShare: discountPercent(in: counts)
        case .justAboveThreshold: counts.ordersJustAboveThreshold
        case .refundAfterGift: counts.refundsAfterGifts
        case .burst: counts.redemptionsInFirstHours
        case .selfReferral: counts.selfReferrals
        case .identicalCart: counts.identicalCarts
        }
    }

    /// Whole percent, rounded down; none of too few orders to tell.
    private func discountPercent(in counts: PromotionCounts) -> Int64? {
        guard let discounted = counts.discountedOrders, let orders = counts.orders else { return nil }
        guard orders >= minimumOrders else { return 0 }
        return Int64(Int128(min(max(0, discounted), orders)) * 100 / Int128(orders))
    }
}
