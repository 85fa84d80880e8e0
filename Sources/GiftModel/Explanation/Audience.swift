/// For whom something is explained.
///
/// The two are all there are, so this enum is closed.
public enum Audience: String, Hashable, Sendable, CaseIterable {
    /// Who works for the host, and may see everything.
    case staff = "staff"
    /// The customer whom a result is about, who may see what is shared and nothing else.
    case customer = "customer"
}
