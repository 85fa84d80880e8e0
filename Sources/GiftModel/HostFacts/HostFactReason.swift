/// The reasons why a fact from the host's world is known for a day, or is not.
@nonexhaustive
public enum HostFactReason: String, ReasonCode {
    /// A source reported it.
    case hostFactKnown = "hostFactKnown"
    /// It was reported, and stands no longer.
    case hostFactStale = "hostFactStale"
    /// One source reported two values.
    case hostFactContradictory = "hostFactContradictory"
    /// Nobody reported it.
    case hostFactNeverReported = "hostFactNeverReported"
}

extension HostFactReason {
    public var phrase: LocalizedText {
        switch self {
        case .hostFactKnown:
            LocalizedText(
                english: "{series} is {value} for {day} (from {source})",
                chinese: "{day}的{series}为{value}（来源：{source}）"
            )
        case .hostFactStale:
            LocalizedText(
                english: "{series} is not known for {day}: nothing that was reported stands since {since}",
                chinese: "{day}的{series}未知：已报告的数据自{since}起失效"
            )
        case .hostFactContradictory:
            LocalizedText(
                english: "{series} is not known for {day}: {source} contradicts itself",
                chinese: "{day}的{series}未知：{source}的数据自相矛盾"
            )
        case .hostFactNeverReported:
            LocalizedText(
                english: "{series} is not known for {day}: never reported",
                chinese: "{day}的{series}未知：从未报告"
            )
        }
    }
}

extension Phrasebook {
    /// The sentences for the reasons that facts from the host's world give.
    public static let hostFacts = Phrasebook(HostFactReason.self)
}
