public import GiftModel

/// Makes a gift fall due from the first registration on, for so many hours; once in a lifetime.
///
/// Hours are elapsed ones, whatever clocks do: who registers an hour before clocks are put forward has 24 hours like
/// everybody. At the deadline itself it is too late. The first registration is the first interaction of the kind
/// `registration` that is about nothing: one with a subject is a place at an event. Where the record tells an earlier
/// day of registration, a later one is none.
///
/// - Wire format: `{"withinHours":24}`.
public struct WelcomeTrigger: Hashable, Sendable {
    /// How many hours after the registration are too late.
    public let withinHours: Int64

    /// Due for so many hours.
    public init(withinHours: Int64 = 24) { self.withinHours = withinHours }
}

extension WelcomeTrigger {
    /// How long after the registration it is too late.
    var time: ElapsedTime { ElapsedTime(hours: withinHours) }

    /// Returns the first instant that is too late for who registered at `instant`.
    public func deadline(registeredAt instant: Timestamp) -> Timestamp { instant.adding(time) }

    /// The hours in words.
    var hours: LocalizedText {
        LocalizedText(english: "\(withinHours) hour\(withinHours == 1 ? "" : "s")", chinese: "\(withinHours)小时")
    }

    /// What makes no sense in this trigger.
    public var faults: [ActivityFault] { ActivityFault.outOfRange(withinHours, 1...8784, "/withinHours") }

    /// The trigger in words: triggers that mean different hours read differently.
    public var sentence: LocalizedText {
        LocalizedText(
            english: "first registration: within \(hours.english)",
            chinese: "首次注册后\(hours.chinese)内"
        )
    }
}

extension WelcomeTrigger: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case withinHours = "withinHours"
    }

    public init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        guard let hours = object.read(Int64.self, .withinHours) else { throw object.failure }
        self.init(withinHours: hours)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(withinHours, forKey: .withinHours)
    }
}
