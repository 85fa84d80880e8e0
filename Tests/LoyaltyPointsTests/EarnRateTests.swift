import GiftModel
import LoyaltyPoints
import Testing

@Suite struct `An earn rate` {
    let onePerEuro = EarnRate(1, per: Money(minorUnits: 1_00, in: .eur))!

    @Test func `R-PTS-01 Rounds down once for the whole order and keeps what it left out`() throws {
        // Case 1: three lines of 0.99.
        let perOrder = try onePerEuro.earning(on: Money("2.97 EUR")!)
        #expect(perOrder.points == 2)
        #expect((perOrder.remainder, perOrder.divisor) == (97, 100))
        #expect(try onePerEuro.earning(on: Money("0.99 EUR")!).points == 0)
    }

    @Test func `R-PTS-01 Is exact where binary fractions are not`() throws {
        // Case 4: 0.29 per 1.00 on 100.00 is 28.999999999999996 in Double.
        let rate = EarnRate(29, per: Money("100.00 EUR")!)!
        #expect(try rate.earning(on: Money("100.00 EUR")!).points == 29)
    }

    @Test func `Earns nothing on a spend below zero`() throws {
        #expect(try onePerEuro.earning(on: Money("-5.00 EUR")!).points == 0)
    }

    @Test func `Refuses another currency, and points beyond 64 bits`() {
        #expect(throws: EarnError.currencyMismatch(.usd, expected: .eur)) {
            try onePerEuro.earning(on: Money("1.00 USD")!)
        }
        #expect(throws: EarnError.overflow) {
            try EarnRate(Points(.max)!, per: Money(minorUnits: 1, in: .jpy))!.earning(on: Money("2 JPY")!)
        }
    }

    @Test func `Needs an amount above zero`() {
        #expect(EarnRate(1, per: .zero(in: .eur)) == nil)
    }

    @Test func `Says what was wrong in one line`() {
        #expect("\(EarnError.currencyMismatch(.usd, expected: .eur))" == "a spend in `USD` where the rate is in `EUR`")
        #expect("\(EarnError.overflow)" == "the points do not fit in 64 bits")
    }
}
