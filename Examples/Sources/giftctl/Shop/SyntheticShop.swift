import GiftModel

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
/// | has told the birthday; by the lunar calendar; with the year; is 8 to 17 years old | 90 %; 25 %; 95 %; 3 % of them |
/// | consents to gifts and messages, was never asked, takes consent back later | 92, 5, 3 % |
/// | stops buying for good; stops and comes back after 100 to 300 days; buys half as often from some day on | 20, 10, 12 % |
/// | an order comes back wholly, in part; leads to a complaint | 3, 3, 4 % |
/// | a complaint is simple, complex, grave; stays open; is opened again | 80, 15, 5 %; 5 %; 10 % |
/// | was brought by a customer; of one household | 6 %; 10 % of them |
/// | looks at prices | 35 % |
/// | has told which customs are kept; keeps Christmas, Islam | 80 %; 12, 3 % of them |
/// | a cart is left, half as often as something is bought; is paid in the end | 55 % of carts |
///
/// In January, May, June and September people buy more, in November half as much again, in February and July less.
struct SyntheticShop {
    let seed: UInt64
    let customers: [ShopCustomer]

    /// The days of which anything is known.
    static let days = CalendarDate(year: 2024, month: 1, day: 1)!...CalendarDate(year: 2026, month: 12, day: 31)!
    static let currency = Currency.cny

    /// The first `count` customers of the shop with this `seed`.
    init(seed: UInt64, customers count: Int) throws {
        let places = try SyntheticPlace.all()
        let drafts = (1...max(1, count)).map { SyntheticCustomer(number: $0, seed: seed, in: places) }
        var notes: [Int: [Activity]] = [:]
        for draft in drafts {
            guard let referral = SyntheticReferral(of: draft, among: drafts) else { continue }
            notes[referral.friend, default: []] += referral.ofFriend
            notes[draft.number, default: []] += referral.ofBrought
        }
        self.seed = seed
        self.customers = try drafts.map { draft in
            let customer = ShopCustomer(
                draft.record,
                cultures: draft.cultures,
                consents: draft.consents,
                labels: try draft.labels,
                activities: draft.activities + notes[draft.number, default: []],
                in: Self.currency,
                livingIn: draft.place.zone
            )
            guard let customer else { preconditionFailure("amounts of one shop add up") }
            return customer
        }
    }

    /// The first days of the quarters in which anything is known.
    static let quarters = (2024...2026)
        .flatMap { year in [1, 4, 7, 10].compactMap { CalendarDate(year: year, month: $0, day: 1) } }
}
