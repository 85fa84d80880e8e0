public import GiftModel

/// The reasons why a customer is in a quadrant.
@nonexhaustive
public enum QuadrantReason: String, ReasonCode {
    /// Value and interaction are known.
    case quadrant = "quadrant"
    /// Value or interaction is not known.
    case quadrantUndetermined = "quadrantUndetermined"
    /// A figure is above its cut.
    case sideHigh = "quadrantSideHigh"
    /// A figure is at its cut or below.
    case sideLow = "quadrantSideLow"
    /// A figure is not known.
    case sideUnknown = "quadrantSideUnknown"
}

extension QuadrantReason {
    public var phrase: LocalizedText {
        switch self {
        case .quadrant: LocalizedText(english: "{quadrant}: {strategy}", chinese: "{quadrant}：{strategy}")
        case .quadrantUndetermined:
            LocalizedText(english: "the quadrant is undetermined", chinese: "无法判断所属象限")
        case .sideHigh:
            LocalizedText(english: "{dimension} {figure}, above {cut}: high", chinese: "{dimension}{figure}，高于{cut}：高")
        case .sideLow:
            LocalizedText(
                english: "{dimension} {figure}, not above {cut}: low",
                chinese: "{dimension}{figure}，未高于{cut}：低"
            )
        case .sideUnknown:
            LocalizedText(english: "{dimension} not known, the cut is {cut}", chinese: "{dimension}未知，分界为{cut}")
        }
    }

    static let value = LocalizedText(english: "value", chinese: "价值")
    static let interaction = LocalizedText(english: "interaction", chinese: "互动")
}
