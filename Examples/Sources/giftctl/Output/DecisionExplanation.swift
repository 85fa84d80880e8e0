import GiftModel
import GiftPolicy
import Segmentation

/// What a policy decides for one customer, line by line, with why and from when on it may be otherwise.
struct DecisionExplanation {
    let customer: Customer.ID
    let asOf: CalendarDate
    let policy: PolicyDocument
    let language: Language
    private(set) var lines: [Line] = []

    /// What a line is about; of each rule they follow one another in this order, after what is owed to the customer.
    enum Topic: String {
        case duty
        case rule
        case check
        case change
        case gift
        case giftRefused

        fileprivate var title: LocalizedText? {
            switch self {
            case .duty: LocalizedText(english: "Complaints", chinese: "投诉")
            case .rule: nil
            case .check: LocalizedText(english: "Whom it is for", chinese: "适用条件")
            case .change: LocalizedText(english: "The smallest changes that would turn that", chinese: "使结论改变的最小变化")
            case .gift: LocalizedText(english: "Gifts, best first", chinese: "可选礼品，由优到次")
            case .giftRefused: LocalizedText(english: "Not these gifts", chinese: "不可选的礼品")
            }
        }
    }

    /// One thing that is said, for programs by its names and for people in words.
    struct Line {
        let topic: Topic
        var rule: Rule.ID?
        /// The gift, the place of the comparison, the number of the way or the complaint, where it is not the rule.
        var item: String?
        let verdict: String
        /// What stands in the line for people.
        let shown: String
        var value: String?
        var expected: String?
        var distance: String?
        var earliest: CalendarDate?
        var why: [String] = []
    }

    init(of customer: Customer.ID, asOf day: CalendarDate, by policy: PolicyDocument, in language: Language) {
        self.customer = customer
        self.asOf = day
        self.policy = policy
        self.language = language
    }

    mutating func add(_ line: Line) { lines.append(line) }
}

extension DecisionExplanation {
    func text(as format: OutputFormat) throws -> String {
        guard format != .table else { return readable }
        var table = Table([
            "rule", "topic", "item", "verdict", "value", "expected", "distance", "earliest", "why",
        ])
        for line in lines {
            let why = line.why.isEmpty ? nil : line.why.joined(separator: language.wording("; ", "；"))
            let texts = [
                line.rule?.text, line.topic.rawValue, line.item, line.verdict, line.value, line.expected, line.distance,
                line.earliest?.description, why,
            ]
            table.append(texts.map { $0.map(Table.Cell.text) ?? .missing })
        }
        return try table.text(as: format)
    }

    private var readable: String {
        let name = "\(policy.name[language]) (\(policy.id), \(language.wording("version", "版本")) \(policy.version))"
        var text = language.wording(
            "Customer \(customer) as of \(asOf), by \(name)\n",
            "客户\(customer)，截至\(asOf)，依据\(name)\n"
        )
        var topic: Topic?
        for line in lines {
            if line.topic == .rule {
                text += "\n\(line.shown)\n" + line.why.map { "  \($0)\n" }.joined()
            } else {
                if line.topic == .duty, topic == nil { text += "\n" }
                if line.topic != topic, let title = line.topic.title { text += "  \(title[language])\n" }
                text += "    \(line.shown)\n"
                if line.topic == .gift { text += line.why.map { "      \($0)\n" }.joined() }
            }
            topic = line.topic
        }
        return text
    }
}
