public import GiftModel

/// The reasons that experiments and hold-outs give.
@nonexhaustive
public enum ExperimentReason: String, ReasonCode {
    /// The customer fell into an arm.
    case armDrawn = "armDrawn"
    /// The customer would fall into another arm now, and was seen in this one before.
    case armKept = "armKept"
    /// The customer is kept without gifts, for comparison.
    case heldOut = "heldOut"
    /// The customer is, but not from this one.
    case holdOutExempt = "holdOutExempt"
}

extension ExperimentReason {
    public var phrase: LocalizedText {
        switch self {
        case .armDrawn:
            LocalizedText(
                english: "bucket {bucket} of 10000 is in the arm {arm} of {experiment}",
                chinese: "{experiment}：第{bucket}桶（共10000桶）属于{arm}组"
            )
        case .armKept:
            LocalizedText(
                english: "was in the arm {arm} of {experiment} before, and stays there",
                chinese: "{experiment}：此前已在{arm}组，保持不变"
            )
        case .heldOut:
            LocalizedText(
                english: "kept without gifts for comparison ({holdOut}): bucket {bucket} of 10000 is below {limit}",
                chinese: "留作对照，不送礼（{holdOut}）：第{bucket}桶（共10000桶）小于{limit}"
            )
        case .holdOutExempt:
            LocalizedText(
                english: "exempt from {holdOut}, although bucket {bucket} of 10000 is below {limit}",
                chinese: "不受{holdOut}限制，尽管第{bucket}桶（共10000桶）小于{limit}"
            )
        }
    }
}

extension ExperimentReason {
    public var disclosure: Disclosure {
        switch self {
        case .heldOut, .armDrawn, .armKept: .neutral
        default: .staffOnly
        }
    }
}
