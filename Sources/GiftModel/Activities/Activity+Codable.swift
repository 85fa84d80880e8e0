extension Activity: Codable {
    public init(from decoder: any Decoder) throws {
        self =
            switch try decoder.activityKind() {
            case .order: .order(try Order(from: decoder))
            case .return: .return(try Return(from: decoder))
            case .cancellation: .cancellation(try Cancellation(from: decoder))
            case .interaction: .interaction(try Interaction(from: decoder))
            case .cartChange: .cartChange(try CartChange(from: decoder))
            case .surveyAnswer: .surveyAnswer(try SurveyAnswer(from: decoder))
            case .complaintStep: .complaintStep(try ComplaintStep(from: decoder))
            case .giftFeedback: .giftFeedback(try GiftFeedback(from: decoder))
            case .review: .review(try Review(from: decoder))
            }
    }

    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .order(let order): try order.encode(to: encoder)
        case .return(let goods): try goods.encode(to: encoder)
        case .cancellation(let cancellation): try cancellation.encode(to: encoder)
        case .interaction(let interaction): try interaction.encode(to: encoder)
        case .cartChange(let change): try change.encode(to: encoder)
        case .surveyAnswer(let answer): try answer.encode(to: encoder)
        case .complaintStep(let step): try step.encode(to: encoder)
        case .giftFeedback(let feedback): try feedback.encode(to: encoder)
        case .review(let review): try review.encode(to: encoder)
        }
    }
}
