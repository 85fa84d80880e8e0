/// How far a complaint has come.
///
/// | state | may become |
/// |---|---|
/// | opened, reopened | answered, solution offered, resolved |
/// | answered | answered again, solution offered, resolved |
/// | solution offered | answered, solution offered again, resolved |
/// | resolved | followed up, reopened |
/// | followed up | followed up again, reopened |
@nonexhaustive
public enum ComplaintState: String, Hashable, Sendable, CaseIterable {
    /// The customer complained.
    case opened = "opened"
    /// The host answered.
    case answered = "answered"
    /// The host offered a solution.
    case solutionOffered = "solutionOffered"
    /// The customer accepts the matter as settled.
    case resolved = "resolved"
    /// The host asked afterwards whether all is well.
    case followedUp = "followedUp"
    /// The customer complained again of the same matter.
    case reopened = "reopened"

    /// Whether the customer still waits for the matter to be settled.
    public var isOpen: Bool { self != .resolved && self != .followedUp }

    /// The state in words.
    public var title: LocalizedText {
        switch self {
        case .opened: LocalizedText(english: "Opened", chinese: "已提出")
        case .answered: LocalizedText(english: "Answered", chinese: "已响应")
        case .solutionOffered: LocalizedText(english: "Solution offered", chinese: "已给出方案")
        case .resolved: LocalizedText(english: "Resolved", chinese: "已解决")
        case .followedUp: LocalizedText(english: "Followed up", chinese: "已回访")
        case .reopened: LocalizedText(english: "Reopened", chinese: "已重开")
        }
    }

    /// Returns whether `next` may come directly after this state.
    public func mayBecome(_ next: ComplaintState) -> Bool {
        switch self {
        case .opened, .reopened: [.answered, .solutionOffered, .resolved].contains(next)
        case .answered, .solutionOffered: [.answered, .solutionOffered, .resolved].contains(next)
        case .resolved, .followedUp: [.followedUp, .reopened].contains(next)
        }
    }
}

extension ComplaintState: Codable {
    public init(from decoder: any Decoder) throws { self = try decoder.word() }
}
