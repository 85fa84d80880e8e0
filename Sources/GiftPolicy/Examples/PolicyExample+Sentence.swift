public import GiftModel
import Segmentation

extension PolicyExample {
    /// The example in one sentence; two different examples never read alike, but for words in the other language.
    ///
    /// - Complexity: O(*n* log *n*) in what is told.
    public var sentence: LocalizedText {
        let name = name.map { LocalizedText(quoting: $0) }
        let given = customer.words
        let expectations = expected.sorted { $0.key < $1.key }
            .map { rule, outcome in
                let (rule, outcome) = (LocalizedText(quoting: rule.text), outcome.title)
                return LocalizedText(
                    english: "\(rule.english) is \(outcome.english)",
                    chinese: "\(rule.chinese)\(outcome.chinese)"
                )
            }
        let expected = LocalizedText(listing: expectations)
        return LocalizedText(
            english: "For example\(name.map { ", \($0.english)" } ?? "") on \(asOf) at \(time): a customer with "
                + "\(given.map(\.english).joined(separator: "; ")): \(expected.english).",
            chinese: "示例\(name?.chinese ?? "")（\(asOf) \(time)）：客户\(given.map(\.chinese).joined(separator: "；"))："
                + "\(expected.chinese)。"
        )
    }
}

extension PolicyExample.Outcome {
    /// The outcome in words.
    public var title: LocalizedText {
        switch self {
        case .due: LocalizedText(english: "due", chinese: "触发")
        case .notDue: LocalizedText(english: "not due", chinese: "不触发")
        case .blocked: LocalizedText(english: "blocked", chinese: "被拦截")
        case .suppressed: LocalizedText(english: "suppressed", chinese: "被抑制")
        }
    }
}

extension ExampleCustomer {
    /// What is told, part by part; at least that nothing is.
    fileprivate var words: [LocalizedText] {
        var parts = history.map(\.words)
        if let birthday { parts.append(birthday.words) }
        if let registeredDaysAgo {
            let days = FactValue.days(registeredDaysAgo)
            parts.append(
                LocalizedText(
                    english: "registration \(days.text(in: .english)) ago",
                    chinese: "\(days.text(in: .chinese))前注册"
                )
            )
        }
        parts += attributes.map { $0.phrase() }
        parts += Self.list(
            "cultures",
            "文化习俗",
            cultures.map { $0.sorted().map { LocalizedText(quoting: $0.title, $0.name.text) } }
        )
        parts += Self.list(
            "consents",
            "同意",
            consents.map { $0.sorted().map { LocalizedText(quoting: $0.title, $0.name.text) } }
        )
        parts += Self.list("tags", "标签", tags.map { $0.sorted().map { LocalizedText(naming: $0.text) } })
        return parts.isEmpty ? [LocalizedText(english: "nothing known", chinese: "无任何资料")] : parts
    }

    private static func list(_ english: String, _ chinese: String, _ names: [LocalizedText]?) -> [LocalizedText] {
        guard let names else { return [] }
        let list = names.isEmpty ? LocalizedText(english: "none", chinese: "无") : LocalizedText(listing: names)
        return [LocalizedText(english: "\(english): \(list.english)", chinese: "\(chinese)：\(list.chinese)")]
    }

    /// What is told under the names by which conditions ask.
    private var attributes: [SegmentCondition] {
        func word(_ attribute: SegmentAttribute, _ text: String?) -> SegmentCondition? {
            text.flatMap { SegmentValue.Word($0) }.map { .compared(attribute, .equal, .word($0)) }
        }
        let words = [
            word(.trait(.customerKind), kind?.rawValue), word(.trait(.industry), industry?.text),
            word(.trait(.jobRole), jobRole?.name.text), word(.trait(.recipientKind), recipientKind?.name.text),
            word(.trait(.country), country?.letters), word(.trait(.jurisdiction), jurisdiction?.letters),
            word(.trait(.language), language?.text), word(.valueBand, valueBand?.rawValue),
            word(.quadrant, quadrant?.rawValue),
        ]
        let size = employees.map { SegmentCondition.compared(.trait(.employees), .equal, .number($0)) }
        let told = words.compactMap(\.self) + (size.map { [$0] } ?? [])
        return told
            + labels.sorted { $0.key < $1.key }.map { .compared(.label($0), .equal, $1) }
            + scores.sorted { $0.key < $1.key }
            .map { .compared(.score(ScoreDimension($0)), .equal, .number($1)) }
    }
}

extension ExampleActivity {
    fileprivate var words: LocalizedText {
        let (age, what) = (ElapsedTime(hours: hoursAgo).words, kind.words)
        return LocalizedText(english: "\(what.english) \(age.english) ago", chinese: "\(age.chinese)前\(what.chinese)")
    }
}

extension ExampleActivity.Kind {
    fileprivate var words: LocalizedText {
        switch self {
        case .order(let amount): return LocalizedText(english: "order of \(amount)", chinese: "下单\(amount)")
        case .cart(let amount): return LocalizedText(english: "cart of \(amount)", chinese: "购物车\(amount)")
        case .interaction(let kind, let subject):
            let act = SignalTrigger.Act(kind, about: subject).phrase
            return LocalizedText(english: "act \(act.english)", chinese: "互动\(act.chinese)")
        case .complaint(let state):
            let title = state.title
            return LocalizedText(english: "complaint \(title.english.lowercased())", chinese: "投诉\(title.chinese)")
        case .gift(let rule):
            let name = LocalizedText(quoting: rule.text)
            return LocalizedText(english: "gift by \(name.english)", chinese: "获赠\(name.chinese)礼品")
        }
    }
}

extension Birthday {
    fileprivate var words: LocalizedText {
        let born = year.map { "\($0)" }
        switch day {
        case .solar(let date):
            return LocalizedText(
                english: "birthday on \(date.month)-\(date.day)" + (born.map { ", born in \($0)" } ?? ""),
                chinese: "生日\(date.month)月\(date.day)日" + (born.map { "（生于\($0)年）" } ?? "")
            )
        case .lunar(let date):
            return LocalizedText(
                english: "birthday on lunar \(date.isLeapMonth ? "leap " : "")\(date.month)-\(date.day)"
                    + (born.map { ", born in \($0)" } ?? ""),
                chinese: "农历生日\(date.isLeapMonth ? "闰" : "")\(date.month)月\(date.day)日"
                    + (born.map { "（生于\($0)年）" } ?? "")
            )
        }
    }
}
