public import GiftModel

/// That the gifts of a rule are offered and not sent: until when they can be claimed, and when customers are reminded.
///
/// A rule that lets customers choose among several gifts needs one. What a customer picks is recorded by the grant;
/// from then on that is the gift that was given. Time begins when the gift may leave, whenever it is approved, and does
/// not end with the occasion: how long a claimed gift still makes sense is for its host to know.
///
/// ```swift
/// rule.offer = OfferPlan(claimDays: 14, reminderDays: [7])
/// ```
///
/// - Wire format: `{"claimDays":14,"lock":"second-order","reminderDays":[7]}`; `lock` and `reminderDays` only where
///   there are any.
public struct OfferPlan: Hashable, Sendable {
    /// How long gifts can be claimed, in days of 24 hours from when they may leave.
    public let claimDays: Int64
    /// After how many of these days a customer who has not answered is reminded, ascending.
    public let reminderDays: [Int64]
    /// What has to happen first, or `nil` when gifts can be claimed at once.
    public let lock: Identifier<OfferTerms.Lock>?

    /// An offer for so many days.
    public init(claimDays: Int64, reminderDays: [Int64] = [], lock: Identifier<OfferTerms.Lock>? = nil) {
        self.claimDays = claimDays
        self.reminderDays = reminderDays.sorted()
        self.lock = lock
    }
}

extension OfferPlan {
    /// The terms of an offer that begins at `start`, in which the customer may choose one of `alternatives` instead.
    func terms(from start: Timestamp, or alternatives: [GiftChoice]) -> OfferTerms {
        func instant(afterDays days: Int64) -> Timestamp { start.adding(ElapsedTime(days: days)) }
        let terms = OfferTerms(
            claimBy: instant(afterDays: claimDays),
            reminders: reminderDays.map(instant),
            lock: lock,
            alternatives: alternatives
        )
        guard let terms else { preconditionFailure("a policy reminds of an offer before it is over, once a day") }
        return terms
    }

    /// The offer as it continues the sentence of its rule.
    var phrase: LocalizedText {
        func words(_ days: Int64) -> LocalizedText { ElapsedTime(days: days).words }
        let time = words(claimDays)
        var (english, chinese) = ("offered for \(time.english)", "\(time.chinese)内可领取")
        if !reminderDays.isEmpty {
            let list = LocalizedText(listing: reminderDays.map(words))
            english += " with reminders after \(list.english)"
            chinese += "，\(list.chinese)后提醒"
        }
        if let lock {
            let name = LocalizedText(quoting: lock.text)
            english += ", to be claimed once \(name.english) has happened"
            chinese += "，\(name.chinese)后方可领取"
        }
        return LocalizedText(english: english, chinese: chinese)
    }
}

extension OfferPlan: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case claimDays = "claimDays"
        case reminderDays = "reminderDays"
        case lock = "lock"
    }

    public init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        let claimDays = object.read(Int64.self, .claimDays)
        let reminderDays = object.readIfPresent([Int64].self, .reminderDays)
        let lock = object.readIfPresent(Identifier<OfferTerms.Lock>.self, .lock)
        guard let claimDays, let reminderDays, let lock else { throw object.failure }
        self.init(claimDays: claimDays, reminderDays: reminderDays ?? [], lock: lock)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(claimDays, forKey: .claimDays)
        if !reminderDays.isEmpty { try container.encode(reminderDays, forKey: .reminderDays) }
        try container.encodeIfPresent(lock, forKey: .lock)
    }
}
