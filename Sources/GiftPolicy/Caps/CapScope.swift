public import GiftModel

/// What a cap counts: gifts, touches or both, and where more is said, only some of them.
///
/// Whatever is said holds together: gifts on one of these occasions, called for by one of these rules. A list that is
/// empty says nothing.
///
/// ```swift
/// var festive = CapScope.gifts
/// festive.occasions = [.festival]
/// ```
public struct CapScope: Hashable, Sendable {
    /// What is counted.
    public let subject: Subject
    /// Touches by these channels only.
    public var channels: Set<ContactChannel> = []
    /// What these rules call for only.
    public var rules: Set<RuleReference.ID> = []
    /// What goes out on these occasions only.
    public var occasions: Set<Occasion> = []
    /// Gifts of these kinds only; one whose kind nobody knows counts as well.
    public var giftKinds: Set<GiftKind> = []
    /// These gifts only, such as all that the host calls luxury.
    public var gifts: Set<Gift.ID> = []

    /// All of `subject`.
    public init(_ subject: Subject) { self.subject = subject }

    /// Gifts and touches.
    public static let everything = CapScope(.everything)
    /// Gifts.
    public static let gifts = CapScope(.gifts)
    /// Touches.
    public static let touches = CapScope(.touches)

    /// What can be counted.
    ///
    /// The three answers are all there are, so this enum is closed.
    public enum Subject: String, Hashable, Sendable, CaseIterable, Codable {
        /// Gifts and touches.
        case everything = "everything"
        /// Gifts.
        case gifts = "gifts"
        /// Touches.
        case touches = "touches"
    }
}

extension CapScope {
    /// Whether it depends on the gift that is chosen.
    var asksForGift: Bool { !giftKinds.isEmpty || !gifts.isEmpty }

    /// Returns whether `approach` is among what is counted.
    ///
    /// A gift that has not been chosen yet is among no kind and no list of gifts.
    func covers(_ approach: Approach) -> Bool {
        switch approach.way {
        case .gift(let gift, let kind):
            guard subject != .touches, channels.isEmpty else { return false }
            guard let gift else { return !asksForGift && coversOrigin(of: approach) }
            guard giftKinds.isEmpty || kind.map(giftKinds.contains) ?? true else { return false }
            guard gifts.isEmpty || gifts.contains(gift) else { return false }
        case .touch(let channel):
            guard subject != .gifts, !asksForGift else { return false }
            guard channels.isEmpty || channels.contains(channel) else { return false }
        }
        return coversOrigin(of: approach)
    }

    private func coversOrigin(of approach: Approach) -> Bool {
        (rules.isEmpty || approach.rule.map(rules.contains) ?? false)
            && (occasions.isEmpty || approach.occasion.map(occasions.contains) ?? false)
    }

    /// In words, such as `touches by WeChat`.
    var title: LocalizedText {
        let whole =
            switch subject {
            case .everything: LocalizedText(english: "gifts and touches", chinese: "礼品与触达")
            case .gifts: LocalizedText(english: "gifts", chinese: "礼品")
            case .touches: LocalizedText(english: "touches", chinese: "触达")
            }
        return [
            (
                LocalizedText(english: "by", chinese: "渠道"),
                channels.sorted().map { LocalizedText(quoting: $0.title, $0.name.text) }
            ),
            (
                LocalizedText(english: "of the rules", chinese: "规则"),
                rules.sorted().map { LocalizedText(quoting: $0.text) }
            ),
            (
                LocalizedText(english: "on", chinese: "场合"),
                occasions.sorted().map { LocalizedText(quoting: $0.title, $0.name.text) }
            ),
            (LocalizedText(english: "of the kinds", chinese: "类别"), giftKinds.sorted().map(\.title)),
            (LocalizedText(english: "named", chinese: "名称"), gifts.sorted().map { LocalizedText(quoting: $0.text) }),
        ]
        .reduce(whole) { title, part in
            let (preposition, list) = (part.0, LocalizedText(listing: part.1))
            return part.1.isEmpty
                ? title
                : LocalizedText(
                    english: "\(title.english) \(preposition.english) \(list.english)",
                    chinese: "\(title.chinese)（\(preposition.chinese)：\(list.chinese)）"
                )
        }
    }
}
