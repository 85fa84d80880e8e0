import GiftModel
import GiftPolicy
import GiftPolicyFixtures
import Testing

@Suite struct `An anniversary trigger` {
    private static let itself = OccasionDays.around(from: 0, through: 0)

    private func desk(_ triggers: AnniversaryTrigger...) -> CalendarDesk {
        var desk = CalendarDesk()
        desk.triggers = triggers.map(Trigger.anniversary)
        desk.record.registeredOn = day("2020-05-01")
        desk.orders = [("2020-06-10", 5_00), ("2020-12-24", 5_00)]
        return desk
    }

    private func contract(on date: String) -> Activity {
        .interaction(
            Interaction(.contract, id: Interaction.ID(date)!, customer: "c-1", occurredAt: utc("\(date)T12:00:00Z"))!
        )
    }

    @Test func `R-TRIG-03 Remembers registration, first purchase and cooperation, each for itself`() {
        var customer = desk(
            AnniversaryTrigger(of: .registration, on: Self.itself),
            AnniversaryTrigger(of: .firstPurchase, on: Self.itself),
            AnniversaryTrigger(of: .cooperation, on: Self.itself)
        )
        customer.activities = [contract(on: "2021-03-03"), contract(on: "2020-09-09")]
        #expect(customer.decision(on: "2023-05-01").term(of: "r-0") == "registration/3")
        #expect(customer.decision(on: "2023-06-10").term(of: "r-1") == "firstPurchase/3")
        #expect(customer.decision(on: "2023-09-09").term(of: "r-2") == "cooperation/3")
        let none = customer.decision(on: "2023-06-11")
        #expect(none.candidates.isEmpty)
        #expect(none.earliest(of: "r-0")?.day == day("2024-05-01"))
        #expect(none.earliest(of: "r-2")?.day == day("2023-09-09"))
        #expect(
            none.reason(of: "r-2")
                == "first contract 3 years ago on 2023-09-09, remembered from 2023-09-09 on: 90 days to go"
        )
    }

    @Test func `R-TRIG-03 Says how many years it is`() {
        let near = desk(AnniversaryTrigger(of: .registration, on: .around(from: -2, through: 4)))
            .decision(on: "2025-04-30")
        #expect(
            near.reason() == "registration 5 years ago on 2025-05-01, remembered from 2025-04-29 through 2025-05-05"
        )
        #expect(near.reason(in: .chinese) == "2025-05-01为注册满5年，赠礼期为2025-04-29至2025-05-05")
    }

    @Test func `R-TRIG-03 Remembers only the years that are named`() {
        let customer = desk(AnniversaryTrigger(of: .registration, years: [10, 1, 5], on: Self.itself))
        let cases = [
            ("2020-05-01", "2021-05-01"), ("2021-05-02", "2025-05-01"), ("2022-05-01", "2025-05-01"),
            ("2025-05-02", "2030-05-01"),
        ]
        for (today, earliest) in cases { #expect(customer.decision(on: today).earliest()?.day == day(earliest)) }
        #expect(customer.decision(on: "2025-05-01").term() == "registration/5")
        let every = desk(AnniversaryTrigger(of: .registration, on: Self.itself))
        #expect(every.decision(on: "2020-05-01").earliest()?.day == day("2021-05-01"), "the event itself is none")
        let over = customer.decision(on: "2030-05-02")
        #expect((over.reason(), over.earliest()) == ("no anniversary is remembered from 2030-05-02 on", nil))
    }

    @Test(arguments: [
        (
            LeapDayRule.dayBefore, ["2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29", "2029-02-28"],
            [1, 2, 3, 4, 5]
        ),
        (.dayAfter, ["2025-03-01", "2026-03-01", "2027-03-01", "2028-02-29", "2029-03-01"], [1, 2, 3, 4, 5]),
        (.skip, ["2028-02-29", "2032-02-29", "2036-02-29"], [4, 8, 12]),
    ])
    func `A22 R-TRIG-03 Remembers a leap day by the policy's rule`(rule: LeapDayRule, dates: [String], numbers: [Int]) {
        let trigger = AnniversaryTrigger(of: .firstPurchase, on: Self.itself)
        var instant = utc("2024-03-01T00:00:00Z")
        for (date, number) in zip(dates, numbers) {
            let window = trigger.window(
                since: day("2024-02-29"),
                endingAfter: instant,
                in: FixedZone.utc,
                leapDay: rule
            )
            #expect(window?.day == day(date))
            #expect(window?.term.text == "firstPurchase/\(number)")
            instant = window?.instants.upperBound ?? instant
        }
    }

    @Test func `R-TRIG-03 Waits eight years for a leap day that a rule leaves out at the turn of a century`() {
        let trigger = AnniversaryTrigger(of: .registration, on: Self.itself)
        let window = trigger.window(
            since: day("2000-02-29"),
            endingAfter: utc("2096-03-01T00:00:00Z"),
            in: FixedZone.utc,
            leapDay: .skip
        )
        #expect(window?.day == day("2104-02-29"))
    }

    @Test func `R-DATA-05 R-TRIG-03 Stays quiet where the day is not known, and names it`() {
        var customer = desk(
            AnniversaryTrigger(of: .registration, on: Self.itself),
            AnniversaryTrigger(of: .firstPurchase, on: Self.itself),
            AnniversaryTrigger(of: .cooperation, on: Self.itself)
        )
        customer.record.registeredOn = nil
        customer.orders = [("2020-01-01", -1)]
        let decision = customer.decision(on: "2023-05-01")
        #expect(decision.reason(of: "r-0") == "Day of registration: not known")
        #expect(decision.reason(of: "r-1") == "Purchases: not known")
        #expect(decision.reason(of: "r-2") == "Contract: not known")
        customer.orders = []
        #expect(customer.decision(on: "2023-05-01").reason(of: "r-1") == "nothing was bought yet")
    }

    @Test func `R-TRIG-03 Counts the contract on the customer's day`() {
        var customer = desk(AnniversaryTrigger(of: .cooperation, on: Self.itself))
        customer.record.zone = Zones.shanghai.id
        customer.activities = [
            .interaction(
                Interaction(.contract, id: "i", customer: "c-1", occurredAt: utc("2020-09-09T16:00:00Z"))!
            )
        ]
        #expect(customer.decision(at: utc("2023-09-09T12:00:00Z")).earliest()?.instant == utc("2023-09-09T16:00:00Z"))
    }
}
