public import GiftModel

/// The reasons that touches, tasks and follow-up steps give.
@nonexhaustive
public enum TouchReason: String, ReasonCode {
    /// It goes out by this channel.
    case channelTaken = "channelTaken"
    /// It cannot go out by this channel; what follows says why.
    case channelNotFree = "channelNotFree"
    /// It went out before, on this occasion.
    case touchedBefore = "touchedBefore"
    /// It comes again only after some time.
    case touchedLately = "touchedLately"
    /// The task was given to somebody before, on this occasion.
    case assignedBefore = "assignedBefore"
    /// Another touch of the same kind goes out on the occasion.
    case touchOfSameKind = "touchOfSameKind"
    /// The gift has not come so far.
    case followUpAwaitsState = "followUpAwaitsState"
    /// The gift has come so far, and some time has to pass.
    case followUpAwaitsTime = "followUpAwaitsTime"
    /// The step is due.
    case followUpDue = "followUpDue"
    /// The step was taken.
    case followUpDone = "followUpDone"
    /// The gift cannot come so far any more.
    case followUpNeverComes = "followUpNeverComes"
    /// The gift came to nothing.
    case followUpPointless = "followUpPointless"
    /// The customer has answered.
    case followUpAnswered = "followUpAnswered"
    /// The gift was used.
    case followUpUsed = "followUpUsed"
    /// It is too late for the step.
    case followUpTooLate = "followUpTooLate"
}

extension TouchReason {
    public var phrase: LocalizedText {
        switch self {
        case .channelTaken: LocalizedText(english: "by {channel}", chinese: "经{channel}")
        case .channelNotFree: LocalizedText(english: "not by {channel}", chinese: "不经{channel}")
        case .touchedBefore:
            LocalizedText(english: "{what} sent before, on {date}", chinese: "已于{date}发送过{what}")
        case .touchedLately:
            LocalizedText(
                english: "{what} last sent on {date}, at most once {window}: free on {earliest}, {wait} to go",
                chinese: "上次于{date}发送{what}，{window}至多一次，{earliest}起可再发，还差{wait}"
            )
        case .assignedBefore:
            LocalizedText(english: "task {work} assigned before, on {date}", chinese: "任务{work}已于{date}派出")
        case .touchOfSameKind:
            LocalizedText(english: "{rule} sends a {what} on this occasion", chinese: "{rule}已就此场合安排{what}")
        case .followUpAwaitsState:
            LocalizedText(english: "the gift is {state}, not yet {awaited}", chinese: "礼品{state}，尚未{awaited}")
        case .followUpAwaitsTime:
            LocalizedText(
                english: "the gift is {state} since {since}, due {delay} after that, at {due}",
                chinese: "礼品于{since}{state}，满{delay}即{due}执行"
            )
        case .followUpDue:
            LocalizedText(
                english: "the gift is {state} since {since}, due since {due}",
                chinese: "礼品于{since}{state}，应于{due}执行"
            )
        case .followUpDone: LocalizedText(english: "done on {date}", chinese: "已于{date}执行")
        case .followUpNeverComes:
            LocalizedText(english: "the gift is {state} and never will be {awaited}", chinese: "礼品{state}，不会再{awaited}")
        case .followUpPointless: LocalizedText(english: "the gift is {state}", chinese: "礼品{state}")
        case .followUpAnswered: LocalizedText(english: "answered on {date}", chinese: "已于{date}答复")
        case .followUpUsed: LocalizedText(english: "the gift was used on {date}", chinese: "礼品已于{date}使用")
        case .followUpTooLate:
            LocalizedText(english: "due at {due}, too late since {deadline}", chinese: "应于{due}执行，{deadline}起已过期")
        }
    }
}
