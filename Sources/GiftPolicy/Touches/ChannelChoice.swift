public import GiftModel

/// By which channel something goes out, and why by none of those before it.
public struct ChannelChoice: Hashable, Sendable {
    /// The channels that were tried, in order; after the first that is free none is.
    public let tried: [Trial]

    /// One channel, and what caps and the customer's wishes say about it.
    public struct Trial: Hashable, Sendable {
        /// The channel.
        public let channel: ContactChannel
        /// What they say.
        public let verdict: CapVerdict
    }
}

extension ChannelChoice {
    /// The channel that is free, or `nil` when none is.
    public var channel: ContactChannel? { tried.last.flatMap { $0.verdict.isAllowed ? $0.channel : nil } }

    /// The first moment at which one of them is free if nothing else happens, or `nil` when none ever is.
    public var earliest: Moment? { tried.compactMap(\.verdict.earliest).min() }

    /// Returns by which channel it goes and why not by those before it, or why by none.
    ///
    /// - Parameter name: What a rule is called.
    public func reasons(calling name: (RuleReference.ID) -> LocalizedText) -> [Reason] {
        let taken = tried.last.flatMap { $0.verdict.isAllowed ? $0 : nil }
        let first = taken.map { trial in [Reason(TouchReason.channelTaken, trial.fact)] } ?? []
        let passed = tried.filter { !$0.verdict.isAllowed }
            .flatMap { trial in
                [Reason(TouchReason.channelNotFree, trial.fact)]
                    + trial.verdict.failed.flatMap { $0.reasons(calling: name) }
            }
        return first + passed + (taken?.verdict.reasons(calling: name) ?? [])
    }
}

extension ChannelChoice.Trial {
    fileprivate var fact: Fact { Fact("channel", .name(channel.title)) }
}

extension CapBook {
    /// Returns the first of `channels` by which `rule` may reach the customer at `moment`.
    ///
    /// - Complexity: O(*k* · *c* · *n*) for *k* channels, *c* caps and *n* approaches.
    public func choice(
        among channels: [ContactChannel],
        by rule: RuleReference.ID?,
        on occasion: Occasion?,
        at moment: Moment
    ) -> ChannelChoice {
        var tried: [ChannelChoice.Trial] = []
        for channel in channels {
            let verdict = verdict(on: Approach(.touch(channel), by: rule, on: occasion, at: moment))
            tried.append(ChannelChoice.Trial(channel: channel, verdict: verdict))
            if verdict.isAllowed { break }
        }
        return ChannelChoice(tried: tried)
    }
}
