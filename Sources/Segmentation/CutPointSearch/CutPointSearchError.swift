/// A reason why counts are no answer to a search for cut points, in the order in which the reasons are checked.
@nonexhaustive
public enum CutPointSearchError: Error, Hashable, Sendable {
    /// The counts answer another question, or none was asked.
    case otherQuestion
    /// The counts are of more or fewer customers than those of the pass before: a part changed, is missing or twice.
    case otherCustomers
    /// There are more customers than fit in 64 bits.
    case overflow
}

extension CutPointSearchError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .otherQuestion: "the counts answer another question than the one that was asked"
        case .otherCustomers: "the counts are of more or fewer customers than those of the pass before"
        case .overflow: "the number of customers does not fit in 64 bits"
        }
    }
}
