import Foundation
import GiftFoundation
import GiftModel
import Segmentation

/// Harbour Tea & Home, a shop that does not exist: its customers and all that they did from 2024 through 2026.
///
/// The same seed gives the same customers, and the first customers are the same however many there are, but for whom
/// they brought. Everything is drawn by ``SplitMix`` in whole numbers, customer by customer and day by day:
///
/// | what | how often |
/// |---|---|
/// | registers in 2024, 2025, 2026 | 55, 25, 20 % |
/// | buys 2, 6, 16, 36 times a year, for 180, 260, 420, 850 yuan at the mean | 45, 35, 15, 5 % |
/// | is a private person, a company's employee, a public official, a health professional, not known | 88, 7, 2, 1, 2 % |
/// | lives in China, Japan, Britain, the eastern United States | 94, 2, 2, 2 % |
/// | has told the birthday; by the lunar calendar; with the year; is 8 to 17 years old | 70 %; 25 %; 80 %; 3 % of them |
/// | consents to gifts and messages, was never asked, takes consent back later | 92, 5, 3 % |
/// | stops buying for good; stops and comes back after 100 to 300 days; buys half as often from some day on | 20, 10, 12 % |
/// | an order comes back wholly, in part; leads to a complaint | 3, 3, 4 % |
/// | a complaint is simple, complex, grave; stays open; is opened again | 80, 15, 5 %; 5 %; 10 % |
/// | a cart is left, half as often as something is bought; is paid in the end | 55 % of carts |
///
/// In January, May, June and September people buy more, in November half as much again, in February and July less.
struct SyntheticShop {
    let seed: UInt64
    let customers: [KnownCustomer]

    /// The days of which anything is known.
    static let days = CalendarDate(year: 2024, month: 1, day: 1)!...CalendarDate(year: 2026, month: 12, day: 31)!
    static let currency = Currency.cny

    /// The first `count` customers of the shop with this `seed`.
    init(seed: UInt64, customers count: Int) throws {
        let places = try SyntheticPlace.all()
        let drafts = (1...max(1, count)).map { SyntheticCustomer(number: $0, seed: seed, in: places) }
        var brought: [Int: [Interaction]] = [:]
        for draft in drafts {
            guard let (friend, referral) = draft.referral(among: drafts) else { continue }
            brought[friend, default: []].append(referral)
        }
        self.seed = seed
        self.customers = try drafts.map { draft in
            let referrals = brought[draft.number, default: []].map(Activity.interaction)
            let customer = KnownCustomer(
                draft.record,
                cultures: draft.cultures,
                consents: draft.consents,
                labels: try draft.labels,
                activities: draft.activities + referrals,
                in: Self.currency,
                livingIn: draft.place.zone
            )
            guard let customer else { preconditionFailure("amounts of one shop add up") }
            return customer
        }
    }

    /// The labels that the shop keeps of its customers.
    static let labels = LabelList([
        LabelList.Definition(
            "price-sensitive",
            .number,
            title: LocalizedText(english: "Looks at the price (1) or not (0)", chinese: "价格敏感(1)或否(0)")
        )
    ])!
}

/// Where customers of the shop live.
struct SyntheticPlace {
    let country: CountryCode
    let language: LanguageTag
    let zone: ZoneTable
    /// The first instants of the days of the shop.
    let mornings: [Timestamp]
    /// In a thousand customers, how many live here.
    let share: Int

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
                mornings: (0...start.days(until: SyntheticShop.days.upperBound))
                    .compactMap { start.adding(days: $0).map { table.instants(of: $0).lowerBound } },
                share: share
            )
        }
    }
}
