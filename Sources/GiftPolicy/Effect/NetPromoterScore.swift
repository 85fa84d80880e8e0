public import GiftModel

/// How many more customers would recommend the host than would not, of a hundred who answered.
///
/// - Source: F. Reichheld, "The One Number You Need to Grow", Harvard Business Review, December 2003.
public struct NetPromoterScore: Hashable, Sendable {
    /// Those who answered 9 or 10.
    public let promoters: Int64
    /// Those who answered 7 or 8.
    public let passives: Int64
    /// Those who answered 0 through 6.
    public let detractors: Int64

    /// The score of so many, or `nil` when a number is below zero or their sum does not fit in 64 bits.
    public init?(promoters: Int64, passives: Int64, detractors: Int64) {
        let (some, first) = promoters.addingReportingOverflow(passives)
        let (_, second) = some.addingReportingOverflow(detractors)
        guard !first, !second, promoters >= 0, passives >= 0, detractors >= 0 else { return nil }
        self.promoters = promoters
        self.passives = passives
        self.detractors = detractors
    }

    /// The score of the answers on the scale of recommendation; those on other scales are left out.
    ///
    /// - Complexity: O(*n*).
    public init(of answers: some Sequence<SurveyAnswer>) {
        var (promoters, passives, detractors): (Int64, Int64, Int64) = (0, 0, 0)
        for answer in answers where answer.scale == .recommendation {
            switch answer.score {
            case 9...: promoters += 1
            case 7...8: passives += 1
            default: detractors += 1
            }
        }
        self.promoters = promoters
        self.passives = passives
        self.detractors = detractors
    }
}

extension NetPromoterScore {
    /// How many answered.
    public var answers: Int64 { promoters + passives + detractors }

    /// The score, −100 through 100, or `nil` when nobody answered.
    public var score: Ratio? { Ratio(Int128(promoters - detractors) * 100, Int128(answers)) }

    /// How far the score is likely to be off for having asked so few, or `nil` when nobody answered.
    ///
    /// - Source: the standard error of a mean of 1, 0 and −1.
    public var standardError: Double? {
        guard answers > 0 else { return nil }
        let (up, down) = (Double(promoters) / Double(answers), Double(detractors) / Double(answers))
        return 100 * ((up + down - (up - down) * (up - down)) / Double(answers)).squareRoot()
    }

    /// The score with what it rests on, or why there is none.
    public var reason: Reason {
        guard let score, let standardError else { return Reason(EffectReason.nobodyAnswered) }
        let facts = [
            Fact("promoters", .number(promoters)), Fact("passives", .number(passives)),
            Fact("detractors", .number(detractors)), Fact("score", .ratio(score.rounded)),
        ]
        return Reason(
            EffectReason.netPromoterScore,
            facts: facts + [Fact("error", rounding: standardError)].compactMap { $0 }
        )
    }
}
