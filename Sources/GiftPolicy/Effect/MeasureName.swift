public import GiftModel

/// What is measured, such as the rate at which gifts are claimed.
///
/// A struct and not an enum, because hosts have measures of their own:
///
/// ```swift
/// extension MeasureName { static let tastings: MeasureName = "tastings" }
/// ```
///
/// - Wire format: a bare string, such as `"repurchase"`.
public struct MeasureName: OpenWord {
    public let name: Identifier<MeasureName>

    public init(_ name: Identifier<MeasureName>) { self.name = name }

    /// Gifts that were claimed among those that were offered.
    public static let claim: MeasureName = "claim"
    /// Gifts that arrived among those that left.
    public static let delivery: MeasureName = "delivery"
    /// Gifts that were opened among those that arrived.
    public static let unboxing: MeasureName = "unboxing"
    /// Gifts that were used among those that arrived.
    public static let use: MeasureName = "use"
    /// Gifts of which nobody knows where they are among those that left.
    public static let whereaboutsUnknown: MeasureName = "whereaboutsUnknown"
    /// Gifts that were thrown away among those that arrived.
    public static let discard: MeasureName = "discard"
    /// Gifts that came to nothing among those that left.
    public static let waste: MeasureName = "waste"
    /// Good words among all that was said.
    public static let positiveFeedback: MeasureName = "positiveFeedback"
    /// Messages that were opened among those that were sent; no gift is opened with them.
    public static let messageOpening: MeasureName = "messageOpening"
    /// Customers who bought again.
    public static let repurchase: MeasureName = "repurchase"
    /// Customers who stayed.
    public static let retention: MeasureName = "retention"
    /// Customers who took part.
    public static let participation: MeasureName = "participation"
    /// Customers who were satisfied among those who answered.
    public static let satisfaction: MeasureName = "satisfaction"
    /// What an order brings on average.
    public static let averageOrder: MeasureName = "averageOrder"
    /// What a gift costs on average.
    public static let costPerGift: MeasureName = "costPerGift"
    /// What winning a customer costs on average.
    public static let acquisitionCost: MeasureName = "acquisitionCost"
    /// What serving a customer costs on average.
    public static let serviceCost: MeasureName = "serviceCost"

    /// The measure in words; one of the host's own is shown by its name.
    public var title: LocalizedText {
        switch self {
        case .claim: LocalizedText(english: "claim rate", chinese: "领取率")
        case .delivery: LocalizedText(english: "delivery rate", chinese: "签收率")
        case .unboxing: LocalizedText(english: "unboxing rate", chinese: "开箱率")
        case .use: LocalizedText(english: "use rate", chinese: "使用率")
        case .whereaboutsUnknown: LocalizedText(english: "whereabouts-unknown rate", chinese: "去向不明率")
        case .discard: LocalizedText(english: "discard rate", chinese: "丢弃率")
        case .waste: LocalizedText(english: "waste rate", chinese: "浪费率")
        case .positiveFeedback: LocalizedText(english: "positive feedback", chinese: "好评率")
        case .messageOpening: LocalizedText(english: "message open rate", chinese: "消息打开率")
        case .repurchase: LocalizedText(english: "repurchase rate", chinese: "复购率")
        case .retention: LocalizedText(english: "retention", chinese: "留存率")
        case .participation: LocalizedText(english: "participation", chinese: "参与率")
        case .satisfaction: LocalizedText(english: "satisfaction rate", chinese: "满意率")
        case .averageOrder: LocalizedText(english: "average order", chinese: "客单价")
        case .costPerGift: LocalizedText(english: "cost per gift", chinese: "单份礼品成本")
        case .acquisitionCost: LocalizedText(english: "acquisition cost", chinese: "获客成本")
        case .serviceCost: LocalizedText(english: "service cost", chinese: "服务成本")
        default: LocalizedText(english: name.text, chinese: name.text)
        }
    }
}
