import GiftModel
import Segmentation

extension CustomerExplanation {
    /// What `profiler` says of the customer with this `history` as of `day`.
    init(
        of history: CustomerHistory,
        by profiler: Profiler,
        asOf day: CalendarDate,
        in language: Language
    ) throws {
        let profile = try profiler.profile(of: history, asOf: day)
        let facts = profiler.segmentFacts(of: history, profile)
        self.init(of: profile, in: language)
        addPurchases(of: profile)
        addScores(of: profile, on: profiler.population.scale, until: facts.scores?.until)
        addStage(of: profile, by: profiler.rules.stages)
        addTier(of: profile, until: facts.tier?.until)
        if let churn = profile.churn { addSignals(churn) }
        if let set = profiler.rules.segments { addSegments(of: set, facts) }
    }

    private func texts(_ reasons: [Reason]) -> [String] { reasons.map { $0.text(in: language, from: .segmentation) } }

    private mutating func addPurchases(of profile: CustomerProfile) {
        func add(_ item: String, _ english: String, _ chinese: String, _ value: Table.Cell) {
            let name = LocalizedText(english: english, chinese: chinese)
            self.add(Line(topic: .purchases, item: item, name: name, value: value))
        }
        guard let purchases = profile.purchases else {
            return add("orders", "Orders", "订单数", .number(0))
        }
        add("firstPurchase", "First purchase", "首次购买", .text(purchases.firstPurchase.description))
        add("lastPurchase", "Last purchase", "最近购买", .text(purchases.lastPurchase.description))
        add("orders", "Orders", "订单数", .number(purchases.orders))
        add("purchaseDays", "Purchase days", "购买天数", .number(purchases.purchaseDays))
        add("sales", "Sales", "销售额", .text(purchases.sales.description))
        add("refunds", "Refunds", "退款", .text(purchases.refunds.description))
        add("net", "Sales less refunds", "净销售额", .text(purchases.spend(.net).description))
    }

    private mutating func addScores(of profile: CustomerProfile, on scale: ScoreScale?, until: CalendarDate?) {
        guard let purchases = profile.purchases, let scores = profile.scores, let scale else { return }
        for (scale, reason) in zip([scale.recency, scale.frequency, scale.monetary], scale.reasons(for: purchases)) {
            let dimension = scale.dimension
            guard let score = scores[dimension] else { continue }
            let share = scale.share(ofScore: score)
            add(
                Line(
                    topic: .scores,
                    item: dimension.name.text,
                    name: dimension.title,
                    value: .number(Int64(score)),
                    nextChange: dimension == .recency ? until : nil,
                    why: texts([reason] + [share].compactMap(\.self))
                )
            )
        }
    }

    private mutating func addStage(of profile: CustomerProfile, by rules: StageRules) {
        let stage = profile.stage
        let undetermined = LocalizedText(english: "undetermined", chinese: "未定")
        add(
            Line(
                topic: .stage,
                item: "stage",
                name: LocalizedText(english: "Stage", chinese: "阶段"),
                value: .text(stage.stage?.rawValue ?? undetermined.english),
                shown: stage.stage?.title ?? undetermined,
                since: stage.since,
                nextChange: stage.nextPossibleChange,
                why: texts(stage.reasons)
            )
        )
        guard let rule = stage.rule else { return }
        let (number, count) = (rule + 1, rules.rules.count)
        add(
            Line(
                topic: .stage,
                item: "rule",
                name: LocalizedText(english: "Rule", chinese: "规则"),
                value: .number(Int64(number)),
                shown: LocalizedText(english: "\(number) of \(count)", chinese: "第\(number)条，共\(count)条")
            )
        )
    }

    /// The tier, those reached on the way to it, and what is missing to each of those above.
    private mutating func addTier(of profile: CustomerProfile, until: CalendarDate?) {
        guard let standing = profile.tier else { return }
        let isSure = standing.isDetermined
        add(
            Line(
                topic: .tier,
                item: "tier",
                name: LocalizedText(english: "Tier", chinese: "等级"),
                value: .text(standing.tier.id.text),
                shown: standing.tier.name,
                since: standing.reached.last?.since,
                nextChange: until,
                why: texts([standing.reason])
                    + (isSure ? [] : [language.wording("perhaps higher: not all is known", "可能更高：信息不全")])
            )
        )
        for reached in standing.reached {
            add(
                Line(
                    topic: .tier,
                    item: reached.tier.id.text,
                    name: reached.tier.name,
                    value: .text("reached"),
                    shown: LocalizedText(english: "reached", chinese: "已达到"),
                    since: reached.since,
                    why: words(for: reached.benefits)
                )
            )
        }
        for missing in standing.missing {
            add(
                Line(
                    topic: .tier,
                    item: missing.tier.id.text,
                    name: missing.tier.name,
                    value: .text(missing.isUndetermined ? "undetermined" : "missing"),
                    shown: missing.isUndetermined
                        ? LocalizedText(english: "undetermined", chinese: "未定")
                        : LocalizedText(english: "not reached", chinese: "未达到"),
                    why: texts([missing.reason]) + words(for: missing.benefits)
                )
            )
        }
    }

    private func words(for benefits: [TierBenefit]) -> [String] {
        guard !benefits.isEmpty else { return [] }
        let names = benefits.map { $0.name[language] }.joined(separator: language.wording(", ", "、"))
        return [language.wording("gives \(names)", "权益：\(names)")]
    }

    private mutating func addSignals(_ churn: ChurnSignals) {
        for signal in ChurnSignal.allCases {
            let strength = churn.strengthPerMille(of: signal)
                .map { strength in
                    let share = Figure.share(of: strength, in: 1000)
                    return language.wording("strength \(share)", "强度\(share)")
                }
            add(
                Line(
                    topic: .signals,
                    item: signal.rawValue,
                    name: signal.title,
                    value: .text(churn[signal].name(yes: "yes", no: "no")),
                    shown: LocalizedText(
                        english: churn[signal].name(yes: "yes", no: "no"),
                        chinese: churn[signal].name(yes: "是", no: "否", unknown: "未知")
                    ),
                    why: texts([churn.reason(for: signal)]) + [strength].compactMap(\.self)
                )
            )
        }
    }

    private mutating func addSegments(of set: SegmentSet, _ facts: SegmentFacts) {
        for segment in set.document.segments {
            guard let answer = set.answer(for: facts, in: segment.id) else { continue }
            add(
                Line(
                    topic: .segments,
                    item: segment.id.text,
                    name: segment.name,
                    value: .text(answer.truth.name(yes: "in", no: "out", unknown: "undetermined")),
                    shown: LocalizedText(
                        english: answer.truth.name(yes: "in", no: "out", unknown: "undetermined"),
                        chinese: answer.truth.name(yes: "属于", no: "不属于", unknown: "未定")
                    ),
                    nextChange: answer.nextPossibleChange,
                    why: texts(answer.reasons)
                )
            )
        }
    }
}

extension Truth {
    /// The word for this truth out of three.
    fileprivate func name(yes: String, no: String, unknown: String = "unknown") -> String {
        switch self {
        case .holds: yes
        case .fails: no
        case .unknown: unknown
        }
    }
}
