public import GiftModel

/// What speaks for a customer who drains promotions, and how much it takes.
///
/// - Wire format: `{"allowed":["c-9"],"elevatedFrom":30,"evidence":[…],"highFrom":60,"minimumOrders":5,`
///   `"youngDays":7}`; `allowed` is left out when nobody is.
public struct PromotionRiskRules: Hashable, Sendable {
    /// What each evidence adds, in the order in which it is explained; one without a rule adds nothing.
    public let rules: [Rule]
    /// The score from which on the risk is elevated, above zero.
    public let elevatedFrom: Int64
    /// The score from which on it is high.
    public let highFrom: Int64
    /// How many days old an account is to be before a first redemption counts as no longer early.
    public let youngDays: Int64
    /// How many orders it takes until the share of those with a discount counts.
    public let minimumOrders: Int64
    /// Customers whose risk counts as low whatever speaks against them, such as the staff of one office.
    public let allowed: Set<Customer.ID>

    /// How many points one kind of evidence adds.
    public struct Rule: Hashable, Sendable {
        /// The evidence.
        public let evidence: PromotionEvidence
        /// How much of it is innocent, zero or more.
        public let free: Int64
        /// How many points each one beyond that adds, 1 through 1,000,000.
        public let points: Int64
        /// How many points it adds at most, 1 through 1,000,000.
        public let cap: Int64

        /// `points` for each of `evidence` beyond the first `free`, `cap` at most.
        public init(_ evidence: PromotionEvidence, free: Int64, points: Int64, cap: Int64) {
            self.evidence = evidence
            self.free = free
            self.points = points
            self.cap = cap
        }
    }

    /// These rules.
    ///
    /// - Throws: ``PromotionRiskRulesError``, in the order of its cases, for the first rule concerned.
    public init(
        _ rules: [Rule],
        elevatedFrom: Int64,
        highFrom: Int64,
        youngDays: Int64 = 7,
        minimumOrders: Int64 = 5,
        allowed: Set<Customer.ID> = []
    ) throws(PromotionRiskRulesError) {
        guard !rules.isEmpty else { throw .noRule }
        var seen: Set<PromotionEvidence> = []
        for rule in rules {
            guard seen.insert(rule.evidence).inserted else { throw .duplicate(rule.evidence) }
            let range = 1...1_000_000 as ClosedRange<Int64>
            guard rule.free >= 0, range.contains(rule.points), range.contains(rule.cap) else {
                throw .outOfRange(rule.evidence)
            }
        }
        guard 0 < elevatedFrom, elevatedFrom < highFrom else {
            throw .bands(elevatedFrom: elevatedFrom, highFrom: highFrom)
        }
        guard youngDays >= 0 else { throw .youngDays(youngDays) }
        guard minimumOrders > 0 else { throw .minimumOrders(minimumOrders) }
        self.rules = rules
        self.elevatedFrom = elevatedFrom
        self.highFrom = highFrom
        self.youngDays = youngDays
        self.minimumOrders = minimumOrders
        self.allowed = allowed
    }

    private init() {
        self.rules = [
            Rule(.sharedDevice, free: 3, points: 10, cap: 40),
            Rule(.sharedPayment, free: 2, points: 10, cap: 30),
            Rule(.sharedAddress, free: 4, points: 5, cap: 20),
            Rule(.earlyRedemption, free: 0, points: 2, cap: 14),
            Rule(.discountShare, free: 80, points: 1, cap: 20),
            Rule(.justAboveThreshold, free: 2, points: 5, cap: 20),
            Rule(.refundAfterGift, free: 1, points: 10, cap: 30),
            Rule(.burst, free: 2, points: 5, cap: 20),
            Rule(.selfReferral, free: 0, points: 20, cap: 40),
            Rule(.identicalCart, free: 1, points: 5, cap: 20),
        ]
        self.elevatedFrom = 30
        self.highFrom = 60
        self.youngDays = 7
        self.minimumOrders = 5
        self.allowed = []
    }

    /// A start, by which no evidence alone makes a risk high.
    ///
    /// Innocent are 3 accounts on a device, 2 with a means of payment and 4 at an address, a first redemption from the
    /// seventh day on, discounts on 80 % of 5 orders or more, 2 orders just above a threshold, a refund after a gift, 2
    /// redemptions in a campaign's first hours and a cart like another's, but no referral of oneself. The risk is
    /// elevated from 30 points and high from 60.
    ///
    /// A host that finds more than a few good customers in the upper bands has the wrong numbers, and sets its own.
    public static let usual = PromotionRiskRules()
}

/// A reason why rules for the risk are none, in the order in which the reasons are checked.
@nonexhaustive
public enum PromotionRiskRulesError: Error, Hashable, Sendable {
    /// Nothing adds to a risk.
    case noRule
    /// Two rules are for this evidence.
    case duplicate(PromotionEvidence)
    /// The free count is below zero, or points or cap are not 1 through 1,000,000.
    case outOfRange(PromotionEvidence)
    /// The bands do not ascend from above zero.
    case bands(elevatedFrom: Int64, highFrom: Int64)
    /// An account cannot be less than no days old.
    case youngDays(Int64)
    /// A share of no orders is none.
    case minimumOrders(Int64)
}

extension PromotionRiskRulesError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .noRule: "nothing adds to the risk"
        case .duplicate(let evidence): "evidence `\(evidence.rawValue)` has two rules"
        case .outOfRange(let evidence):
            "evidence `\(evidence.rawValue)` needs a free count of zero or more, points and a cap of 1 through 1000000"
        case .bands(let elevated, let high):
            "elevated from `\(elevated)` and high from `\(high)` do not ascend from above zero"
        case .youngDays(let days): "an account is never `\(days)` days old"
        case .minimumOrders(let orders): "a share of `\(orders)` orders is none"
        }
    }
}
