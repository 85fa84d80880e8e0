public import GiftModel

/// Makes a gift fall due while a campaign runs, once in all of it: a product launch, an appreciation event.
///
/// The days are those of the customer's clocks. A campaign may be for those alone who were invited to an event,
/// registered for it or attended it, as the customer's activities tell; whoever does so while it runs is in time.
///
/// - Wire format: `{"for":{"registered":"event-7"},"from":"2027-03-01","id":"launch-2027","through":"2027-03-10",`
///   `"title":{"en":"Launch","zh":"新品发布"}}`; without `for`, everybody.
public struct CampaignTrigger: Identifiable, Hashable, Sendable {
    /// The name of a campaign, by which its gifts are told from those of others.
    public typealias ID = Identifier<CampaignTrigger>

    /// The name of the campaign.
    public let id: ID
    /// What people call it.
    public let title: LocalizedText
    /// Its first day.
    public let firstDay: CalendarDate
    /// Its last day.
    public let lastDay: CalendarDate
    /// Whom it is for, or `nil` when it is for everybody.
    public let audience: Audience?

    /// Whom a campaign is for.
    @nonexhaustive
    public enum Audience: Hashable, Sendable {
        /// Those who received an invitation to this.
        case invited(to: Identifier<Interaction.Subject>)
        /// Those who took a place at this.
        case registered(for: Identifier<Interaction.Subject>)
        /// Those who attended this.
        case attended(Identifier<Interaction.Subject>)
    }

    /// Due from `firstDay` through `lastDay`, for `audience` if that is given.
    public init(
        _ id: ID,
        title: LocalizedText,
        from firstDay: CalendarDate,
        through lastDay: CalendarDate,
        for audience: Audience? = nil
    ) {
        self.id = id
        self.title = title
        self.firstDay = firstDay
        self.lastDay = lastDay
        self.audience = audience
    }
}

extension CampaignTrigger {
    /// Returns when the campaign runs where clocks run by `zone`, or `nil` when it ends before it begins.
    public func window(in zone: some ZoneRules) -> OccasionWindow? {
        guard firstDay <= lastDay else { return nil }
        let term = Identifier<Occurrence>(stringLiteral: id.text)
        return OccasionWindow(OccasionDates(term: term, day: firstDay, days: firstDay...lastDay), in: zone)
    }

    /// What makes no sense in this trigger.
    public var faults: [CalendarFault] {
        guard firstDay > lastDay else { return [] }
        return [CalendarFault(path: "/through", problem: .emptyCampaign(from: firstDay, through: lastDay))]
    }

    /// The trigger in words: triggers that mean different days or customers read differently.
    public var sentence: LocalizedText {
        let audience = audience?.phrase ?? LocalizedText(english: "everybody", chinese: "所有客户")
        let (title, id) = (LocalizedText(quoting: title), LocalizedText(naming: id.text))
        return LocalizedText(
            english: "\(title.english) (\(id.english)): from \(firstDay) through \(lastDay), for \(audience.english)",
            chinese: "\(title.chinese)（\(id.chinese)）：\(firstDay)至\(lastDay)，面向\(audience.chinese)"
        )
    }
}

extension CampaignTrigger.Audience {
    /// Whom the campaign is for, in words.
    var phrase: LocalizedText {
        let (subject, english, chinese) =
            switch self {
            case .invited(let subject): (subject, "those invited to", "受邀参加")
            case .registered(let subject): (subject, "those registered for", "报名参加")
            case .attended(let subject): (subject, "those who attended", "已参加")
            }
        let name = LocalizedText(naming: subject.text)
        return LocalizedText(english: "\(english) \(name.english)", chinese: "\(chinese)\(name.chinese)者")
    }
}
