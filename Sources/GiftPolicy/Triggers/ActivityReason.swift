public import GiftModel

/// The reasons that triggers by what customers did give.
@nonexhaustive
public enum ActivityReason: String, ReasonCode {
    /// The customer registered lately.
    case registeredLately = "registeredLately"
    /// The customer registered too long ago, by the instant.
    case welcomeTooLate = "welcomeTooLate"
    /// The customer registered too long ago, by the day.
    case registeredLongAgo = "registeredLongAgo"
    /// The customer never bought, and registered long ago.
    case neverBoughtInactive = "neverBoughtInactive"
    /// The customer never bought, and did not register long enough ago.
    case neverBoughtYet = "neverBoughtYet"
    /// Too few purchases tell of no rhythm.
    case rhythmNotKnown = "rhythmNotKnown"
    /// The next purchase is due by the customer's own rhythm.
    case rhythmDue = "rhythmDue"
    /// The next purchase is not due yet by the customer's own rhythm.
    case rhythmNotDue = "rhythmNotDue"
    /// No order of the last days stands.
    case noOrderLately = "noOrderLately"
    /// An order came to the amount.
    case orderSpendReached = "orderSpendReached"
    /// No order came to the amount.
    case orderSpendNotReached = "orderSpendNotReached"
    /// Spend came to the amount.
    case spendReached = "spendReached"
    /// Spend did not come to the amount.
    case spendNotReached = "spendNotReached"
    /// Nothing was ever put into a cart.
    case cartNeverFilled = "cartNeverFilled"
    /// The cart was paid.
    case cartPaid = "cartPaid"
    /// The cart was emptied.
    case cartEmptied = "cartEmptied"
    /// What a cart is worth is not known.
    case cartWorthNotKnown = "cartWorthNotKnown"
    /// The cart is worth too little.
    case cartTooSmall = "cartTooSmall"
    /// The cart was changed a short while ago.
    case cartTouchedLately = "cartTouchedLately"
    /// The cart was left too long ago.
    case cartTooOld = "cartTooOld"
    /// The cart was left unpaid.
    case cartLeft = "cartLeft"
    /// Not all was done within the last days.
    case signalMissing = "signalMissing"
    /// All was done within the last days.
    case signalSeen = "signalSeen"
    /// This was never done.
    case neverDone = "neverDone"
    /// This was done lately.
    case doneLately = "doneLately"
    /// This was done too long ago.
    case doneLongAgo = "doneLongAgo"
    /// An order stands that was placed lately.
    case orderLately = "orderLately"
    /// There was one purchase day only.
    case boughtOnce = "boughtOnce"
    /// The customer was not absent for long before the last purchase.
    case notAbsent = "notAbsent"
    /// The customer came back lately.
    case backLately = "backLately"
    /// The customer came back too long ago.
    case backLongAgo = "backLongAgo"
    /// The customer is in another stage.
    case stageIsAnother = "stageIsAnother"
    /// The customer came into a stage lately.
    case stageEntered = "stageEntered"
    /// The customer came into a stage too long ago.
    case stageLongAgo = "stageLongAgo"
    /// No such event concerns the customer.
    case noEvent = "noEvent"
    /// An event concerns the customer now.
    case eventOn = "eventOn"
    /// An event will concern the customer.
    case eventAhead = "eventAhead"
    /// Whether an event concerns the customer is not known.
    case eventForOthersPerhaps = "eventForOthersPerhaps"
    /// No complaint is known.
    case noComplaint = "noComplaint"
    /// A complaint is open.
    case complaintStillOpen = "complaintStillOpen"
    /// Every complaint was settled too long ago.
    case complaintLongAgo = "complaintLongAgo"
    /// A gift was planned for all complaints.
    case recoveryPlanned = "recoveryPlanned"
    /// The waiting time after a complaint is not over.
    case recoveryWaiting = "recoveryWaiting"
    /// The waiting time after a complaint is over.
    case recoveryDue = "recoveryDue"
}
