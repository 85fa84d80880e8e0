/// Whether a condition holds, as far as the known facts can say.
///
/// Missing data is an answer of its own: a two-valued answer would have to guess, and a guessed "no" inside a
/// `not` becomes a wrong "yes". The three answers are all there are, so this enum is closed.
///
/// - Source: Kleene's strong three-valued logic, <https://en.wikipedia.org/wiki/Three-valued_logic>.
public enum Truth: Hashable, Sendable {
    /// It holds, whatever the unknown facts turn out to be.
    case holds
    /// It fails, whatever the unknown facts turn out to be.
    case fails
    /// It depends on facts that are not known.
    case unknown
}

extension Truth {
    /// The answer to the opposite question.
    public static prefix func ! (truth: Truth) -> Truth {
        switch truth {
        case .holds: .fails
        case .fails: .holds
        case .unknown: .unknown
        }
    }
}

extension Truth {
    /// The answer to a question that was answered for sure.
    public init(_ holds: Bool) { self = holds ? .holds : .fails }

    /// Returns whether both hold: one that fails settles it.
    public func and(_ other: Truth) -> Truth {
        if self == .fails || other == .fails { return .fails }
        return self == .holds && other == .holds ? .holds : .unknown
    }

    /// Returns whether one of both holds: one that holds settles it.
    public func or(_ other: Truth) -> Truth { !((!self).and(!other)) }
}
