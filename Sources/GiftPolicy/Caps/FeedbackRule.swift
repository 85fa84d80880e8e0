import GiftModel
import Segmentation

/// How a cap tightens after a customer showed displeasure.
///
/// For so many times 24 hours the cap counts over so many windows in a row as though they were one: with two of 30
/// days, one gift in 60 days. Displeasure is a review or a rating of a gift with one or two of five; a review without
/// a rating in whose words somebody found anger, anxiety or disappointment; and a gift that was discarded.
///
/// - Wire format: `{"days":90,"windowTimes":2}`; without `windowTimes`, two.
public struct FeedbackRule: Hashable, Sendable {
    /// How long after it the cap is tighter, in times of 24 hours.
    public let days: Int64
    /// Over how many windows in a row the cap then counts.
    public let windowTimes: Int64

    /// For `days` the cap counts over so many windows.
    public init(forDays days: Int64, windowTimes: Int64 = 2) {
        self.days = days
        self.windowTimes = windowTimes
    }
}

extension CustomerFacts {
    /// The last instant up to `now` at which the customer showed displeasure, or `nil` when none is known.
    func displeasure(upTo now: Timestamp) -> Timestamp? {
        let discarded = grants.flatMap(\.steps).filter { $0.state == .discarded }.map(\.occurredAt)
        return (activities.compactMap(\.displeasure) + discarded).filter { $0 <= now }.max()
    }
}

extension Activity {
    /// When the customer showed displeasure by this, or `nil` when this shows none.
    fileprivate var displeasure: Timestamp? {
        switch self {
        case .giftFeedback(let feedback): feedback.rating <= 2 ? feedback.givenAt : nil
        case .review(let review):
            (review.rating.map { $0 <= 2 } ?? review.verbatim?.isNegative ?? false) ? review.givenAt : nil
        default: nil
        }
    }
}

extension Verbatim {
    fileprivate var isNegative: Bool {
        sentiment.map { [SentimentLabel.anger, .anxiety, .disappointment].contains($0.label) } ?? false
    }
}

extension FeedbackRule: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case days = "days"
        case windowTimes = "windowTimes"
    }

    public init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        let days = object.read(Int64.self, .days)
        let windowTimes = object.readIfPresent(Int64.self, .windowTimes)
        guard let days, let windowTimes else { throw object.failure }
        self.init(forDays: days, windowTimes: windowTimes ?? 2)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(days, forKey: .days)
        if windowTimes != 2 { try container.encode(windowTimes, forKey: .windowTimes) }
    }
}
