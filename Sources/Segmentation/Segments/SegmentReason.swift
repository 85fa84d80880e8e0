public import GiftModel

/// The reasons why a customer is in a segment, out of it, or neither for sure.
@nonexhaustive
public enum SegmentReason: String, ReasonCode {
    /// A comparison holds.
    case attributeMatches = "attributeMatches"
    /// A comparison fails.
    case attributeDiffers = "attributeDiffers"
    /// A comparison of a range that holds for some of its numbers only.
    case attributeUndetermined = "attributeUndetermined"
    /// Nothing is known of what is asked.
    case attributeUnknown = "attributeUnknown"
    /// Something is known of what is asked.
    case attributeKnown = "attributeKnown"
    /// The customer is in another segment.
    case inSegment = "inSegment"
    /// The customer is not in another segment.
    case outsideSegment = "outsideSegment"
    /// It is not known whether the customer is in another segment.
    case segmentUndetermined = "segmentUndetermined"
}

extension SegmentReason {
    public var phrase: LocalizedText {
        switch self {
        case .attributeMatches:
            LocalizedText(
                english: "{attribute} is {actual}, as asked: {comparison} {expected}",
                chinese: "{attribute}为{actual}，符合“{comparison}{expected}”"
            )
        case .attributeDiffers:
            LocalizedText(
                english: "{attribute} is {actual}, asked for: {comparison} {expected}",
                chinese: "{attribute}为{actual}，不符合“{comparison}{expected}”"
            )
        case .attributeUndetermined:
            LocalizedText(
                english: "{attribute} is {actual}, which may be {comparison} {expected}",
                chinese: "{attribute}为{actual}，可能符合“{comparison}{expected}”"
            )
        case .attributeUnknown: LocalizedText(english: "{attribute} is not known", chinese: "{attribute}未知")
        case .attributeKnown:
            LocalizedText(english: "{attribute} is known: {actual}", chinese: "{attribute}已知：{actual}")
        case .inSegment: LocalizedText(english: "in the segment {segment}", chinese: "属于客群{segment}")
        case .outsideSegment: LocalizedText(english: "not in the segment {segment}", chinese: "不属于客群{segment}")
        case .segmentUndetermined:
            LocalizedText(english: "perhaps in the segment {segment}", chinese: "是否属于客群{segment}尚不确定")
        }
    }
}
