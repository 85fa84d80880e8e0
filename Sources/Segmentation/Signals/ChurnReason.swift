public import GiftModel

/// The reasons why a sign of leaving is seen, is not, or cannot be told.
@nonexhaustive
public enum ChurnReason: String, ReasonCode {
    /// Purchase days fell.
    case frequencyFell = "frequencyFell"
    /// Purchase days did not fall enough.
    case frequencyKept = "frequencyKept"
    /// There were too few purchase days to tell.
    case frequencyUnknown = "frequencyUnknown"
    /// Purchase days stayed behind a model's expectation.
    case expectationMissed = "expectationMissed"
    /// Purchase days did not stay behind a model's expectation.
    case expectationMet = "expectationMet"
    /// Too few purchase days were expected to tell.
    case expectationUnknown = "expectationUnknown"
    /// No model was asked.
    case expectationNotAsked = "expectationNotAsked"
    /// Interactions fell.
    case interactionsFell = "interactionsFell"
    /// Interactions did not fall enough.
    case interactionsKept = "interactionsKept"
    /// There were too few interactions to tell.
    case interactionsUnknown = "interactionsUnknown"
    /// No interactions are recorded.
    case interactionsNotRecorded = "interactionsNotRecorded"
    /// Complaints rose beyond chance.
    case complaintsRose = "complaintsRose"
    /// Complaints did not rise beyond chance.
    case complaintsKept = "complaintsKept"
    /// Complaints rose by the factor.
    case complaintsMultiplied = "complaintsMultiplied"
    /// Complaints did not rise by the factor.
    case complaintsNotMultiplied = "complaintsNotMultiplied"
    /// A window has no orders.
    case complaintsUnknown = "complaintsUnknown"
    /// No complaints are recorded.
    case complaintsNotRecorded = "complaintsNotRecorded"
}

extension ChurnReason {
    public var phrase: LocalizedText {
        switch self {
        case .frequencyFell:
            LocalizedText(
                english: "bought on {now} of the last {window}, after {before}: at most {left} of them are left",
                chinese: "近{window}购买{now}天，此前同期{before}天：仅余不超过{left}"
            )
        case .frequencyKept:
            LocalizedText(
                english: "bought on {now} of the last {window}, after {before}: more than {left} of them are left",
                chinese: "近{window}购买{now}天，此前同期{before}天：仍高于{left}"
            )
        case .frequencyUnknown:
            LocalizedText(
                english: "bought on {now} of the last {window}, after {before}: below {least}, too few to tell",
                chinese: "近{window}购买{now}天，此前同期{before}天：不足{least}天，无法判断"
            )
        case .expectationMissed:
            LocalizedText(
                english: "bought on {now} of the last {window}, where {expected} were expected: at most {left}",
                chinese: "近{window}购买{now}天，预期{expected}天：不超过{left}"
            )
        case .expectationMet:
            LocalizedText(
                english: "bought on {now} of the last {window}, where {expected} were expected: more than {left}",
                chinese: "近{window}购买{now}天，预期{expected}天：高于{left}"
            )
        case .expectationUnknown:
            LocalizedText(
                english:
                    "bought on {now} of the last {window}, {expected} expected: below {least}, too few to tell",
                chinese: "近{window}购买{now}天，预期{expected}天：不足{least}天，无法判断"
            )
        case .expectationNotAsked:
            LocalizedText(
                english: "bought on {now} of the last {window}; no model says how many to expect",
                chinese: "近{window}购买{now}天；没有模型给出预期"
            )
        default: otherPhrase
        }
    }

    private var otherPhrase: LocalizedText {
        switch self {
        case .interactionsFell:
            LocalizedText(
                english: "{now} interactions in the last {window}, after {before}: at most {left} of them are left",
                chinese: "近{window}互动{now}次，此前同期{before}次：仅余不超过{left}"
            )
        case .interactionsKept:
            LocalizedText(
                english: "{now} interactions in the last {window}, after {before}: more than {left} of them are left",
                chinese: "近{window}互动{now}次，此前同期{before}次：仍高于{left}"
            )
        case .interactionsUnknown:
            LocalizedText(
                english: "{now} interactions in the last {window}, after {before}: below {least}, too few to tell",
                chinese: "近{window}互动{now}次，此前同期{before}次：不足{least}次，无法判断"
            )
        case .interactionsNotRecorded: LocalizedText(english: "no interactions are recorded", chinese: "没有互动记录")
        case .complaintsRose:
            LocalizedText(
                english:
                    "complaints in the last {window}: {complaints} on {orders} orders ({rate}, {least} to {most}), "
                    + "above {complaintsBefore} of {ordersBefore} before",
                chinese:
                    "近{window}{orders}单中投诉{complaints}次（{rate}，{least}至{most}），高于此前{ordersBefore}单中{complaintsBefore}次"
            )
        case .complaintsKept:
            LocalizedText(
                english:
                    "complaints in the last {window}: {complaints} on {orders} orders ({rate}, {least} to {most}), "
                    + "not surely above {complaintsBefore} of {ordersBefore} before",
                chinese: "近{window}{orders}单中投诉{complaints}次（{rate}，{least}至{most}），"
                    + "未明显高于此前{ordersBefore}单中{complaintsBefore}次"
            )
        case .complaintsMultiplied:
            LocalizedText(
                english: "complaints in the last {window}: {complaints} on {orders} orders, "
                    + "at least {factor} times {complaintsBefore} of {ordersBefore} before",
                chinese: "近{window}{orders}单中投诉{complaints}次，不低于此前{ordersBefore}单中{complaintsBefore}次的{factor}倍"
            )
        case .complaintsNotMultiplied:
            LocalizedText(
                english: "complaints in the last {window}: {complaints} on {orders} orders, "
                    + "not {factor} times {complaintsBefore} of {ordersBefore} before",
                chinese: "近{window}{orders}单中投诉{complaints}次，未达此前{ordersBefore}单中{complaintsBefore}次的{factor}倍"
            )
        case .complaintsUnknown:
            LocalizedText(
                english: "complaints in the last {window}: {complaints} on {orders} orders, "
                    + "{complaintsBefore} of {ordersBefore} before: no rate without orders",
                chinese: "近{window}{orders}单中投诉{complaints}次，此前{ordersBefore}单中{complaintsBefore}次：无订单则无投诉率"
            )
        default: LocalizedText(english: "no complaints are recorded", chinese: "没有投诉记录")
        }
    }
}
