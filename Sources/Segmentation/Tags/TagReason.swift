public import GiftModel

/// The reasons why a tag is held, or is not.
@nonexhaustive
public enum TagReason: String, ReasonCode {
    /// The weight suffices, until a day.
    case tagHeld = "tagHeld"
    /// The weight suffices to the end of the calendar.
    case tagHeldLastingly = "tagHeldLastingly"
    /// The weight does not suffice.
    case tagTooLight = "tagTooLight"
}

extension TagReason {
    public var phrase: LocalizedText {
        switch self {
        case .tagHeld:
            LocalizedText(
                english: "{tag}: weight {weight}, at least {threshold}, since {since}; without more until {until}",
                chinese: "{tag}：权重{weight}，不低于{threshold}，自{since}起；若无新行为，至{until}失效"
            )
        case .tagHeldLastingly:
            LocalizedText(
                english: "{tag}: weight {weight}, at least {threshold}, since {since}",
                chinese: "{tag}：权重{weight}，不低于{threshold}，自{since}起"
            )
        case .tagTooLight:
            LocalizedText(
                english: "{tag}: weight {weight}, below {threshold}",
                chinese: "{tag}：权重{weight}，低于{threshold}"
            )
        }
    }
}
