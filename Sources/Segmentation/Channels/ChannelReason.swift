public import GiftModel

/// The reasons why a channel is preferred, or none.
@nonexhaustive
public enum ChannelReason: String, ReasonCode {
    /// A channel was used most.
    case preferredChannel = "preferredChannel"
    /// No channel was used more than every other.
    case noPreferredChannel = "noPreferredChannel"
}

extension ChannelReason {
    public var phrase: LocalizedText {
        switch self {
        case .preferredChannel:
            LocalizedText(
                english: "{channel} preferred: sales {sales}, orders {orders}, interactions {interactions}",
                chinese: "偏好{channel}：销售额{sales}，订单{orders}笔，互动{interactions}次"
            )
        case .noPreferredChannel:
            LocalizedText(english: "none of {channels} channels preferred", chinese: "{channels}个渠道中无明显偏好")
        }
    }
}
