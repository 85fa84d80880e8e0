public import GiftModel

/// Makes a gift fall due when a cart has been left alone for so long, neither emptied nor paid; once for each time.
///
/// The cart holds what was put in and not taken out since the last order, which pays for all of it; an order placed at
/// the instant of a change pays for that too. To the minute at which the time is over it is due, a millisecond before
/// it is not, and every change begins anew. Where a least amount is asked for, changes have to tell unit prices: of a
/// product the one told last counts, and where one is missing that could matter, the cart's worth is not known.
///
/// - Wire format: `{"atLeast":"150.00 CNY","untouchedMinutes":120,"withinHours":72}`; without `atLeast`, any cart, and
///   without `withinHours`, however long ago.
public struct CartTrigger: Hashable, Sendable {
    /// What the cart has to be worth at least, or `nil` when that is not asked.
    public let amount: Money?
    /// For how many minutes nobody touched it.
    public let untouchedMinutes: Int64
    /// How many hours after the last change are too late, or `nil` when none are.
    public let withinHours: Int64?

    /// Due once a cart of at least `amount` was untouched for so many minutes.
    public init(atLeast amount: Money? = nil, untouchedMinutes: Int64 = 120, withinHours: Int64? = nil) {
        self.amount = amount
        self.untouchedMinutes = untouchedMinutes
        self.withinHours = withinHours
    }
}

extension CartTrigger {
    /// How long nobody touched it.
    var untouched: ElapsedTime { ElapsedTime(minutes: untouchedMinutes) }

    /// Returns what makes no sense in this trigger, in a policy in `currency`.
    public func faults(in currency: Currency) -> [ActivityFault] {
        let faults =
            (amount.map { ActivityFault.amount($0, in: currency, "/atLeast") } ?? [])
            + ActivityFault.outOfRange(untouchedMinutes, 1...43_200, "/untouchedMinutes")
        guard let hours = withinHours else { return faults }
        let late = ActivityFault.outOfRange(hours, 1...8784, "/withinHours")
        guard late.isEmpty, ElapsedTime(hours: hours).milliseconds <= untouched.milliseconds else {
            return faults + late
        }
        return faults + [
            ActivityFault(at: "/withinHours", .overBeforeDue(hours: hours, dueAfterMinutes: untouchedMinutes))
        ]
    }

    /// The trigger in words: triggers that mean different carts read differently.
    public var sentence: LocalizedText {
        let (words, end) = (untouched.words, withinHours.map { ElapsedTime(hours: $0).words })
        return LocalizedText(
            english: "cart\(amount.map { " of at least \($0)" } ?? "") untouched and unpaid for \(words.english)"
                + (end.map { ", within \($0.english)" } ?? ""),
            chinese: "购物车\(amount.map { "不低于\($0)，" } ?? "")未变动且未付款\(words.chinese)"
                + (end.map { "，\($0.chinese)内" } ?? "")
        )
    }
}

extension CartTrigger: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case amount = "atLeast"
        case untouchedMinutes = "untouchedMinutes"
        case withinHours = "withinHours"
    }

    public init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        let amount = object.readMoneyIfPresent(.amount)
        let minutes = object.read(Int64.self, .untouchedMinutes)
        let hours = object.readIfPresent(Int64.self, .withinHours)
        guard let amount, let minutes, let hours else { throw object.failure }
        self.init(atLeast: amount, untouchedMinutes: minutes, withinHours: hours)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encodeIfPresent(amount?.description, forKey: .amount)
        try container.encode(untouchedMinutes, forKey: .untouchedMinutes)
        try container.encodeIfPresent(withinHours, forKey: .withinHours)
    }
}
