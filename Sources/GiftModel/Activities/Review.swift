/// A customer's opinion: a rating, words of their own, or both, given in a review, a message or a call.
///
/// - Wire format: an ``Activity`` with `product` or `order`, `rating` and `verbatim`.
public struct Review: Identifiable, Hashable, Sendable {
    /// The name of a review in the host's records.
    public typealias ID = Identifier<Review>

    /// What a review may be of; how much a gift was liked is a ``GiftFeedback``.
    @nonexhaustive
    public enum Subject: Hashable, Sendable {
        /// A product, whoever bought it.
        case product(Product.ID)
        /// An order as a whole, its delivery included.
        case order(Order.ID)
    }

    /// The identity that the host gave this review.
    public let id: ID
    /// Whose opinion it is.
    public let customer: Customer.ID
    /// When it was given.
    public let givenAt: Timestamp
    /// What it is of, or `nil` when it is of the host in general or nobody recorded it.
    public let subject: Subject?
    /// How good it is found, from 1 (bad) through 5 (very good), or `nil` when it was not rated.
    public let rating: Int64?
    /// What was found in the customer's words, or `nil` when there are none.
    public let verbatim: Verbatim?
    /// Where it was given, or `nil` when nobody recorded it.
    public let channel: ActivityChannel?

    /// A review of `subject`, or `nil` when it says nothing or its rating is not 1 through 5.
    public init?(
        id: ID,
        customer: Customer.ID,
        givenAt: Timestamp,
        of subject: Subject? = nil,
        rating: Int64? = nil,
        verbatim: Verbatim? = nil,
        channel: ActivityChannel? = nil
    ) {
        guard rating != nil || verbatim != nil, (1...5).contains(rating ?? 1) else { return nil }
        self.id = id
        self.customer = customer
        self.givenAt = givenAt
        self.subject = subject
        self.rating = rating
        self.verbatim = verbatim
        self.channel = channel
    }
}

extension Review: Codable {
    public init(from decoder: any Decoder) throws {
        let fields = try decoder.activity(.review, .product, .order, .rating, .verbatim)
        let product: Product.ID? = try fields.optional(.product)
        let order: Order.ID? = try fields.optional(.order)
        let review = try Self(
            id: fields.value(.id),
            customer: fields.value(.customer),
            givenAt: fields.value(.at),
            of: product.map(Subject.product) ?? order.map(Subject.order),
            rating: fields.optional(.rating),
            verbatim: fields.optional(.verbatim),
            channel: fields.optional(.channel)
        )
        let isOfOne = product == nil || order == nil
        let expectation = "a review of one thing at most, with a rating of 1 through 5, a text or both"
        self = try decoder.whole(isOfOne ? review : nil, isNot: expectation)
    }

    public func encode(to encoder: any Encoder) throws {
        var fields = try encoder.activity(.review, id, of: customer, at: givenAt, by: channel)
        switch subject {
        case .product(let product)?: try fields.encode(product, forKey: .product)
        case .order(let order)?: try fields.encode(order, forKey: .order)
        case nil: break
        }
        try fields.encodeIfPresent(rating, forKey: .rating)
        try fields.encodeIfPresent(verbatim, forKey: .verbatim)
    }
}
