public import GiftModel

/// What is kept of one customer's activities: all that a profile is worked out from.
///
/// It is made of activities in any order, and merged from parts of different activities in any order, with the same
/// result.
///
/// ```swift
/// var summary = ActivitySummary(of: "c-1", in: .cny)
/// try summary.add(activity, in: zone, tagging: rules.tags)
/// let profile = try profiler.profile(of: CustomerHistory(summary), asOf: today)
/// ```
///
/// - Wire format: `{"channels":{…},"complaints":[…],"interactions":{…},"purchases":{…},"tags":[…],"v":1}`; what is
///   empty is left out, but for `purchases`.
public struct ActivitySummary: Hashable, Sendable {
    /// What was bought, given back and called off.
    public private(set) var purchases: PurchaseSummary
    /// What was done beside.
    public private(set) var interactions = InteractionSummary()
    /// How many complaints were opened on each day.
    public private(set) var complaints = DailyCounts()
    /// The points for tags.
    public private(set) var tags = TagPoints()
    /// What was done in each channel.
    public private(set) var channels: ChannelUse

    /// The summary of a customer who has done nothing yet.
    public init(of customer: Customer.ID, in currency: Currency) {
        self.init(PurchaseSummary(of: customer, in: currency))
    }

    /// The summary of a customer of whom only these `purchases` are known.
    public init(_ purchases: PurchaseSummary) {
        self.purchases = purchases
        self.channels = ChannelUse(in: purchases.currency)
    }
}

extension ActivitySummary {
    /// Whose activities these are.
    public var customer: Customer.ID { purchases.customer }

    /// The currency of every amount.
    public var currency: Currency { purchases.currency }

    /// Adds one activity, or refuses it and leaves the summary as it was.
    ///
    /// An order, a return or a cancellation that is known already changes nothing. Whatever else was done is not known
    /// one by one, so it is to be added once.
    ///
    /// - Parameter zone: Tells on which local day it fell.
    /// - Parameter rules: Which tags it earns points for.
    /// - Throws: ``PurchaseSummaryError``, in the order of its cases.
    /// - Complexity: That of ``PurchaseSummary/add(_:in:)``, and O(*n*) in the rules, kinds and channels.
    public mutating func add(
        _ activity: Activity,
        in zone: some ZoneRules,
        tagging rules: TagRules? = nil
    ) throws(PurchaseSummaryError) {
        // Channels are few, and the only part whose sums can refuse what the purchases take in.
        var counted = channels
        guard (try? counted.add(activity)) != nil else { return try refuse(activity, in: zone) }
        let isNews = try purchases.add(activity, in: zone)
        switch activity {
        case .order, .return, .cancellation: guard isNews else { return }
        case .interaction(let interaction): try interactions.add(interaction, in: zone)
        case .complaintStep(let step) where step.state == .opened:
            guard let date = zone.date(of: step.occurredAt) else { throw .outsideCalendar(step.occurredAt) }
            complaints.add(on: date)
        default: break
        }
        // Where this can still refuse, nothing has changed yet.
        if let rules { try tags.add(activity, by: rules, in: zone) }
        channels = counted
    }

    /// Refuses an activity of which a channel can count no more, unless it is known already, or wrong in another way.
    private func refuse(_ activity: Activity, in zone: some ZoneRules) throws(PurchaseSummaryError) {
        var trial = purchases
        if try trial.add(activity, in: zone) { throw .overflow }
    }

    /// Adds all that `other`, a summary of other activities, knows, or refuses it and leaves the summary as it was.
    ///
    /// - Throws: ``PurchaseSummaryError``, in the order of its cases.
    /// - Complexity: O(*n* + *m* log *m*) in all that both hold.
    public mutating func merge(_ other: ActivitySummary) throws(PurchaseSummaryError) {
        var merged = self
        try merged.purchases.merge(other.purchases)
        do { try merged.channels.merge(other.channels) } catch { throw .overflow }
        merged.interactions.merge(other.interactions)
        merged.complaints.merge(other.complaints)
        merged.tags.merge(other.tags)
        self = merged
    }
}

extension ActivitySummary: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case formatVersion = "v"
        case purchases = "purchases"
        case interactions = "interactions"
        case complaints = "complaints"
        case tags = "tags"
        case channels = "channels"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        try container.requireVersion(1, of: "an activity summary", forKey: .formatVersion)
        self.init(try container.decode(PurchaseSummary.self, forKey: .purchases))
        let none = self
        self.interactions =
            try container.decodeIfPresent(InteractionSummary.self, forKey: .interactions) ?? none.interactions
        self.complaints = try container.decodeIfPresent(DailyCounts.self, forKey: .complaints) ?? none.complaints
        self.tags = try container.decodeIfPresent(TagPoints.self, forKey: .tags) ?? none.tags
        self.channels = try container.decodeIfPresent(ChannelUse.self, forKey: .channels) ?? none.channels
        guard channels.currency == currency else {
            throw DecodingError.dataCorruptedError(
                forKey: .channels,
                in: container,
                debugDescription: "amounts in `\(channels.currency)` beside purchases in `\(currency)`"
            )
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(1, forKey: .formatVersion)
        try container.encode(purchases, forKey: .purchases)
        if !interactions.isEmpty { try container.encode(interactions, forKey: .interactions) }
        if !complaints.isEmpty { try container.encode(complaints, forKey: .complaints) }
        if !tags.isEmpty { try container.encode(tags, forKey: .tags) }
        if !channels.channels.isEmpty { try container.encode(channels, forKey: .channels) }
    }
}
