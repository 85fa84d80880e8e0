import GiftModel

/// What a host counted about one customer's part in promotions; no identifier of a device or a card is needed.
///
/// What nobody counted is `nil`: it adds nothing to a risk, and the risk says so. Less than nothing counts as nothing.
///
/// - Wire format: `{"accountsOnDevice":4,"discountedOrders":9,"orders":10}`; what is absent is left out.
public struct PromotionCounts: Hashable, Sendable {
    /// How many accounts share the customer's device, this one included; a ``ClusterFinder`` counts them.
    public var accountsOnDevice: Int64?
    /// How many accounts share the means of payment, this one included.
    public var accountsWithPayment: Int64?
    /// How many accounts share the address, this one included.
    public var accountsAtAddress: Int64?
    /// How many days old the account was when a benefit was first redeemed.
    public var daysToFirstRedemption: Int64?
    /// How many orders had a discount; it counts together with ``orders``.
    public var discountedOrders: Int64?
    /// How many orders there were in all.
    public var orders: Int64?
    /// How many orders were just above a threshold of a promotion.
    public var ordersJustAboveThreshold: Int64?
    /// How many refunds came after a gift.
    public var refundsAfterGifts: Int64?
    /// How many redemptions fell into the first hours of a campaign.
    public var redemptionsInFirstHours: Int64?
    /// How many referrals led back to the same person.
    public var selfReferrals: Int64?
    /// How many carts were just like one of another account.
    public var identicalCarts: Int64?

    /// Nothing counted yet.
    public init() {}
}

extension PromotionCounts: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case accountsOnDevice = "accountsOnDevice"
        case accountsWithPayment = "accountsWithPayment"
        case accountsAtAddress = "accountsAtAddress"
        case daysToFirstRedemption = "daysToFirstRedemption"
        case discountedOrders = "discountedOrders"
        case orders = "orders"
        case ordersJustAboveThreshold = "ordersJustAboveThreshold"
        case refundsAfterGifts = "refundsAfterGifts"
        case redemptionsInFirstHours = "redemptionsInFirstHours"
        case selfReferrals = "selfReferrals"
        case identicalCarts = "identicalCarts"
    }

    // A misspelt count would else be one that nobody made, and the risk too low.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        func count(_ key: CodingKeys) throws -> Int64? { try container.decodeIfPresent(Int64.self, forKey: key) }
        self.accountsOnDevice = try count(.accountsOnDevice)
        self.accountsWithPayment = try count(.accountsWithPayment)
        self.accountsAtAddress = try count(.accountsAtAddress)
        self.daysToFirstRedemption = try count(.daysToFirstRedemption)
        self.discountedOrders = try count(.discountedOrders)
        self.orders = try count(.orders)
        self.ordersJustAboveThreshold = try count(.ordersJustAboveThreshold)
        self.refundsAfterGifts = try count(.refundsAfterGifts)
        self.redemptionsInFirstHours = try count(.redemptionsInFirstHours)
        self.selfReferrals = try count(.selfReferrals)
        self.identicalCarts = try count(.identicalCarts)
    }
}
