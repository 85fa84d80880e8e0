import GiftModel

/// - Wire format: `{"base":{…},"rungs":[…],"spend":"net","window":"calendarYear"}`, with `rules` where they are not as
///   they come, and `currency` where no rung asks for money.
extension TierLadder: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case base = "base"
        case rungs = "rungs"
        case spend = "spend"
        case window = "window"
        case rules = "rules"
        case currency = "currency"
    }

    public init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        let base = object.read(Tier.self, .base)
        let rungs = object.read([TierRung].self, .rungs)
        let spend = object.read(SpendBasis.self, .spend)
        let window = object.read(TierWindow.self, .window)
        let rules = object.readIfPresent(TierRules.self, .rules)
        let currency = object.readIfPresent(Currency.self, .currency)
        guard let base, let rungs, let spend, let window, let rules, let currency else { throw object.failure }
        do {
            self = try Self(
                base: base,
                rungs: rungs,
                spend: spend,
                window: window,
                rules: rules ?? TierRules(),
                currency: currency
            )
        } catch {
            object.refuse(error.pointer(in: rungs), .impossible("\(error)"))
            throw object.failure
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(base, forKey: .base)
        try container.encode(rungs, forKey: .rungs)
        try container.encode(spend, forKey: .spend)
        try container.encode(window, forKey: .window)
        if rules != TierRules() { try container.encode(rules, forKey: .rules) }
        if !asksForMoney { try container.encode(currency, forKey: .currency) }
    }
}

extension TierLadderError {
    /// Returns the place of the fault in a ladder with these `rungs`, seen from the ladder.
    fileprivate func pointer(in rungs: [TierRung]) -> String {
        func pointer(_ tier: Tier.ID, _ member: String) -> String {
            "/rungs/\(rungs.lastIndex { $0.tier.id == tier } ?? 0)/\(member)"
        }
        return switch self {
        case .noRung: "/rungs"
        case .duplicateTier(let tier): pointer(tier, "tier/id")
        case .currencyMismatch(let tier, _, _), .notAscending(let tier), .bypassed(let tier, _):
            pointer(tier, "atLeast")
        case .keepingIsHarder(let tier): pointer(tier, "keep")
        case .duplicateBenefit(let tier, _): pointer(tier, "benefits")
        case .factorNotPositive(let tier): pointer(tier, "pointsFactor")
        case .noCurrency: ""
        case .emptyWindow: "/window"
        case .reviewsDoNotFit, .noReview: "/rules/reviews"
        case .nothingToCarry: "/rules"
        case .noGrace: "/rules/consumesShortfall"
        case .unknownFloor: "/rules/landing/floor"
        }
    }
}
