public import GiftModel

/// The reasons why a customer is in a value band.
@nonexhaustive
public enum ValueBandReason: String, ReasonCode {
    /// Enough thresholds of the band were reached.
    case valueBandMet = "valueBandMet"
    /// The band takes everybody whom no band before it took.
    case valueBandOpen = "valueBandOpen"
    /// Nobody can say whether enough thresholds of the band were reached.
    case valueBandUndetermined = "valueBandUndetermined"
    /// No band was reached.
    case valueBandNone = "valueBandNone"
    /// A threshold was reached.
    case valueReached = "valueReached"
    /// A threshold was not reached.
    case valueMissed = "valueMissed"
    /// Nobody knows the measure of a threshold.
    case valueUnknown = "valueUnknown"
    /// So much more is needed, with all else that is missing.
    case valueMissingToBand = "valueMissingToBand"
    /// So much more would be enough.
    case valueEnoughForBand = "valueEnoughForBand"
}

extension ValueBandReason {
    public var phrase: LocalizedText {
        switch self {
        case .valueBandMet:
            LocalizedText(
                english: "{band}: at least {needed} of {count} thresholds reached",
                chinese: "{band}：{count}项门槛中至少达到{needed}项"
            )
        case .valueBandOpen:
            LocalizedText(english: "{band}: no band before it was reached", chinese: "{band}：未达到更高分层")
        case .valueBandUndetermined:
            LocalizedText(
                english:
                    "undetermined whether {band}: not known whether {needed} of {count} thresholds are reached",
                chinese: "无法判断是否属于{band}：{count}项门槛中是否达到{needed}项未知"
            )
        case .valueBandNone:
            LocalizedText(english: "none of {bands} value bands was reached", chinese: "{bands}个价值分层均未达到")
        case .valueReached:
            LocalizedText(english: "{measure} {value}, at least {least}", chinese: "{measure}{value}，不低于{least}")
        case .valueMissed:
            LocalizedText(english: "{measure} {value}, below {least}", chinese: "{measure}{value}，低于{least}")
        case .valueUnknown:
            LocalizedText(english: "{measure} not known, {least} needed", chinese: "{measure}未知，门槛为{least}")
        case .valueMissingToBand:
            LocalizedText(
                english: "{measure}: {missing} missing to {band}",
                chinese: "{measure}：距{band}还差{missing}"
            )
        case .valueEnoughForBand:
            LocalizedText(
                english: "{measure}: {missing} more would be enough for {band}",
                chinese: "{measure}：再有{missing}即可进入{band}"
            )
        }
    }
}
