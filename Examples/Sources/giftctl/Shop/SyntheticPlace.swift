import Foundation
import GiftFoundation
import GiftModel

/// Where customers of the shop live.
struct SyntheticPlace {
    let country: CountryCode
    let language: LanguageTag
    let zone: ZoneTable
    /// In a thousand customers, how many live here.
    let share: Int
    /// The first instants of the days of the shop.
    private let mornings: [Timestamp]

    static func all() throws -> [SyntheticPlace] {
        try [
            ("CN", "zh-Hans", "Asia/Shanghai", 940), ("JP", "ja", "Asia/Tokyo", 20), ("GB", "en", "Europe/London", 20),
            ("US", "en", "America/New_York", 20),
        ]
        .map { country, language, zone, share in
            guard let country = CountryCode(country), let language = LanguageTag(language),
                let time = TimeZone(identifier: zone), let first = SyntheticShop.days.lowerBound.adding(days: -400),
                let last = SyntheticShop.days.upperBound.adding(days: 400)
            else { throw CommandFailure("the zone \(zone) is not known here") }
            let table = try ZoneTable(time, from: first, through: last)
            let start = SyntheticShop.days.lowerBound
            return SyntheticPlace(
                country: country,
                language: language,
                zone: table,
                share: share,
                mornings: (0...start.days(until: SyntheticShop.days.upperBound))
                    .compactMap { start.adding(days: $0).map { table.instants(of: $0).lowerBound } }
            )
        }
    }
}

extension SyntheticPlace {
    /// Returns a minute of the day of that number, counted from the shop's first.
    func instant(onDay number: Int, minute: Int = 0) -> Timestamp {
        Timestamp(milliseconds: mornings[min(number, mornings.count - 1)].milliseconds + Int64(minute) * 60_000)
    }

    /// Returns the first instant of `day`.
    func instant(on day: CalendarDate) -> Timestamp { instant(onDay: SyntheticShop.days.lowerBound.days(until: day)) }

    /// The first instant after the shop's last day.
    var end: Timestamp { instant(onDay: mornings.count - 1, minute: 1_440) }
}
