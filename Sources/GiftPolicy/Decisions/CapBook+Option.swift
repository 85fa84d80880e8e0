import GiftModel

extension Approach {
    /// A gift that has not been chosen yet, called for by `rule`.
    init(by rule: Rule.ID, on occasion: Occasion, at moment: Moment) {
        self.init(.gift(nil, of: nil), by: rule, on: occasion, at: moment)
    }
}

/// What caps leave of the gifts that a rule may give.
struct AllowedOptions {
    /// The gifts that caps allow, in the order in which they came.
    let options: [GiftOption]
    /// What caps say about the gift that came first.
    let first: CapVerdict
    /// Where they allow none, the first moment at which they allow one, if that ever comes.
    let earliest: Moment?
}

extension CapBook {
    /// Returns what giving `option` would be, called for by `rule`.
    func approach(of option: GiftOption, on occasion: Occasion, by rule: Rule.ID, from catalog: Catalog) -> Approach {
        Approach(.gift(option.gift, of: catalog[option.gift]?.kind), by: rule, on: occasion, at: clock.now)
    }

    /// Returns which of `options`, of which there is one at least, caps allow.
    func allowed(
        _ options: [GiftOption],
        on occasion: Occasion,
        by rule: Rule.ID,
        from catalog: Catalog
    ) -> AllowedOptions {
        func verdict(_ option: GiftOption) -> CapVerdict {
            self.verdict(on: approach(of: option, on: occasion, by: rule, from: catalog))
        }
        let first = verdict(options[0])
        // Where no cap looks at the gift, all of them are alike.
        guard caps.contains(where: \.scope.asksForGift) else {
            return AllowedOptions(options: first.isAllowed ? options : [], first: first, earliest: first.earliest)
        }
        let verdicts = [first] + options.dropFirst().map(verdict)
        return AllowedOptions(
            options: zip(options, verdicts).filter { $1.isAllowed }.map { $0.0 },
            first: first,
            earliest: verdicts.compactMap(\.earliest).min()
        )
    }
}
