/// The repairs that a cleaner makes and the faults that it finds.
@nonexhaustive
public enum CleaningReason: String, ReasonCode {
    /// Blanks around a value were removed.
    case blanksTrimmed = "blanksTrimmed"
    /// A missing total or refund was added up from the lines.
    case totalFromLines = "totalFromLines"
    /// A field without which the activity cannot be is missing.
    case missing = "missing"
    /// A value cannot be read.
    case unreadable = "unreadable"
    /// An amount cannot be read in its currency.
    case unreadableAmount = "unreadableAmount"
    /// A time cannot be read, or never was: local clocks skipped it, or the whole day.
    case unreadableTime = "unreadableTime"
    /// It happened before the time from which the host has data.
    case tooEarly = "tooEarly"
    /// It has not happened yet.
    case tooLate = "tooLate"
    /// A code is that of no currency.
    case unknownCurrency = "unknownCurrency"
    /// An amount is in another currency.
    case otherCurrency = "otherCurrency"
    /// A sale or a refund is below zero.
    case negativeAmount = "negativeAmount"
    /// A number lies outside its range.
    case outOfRange = "outOfRange"
    /// The same activity stands elsewhere too.
    case duplicate = "duplicate"
    /// Another activity under the same name stands elsewhere.
    case contradiction = "contradiction"
    /// An amount lies far from all others of its kind.
    case outlier = "outlier"
    /// The lines of an order or a return do not come to its amount.
    case linesDisagree = "linesDisagree"
}

extension CleaningReason {
    public var phrase: LocalizedText {
        switch self {
        case .blanksTrimmed:
            LocalizedText(english: "blanks around the {field} were removed", chinese: "已去除{field}首尾空白")
        case .totalFromLines:
            LocalizedText(
                english: "the amount was missing; the lines come to {total}",
                chinese: "缺少金额，已按明细合计补为{total}"
            )
        case .missing: LocalizedText(english: "a value is missing: {field}", chinese: "缺少{field}")
        case .unreadable:
            LocalizedText(english: "`{value}` cannot be read: {field}", chinese: "{field}“{value}”无法识别")
        case .unreadableAmount:
            LocalizedText(
                english: "`{value}` is no amount in {currency}",
                chinese: "“{value}”不是有效的{currency}金额"
            )
        case .unreadableTime:
            LocalizedText(english: "`{value}` is no time that ever was", chinese: "“{value}”不是有效时间")
        case .tooEarly:
            LocalizedText(
                english: "`{value}` is before the first day of the data, {from}",
                chinese: "“{value}”早于数据起始日{from}"
            )
        case .tooLate:
            LocalizedText(
                english: "`{value}` is not before the end of the data, {until}",
                chinese: "“{value}”不早于数据截止日{until}"
            )
        case .unknownCurrency:
            LocalizedText(english: "`{value}` is no currency of ISO 4217", chinese: "“{value}”不是ISO 4217货币代码")
        case .otherCurrency:
            LocalizedText(
                english: "the amount is in {value}, not in {currency}",
                chinese: "金额币种为{value}，而非{currency}"
            )
        case .negativeAmount:
            LocalizedText(english: "the amount {value} is below zero", chinese: "金额{value}为负数")
        case .outOfRange:
            LocalizedText(
                english: "{value} is out of range: {field}",
                chinese: "{field}{value}超出取值范围"
            )
        case .duplicate:
            LocalizedText(english: "the same activity stands at {place}", chinese: "与{place}处的记录重复")
        case .contradiction:
            LocalizedText(
                english: "another activity of this name stands at {place}",
                chinese: "与{place}处的同名记录内容不一致"
            )
        case .outlier:
            LocalizedText(
                english: "{amount} lies far from the median, {median}",
                chinese: "{amount}远离中位数{median}"
            )
        case .linesDisagree:
            LocalizedText(english: "the lines do not come to {total}", chinese: "明细合计不等于金额{total}")
        }
    }
}

extension Phrasebook {
    /// The sentences for what a cleaner repairs and rejects.
    public static let cleaning = Phrasebook(CleaningReason.self)
}
