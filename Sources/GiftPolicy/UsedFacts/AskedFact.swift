public import GiftModel
public import Segmentation

/// Something about a customer that a policy asks, before it gives or refuses a gift.
///
/// It is what stands in ``CustomerFacts``: what others worked out, such as a stage, is named as that, not as the orders
/// from which it came. Limits, costs and rates that the policy brings along are no facts about the customer.
@nonexhaustive
public enum AskedFact: Hashable, Sendable {
    /// The day of birth, or of the year.
    case birthday
    /// When the customer registered.
    case registration
    /// Whether it is a person or an organization.
    case customerKind
    /// The line of business.
    case industry
    /// What the customer does at work.
    case jobRole
    /// In what capacity the customer receives gifts.
    case recipientKind
    /// Whose law says what the customer may be given.
    case jurisdiction
    /// How many people work for the customer's company.
    case companySize
    /// Where the customer lives.
    case country
    /// By which clocks the customer lives.
    case zone
    /// What the customer reads.
    case language
    /// When the customer wishes to be left in peace.
    case quietHours
    /// The cultures that the customer told of.
    case cultures
    /// What the customer said about the use of data.
    case consents
    /// What was bought, paid back and called off.
    case orders
    /// What was put into the cart.
    case carts
    /// What was looked at, clicked, shared, attended, signed and the like.
    case interactions
    /// Complaints and what became of them.
    case complaints
    /// What the customer thought of goods and gifts.
    case feedback
    /// A score against all other customers.
    case score(ScoreDimension)
    /// The stage of life.
    case stage
    /// The tier.
    case tier
    /// The value band.
    case valueBand
    /// The quadrant of value and interaction.
    case quadrant
    /// Whether a tag is held.
    case tag(CustomerTag.ID)
    /// A label of the host's.
    case label(Identifier<Label>)
    /// The signs of leaving.
    case churnSignals
    /// The kind of gift that the customer prefers.
    case giftKind
    /// The gifts that were planned and given.
    case gifts
    /// What went out to the customer and was no gift.
    case touches
    /// The arms of experiments in which the customer was seen.
    case exposures
}

extension AskedFact {
    /// Those that need no other word.
    private static let plain: [(name: Identifier<Fact>, fact: AskedFact, title: LocalizedText)] = [
        ("birthday", .birthday, LocalizedText(english: "birthday", chinese: "生日")),
        ("registration", .registration, LocalizedText(english: "registration", chinese: "注册")),
        ("customerKind", .customerKind, SegmentAttribute.trait(.customerKind).title),
        ("industry", .industry, SegmentAttribute.trait(.industry).title),
        ("jobRole", .jobRole, SegmentAttribute.trait(.jobRole).title),
        ("recipientKind", .recipientKind, SegmentAttribute.trait(.recipientKind).title),
        ("jurisdiction", .jurisdiction, SegmentAttribute.trait(.jurisdiction).title),
        ("companySize", .companySize, SegmentAttribute.trait(.employees).title),
        ("country", .country, SegmentAttribute.trait(.country).title),
        ("zone", .zone, LocalizedText(english: "time zone", chinese: "时区")),
        ("language", .language, SegmentAttribute.trait(.language).title),
        ("quietHours", .quietHours, LocalizedText(english: "quiet hours asked for", chinese: "要求的免打扰时段")),
        ("cultures", .cultures, LocalizedText(english: "cultures", chinese: "文化习俗")),
        ("consents", .consents, DataKind.consents.title),
        ("orders", .orders, LocalizedText(english: "orders and returns", chinese: "订单与退货")),
        ("carts", .carts, LocalizedText(english: "carts", chinese: "购物车")),
        ("interactions", .interactions, DataKind.interactions.title),
        ("complaints", .complaints, LocalizedText(english: "complaints", chinese: "投诉")),
        ("feedback", .feedback, DataKind.feedback.title),
        ("stage", .stage, SegmentAttribute.stage.title),
        ("tier", .tier, SegmentAttribute.tier.title),
        ("valueBand", .valueBand, SegmentAttribute.valueBand.title),
        ("quadrant", .quadrant, SegmentAttribute.quadrant.title),
        ("churnSignals", .churnSignals, LocalizedText(english: "signs of leaving", chinese: "流失信号")),
        ("giftKind", .giftKind, LocalizedText(english: "preferred kind of gift", chinese: "偏好的礼品类别")),
        ("gifts", .gifts, LocalizedText(english: "earlier gifts", chinese: "以往礼品")),
        ("exposures", .exposures, LocalizedText(english: "earlier experiments", chinese: "以往实验")),
        ("touches", .touches, LocalizedText(english: "earlier messages and calls", chinese: "以往触达")),
    ]

    private static let (scorePrefix, tagPrefix, labelPrefix) = ("score", "tag", "label")

    /// What it is called among facts that are used, such as `birthday` or `label/allergy`.
    ///
    /// - Complexity: O(*n*) in the kinds of facts and in the length of a name that the host gave.
    public var name: Identifier<Fact> {
        switch self {
        case .score(let dimension): Self.name(Self.scorePrefix, dimension.name.text)
        case .tag(let tag): Self.name(Self.tagPrefix, tag.text)
        case .label(let label): Self.name(Self.labelPrefix, label.text)
        default: Self.plain.first { $0.fact == self }?.name ?? Self.name("fact", "\(self)")
        }
    }

    /// A name may fill an identifier by itself; its hash always leaves room.
    private static func name(_ prefix: String, _ text: String) -> Identifier<Fact> {
        Identifier("\(prefix)/\(text)") ?? Identifier(stringLiteral: "\(prefix)/#\(ContentHash(of: text))")
    }

    /// The fact that goes by `name`, or `nil` when a policy asks for no such.
    ///
    /// - Complexity: O(*n*) in the kinds of facts and in the length of the name.
    public init?(_ name: Identifier<Fact>) {
        if let known = Self.plain.first(where: { $0.name == name }) {
            self = known.fact
            return
        }
        let parts = name.text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else { return nil }
        let fact: AskedFact?
        switch String(parts[0]) {
        case Self.scorePrefix: fact = Identifier(parts[1]).map { .score(ScoreDimension($0)) }
        case Self.tagPrefix: fact = Identifier(parts[1]).map { .tag($0) }
        case Self.labelPrefix: fact = Identifier(parts[1]).map { .label($0) }
        default: fact = nil
        }
        guard let fact else { return nil }
        self = fact
    }

    /// The fact in words.
    ///
    /// - Complexity: O(*n*) in the kinds of facts.
    public var title: LocalizedText {
        switch self {
        case .score(let dimension): SegmentAttribute.score(dimension).title
        case .tag(let tag): SegmentAttribute.tag(tag).title
        case .label(let label): SegmentAttribute.label(label).title
        default: Self.plain.first { $0.fact == self }?.title ?? LocalizedText(english: "\(self)", chinese: "\(self)")
        }
    }
}

/// By the bytes of the name.
extension AskedFact: Comparable {
    public static func < (left: Self, right: Self) -> Bool { left.name < right.name }
}

extension Sequence<AskedFact> {
    /// These facts as they were used, for the report on the use of data: each with where it came from and of which day
    /// it is, by what is `known` of that, or else as `source` had it on `day`.
    ///
    /// - Returns: Every fact once for each source, ascending; none is left out.
    /// - Complexity: O(*n* · *m*) in the facts and in what is known.
    public func used(
        among known: some Collection<UsedFact>,
        orFrom source: Identifier<UsedFact.Source>,
        on day: CalendarDate
    ) -> [UsedFact] {
        let used = map(\.name)
            .flatMap { name in
                let found = known.filter { $0.name == name }
                return found.isEmpty ? [UsedFact(name, from: source, on: day)] : found
            }
        return Set(used).sorted()
    }
}
