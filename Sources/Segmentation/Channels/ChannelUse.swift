public import GiftModel

/// What one customer did in each channel, and which channel that customer prefers.
///
/// Activities may arrive in any order and in any partition: adding them one by one and merging parts come to the same
/// value. An activity of which nobody recorded the channel counts for none.
///
/// ```swift
/// var use = ChannelUse(in: .eur)
/// for activity in activities { try use.add(activity) }
/// use.preferred   // the channel of the greatest sales
/// ```
///
/// - Wire format: `{"channels":[["app",2,20000,0]],"currency":"EUR","v":1}`: each channel with its orders, its sales in
///   minor units and its interactions, ascending by name.
public struct ChannelUse: Hashable, Sendable {
    /// The currency of every amount.
    public let currency: Currency
    /// One entry for each channel, ascending by name.
    private var entries: [Entry] = []

    /// What was done in one channel.
    public struct Figures: Hashable, Sendable {
        /// How many orders were placed.
        public fileprivate(set) var orders: Int64 = 0
        /// What was sold, returns not taken off: goods come back by whatever channel is near.
        public fileprivate(set) var sales: Money
        /// How often the customer looked at something, shared it or spoke.
        public fileprivate(set) var interactions: Int64 = 0
    }

    private struct Entry: Hashable {
        let channel: ActivityChannel
        var figures: Figures
    }

    /// No use of any channel yet, in `currency`.
    public init(in currency: Currency) { self.currency = currency }
}

extension ChannelUse {
    /// What was done in `channel`, or `nil` when nothing was.
    ///
    /// - Complexity: O(*n*) in the channels, which are few; so are all other steps.
    public subscript(channel: ActivityChannel) -> Figures? { entries.first { $0.channel == channel }?.figures }

    /// The channels that were used, by name.
    public var channels: [ActivityChannel] { entries.map(\.channel) }

    /// Counts an order or an interaction, or refuses it and changes nothing; what is neither changes nothing.
    ///
    /// - Throws: `MoneyError.currencyMismatch`, `MoneyError.overflow`.
    public mutating func add(_ activity: Activity) throws(MoneyError) {
        guard let channel = activity.channel else { return }
        var figures = Figures(sales: .zero(in: currency))
        switch activity {
        case .order(let order):
            figures.sales = try figures.sales.adding(order.total)
            figures.orders = 1
        case .interaction: figures.interactions = 1
        default: return
        }
        try add(figures, to: channel)
    }

    /// Counts all that `other`, which is of other activities, has counted, or refuses it and changes nothing.
    ///
    /// Counts of orders and of interactions stay at the greatest number.
    ///
    /// - Throws: `MoneyError.currencyMismatch`, `MoneyError.overflow`.
    public mutating func merge(_ other: ChannelUse) throws(MoneyError) {
        guard other.currency == currency else { throw .currencyMismatch(currency, other.currency) }
        var merged = self
        for entry in other.entries { try merged.add(entry.figures, to: entry.channel) }
        self = merged
    }

    private mutating func add(_ figures: Figures, to channel: ActivityChannel) throws(MoneyError) {
        let position = entries.firstIndex { $0.channel >= channel } ?? entries.endIndex
        guard position < entries.endIndex, entries[position].channel == channel else {
            entries.insert(Entry(channel: channel, figures: figures), at: position)
            return
        }
        let known = entries[position].figures
        entries[position].figures.sales = try known.sales.adding(figures.sales)
        entries[position].figures.orders = known.orders.saturatingSum(figures.orders)
        entries[position].figures.interactions = known.interactions.saturatingSum(figures.interactions)
    }

    /// The channel of the greatest sales; where that does not decide, of the most orders, then of the most
    /// interactions.
    ///
    /// - Returns: `nil` when no channel is known, or two are level in everything: a preference is never guessed.
    public var preferred: ActivityChannel? {
        guard var best = entries.indices.first else { return nil }
        var isAlone = true
        for position in entries.indices.dropFirst() where entries[best].figures.rank <= entries[position].figures.rank {
            isAlone = entries[best].figures.rank < entries[position].figures.rank
            best = position
        }
        return isAlone ? entries[best].channel : nil
    }

    /// Returns the preferred channel as something concluded on `day`, to be weighed against what the customer declared.
    ///
    /// - Returns: `nil` when no channel is preferred.
    public func preference(
        by source: Identifier<PreferenceOrigin>,
        on day: CalendarDate
    ) -> Preference<ActivityChannel>? {
        preferred.map { Preference(for: $0, .inferred, by: source, on: day) }
    }

    /// Why the preferred channel is preferred, or why none is.
    public var reason: Reason {
        guard let preferred, let figures = self[preferred] else {
            return Reason(ChannelReason.noPreferredChannel, Fact("channels", .number(Int64(entries.count))))
        }
        return Reason(
            ChannelReason.preferredChannel,
            Fact("channel", .name(preferred.title)),
            Fact("sales", .money(figures.sales)),
            Fact("orders", .number(figures.orders)),
            Fact("interactions", .number(figures.interactions))
        )
    }
}

extension ChannelUse.Figures {
    fileprivate var rank: (Int64, Int64, Int64) { (sales.minorUnits, orders, interactions) }
}

extension ChannelUse: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case formatVersion = "v"
        case currency = "currency"
        case entries = "channels"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        try container.requireVersion(1, of: "the use of channels", forKey: .formatVersion)
        self.init(in: try container.decode(Currency.self, forKey: .currency))
        var list = try container.nestedUnkeyedContainer(forKey: .entries)
        while !list.isAtEnd {
            var row = try list.nestedUnkeyedContainer()
            let channel = try row.decode(ActivityChannel.self)
            let (orders, sales) = (try row.decode(Int64.self), try row.decode(Int64.self))
            let interactions = try row.decode(Int64.self)
            guard row.isAtEnd, min(orders, sales, interactions) >= 0, orders > 0 || sales == 0,
                orders > 0 || interactions > 0, entries.last.map({ $0.channel < channel }) ?? true
            else {
                let problem = "channels come ascending, each with orders, their sales and interactions"
                throw DecodingError.dataCorrupted(.init(codingPath: row.codingPath, debugDescription: problem))
            }
            let money = Money(minorUnits: sales, in: currency)
            let figures = Figures(orders: orders, sales: money, interactions: interactions)
            entries.append(Entry(channel: channel, figures: figures))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(1, forKey: .formatVersion)
        try container.encode(currency, forKey: .currency)
        var list = container.nestedUnkeyedContainer(forKey: .entries)
        for entry in entries {
            var row = list.nestedUnkeyedContainer()
            try row.encode(entry.channel)
            try row.encode(entry.figures.orders)
            try row.encode(entry.figures.sales.minorUnits)
            try row.encode(entry.figures.interactions)
        }
    }
}
