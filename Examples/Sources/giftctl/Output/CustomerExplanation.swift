import GiftModel
import Segmentation

/// All that is said of one customer, line by line, with since when, until when and why.
struct CustomerExplanation {
    let customer: Customer.ID
    let asOf: CalendarDate
    let language: Language
    private(set) var lines: [Line] = []

    /// What a line is about; the topics follow one another in this order.
    enum Topic: String {
        case purchases
        case scores
        case stage
        case tier
        case signals
        case segments

        fileprivate var title: LocalizedText {
            switch self {
            case .purchases: LocalizedText(english: "Purchases", chinese: "购买")
            case .scores: LocalizedText(english: "Scores", chinese: "评分")
            case .stage: LocalizedText(english: "Stage", chinese: "生命周期阶段")
            case .tier: LocalizedText(english: "Tier", chinese: "会员等级")
            case .signals: LocalizedText(english: "Signs of leaving", chinese: "流失信号")
            case .segments: LocalizedText(english: "Segments", chinese: "客群")
            }
        }
    }

    /// One thing that is said, for programs by its names and for people in words.
    struct Line {
        let topic: Topic
        let item: String
        let name: LocalizedText
        let value: Table.Cell
        var shown: LocalizedText?
        var since: CalendarDate?
        var nextChange: CalendarDate?
        var why: [String] = []
    }

    init(of profile: CustomerProfile, in language: Language) {
        self.customer = profile.customer
        self.asOf = profile.asOf
        self.language = language
    }

    mutating func add(_ line: Line) { lines.append(line) }

    func text(as format: OutputFormat) throws -> String {
        guard format != .table else { return readable }
        var table = Table(["topic", "item", "value", "since", "nextChange", "why"])
        for line in lines {
            func date(_ date: CalendarDate?) -> Table.Cell { date.map { .text($0.description) } ?? .missing }
            table.append([
                .text(line.topic.rawValue), .text(line.item), line.value, date(line.since), date(line.nextChange),
                line.why.isEmpty ? .missing : .text(line.why.joined(separator: language.wording("; ", "；"))),
            ])
        }
        return try table.text(as: format)
    }

    private var readable: String {
        var text = language.wording("Customer \(customer) as of \(asOf)\n", "客户\(customer)，截至\(asOf)\n")
        let width = lines.map { $0.name[language].terminalWidth }.max() ?? 0
        var topic: Topic?
        for line in lines {
            if line.topic != topic { text += "\n\(line.topic.title[language])\n" }
            topic = line.topic
            let name = line.name[language]
            let parts =
                [line.shown?[language] ?? line.value.text]
                + [line.since.map { language.wording("since \($0)", "自\($0)起") }].compactMap(\.self)
                + [line.nextChange.map { language.wording("may change on \($0)", "\($0)可能变化") }].compactMap(\.self)
            text += "  \(name)\(String(repeating: " ", count: width - name.terminalWidth))  "
            text += parts.joined(separator: language.wording(", ", "，")) + "\n"
            for reason in line.why { text += "    \(reason)\n" }
        }
        return text
    }
}
