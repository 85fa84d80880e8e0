public import GiftModel

/// Whether a customer looks at the price or at the quality, as far as the evidence goes, and why.
public struct SensitivityAssessment: Hashable, Sendable {
    /// The evidence.
    public let evidence: SensitivityEvidence
    /// The rules that judged it.
    public let rules: SensitivityRules
}

extension SensitivityRules {
    /// Returns what `evidence` says.
    public func assessment(of evidence: SensitivityEvidence) -> SensitivityAssessment {
        SensitivityAssessment(evidence: evidence, rules: self)
    }
}

extension SensitivityAssessment {
    /// The answer, or `nil` when the evidence is too thin.
    ///
    /// Offers and ranks each speak for price, for quality, for neither, or are too thin and silent.
    ///
    /// 1. When one speaks for price and the other not for quality: *price*.
    /// 2. When the rank speaks for quality and offers not for price: *quality*. Offers alone never say so, because
    ///    whoever pays in full may never have seen an offer.
    /// 3. When both speak, whatever else they say: *neither*.
    /// 4. Otherwise it is undetermined.
    public var sensitivity: Sensitivity? {
        switch (offers, ranks) {
        case (.price, .price), (.price, .neither), (.price, nil), (.neither, .price), (nil, .price): .price
        case (.quality, .quality), (.neither, .quality), (nil, .quality): .quality
        case (nil, _), (_, nil): nil
        default: .neither
        }
    }

    /// The kinds of evidence of which there is too little.
    public var thin: [SensitivityKind] {
        [(SensitivityKind.offers, offers), (.ranks, ranks)].compactMap { $1 == nil ? $0 : nil }
    }

    /// Why the answer is as it is: the answer, then what offers and what ranks say, or which of them is too thin.
    public var reasons: [Reason] {
        let verdict =
            sensitivity.map { Reason(SensitivityReason.sensitivity, Fact("sensitivity", .name($0.title))) }
            ?? Reason(SensitivityReason.sensitivityUndetermined)
        return [verdict, offerReason, rankReason]
    }

    private var offerPart: Ratio? { rules.basis == .purchases ? evidence.offerShare : evidence.offerSpendShare }

    /// What offers speak for, or `nil` when they are too thin.
    private var offers: Sensitivity? {
        guard evidence.judgedPurchases >= rules.minimumPurchases, let part = offerPart else { return nil }
        return part >= rules.onOfferFrom.ratio ? .price : part <= rules.fullPriceThrough.ratio ? .quality : .neither
    }

    /// What ranks speak for, or `nil` when they are too thin.
    private var ranks: Sensitivity? {
        guard evidence.rankedPurchases >= rules.minimumPurchases, let rank = evidence.meanRank else { return nil }
        return rank <= rules.cheapThrough.ratio ? .price : rank >= rules.dearFrom.ratio ? .quality : .neither
    }

    private var offerReason: Reason {
        guard let offers, let offerPart else { return thinReason(of: .offers, evidence.judgedPurchases) }
        return Reason(
            rules.basis == .purchases ? SensitivityReason.sensitivityOffers : .sensitivityOfferSpend,
            Fact("share", .ratio(offerPart.rounded)),
            Fact("purchases", .number(evidence.judgedPurchases)),
            Fact("sensitivity", .name(offers.title))
        )
    }

    private var rankReason: Reason {
        guard let ranks, let rank = evidence.meanRank else { return thinReason(of: .ranks, evidence.rankedPurchases) }
        return Reason(
            SensitivityReason.sensitivityRanks,
            Fact("rank", .ratio(rank.rounded)),
            Fact("purchases", .number(evidence.rankedPurchases)),
            Fact("sensitivity", .name(ranks.title))
        )
    }

    private func thinReason(of kind: SensitivityKind, _ known: Int64) -> Reason {
        Reason(
            SensitivityReason.sensitivityThin,
            Fact("evidence", .name(kind.title)),
            Fact("known", .number(known)),
            Fact("minimum", .number(rules.minimumPurchases))
        )
    }
}

/// What tells whether a customer looks at the price.
///
/// The two are all there are, so this enum is closed.
public enum SensitivityKind: String, Hashable, Sendable, CaseIterable {
    /// Whether purchases were on offer.
    case offers = "offers"
    /// Where their prices stand within their categories.
    case ranks = "ranks"

    /// The evidence in words.
    public var title: LocalizedText {
        switch self {
        case .offers: LocalizedText(english: "whether it was on offer", chinese: "是否促销")
        case .ranks: LocalizedText(english: "price rank within the category", chinese: "品类内价格位次")
        }
    }
}
