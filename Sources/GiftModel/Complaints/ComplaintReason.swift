/// The reasons why a step is kept out of its complaint.
@nonexhaustive
public enum ComplaintReason: String, ReasonCode {
    /// No step before it opened the complaint.
    case stepBeforeOpening = "stepBeforeOpening"
    /// The complaint cannot go where the step leads from where it was.
    case stepOutOfTurn = "stepOutOfTurn"
    /// Another step, which comes first, bears the same name.
    case stepContradicted = "stepContradicted"
}

extension ComplaintReason {
    public var phrase: LocalizedText {
        switch self {
        case .stepBeforeOpening:
            LocalizedText(
                english: "`{state}` comes before the complaint was opened",
                chinese: "“{state}”早于投诉的提出"
            )
        case .stepOutOfTurn:
            LocalizedText(
                english: "`{state}` cannot directly follow `{previous}`",
                chinese: "“{state}”不能紧接在“{previous}”之后"
            )
        case .stepContradicted:
            LocalizedText(
                english: "another step goes by the name `{step}`",
                chinese: "另有步骤使用编号“{step}”"
            )
        }
    }
}

extension Phrasebook {
    /// The sentences for why steps are kept out of complaints.
    public static let complaints = Phrasebook(ComplaintReason.self)
}
