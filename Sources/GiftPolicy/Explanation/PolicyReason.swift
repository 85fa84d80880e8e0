public import GiftModel

/// The reasons that a policy gives.
@nonexhaustive
public enum PolicyReason: String, ReasonCode {
    /// A fact is not known.
    case unknown = "unknown"
    /// What is known stands as of another day than the customer's.
    case factsOfAnotherDay = "factsOfAnotherDay"
    /// The first order was placed lately.
    case firstOrderRecent = "firstOrderRecent"
    /// The first order was placed too long ago.
    case firstOrderLongAgo = "firstOrderLongAgo"
    /// The last order was placed long ago.
    case inactive = "inactive"
    /// The last order was not placed long enough ago.
    case activeLately = "activeLately"
    /// A tier was reached lately.
    case tierReachedLately = "tierReachedLately"
    /// A tier was reached too long ago.
    case tierReachedLongAgo = "tierReachedLongAgo"
    /// The occasion was honored before.
    case alreadyGiven = "alreadyGiven"
    /// The occasion rests after an earlier gift.
    case resting = "resting"
    /// The catalog is in another currency than the policy.
    case catalogCurrency = "catalogCurrency"
    /// No gift of the catalog fits the rule and the customer.
    case noGiftFits = "noGiftFits"
    /// A part of a set has run out, so that the set cannot be given whole.
    case partRunOut = "partRunOut"
    /// Every gift that fits has run out.
    case outOfStock = "outOfStock"
    /// A budget does not carry the cheapest gift that fits.
    case budgetUsedUp = "budgetUsedUp"
    /// A gift was chosen among those that fit.
    case giftChosen = "giftChosen"
    /// What the rule adds to a gift's worth.
    case worthOfRule = "worthOfRule"
    /// What the customer's frequency adds to a gift's worth.
    case worthOfFrequency = "worthOfFrequency"
    /// What the customer's monetary value adds to a gift's worth.
    case worthOfMonetary = "worthOfMonetary"
    /// What the gift's price adds to its worth.
    case worthOfPrice = "worthOfPrice"
    /// What the host says that the gift is worth.
    case worthOfGift = "worthOfGift"
    /// What it adds that the customer prefers the gift's kind.
    case worthOfKind = "worthOfKind"
}
