/// Whether a gift may go to somebody, with every reason why not.
///
/// The three answers are all there are, so this enum is closed. A fact that is missing is no consent: whoever gives on
/// ``unknown(_:)`` gives at their own risk.
public enum Suitability: Hashable, Sendable {
    /// Nothing stands in the way.
    case suitable
    /// The missing facts, of which each might stand in the way; nothing that is known does.
    case unknown([Reason])
    /// Everything that stands in the way, and after it what is not known.
    case unsuitable([Reason])
}

extension Suitability {
    /// The answer of which `barring` stands in the way and `missing` is not known.
    init(barring: [Reason], missing: [Reason]) {
        self =
            if !barring.isEmpty {
                .unsuitable(barring + missing)
            } else if !missing.isEmpty {
                .unknown(missing)
            } else {
                .suitable
            }
    }

    /// The reasons, none when the gift is suitable.
    public var reasons: [Reason] {
        switch self {
        case .suitable: []
        case .unknown(let reasons), .unsuitable(let reasons): reasons
        }
    }
}
