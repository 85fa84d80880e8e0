public import GiftModel

/// Which kind of gift a customer prefers, and whether it said so or its answers did.
public struct GiftKindPreference: Hashable, Sendable {
    /// The kind, or `nil` when none is preferred.
    public let kind: GiftKind?
    /// What the customer declared, where that decided.
    public let declared: Preference<GiftKind>?
    /// How the kind was answered, where that decided.
    public let evidence: GiftKindUse.Entry?
    /// How many answers make up enough evidence.
    public let minimumAnswers: Int64
    /// Of how many kinds there was enough.
    public let judgedKinds: Int64
}

extension GiftKindUse {
    /// Returns the kind that the customer is known to prefer on `today`.
    ///
    /// What the customer declared by then outranks every answer. Otherwise it is the kind with the highest liking
    /// above zero, among those with `minimumAnswers` or more; none when two are level, for a preference is never
    /// guessed.
    ///
    /// - Complexity: O(*n*) in the kinds and the declared preferences.
    public func preference(
        declared: some Sequence<Preference<GiftKind>> = [],
        on today: CalendarDate,
        minimumAnswers: Int64 = 3
    ) -> GiftKindPreference {
        let said = Preference.prevailing(among: declared.lazy.filter { $0.origin == .declared }, on: today)
        let judged = entries.filter { $0.answers >= max(1, minimumAnswers) }
        let best = judged.compactMap(\.liking).max().flatMap { $0.numerator > 0 ? $0 : nil }
        let liked = judged.filter { $0.liking == best }
        let evidence = said == nil && best != nil && liked.count == 1 ? liked[0] : nil
        return GiftKindPreference(
            kind: said?.value ?? evidence?.kind,
            declared: said,
            evidence: evidence,
            minimumAnswers: max(1, minimumAnswers),
            judgedKinds: Int64(judged.count)
        )
    }
}

extension GiftKindPreference {
    /// Why the kind is preferred, or why none is.
    public var reason: Reason {
        if let declared {
            return Reason(
                GiftKindReason.declaredGiftKind,
                Fact("kind", .name(declared.value.title)),
                Fact("day", .date(declared.day)),
                Fact("source", .code(declared.source.text))
            )
        }
        guard let evidence, let liking = evidence.liking else {
            return Reason(
                GiftKindReason.noPreferredGiftKind,
                Fact("kinds", .number(judgedKinds)),
                Fact("minimum", .number(minimumAnswers))
            )
        }
        return Reason(
            GiftKindReason.preferredGiftKind,
            Fact("kind", .name(evidence.kind.title)),
            Fact("liking", .ratio(liking)),
            Fact("taken", .number(evidence.taken)),
            Fact("used", .number(evidence.used)),
            Fact("refused", .number(evidence.refused)),
            Fact("ratings", .number(evidence.ratings))
        )
    }
}
