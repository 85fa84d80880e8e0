public import GiftModel

/// The reasons that the deadlines of complaints give.
@nonexhaustive
public enum ServiceReason: String, ReasonCode {
    /// A duty is to be done.
    case dutyOpen = "dutyOpen"
    /// A duty is not done, and should be.
    case dutyOverdue = "dutyOverdue"
    /// A duty was done in time.
    case dutyDone = "dutyDone"
    /// A duty was done too late.
    case dutyDoneLate = "dutyDoneLate"
    /// The grade says who sees to a complaint.
    case handledByGrade = "handledByGrade"
    /// Nobody graded a complaint yet.
    case handledUngraded = "handledUngraded"
    /// A complaint went up because a duty is overdue.
    case escalated = "escalated"
    /// How a complaint stands.
    case complaintProgress = "complaintProgress"
    /// How a complaint stands, and what comes next.
    case complaintProgressNext = "complaintProgressNext"
}

extension ServiceReason {
    public var phrase: LocalizedText {
        switch self {
        case .dutyOpen:
            LocalizedText(english: "{duty} due at {due}: {wait} to go", chinese: "{duty}应于{due}前完成，还有{wait}")
        case .dutyOverdue:
            LocalizedText(english: "{duty} due at {due}, overdue by {late}", chinese: "{duty}应于{due}前完成，已逾期{late}")
        case .dutyDone:
            LocalizedText(english: "{duty} at {done}, due at {due}: in time", chinese: "{duty}于{done}完成，期限{due}，按时")
        case .dutyDoneLate:
            LocalizedText(
                english: "{duty} at {done}, due at {due}: late by {late}",
                chinese: "{duty}于{done}完成，期限{due}，迟{late}"
            )
        case .handledByGrade: LocalizedText(english: "graded {grade}: {handler}", chinese: "分级为{grade}，由{handler}处理")
        case .handledUngraded: LocalizedText(english: "not graded yet: {handler}", chinese: "尚未分级，由{handler}处理")
        case .escalated:
            LocalizedText(
                english: "{duty} overdue by {late}, one handler up for each {limit}: {handler}",
                chinese: "{duty}逾期{late}，每{limit}升一级，由{handler}处理"
            )
        case .complaintProgress:
            LocalizedText(english: "complaint of {opened}: {state}", chinese: "{opened}的投诉：{state}")
        case .complaintProgressNext:
            LocalizedText(
                english: "complaint of {opened}: {state}; next: {duty}, until {due}",
                chinese: "{opened}的投诉：{state}；下一步：{due}前{duty}"
            )
        }
    }
}

extension ServiceReason {
    public var disclosure: Disclosure {
        switch self {
        case .complaintProgress: .shared("your complaint of {opened}: {state}", "您{opened}的投诉：{state}")
        case .complaintProgressNext:
            .shared(
                "your complaint of {opened}: {state}; next: {duty}, until {due}",
                "您{opened}的投诉：{state}；下一步：{due}前{duty}"
            )
        default: .staffOnly
        }
    }
}
