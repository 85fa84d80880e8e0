/// Under which identity a customer goes.
///
/// The two answers are all there are, so this enum is closed.
public enum CustomerIdentity: Hashable, Sendable {
    /// The smallest of the customer's identities.
    case known(Customer.ID)
    /// The customer was erased: nothing may be triggered, planned or reminded any more.
    case erased
}
