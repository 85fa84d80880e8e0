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
public struct ChannelUse: Hashable, Sendable {
    /// The currency of every amount.
    public let currency: Currency
    private var figures: [ActivityChannel: Figures] = [:]

    /// What was done in one channel.
    public struct Figures: Hashable, Sendable {
        /// How many orders were placed.
        public fileprivate(set) var orders: Int64 = 0
        /// What was sold, returns not taken off: goods come back by whatever channel is near.
        public fileprivate(set) var sales: Money
        /// How often the customer looked at something, shared it or spoke.
        public fileprivate(set) var interactions: Int64 = 0
    }

    /// No use of any channel yet, in `currency`.
    public init(in currency: Currency) { self.currency = currency }
}

extension ChannelUse {
    /// What was done in `channel`, or `nil` when nothing was.
    public subscript(channel: ActivityChannel) -> Figures? { figures[channel] }

    /// The channels that were used, by name.
    ///
    /// - Complexity: O(*n* log *n*) in the channels.
    public var channels: [ActivityChannel] { figures.keys.sorted() }

    /// Counts an order or an interaction, or refuses it and changes nothing; what is neither changes nothing.
    ///
    /// - Throws: `MoneyError.currencyMismatch`, `MoneyError.overflow`.
    public mutating func add(_ activity: Activity) throws(MoneyError) {
        guard let channel = activity.channel else { return }
        var entry = figures[channel] ?? Figures(sales: .zero(in: currency))
        switch activity {
        case .order(let order):
            entry.sales = try entry.sales.adding(order.total)
            entry.orders += 1
        case .interaction: entry.interactions += 1
        default: return
        }
        figures[channel] = entry
    }

    /// Counts all that `other`, which is of other activities, has counted, or refuses it and changes nothing.
    ///
    /// - Throws: `MoneyError.currencyMismatch`, `MoneyError.overflow`.
    public mutating func merge(_ other: ChannelUse) throws(MoneyError) {
        var merged = figures
        for (channel, theirs) in other.figures {
            var entry = merged[channel] ?? Figures(sales: .zero(in: currency))
            entry.sales = try entry.sales.adding(theirs.sales)
            entry.orders += theirs.orders
            entry.interactions += theirs.interactions
            merged[channel] = entry
        }
        figures = merged
    }

    /// The channel of the greatest sales; where that does not decide, of the most orders, then of the most
    /// interactions.
    ///
    /// - Returns: `nil` when no channel is known, or two are level in everything: a preference is never guessed.
    /// - Complexity: O(*n*) in the channels.
    public var preferred: ActivityChannel? {
        let ranked = figures.map { (channel: $0.key, rank: $0.value.rank) }
        guard let best = ranked.map(\.rank).max(by: <) else { return nil }
        let first = ranked.filter { $0.rank == best }
        return first.count == 1 ? first[0].channel : nil
    }

    /// Why the preferred channel is preferred, or why none is.
    public var reason: Reason {
        guard let preferred, let figures = figures[preferred] else {
            return Reason(ChannelReason.noPreferredChannel, Fact("channels", .number(Int64(self.figures.count))))
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
