public import GiftModel

/// Something after which segments may have to be worked out again.
@nonexhaustive
public enum SegmentChange: Hashable, Sendable {
    /// The customer did something that was no interaction.
    case activity(ActivityKind)
    /// The customer looked at something, shared it or spoke.
    case interaction(InteractionKind, in: ActivityChannel?)
    /// The host knows something else of the customer.
    case record(SegmentAttribute.Trait)
    /// A label has another value.
    case label(Identifier<Label>)
    /// A tag was given or taken.
    case tag(CustomerTag.ID)
    /// Scores, stage, tier, value band or quadrant were worked out anew, by another scale or other rules.
    case assessment
    /// Another day has come.
    case newDay
}

extension SegmentChange {
    /// What `activity` may change.
    public init(_ activity: Activity) {
        switch activity {
        case .interaction(let interaction): self = .interaction(interaction.kind, in: interaction.channel)
        default: self = .activity(activity.kind)
        }
    }
}

extension SegmentAttribute {
    /// Whether `change` can give this attribute another value.
    ///
    /// What is worked out by others, such as a score, a stage or a tag, can change after any activity.
    func isTouched(by change: SegmentChange) -> Bool {
        switch (self, change) {
        case (.score, .activity), (.score, .interaction), (.score, .assessment), (.score, .newDay),
            (.stage, .activity), (.stage, .interaction), (.stage, .assessment), (.stage, .newDay),
            (.tier, .activity), (.tier, .interaction), (.tier, .assessment), (.tier, .newDay),
            (.valueBand, .activity), (.valueBand, .interaction), (.valueBand, .assessment), (.valueBand, .newDay),
            (.quadrant, .activity), (.quadrant, .interaction), (.quadrant, .assessment), (.quadrant, .newDay),
            (.tag, .activity), (.tag, .interaction), (.tag, .newDay):
            true
        case (.tag(let own), .tag(let other)): own == other
        case (.label(let own), .label(let other)): own == other
        case (.label, .newDay): true
        // A score beyond those of purchases may be that of a label of its name.
        case (.score(let dimension), .label(let label)): dimension.name.text.utf8.elementsEqual(label.text.utf8)
        case (.trait(let own), .record(let other)): own == other
        case (.trait(.age), .newDay), (.trait(.daysSinceRegistration), .newDay): true
        case (.count(_, let days), .newDay): days != nil
        case (.amount(_, let days), .newDay): days != nil
        case (.change, .newDay), (.daysSinceFirstPurchase, .newDay), (.daysSinceLastPurchase, .newDay): true
        case (.count(let counted, _), _), (.change(let counted, _), _): counted.isTouched(by: change)
        case (.amount, .activity(let kind)), (.daysSinceFirstPurchase, .activity(let kind)),
            (.daysSinceLastPurchase, .activity(let kind)):
            kind.isPurchase
        default: false
        }
    }
}

extension SegmentAttribute.Counted {
    fileprivate func isTouched(by change: SegmentChange) -> Bool {
        switch (self, change) {
        case (.orders, .activity(let kind)), (.purchaseDays, .activity(let kind)), (.returns, .activity(let kind)):
            kind.isPurchase
        case (.complaints, .activity(let kind)): kind == .complaintStep
        // One of which nothing else is told may be any.
        case (.interactions, .activity(let kind)): kind == .interaction
        case (.interactions(let kind, let channel), .interaction(let done, let place)):
            (kind.map { $0 == done } ?? true) && (channel.map { $0 == place } ?? true)
        default: false
        }
    }
}

extension ActivityKind {
    /// Whether it changes what was bought; a return or a cancellation may take a whole order away.
    fileprivate var isPurchase: Bool { self == .order || self == .return || self == .cancellation }
}
