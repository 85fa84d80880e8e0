public import GiftModel

/// A sign that a customer may be leaving.
@nonexhaustive
public enum ChurnSignal: String, Hashable, Sendable, CaseIterable {
    /// Purchase days fell.
    case frequencyDown = "frequencyDown"
    /// There were fewer purchase days than a model expected.
    case belowExpectation = "belowExpectation"
    /// Interactions collapsed.
    case interactionsDown = "interactionsDown"
    /// Complaints became more frequent.
    case complaintsUp = "complaintsUp"
}

extension ChurnSignal {
    /// The sign in words.
    public var title: LocalizedText {
        switch self {
        case .frequencyDown: LocalizedText(english: "fewer purchases", chinese: "消费频次下降")
        case .belowExpectation: LocalizedText(english: "fewer purchases than expected", chinese: "消费低于预期")
        case .interactionsDown: LocalizedText(english: "interactions collapsed", chinese: "互动骤减")
        case .complaintsUp: LocalizedText(english: "more complaints", chinese: "投诉率上升")
        }
    }
}

extension ChurnSignal: Codable {
    public init(from decoder: any Decoder) throws { self = try decoder.word() }
}
