package import GiftModel
package import GiftPolicy
import Segmentation

/// An instant, written as `2025-03-06T05:00:00Z`.
package func utc(_ text: String) -> Timestamp {
    Timestamp(day(String(text.prefix(10))), at: TimeOfDay(text.dropFirst(11).prefix(8))!, in: .utc)
}

/// Zones as far as the cases need them, without the zone rules of any machine.
package enum Zones {
    package static let shanghai = zone("Asia/Shanghai", 8)
    package static let newYork = zone(
        "America/New_York",
        -5,
        [("2025-03-09T07:00:00Z", -4), ("2025-11-02T06:00:00Z", -5), ("2026-03-08T07:00:00Z", -4)]
    )
    package static let losAngeles = zone("America/Los_Angeles", -8, [("2027-03-14T10:00:00Z", -7)])
    package static let saoPaulo = zone("America/Sao_Paulo", -3, [("2018-11-04T03:00:00Z", -2)])
    package static let apia = zone("Pacific/Apia", -10, [("2011-12-30T10:00:00Z", 14)])
    /// Clocks are put back over midnight: 2001-10-28 begins, and 23:00 of the day before comes again.
    package static let backOverMidnight = zone("Test/Back", -3, [("2001-10-28T03:30:00Z", -4)])

    package static let all = [Shop.utc, shanghai, newYork, losAngeles, saoPaulo, apia, backOverMidnight]

    package static func zone(_ id: ZoneTable.ID, _ hours: Int, _ changes: [(String, Int)] = []) -> ZoneTable {
        Shop.trapping {
            try ZoneTable(
                id: id,
                from: utc("1900-01-01T00:00:00Z"),
                until: utc("2105-01-01T00:00:00Z"),
                initialOffsetSeconds: hours * 3600,
                transitions: changes.map { ZoneTable.Transition(at: utc($0), offsetSeconds: $1 * 3600) }
            )
        }
    }
}

/// One customer, and a policy with one rule for each trigger, called `r-0` and so on.
package struct CalendarDesk {
    package var defaults = Self.defaults()
    package var triggers: [Trigger] = []
    package var record = CustomerRecord(of: "c-1")
    package var orders: [(String, Int64)] = [("2001-01-01", 1_00)]
    package var activities: [Activity] = []
    package var cultures: Set<Culture>?
    package var grants: [GiftGrant] = []
    package var gifts = Shop.gifts

    package init(triggers: [Trigger] = []) { self.triggers = triggers }

    package static func defaults(
        zone: ZoneTable.ID? = "UTC",
        leapDay: LeapDayRule = .dayBefore,
        leapMonth: LeapMonthRule = .regular,
        shortMonth: ShortMonthRule = .lastDay
    ) -> PolicyDefaults {
        PolicyDefaults(zone: zone, leapDay: leapDay, leapMonth: leapMonth, shortMonth: shortMonth)
    }

    package var policy: Policy {
        Shop.policy { document in
            document.defaults = defaults
            document.rules = triggers.enumerated()
                .map { index, trigger in
                    Rule(
                        id: Rule.ID("r-\(index)")!,
                        name: Shop.name("r-\(index)"),
                        occasion: Self.occasion(of: trigger),
                        goal: .loyalty,
                        priority: 50,
                        on: trigger,
                        when: .all([]),
                        giving: GiftSelection(from: money("0.00 EUR"), through: money("25.00 EUR"))
                    )
                }
        }
    }

    private static func occasion(of trigger: Trigger) -> Occasion {
        switch trigger {
        case .birthday: .birthday
        case .anniversary: .anniversary
        case .holiday: .festival
        default: .specialEvent
        }
    }

    /// The decision at `instant`, on the customer's day.
    package func decision(at instant: Timestamp, under policy: Policy) -> Decision {
        let zone = Zones.all.first { $0.id == record.zone ?? defaults.zone } ?? Shop.utc
        let known = Shop.facts(orders, grants: grants, asOf: zone.date(of: instant)!)
        let facts = CustomerFacts(
            profile: known.profile,
            attributes: known.attributes,
            grants: grants,
            record: record,
            cultures: cultures,
            activities: activities
        )
        return policy.decision(for: facts, under: Circumstances(at: instant, giving: gifts, in: Zones.all))
    }

    package func decision(at instant: Timestamp) -> Decision { decision(at: instant, under: policy) }

    /// The decision at 09:00 of `day`, UTC.
    package func decision(on date: String) -> Decision { decision(at: utc("\(date)T09:00:00Z")) }
}

extension Decision {
    /// The term of the rule's candidate, if there is one.
    package func term(of rule: Rule.ID = "r-0") -> String? {
        candidates.first { $0.rule == rule }?.occurrence.term.text
    }

    /// When waiting alone may help the rule.
    package func earliest(of rule: Rule.ID = "r-0") -> Moment? { refusal(of: rule)?.earliest }

    /// The first reason for which the rule speaks or does not.
    package func reason(of rule: Rule.ID = "r-0", in language: Language = .english) -> String? {
        let reasons = candidates.first { $0.rule == rule }?.reasons ?? refusal(of: rule)?.reasons
        return reasons?.first?.text(in: language, from: Phrasebook(CalendarReason.self).merging(.policy))
    }
}

extension Birthday {
    /// A solar birthday, written as `2000-02-29` or `--03-10`.
    package static func solar(_ text: String) -> Birthday {
        guard let date = CalendarDate(text) else { return Birthday(.solar(AnnualDate(text)!)) }
        return Birthday(.solar(AnnualDate(date)), bornIn: date.year)!
    }

    /// The birthday of who keeps the lunar day on which they were born.
    package static func lunar(bornOn text: String) -> Birthday {
        let date = Shop.trapping { try LunarDate(CalendarDate(text)!) }
        return Birthday(.lunar(AnnualLunarDate(date)), bornIn: date.year)!
    }
}
