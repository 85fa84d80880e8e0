public import GiftModel
import Segmentation

extension PolicyFinding {
    /// What is the matter, in one sentence, with what a customer is like for whom it matters.
    public var text: LocalizedText {
        let sentence = problem.sentence
        guard let witness else { return sentence }
        let example = witness.phrase()
        return LocalizedText(
            english: "\(sentence.english), for example: \(example.english)",
            chinese: "\(sentence.chinese)，例如：\(example.chinese)"
        )
    }
}

extension PolicyFinding.Problem {
    /// The sentence without an example.
    fileprivate var sentence: LocalizedText {
        switch self {
        case .neverHolds, .alwaysHolds, .unreachable, .subsumed, .tied, .tooComplex, .uncovered, .coverTooComplex,
            .forbidden, .idleExperiment:
            aboutConditions
        case .budgetTooSmall, .noGiftFits, .nobodyApproves, .onlyRequesterApproves, .approvalAtOnce: aboutMoney
        case .neverFires, .starved, .outwaited, .quietThroughout, .quietAtTimes: aboutTime
        case .outsideWindow, .occasionsMeet, .datesMeet: aboutDays
        }
    }

    private var aboutConditions: LocalizedText {
        switch self {
        case .neverHolds(let rule):
            LocalizedText(
                english: "nobody meets the condition of \(name(rule))",
                chinese: "没有客户满足\(name(rule))的条件"
            )
        case .alwaysHolds(let rule):
            LocalizedText(
                english: "everybody meets the condition of \(name(rule))",
                chinese: "所有客户都满足\(name(rule))的条件"
            )
        case .unreachable(let rule, let others):
            LocalizedText(
                english: "\(name(rule)) never gets its turn behind \(list(others).english)",
                chinese: "\(name(rule))总被\(list(others).chinese)抢先，永远轮不到"
            )
        case .subsumed(let rule, let other):
            LocalizedText(
                english: "whoever \(name(rule)) is for, \(name(other)) is for as well",
                chinese: "\(name(rule))的客户全部包含在\(name(other))之中"
            )
        case .tied(let rule, let other):
            LocalizedText(
                english: "\(name(rule)) and \(name(other)) are for the same customers, and only their names rank them",
                chinese: "\(name(rule))与\(name(other))有共同的客户，且仅凭名称决定先后"
            )
        case .tooComplex(let rule):
            LocalizedText(
                english: "the condition of \(name(rule)) is too complex to analyze",
                chinese: "\(name(rule))的条件过于复杂，无法分析"
            )
        case .uncovered(let group):
            LocalizedText(
                english: "no rule of the group \(name(group)) is for some customers",
                chinese: "规则组\(name(group))未覆盖部分客户"
            )
        case .coverTooComplex(let group):
            LocalizedText(
                english: "whether the group \(name(group)) has a rule for everybody is too complex to analyze",
                chinese: "规则组\(name(group))是否覆盖所有客户过于复杂，无法分析"
            )
        case .forbidden(let rule, let source):
            LocalizedText(
                english: "the guard \(name(source)) forbids everything to all whom \(name(rule)) is for",
                chinese: "红线\(name(source))禁止向\(name(rule))的所有客户赠送"
            )
        case .idleExperiment(let experiment):
            LocalizedText(
                english: "no rule is for an arm of \(name(experiment)), so that nothing is compared",
                chinese: "没有规则用于实验\(name(experiment))的任何一组，无从比较"
            )
        default: preconditionFailure("a finding about conditions")
        }
    }

    private var aboutMoney: LocalizedText {
        switch self {
        case .budgetTooSmall(let need, let have, let covered, let count):
            LocalizedText(
                english: "the budget of \(have) covers \(covered) of \(count): \(need) would be needed",
                chinese: "预算\(have)仅够\(count)人中的\(covered)人：共需\(need)"
            )
        case .noGiftFits(let recipients, let cheapest, let lowest, let highest):
            LocalizedText(
                english: "no gift\(phrase(for: recipients))\(range(lowest, highest).english)"
                    + (cheapest.map { ", the cheapest costs \($0)" } ?? ""),
                chinese: "\(recipients.chinese)：没有\(range(lowest, highest).chinese)合适的礼品"
                    + (cheapest.map { "，最便宜的为\($0)" } ?? "")
            )
        case .nobodyApproves(let roles):
            LocalizedText(english: "nobody may approve as \(roles.english)", chinese: "没有人可以\(roles.chinese)身份审批")
        case .onlyRequesterApproves(let roles):
            LocalizedText(
                english: "the only one who may approve as \(roles.english) asks for gifts as well",
                chinese: "唯一可以\(roles.chinese)身份审批的人也会提出申请，而申请人不得自批"
            )
        case .approvalAtOnce(let rule, let recipients, let lowest, let threshold):
            LocalizedText(
                english: "\(name(rule)) cannot leave at once\(phrase(for: recipients)): its gifts cost \(lowest) or "
                    + "more, and from \(threshold) on somebody has to approve",
                chinese: "\(name(rule))对\(recipients.chinese)无法立即发出：礼品\(lowest)起，而\(threshold)起须经审批"
            )
        default: preconditionFailure("a finding about money")
        }
    }

    private var aboutTime: LocalizedText {
        switch self {
        case .neverFires(let waiting, let validity):
            LocalizedText(
                english: "never fires: it waits for \(waiting) and is valid for \(validity)",
                chinese: "永远不会触发：需等待\(waiting)，而有效期仅\(validity)"
            )
        case .starved(let rule, let others, let cap):
            LocalizedText(
                english: "the cap \(name(cap)) is always used up by \(list(others).english) before \(name(rule))",
                chinese: "上限\(name(cap))总被\(list(others).chinese)先用尽，轮不到\(name(rule))"
            )
        case .outwaited(let rule, let others, let cap, let capDays, let validDays):
            LocalizedText(
                english: "\(name(rule)) is valid for \(days(validDays).english), but the cap \(name(cap)) rests for "
                    + "\(days(capDays).english) after \(list(others).english)",
                chinese: "\(name(rule))有效期为\(days(validDays).chinese)，但在\(list(others).chinese)之后，"
                    + "上限\(name(cap))须间隔\(days(capDays).chinese)"
            )
        case .quietThroughout(let due, let seconds):
            LocalizedText(
                english: "due at \(due) and valid for \(seconds) seconds, all of them quiet",
                chinese: "应于\(due)发出，\(seconds)秒内有效，全在免打扰时段内"
            )
        case .quietAtTimes(let seconds):
            LocalizedText(
                english: "valid for \(seconds) seconds, no longer than quiet hours last",
                chinese: "有效期\(seconds)秒，不长于免打扰时段"
            )
        default: preconditionFailure("a finding about time")
        }
    }

    private var aboutDays: LocalizedText {
        switch self {
        case .outsideWindow(let rule, let other, let birthdays, let count, let year, let weekdays):
            LocalizedText(
                english: "the days of \(name(rule)) lie outside of those of \(name(other)) for \(birthdays) of the "
                    + "\(count) birthdays of \(year)"
                    + (weekdays.isEmpty ? "" : ": \(LocalizedText(listing: weekdays.map(\.title)).english)"),
                chinese: "\(year)年\(count)个生日中有\(birthdays)个，\(name(rule))的日期落在\(name(other))的日期之外"
                    + (weekdays.isEmpty ? "" : "：\(LocalizedText(listing: weekdays.map(\.title)).chinese)")
            )
        case .occasionsMeet(let rule, let other, let meeting):
            LocalizedText(
                english: "\(name(rule)) and \(name(other)) come round at once for \(meeting.phrase.english)",
                chinese: "\(name(rule))与\(name(other))同时到来：\(meeting.phrase.chinese)"
            )
        case .datesMeet(let rule, let other, let days):
            LocalizedText(
                english: "\(name(rule)) and \(name(other)) come round at once from \(days.lowerBound) through "
                    + "\(days.upperBound)",
                chinese: "\(name(rule))与\(name(other))在\(days.lowerBound)至\(days.upperBound)同时到来"
            )
        default: preconditionFailure("a finding about days")
        }
    }

    private func name<Subject>(_ id: Identifier<Subject>) -> String { LocalizedText(quoting: id.text).english }

    private func list(_ rules: [Rule.ID]) -> LocalizedText {
        LocalizedText(listing: rules.map { LocalizedText(quoting: $0.text) })
    }

    private func days(_ count: Int64) -> LocalizedText {
        let days = FactValue.days(count)
        return LocalizedText(english: days.text(in: .english), chinese: days.text(in: .chinese))
    }

    private func phrase(for recipients: LocalizedText) -> String {
        recipients == .everybody ? "" : " for \(recipients.english)"
    }

    private func range(_ lowest: Money?, _ highest: Money?) -> LocalizedText {
        LocalizedText(
            english: (lowest.map { " from \($0)" } ?? "") + (highest.map { " through \($0)" } ?? ""),
            chinese: (lowest.map { "\($0)起" } ?? "") + (highest.map { "至多\($0)" } ?? "")
        )
    }
}

extension BirthdayMeeting {
    /// For which birthdays, in words.
    fileprivate var phrase: LocalizedText {
        var (english, chinese) = (
            "\(solar) of the \(solarDays) birthdays of \(year)", "\(year)年\(solarDays)个公历生日中的\(solar)个"
        )
        if let lunar {
            english += " and for \(lunar) of \(Self.lunarDays) by the lunar calendar"
            chinese += "，\(Self.lunarDays)个农历生日中的\(lunar)个"
        }
        if let everyYear {
            english += ", every year for those on the lunar \(everyYear.month)-\(everyYear.day)"
            chinese += "，其中农历\(everyYear.month)月\(everyYear.day)日的生日年年如此"
        }
        return LocalizedText(english: english, chinese: chinese)
    }
}
