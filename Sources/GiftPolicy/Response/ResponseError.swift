public import GiftModel
public import Segmentation

/// A reason why an activity cannot be answered, in the order in which the reasons are checked.
@nonexhaustive
public enum ResponseError: Error, Hashable, Sendable {
    /// The activity is another customer's.
    case otherCustomer(Customer.ID, expected: Customer.ID)
    /// The activity has not happened by the instant of the answer.
    case notYet(Timestamp)
    /// Nobody knows the clocks by which the customer lives, or this instant is in no day of theirs.
    case zoneUnknown(ZoneTable.ID?)
    /// The activity cannot be taken in, or no profile worked out.
    case activity(PurchaseSummaryError)
}

extension ResponseError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .otherCustomer(let found, let expected): "an activity of `\(found)`, not of `\(expected)`"
        case .notYet(let instant): "what was done at `\(instant.milliseconds)` ms has not happened yet"
        case .zoneUnknown(let zone?): "the zone `\(zone)` is not known at this instant"
        case .zoneUnknown(nil): "neither the customer nor the policy names a zone"
        case .activity(let error): error.description
        }
    }
}
