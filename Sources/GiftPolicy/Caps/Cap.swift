public import GiftModel

/// How many gifts, touches or both a customer may receive in some time, over all rules.
///
/// It counts what went out, what is on its way and what the same run brings; what is planned for later counts as well,
/// so that no stretch of the window's length ever comes to hold too many. A customer's rest after a gift is a cap of
/// one on that rule or occasion, and *once in a lifetime* is one over a lifetime.
///
/// ```swift
/// var cap = Cap(id: "one-in-30-days", atMost: 1, of: .gifts, in: .rolling(days: 30))
/// cap.exempt = ["recovery"]
/// ```
///
/// - Wire format: `{"atMost":1,"id":"one-in-30-days","of":"gifts","window":{"rollingDays":30}}`, with `channels`,
///   `rules`, `occasions`, `giftKinds` and `gifts` where not all are counted, and with `states`, `exempt` and
///   `afterDispleasure`.
public struct Cap: Identifiable, Hashable, Sendable {
    /// The name of a cap within its policy.
    public typealias ID = Identifier<Cap>

    /// The identity within the policy.
    public let id: ID
    /// The most there may be, at least one.
    public let atMost: Int64
    /// What is counted.
    public let scope: CapScope
    /// Over which time.
    public let window: CapWindow
    /// In which states a grant counts; one that the same run gives always does.
    public var states: Set<GrantState> = Cap.usualStates
    /// The rules whose gifts and touches it never holds back, although it counts them.
    public var exempt: Set<RuleReference.ID> = []
    /// How it tightens after the customer showed displeasure, or `nil` when it stays as it is.
    public var afterDispleasure: FeedbackRule?

    /// At most `count` of `scope` in `window`.
    public init(id: ID, atMost count: Int64, of scope: CapScope, in window: CapWindow) {
        self.id = id
        self.atMost = count
        self.scope = scope
        self.window = window
    }
}

extension Cap {
    /// Every state from approval on, but for those in which the customer never had the gift.
    ///
    /// A gift that is merely planned counts only within the run that plans it, and one that came back counts.
    public static let usualStates: Set<GrantState> = [
        .approved, .offered, .claimed, .reserved, .dispatched, .delivered, .unboxed, .used, .returned, .restocked,
        .discarded,
    ]

    /// Returns whether `approach` takes from this cap.
    func counts(_ approach: Approach) -> Bool {
        approach.state.map(states.contains) ?? true && scope.covers(approach)
    }

    /// Returns whether the cap has nothing to say to what `rule` calls for.
    func exempts(_ rule: RuleReference.ID?) -> Bool { rule.map(exempt.contains) ?? false }

    /// The cap in one sentence; two different caps never read alike.
    ///
    /// - Complexity: O(*n* log *n*) in the length of its lists.
    public var sentence: LocalizedText {
        let name = LocalizedText(quoting: id.text)
        var (english, chinese) = (
            "\(name.english): at most \(atMost) \(scope.title.english) \(window.title.english)",
            "\(name.chinese)：\(window.title.chinese)至多\(atMost)次\(scope.title.chinese)"
        )
        if states != Self.usualStates {
            let list = LocalizedText(listing: GrantState.allCases.filter(states.contains).map(\.title))
            english += "; only grants in these states count: \(list.english.lowercased())"
            chinese += "；仅计入以下状态：\(list.chinese)"
        }
        if !exempt.isEmpty {
            let list = LocalizedText(listing: exempt.sorted().map { LocalizedText(quoting: $0.text) })
            english += "; exempt but counted: \(list.english)"
            chinese += "；以下规则不受限但计入：\(list.chinese)"
        }
        if let rule = afterDispleasure {
            let days = FactValue.days(rule.days).text(in: .english)
            english += "; for \(days) after displeasure over \(rule.windowTimes) such times in a row"
            chinese += "；负面反馈后\(rule.days)天内，按连续\(rule.windowTimes)个周期合并计算"
        }
        return LocalizedText(english: english + ".", chinese: chinese + "。")
    }
}
