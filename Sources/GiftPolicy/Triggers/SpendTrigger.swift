public import GiftModel
public import Segmentation

/// Makes a gift fall due when spend comes to an amount: that of one order, or that of some time.
///
/// For an order it falls due once for each, for a time once in each: in a calendar quarter once a quarter, in a rolling
/// time once for each stretch through which the amount is kept, from the day on which it was reached. What came back
/// lowers net spend at once, so that a return before the gift leaves takes the reason for it away; the sales stay as
/// they were.
///
/// - Wire format: `{"atLeast":"1000.00 EUR","order":{"withinDays":7},"spend":"net"}` or
///   `{"atLeast":"1000.00 EUR","over":"calendarQuarter","spend":"sales"}`, with a window as that of tiers.
public struct SpendTrigger: Hashable, Sendable {
    /// The amount.
    public let amount: Money
    /// Which money counts.
    public let spend: SpendBasis
    /// Of what it is the spend.
    public let scope: Scope

    /// Of what the spend is taken.
    ///
    /// The two are all there are, so this enum is closed.
    public enum Scope: Hashable, Sendable {
        /// One order that was not called off, placed at most so many local days ago.
        case order(withinDays: Int64)
        /// All that was bought in that time, by the days of the customer's purchases.
        case window(TierWindow)
    }

    /// Due when the `spend` of `scope` is at least `amount`.
    public init(atLeast amount: Money, spend: SpendBasis, of scope: Scope) {
        self.amount = amount
        self.spend = spend
        self.scope = scope
    }
}

extension SpendTrigger {
    /// Returns what makes no sense in this trigger, in a policy in `currency`.
    public func faults(in currency: Currency) -> [ActivityFault] {
        let faults = ActivityFault.amount(amount, in: currency, "/atLeast")
        switch scope {
        case .order(let days): return faults + ActivityFault.outOfRange(days, 1...366, "/order/withinDays")
        case .window(.rolling(let period)), .window(.anniversary(let period)):
            let (months, days) = (period.years * 12 + period.months, period.days)
            guard months + days == 0 || months > 120 || days > 3660 else { return faults }
            return faults + [ActivityFault(at: "/over", .unlikelyPeriod(period))]
        case .window(.lifetime), .window(.calendar): return faults
        }
    }

    /// The trigger in words: triggers that mean different money read differently.
    public var sentence: LocalizedText {
        let (scope, spend) = (scope.phrase, spend.title)
        return LocalizedText(
            english: "\(spend.english) \(scope.english): at least \(amount)",
            chinese: "\(scope.chinese)\(spend.chinese)：不低于\(amount)"
        )
    }
}

extension SpendTrigger.Scope {
    /// Of what the spend is taken, in words.
    fileprivate var phrase: LocalizedText {
        switch self {
        case .order(let limit):
            let days = FactValue.days(limit)
            return LocalizedText(
                english: "of one order of the last \(days.text(in: .english))",
                chinese: "最近\(days.text(in: .chinese))内单笔订单的"
            )
        case .window(let window): return window.phrase
        }
    }
}

extension SpendTrigger: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case amount = "atLeast"
        case spend = "spend"
        case order = "order"
        case window = "over"
    }

    private struct OrderScope: Codable {
        let withinDays: Int64

        enum CodingKeys: String, CodingKey, CaseIterable {
            case withinDays = "withinDays"
        }

        init(withinDays: Int64) { self.withinDays = withinDays }

        init(from decoder: any Decoder) throws {
            var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
            guard let days = object.read(Int64.self, .withinDays) else { throw object.failure }
            self.withinDays = days
        }
    }

    public init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        if object.keys.contains(.order) == object.keys.contains(.window) {
            object.refuse("", .impossible("spend is that of an `order` or `over` a time"))
        }
        let amount = object.readMoney(.amount)
        let spend = object.read(SpendBasis.self, .spend)
        let order = object.readIfPresent(OrderScope.self, .order)
        let window = object.readIfPresent(TierWindow.self, .window)
        guard let amount, let spend, let order, let window,
            let scope = order.map({ Scope.order(withinDays: $0.withinDays) }) ?? window.map(Scope.window)
        else { throw object.failure }
        self.init(atLeast: amount, spend: spend, of: scope)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(amount.description, forKey: .amount)
        try container.encode(spend, forKey: .spend)
        switch scope {
        case .order(let days): try container.encode(OrderScope(withinDays: days), forKey: .order)
        case .window(let window): try container.encode(window, forKey: .window)
        }
    }
}
