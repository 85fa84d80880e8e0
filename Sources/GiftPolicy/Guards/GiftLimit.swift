public import GiftModel

/// How much the gifts to one recipient may come to: each by itself, and all of some time together.
///
/// Amounts are compared exactly, also in another currency, and never rounded first: 350.00 CNY at 7 CNY for 1 USD are
/// within 50.00 USD, and at 6.99 they are not. Without a rate, or with one that is too old, nothing passes. Gifts that
/// were called off count for nothing; the others count at their expected cost on the day for which they were planned.
///
/// ```swift
/// var limit = GiftLimit(perGift: Money("200.00 CNY")!, allowsZeroCost: true)
/// limit.total = GiftLimit.Total(within: .rolling("P12M"), amount: Money("500.00 CNY")!)
/// ```
///
/// - Wire format: `{"allowsZeroCost":true,"override":"never","perGift":"200.00 CNY","rateDays":7,"total":{…}}`;
///   `perGift` and `total` where there are any; without `override` nobody may override it, and without `rateDays` a
///   rate may be 7 days old.
public struct GiftLimit: Hashable, Sendable {
    /// The most that one gift may cost, or `nil` when only the total is limited.
    public var perGift: Money?
    /// The most that gifts may come to in some time, or `nil` when only each one is limited.
    public var total: Total?
    /// Whether what costs nothing may be given; then it is neither held back nor counted.
    public let allowsZeroCost: Bool
    /// Whether somebody may allow a gift beyond it.
    public var override: Override = .never
    /// How many days old a rate may be.
    public var rateDays: Int64 = GiftLimit.usualRateDays

    /// At most `perGift` for one gift.
    public init(perGift: Money? = nil, allowsZeroCost: Bool) {
        self.perGift = perGift
        self.allowsZeroCost = allowsZeroCost
    }

    /// For how many days a rate is good unless a limit says otherwise.
    public static let usualRateDays: Int64 = 7

    /// What gifts may come to in some time.
    ///
    /// - Wire format: `{"amount":"500.00 CNY","count":4,"within":"P12M"}`; one of amount and count may be absent.
    public struct Total: Hashable, Sendable {
        /// The time.
        public let window: LimitWindow
        /// The most that all may cost together, or `nil` for any amount.
        public let amount: Money?
        /// The most there may be, or `nil` for any number.
        public let count: Int64?

        /// At most `amount` and at most `count` gifts within `window`.
        public init(within window: LimitWindow, amount: Money? = nil, count: Int64? = nil) {
            self.window = window
            self.amount = amount
            self.count = count
        }
    }

    /// Whether somebody may allow a gift beyond a limit.
    ///
    /// The two answers are all there are, so this enum is closed.
    ///
    /// - Wire format: `"never"`, or `{"approval":"compliance"}`.
    public enum Override: Hashable, Sendable {
        /// Nobody may.
        case never
        /// Those may whom this approval rule names, on its terms.
        case approval(ApprovalRule.ID)
    }
}

extension GiftLimit {
    /// The limit in words, without a full stop.
    var title: LocalizedText {
        var (english, chinese): ([String], [String]) = ([], [])
        if let perGift {
            english.append("at most \(perGift) for one gift")
            chinese.append("每份不超过\(perGift)")
        }
        if let total {
            let parts = [
                total.amount.map { LocalizedText(english: "\($0)", chinese: "\($0)") },
                total.count.map { LocalizedText(english: "\($0) gift\($0 == 1 ? "" : "s")", chinese: "\($0)份") },
            ]
            .compactMap(\.self)
            english.append(
                "at most \(parts.map(\.english).joined(separator: " and ")) \(total.window.title.english)"
            )
            chinese.append("\(total.window.title.chinese)累计不超过\(parts.map(\.chinese).joined(separator: "且"))")
        }
        english.append(allowsZeroCost ? "what costs nothing may go" : "what costs nothing may not go either")
        chinese.append(allowsZeroCost ? "零成本礼品不受限" : "零成本礼品亦不可送")
        switch override {
        case .never:
            english.append("no approval lifts it")
            chinese.append("审批亦不可豁免")
        case .approval(let rule):
            let name = LocalizedText(quoting: rule.text)
            english.append("the approval \(name.english) lifts it")
            chinese.append("经审批\(name.chinese)可豁免")
        }
        english.append("rates at most \(FactValue.days(rateDays).text(in: .english)) old")
        chinese.append("汇率不得早于\(rateDays)天")
        return LocalizedText(english: english.joined(separator: "; "), chinese: chinese.joined(separator: "；"))
    }
}

extension GiftLimit: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case perGift = "perGift"
        case total = "total"
        case allowsZeroCost = "allowsZeroCost"
        case override = "override"
        case rateDays = "rateDays"
    }

    public init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        let perGift = object.readMoneyIfPresent(.perGift)
        let total = object.readIfPresent(Total.self, .total)
        let allowsZeroCost = object.read(Bool.self, .allowsZeroCost)
        let override = object.readIfPresent(Override.self, .override)
        let rateDays = object.readIfPresent(Int64.self, .rateDays)
        guard let perGift, let total, let allowsZeroCost, let override, let rateDays else { throw object.failure }
        self.init(perGift: perGift, allowsZeroCost: allowsZeroCost)
        self.total = total
        self.override = override ?? .never
        self.rateDays = rateDays ?? Self.usualRateDays
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encodeIfPresent(perGift?.description, forKey: .perGift)
        try container.encodeIfPresent(total, forKey: .total)
        try container.encode(allowsZeroCost, forKey: .allowsZeroCost)
        try container.encode(override, forKey: .override)
        if rateDays != Self.usualRateDays { try container.encode(rateDays, forKey: .rateDays) }
    }
}

extension GiftLimit.Total: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case window = "within"
        case amount = "amount"
        case count = "count"
    }

    public init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        let window = object.read(LimitWindow.self, .window)
        let amount = object.readMoneyIfPresent(.amount)
        let count = object.readIfPresent(Int64.self, .count)
        guard let window, let amount, let count else { throw object.failure }
        self.init(within: window, amount: amount, count: count)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(window, forKey: .window)
        try container.encodeIfPresent(amount?.description, forKey: .amount)
        try container.encodeIfPresent(count, forKey: .count)
    }
}

extension GiftLimit.Override: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case approval = "approval"
    }

    private static let neverWord = "never"

    public init(from decoder: any Decoder) throws {
        if let word = try? decoder.singleValueContainer().decode(String.self) {
            guard word == Self.neverWord else {
                throw KnownWords([Self.neverWord]).unknown("word", word).error(at: decoder.codingPath)
            }
            self = .never
            return
        }
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        guard let rule = object.read(ApprovalRule.ID.self, .approval) else { throw object.failure }
        self = .approval(rule)
    }

    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .never: try Self.neverWord.encode(to: encoder)
        case .approval(let rule):
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(rule, forKey: .approval)
        }
    }
}
