public import GiftModel

/// When nothing leaves, for the sake of everybody's night.
///
/// - Wire format: `{"clock":"customer","from":"22:00:00","until":"08:00:00"}`; without `clock`, the customer's.
public struct QuietTimes: Hashable, Sendable {
    /// The hours.
    public let hours: QuietHours
    /// By whose clock.
    public let clock: Clock

    /// Nothing leaves during `hours` by `clock`.
    public init(_ hours: QuietHours, by clock: Clock = .customer) {
        self.hours = hours
        self.clock = clock
    }

    /// Whose clock it can be.
    ///
    /// The two are all there are, so this enum is closed.
    public enum Clock: String, Hashable, Sendable, CaseIterable, Codable {
        /// That of the place where the customer lives.
        case customer = "customer"
        /// That of the policy's own zone.
        case policy = "policy"
    }
}

extension QuietTimes {
    /// The quiet times in one sentence; two different ones never read alike.
    public var sentence: LocalizedText {
        let (english, chinese) =
            switch clock {
            case .customer: ("where the customer lives", "客户当地")
            case .policy: ("by the policy's clock", "策略所在地")
            }
        return LocalizedText(
            english: "Nothing leaves from \(hours.from) until \(hours.until) \(english).",
            chinese: "\(chinese)\(hours.from)至\(hours.until)免打扰。"
        )
    }
}

extension QuietTimes: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case from = "from"
        case until = "until"
        case clock = "clock"
    }

    public init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        let from = object.read(TimeOfDay.self, .from)
        let until = object.read(TimeOfDay.self, .until)
        let clock = object.readIfPresent(Clock.self, .clock)
        guard let from, let until, let clock else { throw object.failure }
        guard let hours = QuietHours(from: from, until: until) else {
            object.refuse("/until", .impossible("quiet hours do not end at the time at which they begin"))
            throw object.failure
        }
        self.init(hours, by: clock ?? .customer)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(hours.from, forKey: .from)
        try container.encode(hours.until, forKey: .until)
        if clock != .customer { try container.encode(clock, forKey: .clock) }
    }
}
