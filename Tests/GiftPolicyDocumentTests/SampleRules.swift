import GiftModel
import GiftPolicy
import GiftPolicyFixtures
import GiftTesting
import Segmentation

/// Rules made up from a seed, with names that try to pass for something else.
struct SampleRules {
    private var random: SeededGenerator

    init(seed: UInt64) { self.random = SeededGenerator(seed: seed) }

    private static let names = [
        "a", "b", "a”; b", "a“, “b", "x, y", "x", "y", "a) (b", "gold or tier exactly silver", "everybody", "Welcome",
        "goods", "唤醒”（a）", "view", "1", "a-b_c", "a b",
    ]

    static let triggers =
        `Triggers by what customers did`.formats.map(\.0) + `Triggers by the calendar`.triggers
        + [.firstOrder(withinDays: 30), .tierReached("gold", withinDays: 30)]

    private static let schedules = [
        ScheduleGate(workdays: true), ScheduleGate(weekdays: [.monday, .sunday], until: TimeOfDay("12:00:00")),
        ScheduleGate(from: TimeOfDay("09:00:00")),
    ]

    private mutating func pick<Element>(_ list: [Element]) -> Element { list.randomElement(using: &random)! }
    private mutating func chance(_ count: Int = 2) -> Bool { Int.random(in: 0..<count, using: &random) == 0 }
    private mutating func name() -> String { pick(Self.names) }
    private mutating func number() -> Int64 { .random(in: 1...3, using: &random) }
    private mutating func subset<Element: Hashable>(_ list: [Element]) -> Set<Element> {
        Set(list.filter { _ in chance(4) })
    }

    /// The same words in both languages, so that neither may leave anything out.
    private mutating func words() -> LocalizedText {
        let name = name()
        return LocalizedText(english: name, chinese: name)
    }

    private mutating func trigger() -> Trigger {
        switch Int.random(in: 0..<8, using: &random) {
        case 0:
            return .campaign(
                CampaignTrigger(
                    CampaignTrigger.ID(name())!,
                    title: words(),
                    from: day("2025-04-01"),
                    through: day(pick(["2025-04-02", "2025-04-03"])),
                    for: pick([nil, .invited(to: .init(name())!), .attended(.init(name())!)])
                )
            )
        case 1:
            let holiday = Holiday(
                title: words(),
                rule: pick([
                    .annual(AnnualDate("--12-25")!, leapDay: pick(LeapDayRule.allCases)),
                    .annual(AnnualDate("--02-29")!, leapDay: pick(LeapDayRule.allCases)),
                    .lunarDate(
                        AnnualLunarDate(month: 4, isLeapMonth: chance(), day: pick([1, 30]))!,
                        leapMonth: pick(LeapMonthRule.allCases),
                        shortMonth: pick(ShortMonthRule.allCases)
                    ),
                ]),
                observance: .actualDay
            )
            let culture = pick([nil, Culture.islam, Culture(.init(name())!)])
            return .holiday(HolidayTrigger(.init(name())!, holiday, leadDays: number(), for: culture))
        case 2: return .tierReached(.init(name())!, withinDays: number())
        case 3: return .event(EventTrigger(pick([.storm, .init(.init(name())!)])))
        case 4:
            let acts = (0..<2).map { _ in act() }
            return chance()
                ? .signal(SignalTrigger(acts, withinDays: number()))
                : .moment(.interaction(acts[0], withinDays: number()))
        case 5: return .inactive(moreThanDays: number(), countingRegistration: chance())
        default: return pick(Self.triggers)
        }
    }

    private mutating func act() -> SignalTrigger.Act {
        SignalTrigger.Act(
            pick([.view, .search, InteractionKind(.init(name())!)]),
            about: chance() ? nil : .init(name())!
        )
    }

    private mutating func condition(depth: Int) -> SegmentCondition {
        guard depth > 0, chance() else { return leaf() }
        let parts = (0..<Int.random(in: 1...3, using: &random)).map { _ in condition(depth: depth - 1) }
        return pick([.all(parts), .any(parts), .not(parts[0])])
    }

    private mutating func leaf() -> SegmentCondition {
        let attribute: SegmentAttribute = pick([
            .label(.init(name())!), .tag(.init(name())!), .tier, .trait(.industry), .trait(.jobRole), .stage,
            .count(.interactions(pick([nil, .view, InteractionKind(.init(name())!)])), inDays: pick([nil, 30])),
            .score(ScoreDimension(.init(name())!)),
        ])
        let words = Set((0..<2).map { _ in SegmentValue.Word(name())! })
        switch attribute {
        case .label: return pick([.oneOf(attribute, words), .compared(attribute, .equal, .number(number()))])
        case .tag: return .compared(attribute, .equal, .truth(chance()))
        case .tier, .trait: return pick([.oneOf(attribute, words), .noneOf(attribute, words), .known(attribute)])
        case .stage: return .oneOf(attribute, [pick(["new", "dormant"])])
        default:
            return pick([
                .compared(attribute, pick(Comparison.allCases), .number(number())), .unknown(attribute),
                .segment(.init(name())!),
            ])
        }
    }

    private mutating func selection(depth: Int) -> GiftSelection {
        let prices = (0..<Int.random(in: 0...2, using: &random))
            .map { _ in
                GiftPrice(
                    from: Money(minorUnits: number(), in: .eur),
                    through: Money(minorUnits: 3 + number(), in: .eur),
                    for: subset(Self.names.map { Tier.ID($0)! })
                )
            }
        var selection = GiftSelection(at: prices)
        selection.kinds = subset([.physical, .coupon, .points])
        selection.gifts = subset(Self.names.map { Gift.ID($0)! })
        selection.characters = subset([.keepsake, .comfort])
        selection.horizon = pick([nil, nil, .reward, .commitment])
        selection.repeatDays = pick([nil, nil, 30, 365])
        selection.choices = pick([1, 1, 3])
        if depth > 0 { selection.substitutes = (0..<2).filter { _ in chance(3) }.map { _ in selectionBelow(depth) } }
        return selection
    }

    private mutating func selectionBelow(_ depth: Int) -> GiftSelection { selection(depth: depth - 1) }

    private mutating func touch() -> TouchPlan {
        var touch = TouchPlan(pick(TouchKind.allCases), by: pick([[.email], [.email, .weCom], [.weCom, .email]]))
        touch.startsWithPreferred = chance()
        touch.content = chance() ? nil : .init(name())!
        touch.validHours = pick([nil, 24, 48])
        touch.oncePer = pick([nil, .lifetime, .calendar(.quarter)])
        return touch
    }

    private mutating func task() -> StaffTask {
        let role = pick([.adviser, .manager, StaffRole(.init(name())!)])
        return StaffTask(.init(name())!, for: role, by: pick([nil, .telephone]), withinHours: number())
    }

    private mutating func followUp() -> FollowUpStep {
        let action = chance() ? FollowUpStep.Action.touch(touch()) : .task(task())
        var step = FollowUpStep(id: .init(name())!, after: pick(GrantState.allCases), hours: number(), action)
        step.withinHours = pick([nil, 24])
        step.stops = subset(FollowUpStop.allCases)
        return step
    }

    private mutating func some<Part>(_ part: (inout Self) -> Part) -> [Part] {
        var parts: [Part] = []
        while chance(3) { parts.append(part(&self)) }
        return parts
    }

    mutating func rule() -> Rule {
        var rule = Rule(
            id: Rule.ID(name())!,
            name: words(),
            occasion: pick([.welcome, .birthday, Occasion(.init(name())!)]),
            goal: pick(Goal.allCases),
            priority: number(),
            on: trigger(),
            at: chance(3) ? pick(Self.schedules) : nil,
            when: condition(depth: 2).canonical,
            restDays: pick([nil, 30, 180]),
            giving: chance(6) ? nil : selection(depth: 2),
            budget: pick([nil, money("1.00 EUR"), money("2.00 EUR")])
        )
        rule.target = pick([nil, .claim, MeasureName(.init(name())!)])
        rule.offer = chance(4) ? OfferPlan(claimDays: number(), reminderDays: some { $0.number() }) : nil
        rule.arm = chance(4) ? RuleArm(.init(name())!, of: .init(name())!) : nil
        rule.touches = some { $0.touch() }
        rule.tasks = some { $0.task() }
        rule.followUps = some { $0.followUp() }
        return rule
    }

    /// A rule that differs from `rule` in one part.
    mutating func variant(of rule: Rule) -> Rule {
        let other = self.rule()
        let part = Int.random(in: 0..<17, using: &random)
        var variant = Rule(
            id: part == 0 ? other.id : rule.id,
            name: part == 1 ? other.name : rule.name,
            occasion: part == 2 ? other.occasion : rule.occasion,
            goal: part == 3 ? other.goal : rule.goal,
            priority: part == 4 ? other.priority : rule.priority,
            on: part == 5 ? other.trigger : rule.trigger,
            at: part == 6 ? other.schedule : rule.schedule,
            when: part == 7 ? other.condition : rule.condition,
            restDays: part == 8 ? other.restDays : rule.restDays,
            giving: part == 9 ? other.selection : rule.selection,
            budget: part == 10 ? other.budget : rule.budget
        )
        variant.target = part == 11 ? other.target : rule.target
        variant.arm = part == 15 ? other.arm : rule.arm
        variant.offer = part == 16 ? other.offer : rule.offer
        variant.touches = part == 12 ? other.touches : rule.touches
        variant.tasks = part == 13 ? other.tasks : rule.tasks
        variant.followUps = part == 14 ? other.followUps : rule.followUps
        return variant
    }
}
