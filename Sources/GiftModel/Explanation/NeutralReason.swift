/// What a customer is told where nothing else may be.
///
/// It is true of every gift, given or not, and therefore says nothing about one. Every ``Phrasebook`` has it, and a
/// host may put its own wording first as for every other reason.
@nonexhaustive
public enum NeutralReason: String, ReasonCode {
    /// Not everybody receives every gift.
    case notForEverybody = "notForEverybody"
}

extension NeutralReason {
    public var phrase: LocalizedText {
        LocalizedText(
            english: "not everybody receives every gift; who does is decided by rules that are the same for all",
            chinese: "礼品并非人人每次都有，由对所有客户一致的规则决定"
        )
    }

    public var disclosure: Disclosure { .neutral }
}
