/// A question of a survey, by the scale on which it is answered.
///
/// - Source: F. Reichheld, "The One Number You Need to Grow", Harvard Business Review, December 2003, for
///   recommendation; the customer effort score in its second version, of seven points, for effort.
@nonexhaustive
public enum SurveyScale: String, Hashable, Sendable, CaseIterable {
    /// How likely a customer is to recommend the host, 0 through 10: the question of the net promoter score.
    case recommendation = "recommendation"
    /// How satisfied a customer is, 1 through 5.
    case satisfaction = "satisfaction"
    /// How easy the host made it, 1 through 7.
    case effort = "effort"

    /// The numbers that answer the question.
    public var range: ClosedRange<Int64> {
        switch self {
        case .recommendation: 0...10
        case .satisfaction: 1...5
        case .effort: 1...7
        }
    }

    /// The question in words.
    public var title: LocalizedText {
        switch self {
        case .recommendation: LocalizedText(english: "recommendation", chinese: "推荐意愿")
        case .satisfaction: LocalizedText(english: "satisfaction", chinese: "满意度")
        case .effort: LocalizedText(english: "effort", chinese: "费力度")
        }
    }
}

extension SurveyScale: Codable {
    public init(from decoder: any Decoder) throws { self = try decoder.word() }
}
