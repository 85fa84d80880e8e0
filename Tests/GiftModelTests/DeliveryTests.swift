import GiftModel
import Testing

@Suite struct `Delivering a gift` {
    private static func gift(_ deliveries: [DeliveryOption], leadDays: Int64 = 3) -> Gift {
        var gift = Gift(
            id: "tea",
            name: LocalizedText(english: "Tea", chinese: "茶"),
            kind: .physical,
            cost: LandedCost(goods: 1, in: .cny)!,
            stock: 1,
            leadDays: leadDays
        )!
        gift.deliveries = deliveries
        gift.customization = Customization(mostCharacters: 10, days: 5)
        return gift
    }

    private static let courier = DeliveryOption(.courier, days: 2, to: [CountryCode("CN")!])!
    private static let pickup = DeliveryOption(.pickup, days: 1, pickupDays: 14)!
    private static let email = DeliveryOption(.email, days: 0)!
    private static let ordered = CalendarDate("2026-03-10")!

    private static func reach(
        post: Bool? = true,
        country: String? = "CN",
        email: Bool? = true,
        choice: [DeliveryChannel] = []
    ) -> Reach {
        var reach = Reach()
        reach.hasPostalAddress = post
        reach.postalCountry = country.flatMap { CountryCode($0) }
        reach.hasEmailAddress = email
        reach.choice = choice
        return reach
    }

    private static func says(_ reasons: [Reason], in language: Language = .english) -> [String] {
        reasons.map { $0.text(in: language, from: .delivery) }
    }

    @Test func `R-GIFT-05 Takes the first way that works in time`() {
        let gift = Self.gift([Self.courier, Self.pickup])
        #expect(
            gift.delivery(to: Self.reach(), orderedOn: Self.ordered, neededBy: CalendarDate("2026-03-15")!)
                == .possible(Self.courier, arrivesOn: CalendarDate("2026-03-15")!, [])
        )
        let finding = gift.delivery(to: Self.reach(), orderedOn: Self.ordered, neededBy: CalendarDate("2026-03-14")!)
        guard case .possible(Self.pickup, let arrival, let reasons) = finding else {
            return #expect(Bool(false), "\(finding)")
        }
        #expect(arrival == CalendarDate("2026-03-14"))
        #expect(Self.says(reasons) == ["courier: arrives on 2026-03-15, 1 day after 2026-03-14"])
        #expect(Self.says(reasons, in: .chinese) == ["快递：2026-03-15送达，比2026-03-14晚1天"])
        #expect(Self.pickup.pickupUntil(arriving: arrival) == CalendarDate("2026-03-28"))
        #expect(Self.courier.pickupUntil(arriving: arrival) == nil)
    }

    @Test func `R-GIFT-05 Takes the time for making it before the way`() {
        let gift = Self.gift([Self.courier])
        let deadline = CalendarDate("2026-03-20")!
        #expect(
            gift.delivery(to: Self.reach(), orderedOn: Self.ordered, neededBy: deadline, isCustomized: true)
                == .possible(Self.courier, arrivesOn: deadline, [])
        )
    }

    @Test func `R-GIFT-05 Is bound by the receiver's own choice`() {
        let gift = Self.gift([Self.courier, Self.pickup])
        let deadline = CalendarDate("2026-03-14")!
        func finding(_ choice: DeliveryChannel...) -> DeliveryFinding {
            gift.delivery(to: Self.reach(choice: choice), orderedOn: Self.ordered, neededBy: deadline)
        }
        guard case .impossible(let late) = finding(.courier) else { return #expect(Bool(false)) }
        #expect(Self.says(late) == ["courier: arrives on 2026-03-15, 1 day after 2026-03-14"])
        #expect(finding(.pickup, .courier) == .possible(Self.pickup, arrivesOn: deadline, []))
        guard case .impossible(let none) = finding(.email, .inPerson) else { return #expect(Bool(false)) }
        #expect(Self.says(none) == ["chosen: e-mail, in person, not offered"])
    }

    @Test func `R-GIFT-05 Checks the address, and says what is not known of it`() {
        let gift = Self.gift([Self.courier, Self.email])
        let deadline = CalendarDate("2026-04-01")!
        func finding(_ reach: Reach) -> DeliveryFinding {
            gift.delivery(to: reach, orderedOn: Self.ordered, neededBy: deadline)
        }
        guard case .unknown(let unknown) = finding(Self.reach(post: nil, country: nil, email: nil)) else {
            return #expect(Bool(false))
        }
        #expect(
            Self.says(unknown) == [
                "courier: postal address not known", "courier: country not known", "e-mail: e-mail address not known",
            ]
        )
        guard case .impossible(let nowhere) = finding(Self.reach(post: true, country: "US", email: false)) else {
            return #expect(Bool(false))
        }
        #expect(Self.says(nowhere) == ["courier: not to US", "e-mail: no e-mail address"])
        guard case .possible(Self.email, _, let reasons) = finding(Self.reach(post: false, country: nil)) else {
            return #expect(Bool(false))
        }
        #expect(Self.says(reasons) == ["courier: no postal address", "courier: country not known"])
        #expect(
            Self.gift([]).delivery(to: Self.reach(), orderedOn: Self.ordered, neededBy: deadline)
                == .unknown([Reason(DeliveryReason.noWayStated)])
        )
    }

    @Test func `R-GIFT-05 Stays undecided when one way might work and another does not`() {
        let finding = Self.gift([Self.courier, Self.email])
            .delivery(
                to: Self.reach(post: nil, country: "CN", email: false),
                orderedOn: Self.ordered,
                neededBy: CalendarDate("2026-04-01")!
            )
        guard case .unknown(let reasons) = finding else { return #expect(Bool(false), "\(finding)") }
        #expect(Self.says(reasons) == ["courier: postal address not known", "e-mail: no e-mail address"])
    }

    @Test func `R-GIFT-05 Says so when the calendar ends first`() {
        let last = CalendarDate("9999-12-31")!
        let finding = Self.gift([Self.pickup]).delivery(to: Self.reach(), orderedOn: last, neededBy: last)
        guard case .impossible(let reasons) = finding else { return #expect(Bool(false), "\(finding)") }
        #expect(Self.says(reasons) == ["store pick-up: arrives beyond the calendar"])
    }

    @Test func `R-GIFT-05 Needs an address where a parcel or a letter goes`() {
        #expect(
            DeliveryChannel.allCases.map(\.need) == [nil, nil, .postalAddress, .postalAddress, .emailAddress, nil]
        )
        #expect(DeliveryChannel.contactless.title[.chinese] == "无接触配送")
        for code in DeliveryReason.allCases {
            #expect(!code.phrase[.english].isEmpty && code.phrase[.chinese].contains { $0 > "\u{4E00}" })
        }
    }

    @Test func `R-GIFT-05 Has ways of a year at most, of which only those that are fetched lie ready`() {
        #expect(DeliveryOption(.courier, days: 366) == nil && DeliveryOption(.courier, days: -1) == nil)
        #expect(DeliveryOption(.pickup, days: 0, pickupDays: 0) == nil)
        #expect(DeliveryOption(.courier, days: 0, pickupDays: 1) == nil)
        #expect(DeliveryOption(.contactless, days: 0, pickupDays: 1) != nil)
    }
}
