import GiftModel
import Segmentation

/// One customer of the synthetic shop, drawn from the shop's seed and the customer's number.
struct SyntheticCustomer {
    let number: Int
    let record: CustomerRecord
    let place: SyntheticPlace
    let cultures: Set<Culture>?
    let consents: Consents?
    let isPriceSensitive: Bool
    let activities: [Activity]
    let registeredAt: Timestamp
    /// The number of whoever brought this customer, if anybody did, and whether both live in one household.
    let referrer: (number: Int, isOfHousehold: Bool)?

    init(number: Int, seed: UInt64, in places: [SyntheticPlace]) {
        var random = SplitMix(seed: seed, customer: number)
        let digits = String(number)
        let name = "h-" + String(repeating: "0", count: max(0, 5 - digits.count)) + digits
        let id = Customer.ID(stringLiteral: name)
        let place = random.choice(places.map { ($0.share, $0) })
        let first = random.choice([(55, 0), (25, 366), (20, 731)])
        let registration = first + random.below(first == 0 ? 366 : 365)
        let registeredAt = place.instant(onDay: registration, minute: random.number(in: 480...1_319))
        let kind = random.choice([(88, 0), (7, 1), (2, 2), (1, 3), (2, 4)])

        var record = CustomerRecord(of: id)
        record.kind = .person
        record.recipientKind = [.privatePerson, .employee, .publicOfficial, .healthProfessional, nil][kind]
        if kind == 1 {
            record.jobRole = random.choice([(40, .technicalUser), (40, .decisionMaker), (20, .purchaser)])
        }
        record.country = place.country
        record.jurisdiction = place.country
        record.zone = place.zone.id
        record.language = place.language
        record.registeredOn = SyntheticShop.days.lowerBound.adding(days: registration)
        record.birthday = Self.birthday(using: &random, isAtWork: kind != 0)
        record.contact = Self.wishes(using: &random)
        self.number = number
        self.record = record
        self.place = place
        self.cultures = random.happens(inThousand: 800) ? Self.cultures(using: &random) : nil
        self.consents = Self.consents(using: &random, from: registeredAt)
        self.isPriceSensitive = random.happens(inThousand: 350)
        self.referrer =
            number > 1 && random.happens(inThousand: 60)
            ? (1 + random.below(number - 1), random.happens(inThousand: 100)) : nil
        self.registeredAt = registeredAt
        var life = SyntheticLife(of: id, in: place, number: number)
        life.live(from: registration, registeredAt: registeredAt, isCompany: kind == 1, using: &random)
        self.activities = life.activities
    }

    private static func birthday(using random: inout SplitMix, isAtWork: Bool) -> Birthday? {
        guard random.happens(inThousand: 900) else { return nil }
        let isYoung = random.happens(inThousand: 30) && !isAtWork
        let year = 2026 - random.number(in: isYoung ? 8...17 : 20...79)
        let hasYear = random.happens(inThousand: 950)
        let (month, day, isLunar) = (random.number(in: 1...12), random.number(in: 1...30), random.below(100) < 25)
        let isLeapMonth = isLunar && random.happens(inThousand: 20)
        // Where the year had no such day, the last that every month has is taken.
        func annual(_ day: Int) -> Birthday.Day? {
            isLunar
                ? AnnualLunarDate(month: month, isLeapMonth: isLeapMonth, day: day).map(Birthday.Day.lunar)
                : AnnualDate(month: month, day: day).map(Birthday.Day.solar)
        }
        guard let kept = annual(day) ?? annual(28) else { return nil }
        return hasYear ? Birthday(kept, bornIn: year) ?? Birthday(kept) : Birthday(kept)
    }

    private static func wishes(using random: inout SplitMix) -> ContactPreferences? {
        let hours = QuietHours(from: TimeOfDay(hour: 21, minute: 0)!, until: TimeOfDay(hour: 9, minute: 0)!)
        let quiet = random.happens(inThousand: 100) ? hours : nil
        let fewer =
            random.happens(inThousand: 50) ? [OptDown(of: .email, atMost: 1, inDays: 30)].compactMap(\.self) : []
        return quiet == nil && fewer.isEmpty ? nil : ContactPreferences(optDowns: fewer, quietHours: quiet)
    }

    private static func cultures(using random: inout SplitMix) -> Set<Culture> {
        random.choice([
            (80, [.chineseCustom]), (8, [.chineseCustom, "christmas"]), (4, ["christmas"]), (3, [.islam]), (5, []),
        ])
    }

    private static func consents(using random: inout SplitMix, from instant: Timestamp) -> Consents? {
        let story = random.choice([(92, 0), (5, 1), (3, 2)])
        guard story != 1 else { return nil }
        let purposes: [Purpose] = [.giftDelivery, .marketing, .personalization, .surveys]
        var changes = purposes.compactMap {
            ConsentChange(to: $0, givenAt: instant, notice: "2024-01", proof: "registration")
        }
        if story == 2 {
            let later = Timestamp(milliseconds: instant.milliseconds + Int64(random.number(in: 30...600)) * 86_400_000)
            changes += [
                ConsentChange(to: .giftDelivery, withdrawnAt: later), ConsentChange(to: .marketing, withdrawnAt: later),
            ]
        }
        return Consents(changes)
    }
}
