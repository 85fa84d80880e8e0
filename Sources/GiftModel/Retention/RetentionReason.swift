/// The reasons why data may be kept, or is to be removed.
@nonexhaustive
public enum RetentionReason: String, ReasonCode {
    /// A rule lets the data be kept until a day.
    case keptUntil = "keptUntil"
    /// A rule lets the data be kept for longer than the calendar reaches.
    case keptBeyondCalendar = "keptBeyondCalendar"
    /// No rule says how long the data may be kept.
    case noRetentionRule = "noRetentionRule"
    /// The time for every purpose is over.
    case removalDue = "removalDue"
    /// A legal hold forbids to remove the data.
    case legalHold = "legalHold"
}

extension RetentionReason {
    public var phrase: LocalizedText {
        switch self {
        case .keptUntil:
            LocalizedText(
                english: "{kind} may be kept for {purpose} for {period} from {from}, and no longer on {until}",
                chinese: "{kind}可为{purpose}自{from}起保留{period}，{until}起不得再保留"
            )
        case .keptBeyondCalendar:
            LocalizedText(
                english: "{kind} may be kept for {purpose} for {period} from {from}, which is beyond the calendar",
                chinese: "{kind}可为{purpose}自{from}起保留{period}，超出日历范围"
            )
        case .noRetentionRule:
            LocalizedText(
                english: "no rule says how long {kind} may be kept for {purpose}",
                chinese: "没有规则规定{kind}可为{purpose}保留多久"
            )
        case .removalDue:
            LocalizedText(english: "{kind} to be removed since {since}", chinese: "{kind}自{since}起应予删除")
        case .legalHold:
            LocalizedText(
                english: "{kind} not to be removed while legal hold {hold} stands",
                chinese: "因法定保留{hold}，{kind}暂不得删除"
            )
        }
    }
}

extension RetentionReason {
    public var disclosure: Disclosure {
        switch self {
        case .keptUntil, .keptBeyondCalendar: .shared(phrase)
        default: .staffOnly
        }
    }
}

extension Phrasebook {
    /// The sentences for the reasons that retention gives.
    public static let retention = Phrasebook(RetentionReason.self)
}
