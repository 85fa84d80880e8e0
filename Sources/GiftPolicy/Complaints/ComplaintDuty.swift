public import GiftModel

/// What a host owes to whoever complained.
///
/// The three are all there are, so this enum is closed.
///
/// - Wire format: a bare word, such as `"answer"`.
public enum ComplaintDuty: String, Hashable, Sendable, CaseIterable {
    /// A first answer; an offer and a settlement are answers too.
    case answer = "answer"
    /// An offer of a solution; a settlement is one too.
    case solution = "solution"
    /// The question, once the matter is settled, whether all is well.
    case followUp = "followUp"
}

extension ComplaintDuty {
    /// The duty in words.
    public var title: LocalizedText {
        switch self {
        case .answer: LocalizedText(english: "answer", chinese: "响应")
        case .solution: LocalizedText(english: "solution", chinese: "解决方案")
        case .followUp: LocalizedText(english: "follow-up", chinese: "回访")
        }
    }

    /// Returns whether a step to `state` fulfils it.
    func isDone(by state: ComplaintState) -> Bool {
        switch self {
        case .answer: state != .opened && state != .reopened
        case .solution: state == .solutionOffered || state == .resolved
        case .followUp: state == .followedUp
        }
    }
}

extension ComplaintDuty: Codable {
    public init(from decoder: any Decoder) throws { self = try decoder.word() }
}
