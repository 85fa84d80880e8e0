public import GiftModel

/// The reasons that quiet times give.
@nonexhaustive
public enum QuietReason: String, ReasonCode {
    /// It waits for the end of quiet times.
    case quietUntil = "quietUntil"
    /// The deadline was over when it came due.
    case deadlinePassed = "deadlinePassed"
    /// Quiet times last until the deadline is over.
    case quietThroughDeadline = "quietThroughDeadline"
    /// Quiet times leave no hour of the day.
    case neverOpen = "neverOpen"
}

extension QuietReason {
    public var phrase: LocalizedText {
        switch self {
        case .quietUntil:
            LocalizedText(english: "due at {due}, quiet until {open}", chinese: "应于{due}发出，免打扰至{open}")
        case .deadlinePassed:
            LocalizedText(
                english: "due at {due}, the deadline {deadline} has passed",
                chinese: "应于{due}发出，已过截止时间{deadline}"
            )
        case .quietThroughDeadline:
            LocalizedText(
                english: "due at {due}, quiet until {open}, which is not before the deadline {deadline}",
                chinese: "应于{due}发出，免打扰至{open}，已不早于截止时间{deadline}"
            )
        case .neverOpen:
            LocalizedText(english: "due at {due}, quiet at every hour", chinese: "应于{due}发出，但全天均为免打扰时段")
        }
    }
}

extension QuietReason {
    public var disclosure: Disclosure {
        switch self {
        case .quietUntil: .shared("it leaves when the quiet times are over", "免打扰时段结束后发出")
        case .quietThroughDeadline, .neverOpen: .shared("it would have come in quiet times", "送出时间均在免打扰时段内")
        default: .staffOnly
        }
    }
}
