/// Anything that a customer did, as the host's CRM hands it over.
///
/// On the wire an activity is what it holds: an order that was stored is read as an ``Order`` and as an activity.
///
/// - Wire format: `{"at":0,"channel":"store","customer":"c","id":"1","kind":"cancellation","order":"o","v":1}`; every
///   kind has `at`, `customer`, `id`, `kind` and `v`, then its own keys; what is absent is left out.
@nonexhaustive
public enum Activity: Hashable, Sendable {
    /// The customer bought something.
    case order(Order)
    /// The customer gave goods back.
    case `return`(Return)
    /// The customer called an order off.
    case cancellation(Cancellation)
    /// The customer looked at something, shared it or spoke.
    case interaction(Interaction)
    /// The customer put something into a cart or took it out.
    case cartChange(CartChange)
    /// The customer answered a question.
    case surveyAnswer(SurveyAnswer)
    /// The customer complained, or the complaint moved on.
    case complaintStep(ComplaintStep)
    /// The customer rated a gift.
    // This and the next are half as large again as any other, for they may hold a text; without the box every order in
    // a list would take as much room.
    indirect case giftFeedback(GiftFeedback)
    /// The customer gave an opinion.
    indirect case review(Review)
}

extension Activity {
    /// What sort of thing it was.
    public var kind: ActivityKind {
        switch self {
        case .order: .order
        case .return: .return
        case .cancellation: .cancellation
        case .interaction: .interaction
        case .cartChange: .cartChange
        case .surveyAnswer: .surveyAnswer
        case .complaintStep: .complaintStep
        case .giftFeedback: .giftFeedback
        case .review: .review
        }
    }

    /// Who did it.
    public var customer: Customer.ID {
        switch self {
        case .order(let order): order.customer
        case .return(let goods): goods.customer
        case .cancellation(let cancellation): cancellation.customer
        case .interaction(let interaction): interaction.customer
        case .cartChange(let change): change.customer
        case .surveyAnswer(let answer): answer.customer
        case .complaintStep(let step): step.customer
        case .giftFeedback(let feedback): feedback.customer
        case .review(let review): review.customer
        }
    }

    /// When it happened.
    public var occurredAt: Timestamp {
        switch self {
        case .order(let order): order.placedAt
        case .return(let goods): goods.receivedAt
        case .cancellation(let cancellation): cancellation.cancelledAt
        case .interaction(let interaction): interaction.occurredAt
        case .cartChange(let change): change.changedAt
        case .surveyAnswer(let answer): answer.answeredAt
        case .complaintStep(let step): step.occurredAt
        case .giftFeedback(let feedback): feedback.givenAt
        case .review(let review): review.givenAt
        }
    }

    /// Where it happened, or `nil` when nobody recorded it.
    public var channel: ActivityChannel? {
        switch self {
        case .order(let order): order.channel
        case .return(let goods): goods.channel
        case .cancellation(let cancellation): cancellation.channel
        case .interaction(let interaction): interaction.channel
        case .cartChange(let change): change.channel
        case .surveyAnswer(let answer): answer.channel
        case .complaintStep(let step): step.channel
        case .giftFeedback(let feedback): feedback.channel
        case .review(let review): review.channel
        }
    }
}
