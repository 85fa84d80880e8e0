import GiftModel
import GiftTesting
import Testing

@Suite struct `A coupon` {
    static let hours: Int64 = 3_600_000

    private func yuan(_ text: String) -> Money { Money("\(text) CNY" as String)! }

    @Test func `R-GIFT-11 S07 Takes its amount or its share off a cart that is large enough`() throws {
        let amount = try CouponTerms(.amount(yuan("200.00")), from: yuan("1500.00"), validMilliseconds: 48 * Self.hours)
        let share = try CouponTerms(.share(.percent(5)), from: yuan("0.00"), validMilliseconds: 48 * Self.hours)
        #expect(try amount.discount(on: yuan("1899.00")) == yuan("200.00"))
        #expect(try amount.discount(on: yuan("1500.00")) == yuan("200.00"))
        #expect(try amount.discount(on: yuan("1499.99")) == nil)
        #expect(try share.discount(on: yuan("1899.00")) == yuan("94.95"))
        #expect(try share.discount(on: yuan("0.19")) == yuan("0.00"), "rounded down")
    }

    @Test func `R-GIFT-11 S07 Is valid for so long, and not at the end itself`() throws {
        let terms = try CouponTerms(.share(.percent(5)), from: yuan("0.00"), validMilliseconds: 48 * Self.hours)
        let shanghai = FixedZone(offsetSeconds: 8 * 3600)!
        func local(_ date: String, _ time: String) -> Timestamp {
            Timestamp(CalendarDate(date)!, at: TimeOfDay(time)!, in: shanghai)
        }
        let issue = local("2026-05-12", "21:30:00")
        #expect(terms.expiry(ofIssue: issue) == local("2026-05-14", "21:30:00"))
        #expect(terms.isValid(at: local("2026-05-14", "21:29:59"), issuedAt: issue))
        #expect(!terms.isValid(at: local("2026-05-14", "21:30:00"), issuedAt: issue))
        #expect(terms.isValid(at: issue, issuedAt: issue))
        #expect(!terms.isValid(at: local("2026-05-12", "21:29:59"), issuedAt: issue))
        #expect(terms.expiry(ofIssue: Timestamp(milliseconds: .max)) == nil)
        #expect(terms.isValid(at: Timestamp(milliseconds: .max), issuedAt: Timestamp(milliseconds: .max)))
    }

    @Test func `R-GIFT-11 S01 Is held at its expected cost`() throws {
        let terms = try CouponTerms(.amount(yuan("20.00")), from: yuan("200.00"), validMilliseconds: Self.hours)
        #expect(try terms.expectedCost(usedBy: .percent(30), typicalSpend: yuan("250.00")) == yuan("6.00"))
        #expect(try terms.expectedCost(usedBy: Ratio(1, over: 3)!, typicalSpend: yuan("250.00")) == yuan("6.67"))
        #expect(try terms.expectedCost(usedBy: .percent(30), typicalSpend: yuan("199.99")) == nil)
        #expect(try terms.expectedCost(usedBy: .percent(101), typicalSpend: yuan("250.00")) == nil)
        #expect(try terms.expectedCost(usedBy: .percent(-1), typicalSpend: yuan("250.00")) == nil)
    }

    @Test func `R-GIFT-11 Never takes off more than the order`() throws {
        let terms = try CouponTerms(.amount(yuan("20.00")), from: yuan("0.00"), validMilliseconds: 1)
        #expect(try terms.discount(on: yuan("15.00")) == yuan("15.00"))
        let everything = try CouponTerms(.share(Ratio(1, over: 1)!), from: yuan("0.00"), validMilliseconds: 1)
        let most = Money(minorUnits: .max, in: .cny)
        #expect(try everything.discount(on: most) == most)
    }

    @Test func `R-GIFT-11 Has terms that make sense, or none`() {
        let zero = yuan("0.00")
        let cases: [(Discount, Money, Int64, CouponError)] = [
            (.amount(zero), yuan("-0.01"), 0, .negativeSpend(yuan("-0.01"))),
            (.amount(Money("1.00 USD")!), zero, 0, .currencyMismatch(.usd, expected: .cny)),
            (.amount(zero), zero, 0, .noDiscount), (.share(.percent(0)), zero, 0, .noDiscount),
            (.share(.percent(101)), zero, 0, .noDiscount),
            (.share(.percent(100)), zero, 0, .neverValid(milliseconds: 0)),
        ]
        for (discount, spend, validity, error) in cases {
            #expect(throws: error) { try CouponTerms(discount, from: spend, validMilliseconds: validity) }
        }
        #expect(throws: CouponError.currencyMismatch(.usd, expected: .cny)) {
            try CouponTerms(.share(.percent(5)), from: zero, validMilliseconds: 1).discount(on: Money("1.00 USD")!)
        }
        let errors: [CouponError] = [
            .negativeSpend(yuan("-0.01")), .currencyMismatch(.usd, expected: .cny), .noDiscount,
            .neverValid(milliseconds: 0),
        ]
        #expect(
            errors.map(\.description) == [
                "a least spend of `-0.01 CNY` is below zero", "an amount in `USD` for a coupon in `CNY`",
                "a discount is above zero, and at most everything", "`0` ms of validity are not above zero",
            ]
        )
    }

    @Test func `The wire format never changes`() throws {
        let zero = #"{"currency":"CNY","minorUnits":0}"#
        try expectWireFormat(
            of: CouponTerms(.amount(yuan("20.00")), from: yuan("0.00"), validMilliseconds: 5),
            toBe:
                #"{"discount":{"amount":{"currency":"CNY","minorUnits":2000}},"minimumSpend":\#(zero),"validMilliseconds":5}"#
        )
        try expectWireFormat(
            of: CouponTerms(.share(.percent(5)), from: yuan("0.00"), validMilliseconds: 5),
            toBe: #"{"discount":{"share":"1/20"},"minimumSpend":\#(zero),"validMilliseconds":5}"#
        )
        #expect(
            refusal(
                of: #"{"discount":{"share":"0"},"minimumSpend":\#(zero),"validMilliseconds":5}"#,
                as: CouponTerms.self
            )
                == "a discount is above zero, and at most everything"
        )
        #expect(
            refusal(of: #"{"amount":1,"share":"1"}"#, as: Discount.self)
                == "a discount is either an `amount` or a `share`"
        )
    }
}
