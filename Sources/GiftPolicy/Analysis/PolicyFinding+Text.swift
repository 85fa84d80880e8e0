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
        case .neverHolds, .alwaysHolds, .unreachable, .subsumed, .tied, .tooComplex: aboutConditions
        case .budgetTooSmall, .noGiftFits, .nobodyApproves, .onlyRequesterApproves, .approvalAtOnce: aboutMoney
        case .neverFires, .starved, .outwaited, .quietThroughout, .quietAtTimes, .outsideWindow, .occasionsMeet:
            aboutTime
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
                english: "no gift for \(recipients.english)\(range(lowest, highest).english)"
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
        case .approvalAtOnce(let lowest, let threshold):
            LocalizedText(
                english: "a gift from \(lowest) on cannot leave at once: from \(threshold) on somebody has to approve",
                chinese: "\(lowest)起的礼品无法立即发出：\(threshold)起须经审批"
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
        case .outsideWindow(let birthdays, let count, let year, let weekdays):
            LocalizedText(
                english: "outside of the other rule's days for \(birthdays) of the \(count) birthdays of \(year)"
                    + (weekdays.isEmpty ? "" : ": \(LocalizedText(listing: weekdays.map(\.title)).english)"),
                chinese: "\(year)年\(count)个生日中有\(birthdays)个落在另一规则的日期之外"
                    + (weekdays.isEmpty ? "" : "：\(LocalizedText(listing: weekdays.map(\.title)).chinese)")
            )
        case .occasionsMeet(let birthdays, let count, let year):
            LocalizedText(
                english: "both come round at once for \(birthdays) of the \(count) birthdays of \(year)",
                chinese: "\(year)年\(count)个生日中有\(birthdays)个会使两者同时到来"
            )
        default: preconditionFailure("a finding about time")
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

    private func range(_ lowest: Money?, _ highest: Money?) -> LocalizedText {
        LocalizedText(
            english: (lowest.map { " from \($0)" } ?? "") + (highest.map { " through \($0)" } ?? ""),
            chinese: (lowest.map { "\($0)起" } ?? "") + (highest.map { "至多\($0)" } ?? "")
        )
    }
}
