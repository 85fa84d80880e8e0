/// A field of a raw record, by which a repair or a rejection says what it is about.
@nonexhaustive
public enum ActivityField: String, Hashable, Sendable, CaseIterable {
    /// What sort of activity it is.
    case kind = "kind"
    /// The identifier.
    case id = "id"
    /// Who did it.
    case customer = "customer"
    /// When it happened.
    case occurredAt = "occurredAt"
    /// Where it happened.
    case channel = "channel"
    /// The currency of every amount.
    case currency = "currency"
    /// The total or the refund.
    case amount = "amount"
    /// The lines of an order or a return.
    case lines = "lines"
    /// What it was about.
    case subject = "subject"
    /// What was done, asked or reached.
    case word = "word"
    /// How much, how many or how long.
    case number = "number"
    /// How hard a complaint is, or what a review is of.
    case detail = "detail"
}

extension ActivityField {
    /// The field in words.
    public var title: LocalizedText {
        switch self {
        case .kind: LocalizedText(english: "kind", chinese: "活动类型")
        case .id: LocalizedText(english: "identifier", chinese: "编号")
        case .customer: LocalizedText(english: "customer", chinese: "客户")
        case .occurredAt: LocalizedText(english: "time", chinese: "发生时间")
        case .channel: LocalizedText(english: "channel", chinese: "渠道")
        case .currency: LocalizedText(english: "currency", chinese: "币种")
        case .amount: LocalizedText(english: "amount", chinese: "金额")
        case .lines: LocalizedText(english: "lines", chinese: "明细")
        case .subject: LocalizedText(english: "subject", chinese: "对象")
        case .word: LocalizedText(english: "word", chinese: "词语")
        case .number: LocalizedText(english: "number", chinese: "数值")
        case .detail: LocalizedText(english: "detail", chinese: "细节")
        }
    }
}

extension ActivityField: Codable {
    public init(from decoder: any Decoder) throws { self = try decoder.word() }
}
