public import GiftModel

/// The reasons why a customer stands where it does on a ladder.
@nonexhaustive
public enum TierStandingReason: String, ReasonCode {
    /// A goal of the tier is met.
    case reached = "tierReached"
    /// The tier stands by the customer's history, though what counts now meets none of its goals.
    case stands = "tierStands"
    /// No tier above the base is reached.
    case base = "tierIsBase"
    /// Something is missing to a tier above.
    case missing = "tierMissing"
    /// A tier above may have been reached, because something that it asks for is not known.
    case undetermined = "tierUndetermined"
}

extension TierStandingReason {
    public var phrase: LocalizedText {
        switch self {
        case .reached:
            LocalizedText(
                english: "{tier} since {since}: {counted} counted, {goal} reach it",
                chinese: "自{since}起为{tier}：已计{counted}，要求{goal}"
            )
        case .stands:
            LocalizedText(
                english: "{tier} since {since}, and still so with {counted} counted",
                chinese: "自{since}起为{tier}，现计{counted}，等级保留"
            )
        case .base:
            LocalizedText(
                english: "{tier}: no tier above is reached with {counted}",
                chinese: "{tier}：{counted}，未达更高等级"
            )
        case .missing: LocalizedText(english: "{missing} missing to {tier}", chinese: "距{tier}还差{missing}")
        case .undetermined:
            LocalizedText(
                english: "{tier} may be reached, {missing} missing as far as is known",
                chinese: "可能已达{tier}，就已知信息还差{missing}"
            )
        }
    }
}

extension TierStandingReason {
    public var disclosure: Disclosure {
        switch self {
        case .reached, .stands, .base, .missing: .shared(phrase)
        default: .staffOnly
        }
    }
}
