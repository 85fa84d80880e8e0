public import GiftModel

/// How a tier that was reached is kept and lost.
///
/// As it comes, every day is judged by itself: the tier is the highest that the day's window reaches.
///
/// ```swift
/// let rules = TierRules(reviews: .periodEnd, landing: .oneStep, grace: "P3M", consumesShortfall: true)
/// ```
///
/// - Wire format: an object with those of the members that are not as they come, such as
///   `{"consumesShortfall":true,"grace":"P3M","landing":"oneStep","reviews":"periodEnd"}`.
public struct TierRules: Hashable, Sendable {
    /// When it is judged whether a tier is kept.
    public let reviews: Reviews
    /// When a tier is reached.
    public let upgrades: Upgrades
    /// What becomes of a tier when goods come back by which it was reached since the last review.
    public let refunds: Refunds
    /// Where a customer lands who does not keep a tier.
    public let landing: Landing
    /// How long a tier is kept after a review that it fails, so that the shortfall can be made good: from the day on
    /// which it would be lost, so that a month from 1 July ends on 31 July.
    public let grace: Period?
    /// Whether what makes the shortfall good is taken from the period in which it was done.
    public let consumesShortfall: Bool
    /// Whether what passes the goal of the tier reached counts in the next period.
    public let rollsOver: Bool

    /// Rules of which every part that is not given is as it comes.
    public init(
        reviews: Reviews = .daily,
        upgrades: Upgrades = .atOnce,
        refunds: Refunds = .immediate,
        landing: Landing = .recompute,
        grace: Period? = nil,
        consumesShortfall: Bool = false,
        rollsOver: Bool = false
    ) {
        self.reviews = reviews
        self.upgrades = upgrades
        self.refunds = refunds
        self.landing = landing
        self.grace = grace
        self.consumesShortfall = consumesShortfall
        self.rollsOver = rollsOver
    }

    /// When it is judged whether a tier is kept; what a review decides takes effect on the day after.
    ///
    /// The answers are all there are, so this enum is closed.
    public enum Reviews: String, Hashable, Sendable, CaseIterable {
        /// On every day, with effect on that day.
        case daily = "daily"
        /// At the end of each period of the window.
        case periodEnd = "periodEnd"
        /// At the end of each month; for windows without periods, as are the next three.
        case month = "month"
        /// At the end of each quarter.
        case quarter = "quarter"
        /// At the end of June and of December.
        case halfYear = "halfYear"
        /// At the end of each year.
        case year = "year"
    }

    /// When a tier is reached.
    ///
    /// The two answers are all there are, so this enum is closed.
    public enum Upgrades: String, Hashable, Sendable, CaseIterable {
        /// On the day on which its goal is met.
        case atOnce = "atOnce"
        /// At the next review at which its goal is met.
        case atReview = "atReview"
    }

    /// What becomes of a tier when goods come back by which it was reached since the last review.
    ///
    /// The two answers are all there are, so this enum is closed.
    public enum Refunds: String, Hashable, Sendable, CaseIterable {
        /// It is lost on the day on which they come back; what the last review decided stands.
        case immediate = "immediate"
        /// It stands until the next review.
        case atReview = "atReview"
    }

    /// Where a customer lands who does not keep a tier.
    ///
    /// The three answers are all there are, so this enum is closed.
    public enum Landing: Hashable, Sendable {
        /// On the highest tier that what counted keeps.
        case recompute
        /// One tier below.
        case oneStep
        /// On the highest tier that what counted keeps, but not below this one.
        case floor(Tier.ID)
    }
}

extension TierRules {
    /// The part of the calendar at whose end reviews take place, if any.
    var reviewedPart: TierWindow.CalendarPart? {
        switch reviews {
        case .daily, .periodEnd: nil
        case .month: .month
        case .quarter: .quarter
        case .halfYear: .halfYear
        case .year: .year
        }
    }
}

extension TierRules.Reviews: Codable {
    public init(from decoder: any Decoder) throws { self = try decoder.word() }
}

extension TierRules.Upgrades: Codable {
    public init(from decoder: any Decoder) throws { self = try decoder.word() }
}

extension TierRules.Refunds: Codable {
    public init(from decoder: any Decoder) throws { self = try decoder.word() }
}

extension TierRules.Landing: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable { case floor = "floor" }

    private static let words: [(word: String, landing: Self)] = [("recompute", .recompute), ("oneStep", .oneStep)]

    public init(from decoder: any Decoder) throws {
        if let word = try? decoder.singleValueContainer().decode(String.self) {
            guard let known = Self.words.first(where: { $0.word == word }) else {
                throw KnownWords(Self.words.map(\.word)).unknown("word", word).error(at: decoder.codingPath)
            }
            self = known.landing
            return
        }
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        guard let tier = object.read(Tier.ID.self, .floor) else { throw object.failure }
        self = .floor(tier)
    }

    public func encode(to encoder: any Encoder) throws {
        guard case .floor(let tier) = self else {
            try Self.words.first { $0.landing == self }?.word.encode(to: encoder)
            return
        }
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(tier, forKey: .floor)
    }
}

extension TierRules: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case reviews = "reviews"
        case upgrades = "upgrades"
        case refunds = "refunds"
        case landing = "landing"
        case grace = "grace"
        case consumesShortfall = "consumesShortfall"
        case rollsOver = "rollsOver"
    }

    public init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        let reviews = object.readIfPresent(Reviews.self, .reviews)
        let upgrades = object.readIfPresent(Upgrades.self, .upgrades)
        let refunds = object.readIfPresent(Refunds.self, .refunds)
        let landing = object.readIfPresent(Landing.self, .landing)
        let grace = object.readIfPresent(Period.self, .grace)
        let consumes = object.readIfPresent(Bool.self, .consumesShortfall)
        let rolls = object.readIfPresent(Bool.self, .rollsOver)
        guard let reviews, let upgrades, let refunds, let landing, let grace, let consumes, let rolls else {
            throw object.failure
        }
        let usual = Self()
        self.init(
            reviews: reviews ?? usual.reviews,
            upgrades: upgrades ?? usual.upgrades,
            refunds: refunds ?? usual.refunds,
            landing: landing ?? usual.landing,
            grace: grace,
            consumesShortfall: consumes ?? usual.consumesShortfall,
            rollsOver: rolls ?? usual.rollsOver
        )
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        let usual = Self()
        if reviews != usual.reviews { try container.encode(reviews, forKey: .reviews) }
        if upgrades != usual.upgrades { try container.encode(upgrades, forKey: .upgrades) }
        if refunds != usual.refunds { try container.encode(refunds, forKey: .refunds) }
        if landing != usual.landing { try container.encode(landing, forKey: .landing) }
        try container.encodeIfPresent(grace, forKey: .grace)
        if consumesShortfall { try container.encode(consumesShortfall, forKey: .consumesShortfall) }
        if rollsOver { try container.encode(rollsOver, forKey: .rollsOver) }
    }
}
