public import GiftModel
public import Segmentation

/// A change, as small as possible, after which a check that a rule fails would let it pass.
///
/// It says what would be enough, and not what is advisable: which change is worth a gift is for the host to say.
@nonexhaustive
public enum RuleTurn: Hashable, Sendable {
    /// Nothing but time passes until then.
    case waiting(until: Moment)
    /// The customer is another in this.
    case customer(SegmentTurn)
    /// The rule has this priority or a higher one.
    case priority(atLeast: Int64)
    /// These caps allow so much or more, each.
    case caps([CapRoom])
    /// The occasion rests so many days or fewer after a gift; not at all when that is zero.
    case rest(atMostDays: Int64)

    /// What a cap would have to allow.
    public struct CapRoom: Hashable, Sendable {
        /// The cap.
        public let cap: Cap.ID
        /// How many it would have to allow at least.
        public let atLeast: Int64

        /// `cap` would have to allow so many.
        public init(cap: Cap.ID, atLeast count: Int64) {
            self.cap = cap
            self.atLeast = count
        }
    }
}

extension RuleTurn {
    /// The change in words.
    public var sentence: LocalizedText {
        switch self {
        case .waiting(let moment):
            return LocalizedText(english: "wait until \(moment.day)", chinese: "等到\(moment.day)")
        case .customer(let turn):
            let parts = turn.changes.map(\.text)
            return LocalizedText(
                english: "if the customer had \(parts.map(\.english).joined(separator: " and "))",
                chinese: "若客户\(parts.map(\.chinese).joined(separator: "且"))"
            )
        case .priority(let priority):
            return LocalizedText(english: "a priority of \(priority) or higher", chinese: "优先级不低于\(priority)")
        case .caps(let rooms):
            let parts = rooms.map { (name: LocalizedText(quoting: $0.cap.text), count: $0.atLeast) }
            let english = parts.map { "\($0.name.english) allowed \($0.count)" }
            return LocalizedText(
                english: "if \(english.joined(separator: " and "))",
                chinese: "若\(parts.map { "\($0.name.chinese)上限为\($0.count)" }.joined(separator: "且"))"
            )
        case .rest(let days):
            let days = FactValue.days(days)
            return LocalizedText(
                english: "a rest of at most \(days.text(in: .english))",
                chinese: "间隔不超过\(days.text(in: .chinese))"
            )
        }
    }
}
