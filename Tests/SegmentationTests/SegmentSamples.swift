import GiftModel
import GiftTesting
import Segmentation

/// A customer made up from a seed: what happened, day by day, and what others worked out, until it changes.
struct SampleCustomer {
    typealias Attribute = SegmentAttribute
    static let start = day("2025-06-01")
    static let tiers: [Tier.ID] = ["standard", "silver", "gold"]
    static let kinds: [InteractionKind] = ["view", "share"]
    static let channels: [ActivityChannel] = ["app", "store"]

    var orders: [(date: CalendarDate, minorUnits: Int64)] = []
    var returns: [(date: CalendarDate, minorUnits: Int64)] = []
    var interactions: [(date: CalendarDate, kind: InteractionKind, channel: ActivityChannel?)]? = nil
    var complaints: [CalendarDate]? = nil
    var knowsPurchases = true
    /// What is worked out by others: the values, each until a day.
    var stages: [(stage: Stage, until: CalendarDate?)] = []
    var tier: Tier.ID?
    var score: Int64?
    var tags: [(held: Bool, until: CalendarDate?)]? = nil
    var labels: [SegmentFacts.LabelValue] = []
    var record: CustomerRecord?

    init(_ random: inout SeededGenerator, asOf: CalendarDate) {
        func date() -> CalendarDate { asOf.adding(days: -Int.random(in: 0...150, using: &random))! }
        func later() -> CalendarDate { asOf.adding(days: Int.random(in: 1...200, using: &random))! }
        knowsPurchases = Int.random(in: 0..<8, using: &random) > 0
        orders = (0..<Int.random(in: 0...6, using: &random)).map { _ in (date(), .random(in: 1...9, using: &random)) }
        returns = (0..<Int.random(in: 0...2, using: &random)).map { _ in (date(), .random(in: 1...4, using: &random)) }
        if Bool.random(using: &random) {
            interactions = (0..<Int.random(in: 0...6, using: &random))
                .map { _ in
                    (
                        date(), Self.kinds.randomElement(using: &random)!,
                        (Self.channels + [nil]).randomElement(using: &random)!
                    )
                }
        }
        if Bool.random(using: &random) {
            complaints = (0..<Int.random(in: 0...3, using: &random)).map { _ in date() }
        }
        if Bool.random(using: &random) {
            stages = [
                (Stage.allCases.randomElement(using: &random)!, later()),
                (Stage.allCases.randomElement(using: &random)!, nil),
            ]
        }
        tier = (Self.tiers + ["platinum", nil]).randomElement(using: &random)!
        score = Bool.random(using: &random) ? .random(in: 0...3, using: &random) : nil
        if Bool.random(using: &random) { tags = [(Bool.random(using: &random), later()), (true, nil)] }
        if Bool.random(using: &random) {
            let (first, second) = (later(), later())
            labels.append(.init("nps", .number(.random(in: 0...3, using: &random)), until: first))
            labels.append(.init("nps", .number(.random(in: 0...3, using: &random)), from: second))
        }
        if Bool.random(using: &random) {
            labels.append(.init("group", .word(["a", "b", "c"].randomElement(using: &random)!), from: later()))
        }
        if Bool.random(using: &random) {
            labels.append(.init("rate", .ratio(Ratio(.random(in: 0...4, using: &random), over: 4)!), until: later()))
        }
        if Bool.random(using: &random) { record = Self.record(&random, asOf: asOf) }
    }

    private static func record(_ random: inout SeededGenerator, asOf: CalendarDate) -> CustomerRecord {
        var record = CustomerRecord(of: "c-1")
        record.country = [CountryCode("CN"), CountryCode("DE"), nil].randomElement(using: &random)!
        let born = asOf.adding(days: -Int.random(in: 17 * 365...20 * 365, using: &random))!
        record.birthday = Birthday(.solar(AnnualDate(born)), bornIn: born.year)
        record.companySize = CompanySize(
            atLeast: .random(in: 0...5, using: &random),
            through: .random(in: 5...9, using: &random)
        )
        record.registeredOn = asOf.adding(days: Int.random(in: -60...60, using: &random))
        return record
    }

    /// What is known as of `today` when nothing happens after the sample was made.
    func facts(on today: CalendarDate) -> SegmentFacts {
        var facts = SegmentFacts(asOf: today)
        if knowsPurchases {
            var summary = PurchaseSummary(of: "c-1", in: .eur)
            for (number, order) in orders.enumerated() { Self.add(order, "o-\(number)", isReturn: false, to: &summary) }
            for (number, goods) in returns.enumerated() { Self.add(goods, "r-\(number)", isReturn: true, to: &summary) }
            facts = SegmentFacts(of: summary.days(asOf: today))
        }
        if let interactions {
            var summary = InteractionSummary()
            for (number, one) in interactions.enumerated() {
                let instant = Timestamp(one.date, at: TimeOfDay(hour: 12, minute: 0)!, in: .utc)
                let id = Interaction.ID("i-\(number)")!
                let done = Interaction(one.kind, id: id, customer: "c-1", occurredAt: instant, channel: one.channel)!
                try? summary.add(done, in: FixedZone.utc)
            }
            facts.interactions = summary
        }
        if let complaints {
            var counts = DailyCounts()
            for date in complaints { counts.add(on: date) }
            facts.complaints = counts
        }
        if let now = stages.first(where: { $0.until.map { today < $0 } ?? true }) {
            facts.stage = .init(now.stage, until: now.until)
        }
        facts.tier = tier.map { .init($0) }
        facts.furtherScores = score.map { [.init("own", .init($0))] } ?? []
        if let tag = tags?.first(where: { $0.until.map { today < $0 } ?? true }) {
            facts.tags = [.init("tea", isHeld: .init(tag.held, until: tag.until))]
        }
        facts.labels = labels
        facts.record = record
        return facts
    }

    private static func add(
        _ event: (date: CalendarDate, minorUnits: Int64),
        _ id: String,
        isReturn: Bool,
        to summary: inout PurchaseSummary
    ) {
        let instant = Timestamp(event.date, at: TimeOfDay(hour: 12, minute: 0)!, in: .utc)
        let amount = Money(minorUnits: event.minorUnits, in: .eur)
        let activity: Activity =
            isReturn
            ? .return(Return(id: .init(id)!, customer: "c-1", receivedAt: instant, refund: amount)!)
            : .order(Order(id: .init(id)!, customer: "c-1", placedAt: instant, total: amount)!)
        do {
            try summary.add(activity, in: FixedZone.utc)
        } catch {
            preconditionFailure("\(error)")
        }
    }
}

/// The same questions, answered as naively as can be.
extension SampleCustomer {
    /// The numbers that it may be as far as is known, or none when nothing is.
    private func numbers(_ attribute: Attribute, on today: CalendarDate) -> [Ratio] {
        func whole(_ number: Int) -> [Ratio] { [Ratio(Int64(number), over: 1)!] }
        func isWithin(_ date: CalendarDate, _ days: Int64?, before: Int = 0) -> Bool {
            guard let days else { return true }
            let age = date.days(until: today) - before
            return age >= 0 && age < days
        }
        func count(_ counted: Attribute.Counted, _ days: Int64?, before: Int = 0) -> Int? {
            switch counted {
            case .orders: knowsPurchases ? orders.count { isWithin($0.date, days, before: before) } : nil
            case .purchaseDays:
                knowsPurchases ? Set(orders.map(\.date).filter { isWithin($0, days, before: before) }).count : nil
            case .returns: knowsPurchases ? returns.count { isWithin($0.date, days, before: before) } : nil
            case .complaints: complaints?.count { isWithin($0, days, before: before) }
            case .interactions(let kind, let channel):
                interactions?
                    .count {
                        isWithin($0.date, days, before: before) && (kind == nil || kind == $0.kind)
                            && (channel == nil || channel == $0.channel)
                    }
            }
        }
        switch attribute {
        case .count(let counted, let days): return count(counted, days).map(whole) ?? []
        case .change(let counted, let days):
            guard let now = count(counted, days), let before = count(counted, days, before: Int(days)) else {
                return []
            }
            return Ratio(Int64(now), over: Int64(before)).map { [$0] } ?? []
        case .amount(let amount, let days):
            guard knowsPurchases else { return [] }
            let bought = orders.filter { isWithin($0.date, days) }
            let sales = bought.reduce(0) { $0 + $1.minorUnits }
            let refunds = returns.filter { isWithin($0.date, days) }.reduce(0) { $0 + $1.minorUnits }
            switch amount {
            case .sales: return whole(Int(sales))
            case .refunds: return whole(Int(refunds))
            case .net: return whole(Int(sales - refunds))
            case .averageOrder: return Ratio(sales, over: Int64(bought.count)).map { [$0] } ?? []
            }
        case .daysSinceFirstPurchase:
            return knowsPurchases ? orders.map(\.date).min().map { whole($0.days(until: today)) } ?? [] : []
        case .daysSinceLastPurchase:
            return knowsPurchases ? orders.map(\.date).max().map { whole($0.days(until: today)) } ?? [] : []
        case .score("own"): return score.map { whole(Int($0)) } ?? []
        case .tag(let tag):
            guard let now = tags?.first(where: { $0.until.map { today < $0 } ?? true }) else { return [] }
            return whole(tag == "tea" && now.held ? 1 : 0)
        case .label(let id):
            guard let value = value(of: id, on: today) else { return [] }
            return if case .number(let number) = value {
                whole(Int(number))
            } else if case .ratio(let ratio) = value {
                [ratio]
            } else {
                []
            }
        case .trait(.employees):
            return record?.companySize.map { ($0.atLeast...$0.through!).flatMap { whole(Int($0)) } } ?? []
        case .trait(.age):
            guard let born = record?.birthday?.date else { return [] }
            let isBefore = (today.month, today.day) < (born.month, born.day)
            return whole(today.year - born.year - (isBefore ? 1 : 0))
        case .trait(.birthdayMonth): return record?.birthday?.date.map { whole($0.month) } ?? []
        case .trait(.daysSinceRegistration):
            guard let date = record?.registeredOn, date <= today else { return [] }
            return whole(date.days(until: today))
        default: return []
        }
    }

    private func value(of label: Identifier<Label>, on today: CalendarDate) -> SegmentValue? {
        labels.first { $0.id == label && $0.from ?? today <= today && today < $0.until ?? day("9999-12-31") }?.value
    }

    private func word(_ attribute: Attribute, on today: CalendarDate) -> String? {
        switch attribute {
        case .stage: return stages.first { $0.until.map { today < $0 } ?? true }?.stage.rawValue
        case .tier: return tier == "platinum" ? nil : tier?.text
        case .label(let id):
            guard case .word(let word)? = value(of: id, on: today) else { return nil }
            return word.text
        case .trait(.country): return record?.country?.letters
        default: return nil
        }
    }

    /// Whether `condition` holds on `today`, by what the words mean.
    func truth(of condition: SegmentCondition, among segments: [Segment] = [], on today: CalendarDate) -> Truth {
        func inside(_ condition: SegmentCondition) -> Truth { truth(of: condition, among: segments, on: today) }
        switch condition {
        case .all(let parts): return parts.reduce(.holds) { $0.and(inside($1)) }
        case .any(let parts): return parts.reduce(.fails) { $0.or(inside($1)) }
        case .not(let part): return !inside(part)
        case .segment(let id): return inside(segments.first { $0.id == id }!.condition)
        case .known(let attribute):
            return Truth(word(attribute, on: today) != nil || !numbers(attribute, on: today).isEmpty)
        case .unknown(let attribute): return !inside(.known(attribute))
        case .oneOf(let attribute, let words):
            return word(attribute, on: today).map { word in Truth(words.contains { $0.text == word }) } ?? .unknown
        case .noneOf(let attribute, let words): return !inside(.oneOf(attribute, words))
        case .compared(.tier, let comparison, .word(let other)):
            let places = Self.tiers.map(\.text)
            guard let word = word(.tier, on: today) else { return .unknown }
            return Truth(comparison.holds(places.firstIndex(of: word)!, places.firstIndex(of: other.text)!))
        case .compared(let attribute, let comparison, .word(let other)):
            return inside(comparison == .equal ? .oneOf(attribute, [other]) : .noneOf(attribute, [other]))
        case .compared(let attribute, let comparison, let value):
            let expected: Ratio =
                switch value {
                case .number(let number): Ratio(number, over: 1)!
                case .money(let money): Ratio(money.minorUnits, over: 1)!
                case .ratio(let ratio): ratio
                case .truth(let truth): Ratio(truth ? 1 : 0, over: 1)!
                case .date, .word: preconditionFailure("no sample asks for it")
                }
            let answers = Set(numbers(attribute, on: today).map { comparison.holds($0, expected) })
            return answers.count == 1 ? Truth(answers.first!) : .unknown
        }
    }
}

/// Segments made up from a seed.
enum SampleSegments {
    static let labels = [
        SegmentLabel(id: "nps", kind: .number), SegmentLabel(id: "group", kind: .word),
        SegmentLabel(id: "rate", kind: .ratio),
    ]

    static func document(_ segments: [Segment], groups: [SegmentGroup] = []) -> SegmentDocument {
        SegmentDocument(
            id: "samples",
            currency: .eur,
            tiers: SampleCustomer.tiers,
            labels: labels,
            segments: segments,
            groups: groups
        )
    }

    static func set(_ segments: [Segment], groups: [SegmentGroup] = []) -> SegmentSet {
        do {
            return try SegmentSet(validating: document(segments, groups: groups))
        } catch {
            preconditionFailure("\(error)")
        }
    }

    static func segment(_ id: Segment.ID, _ condition: SegmentCondition) -> Segment {
        Segment(id: id, name: LocalizedText(english: id.text, chinese: "客群\(id.text)"), where: condition)
    }

    /// So many segments, of which each may refer to those before it.
    static func segments(_ count: Int, _ random: inout SeededGenerator) -> [Segment] {
        (0..<count)
            .map { number in
                segment(.init("s\(number)")!, condition(depth: 2, below: number, &random))
            }
    }

    static func condition(depth: Int, below: Int = 0, _ random: inout SeededGenerator) -> SegmentCondition {
        func parts() -> [SegmentCondition] {
            (0..<Int.random(in: 1...3, using: &random)).map { _ in condition(depth: depth - 1, below: below, &random) }
        }
        switch Int.random(in: 0..<(depth > 0 ? 9 : 5), using: &random) {
        case 0 where below > 0: return .segment(.init("s\(Int.random(in: 0..<below, using: &random))")!)
        case 0..<5: return leaf(&random)
        case 5, 6: return .all(parts())
        case 7: return .any(parts())
        default: return .not(condition(depth: depth - 1, below: below, &random))
        }
    }

    private static func leaf(_ random: inout SeededGenerator) -> SegmentCondition {
        let comparison = Comparison.allCases.randomElement(using: &random)!
        let number = Int64.random(in: 0...3, using: &random)
        let days = Int64.random(in: 1...100, using: &random)
        let window = [days, nil].randomElement(using: &random)!
        let counted: SegmentAttribute.Counted = [
            .orders, .purchaseDays, .returns, .complaints, .interactions(), .interactions("view"),
            .interactions("share", in: "app"),
        ]
        .randomElement(using: &random)!
        let amount = SegmentAttribute.Amount.allCases.randomElement(using: &random)!
        let money = Money(minorUnits: .random(in: -2...9, using: &random), in: .eur)
        let age = Int64.random(in: 0...200, using: &random)
        let numeric: SegmentAttribute = [
            .count(counted, inDays: window), .score(.recency), .score("own"), .label("nps"), .trait(.employees),
            .trait(.birthdayMonth),
        ]
        .randomElement(using: &random)!
        let worded: SegmentAttribute = [.stage, .tier, .label("group"), .trait(.country), .quadrant]
            .randomElement(using: &random)!
        let words: [SegmentValue.Word] =
            switch worded {
            case .stage: ["new", "dormant", "mature", "growing"]
            case .tier: ["standard", "silver", "gold"]
            case .trait: ["CN", "FR"]
            case .quadrant: ["keyCare", "lightTouch"]
            default: ["a", "b"]
            }
        let chosen = Set((0...1).map { _ in words.randomElement(using: &random)! })
        switch Int.random(in: 0..<15, using: &random) {
        case 0...2: return .count(counted, inDays: window, comparison, number)
        case 3: return .change(counted, inDays: days, comparison, Ratio(number, over: 2)!)
        case 4, 5: return .amount(amount, inDays: window, comparison, money)
        case 6: return .daysSinceFirstPurchase(comparison, age)
        case 7: return .daysSinceLastPurchase(comparison, age)
        case 8: return .compared(numeric, comparison, .number(number))
        case 9: return .trait([.age, .daysSinceRegistration].randomElement(using: &random)!, comparison, age / 10)
        case 10: return Bool.random(using: &random) ? .tag("tea") : !.tag("coffee")
        case 11: return .oneOf(worded, chosen)
        case 12: return .noneOf(worded, chosen)
        case 13:
            let any: SegmentAttribute = [numeric, worded, .amount(amount, inDays: window), .daysSinceLastPurchase]
                .randomElement(using: &random)!
            return Bool.random(using: &random) ? .known(any) : .unknown(any)
        default:
            return Bool.random(using: &random)
                ? .compared(.tier, comparison, .word("silver"))
                : .label("rate", comparison, .ratio(Ratio(number, over: 4)!))
        }
    }
}
