package import GiftModel
package import GiftPolicy

/// Instants and clocks, written as the worked cases write them.
package enum Clocks {
    package static let shanghai = zone("Asia/Shanghai", hours: 8)

    /// With the changes of 2025 and 2026.
    package static let newYork = zone(
        "America/New_York",
        hours: -5,
        changes: [
            ("2025-03-09T07:00:00Z", -4), ("2025-11-02T06:00:00Z", -5), ("2026-03-08T07:00:00Z", -4),
            ("2026-11-01T06:00:00Z", -5),
        ]
    )

    package static func zone(_ id: ZoneTable.ID, hours: Int, changes: [(String, Int)] = []) -> ZoneTable {
        Shop.trapping {
            try ZoneTable(
                id: id,
                from: instant("1970-01-01T00:00:00Z"),
                until: instant("2100-01-01T00:00:00Z"),
                initialOffsetSeconds: hours * 3600,
                transitions: changes.map { .init(at: instant($0), offsetSeconds: $1 * 3600) }
            )
        }
    }

    /// An instant such as `2026-05-01T02:00:00Z`.
    package static func instant(_ text: String) -> Timestamp {
        Timestamp(day(String(text.prefix(10))), at: TimeOfDay(text.dropFirst(11).dropLast())!, in: .utc)
    }

    package static func clock(_ text: String, in zone: ZoneTable = shanghai) -> LocalClock {
        LocalClock(at: instant(text), in: zone)!
    }
}

extension Timestamp {
    package func adding(milliseconds count: Int64) -> Timestamp { Timestamp(milliseconds: milliseconds + count) }

    package func adding(days count: Int64) -> Timestamp { adding(milliseconds: count * 86_400_000) }
}

extension LocalClock {
    /// The moment that lies so long after now.
    package func moment(after milliseconds: Int64) -> Moment {
        moment(at: now.instant.adding(milliseconds: milliseconds))!
    }

    package func moment(_ text: String) -> Moment { moment(at: Clocks.instant(text))! }
}
