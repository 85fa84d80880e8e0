public import GiftModel

/// The reasons why a gift does not match a rule and a customer.
@nonexhaustive
public enum GiftMatchReason: String, ReasonCode {
    /// The rule gives gifts of other kinds.
    case giftOfOtherKind = "giftOfOtherKind"
    /// The rule names its gifts, and this is none of them.
    case giftNotNamed = "giftNotNamed"
    /// The gift has none of the characters that the rule asks for.
    case giftOfOtherCharacter = "giftOfOtherCharacter"
    /// The gift does not look as far ahead as the rule asks.
    case giftOfOtherHorizon = "giftOfOtherHorizon"
    /// The gift is for other occasions.
    case giftForOtherOccasion = "giftForOtherOccasion"
    /// The gift is for other tiers.
    case giftForOtherTier = "giftForOtherTier"
    /// It is not known for which tier a gift is to be chosen.
    case giftTierNotKnown = "giftTierNotKnown"
    /// The rule gives nothing to customers of this tier.
    case noGiftForTier = "noGiftForTier"
    /// The gift costs more than the rule allows.
    case giftTooDear = "giftTooDear"
    /// The gift costs less than the rule asks for.
    case giftTooCheap = "giftTooCheap"
    /// The customer was given it lately.
    case giftGivenLately = "giftGivenLately"
    /// There is none left.
    case giftRunOut = "giftRunOut"
}

extension GiftMatchReason {
    public var phrase: LocalizedText {
        switch self {
        case .giftOfOtherKind:
            LocalizedText(english: "{kind}, asked for: {kinds}", chinese: "礼品类别为{kind}，要求{kinds}")
        case .giftNotNamed: LocalizedText(english: "not among the gifts of the rule", chinese: "不在规则指定的礼品之列")
        case .giftOfOtherCharacter:
            LocalizedText(english: "no {characters}, as far as is said", chinese: "未注明为{characters}")
        case .giftOfOtherHorizon:
            LocalizedText(english: "no {horizon}, as far as is said", chinese: "未注明为{horizon}")
        case .giftForOtherOccasion:
            LocalizedText(english: "not for the occasion {occasion}", chinese: "不适用于场合“{occasion}”")
        case .giftForOtherTier: LocalizedText(english: "not for the tier {tier}", chinese: "不适用于{tier}")
        case .giftTierNotKnown: LocalizedText(english: "tier not known", chinese: "会员等级未知")
        case .noGiftForTier: LocalizedText(english: "the rule gives nothing to {tier}", chinese: "该规则不向{tier}送礼")
        case .giftTooDear:
            LocalizedText(
                english: "costs {cost}, {excess} above the most of {highest}",
                chinese: "成本{cost}，超出上限{highest}共{excess}"
            )
        case .giftTooCheap:
            LocalizedText(
                english: "costs {cost}, {shortfall} below the least of {lowest}",
                chinese: "成本{cost}，低于下限{lowest}共{shortfall}"
            )
        case .giftGivenLately:
            LocalizedText(
                english: "given on {date}, not again within {limit}: {wait} to go",
                chinese: "已于{date}送过，{limit}内不重复，还差{wait}"
            )
        case .giftRunOut: LocalizedText(english: "none left", chinese: "已发完")
        }
    }
}

extension GiftMatchReason {
    public var disclosure: Disclosure {
        switch self {
        case .giftRunOut: .neutral
        case .giftForOtherTier: .shared("it is for other tiers than {tier}", "不适用于{tier}")
        case .giftGivenLately: .shared("you have had this one already, or it is on its way", "您已收到此礼，或正在途中")
        default: .staffOnly
        }
    }
}
