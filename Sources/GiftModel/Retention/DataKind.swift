/// A kind of data about customers for which it is ruled how long it may be kept.
///
/// A struct and not an enum, because hosts keep kinds of their own:
///
/// ```swift
/// extension DataKind { static let recordings: DataKind = "recordings" }
/// ```
///
/// - Wire format: a bare string, such as `"orders"`.
public struct DataKind: OpenWord {
    public let name: Identifier<DataKind>

    public init(_ name: Identifier<DataKind>) { self.name = name }

    /// Orders, returns and cancellations.
    public static let orders: DataKind = "orders"
    /// What customers looked at, shared, clicked and put into carts.
    public static let interactions: DataKind = "interactions"
    /// Answers, ratings and complaints.
    public static let feedback: DataKind = "feedback"
    /// Names, addresses, birthdays and what else stands in a record.
    public static let attributes: DataKind = "attributes"
    /// What customers said about the use of their data, with its proof.
    public static let consents: DataKind = "consents"
    /// What data was used for.
    public static let dataUses: DataKind = "dataUses"

    /// The kind in words; one of the host's own is shown by its name.
    public var title: LocalizedText {
        switch self {
        case .orders: LocalizedText(english: "orders", chinese: "订单")
        case .interactions: LocalizedText(english: "interactions", chinese: "互动记录")
        case .feedback: LocalizedText(english: "feedback", chinese: "反馈")
        case .attributes: LocalizedText(english: "attributes", chinese: "客户资料")
        case .consents: LocalizedText(english: "consents", chinese: "同意记录")
        case .dataUses: LocalizedText(english: "uses of data", chinese: "数据使用记录")
        default: LocalizedText(english: name.text, chinese: name.text)
        }
    }
}
