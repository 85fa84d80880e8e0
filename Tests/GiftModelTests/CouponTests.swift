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
        #expect(throws: CouponError.neverUsed(0)) {
            try CouponTerms(.share(.percent(5)), from: zero, validMilliseconds: 1, uses: 0)
        }
        for (discount, spend, validity, error) in cases {
            #expect(throws: error) { try CouponTerms(discount, from: spend, validMilliseconds: validity) }
        }
        #expect(throws: CouponError.currencyMismatch(.usd, expected: .cny)) {
            try CouponTerms(.share(.percent(5)), from: zero, validMilliseconds: 1).discount(on: Money("1.00 USD")!)
        }
        let errors: [CouponError] = [
            .negativeSpend(yuan("-0.01")), .currencyMismatch(.usd, expected: .cny), .noDiscount,
            .neverValid(milliseconds: 0), .neverUsed(0),
        ]
        #expect(
            errors.map(\.description) == [
                "a least spend of `-0.01 CNY` is below zero", "an amount in `USD` for a coupon in `CNY`",
                "a discount is above zero, and at most everything", "`0` ms of validity are not above zero",
                "`0` uses are not one or more",
            ]
        )
    }

    private func order(
        _ total: String,
        lines: [OrderLine] = [],
        at milliseconds: Int64 = 10,
        channel: ActivityChannel? = .online
    ) -> Order {
        let placedAt = Timestamp(milliseconds: milliseconds)
        return Order(id: "o", customer: "c", placedAt: placedAt, total: yuan(total), lines: lines, channel: channel)!
    }

    private let issue = Timestamp(milliseconds: 0)

    @Test func `R-GIFT-11 Counts only what was paid for its goods`() throws {
        let terms = try CouponTerms(
            .share(.percent(10)),
            from: yuan("100.00"),
            validMilliseconds: 100,
            goods: ["crib", "cot"]
        )
        let lines = [
            OrderLine(of: "crib", quantity: 1, amount: yuan("60.00"))!,
            OrderLine(of: "toy", quantity: 9, amount: yuan("900.00"))!,
            OrderLine(of: "cot", quantity: 1, amount: yuan("40.00"))!,
        ]
        #expect(try terms.verdict(on: order("1000.00", lines: lines), issuedAt: issue) == .takesOff(yuan("10.00")))
        let refused = try terms.verdict(on: order("1000.00", lines: Array(lines.dropLast())), issuedAt: issue)
        guard case .refused(let reasons) = refused else { return #expect(Bool(false), "\(refused)") }
        #expect(
            reasons.map { $0.text(in: .english, from: .coupons) }
                == ["60.00 CNY of its goods, from 100.00 CNY on, 40.00 CNY missing"]
        )
        let toys = try terms.verdict(on: order("1000.00", lines: [lines[1]]), issuedAt: issue)
        #expect(toys == .refused([Reason(CouponReason.otherGoods)]))
        let unknown = try terms.verdict(on: order("1000.00"), issuedAt: issue)
        guard case .unknown(let missing) = unknown else { return #expect(Bool(false), "\(unknown)") }
        #expect(missing.map { $0.text(in: .chinese, from: .coupons) } == ["订单商品未知"])
    }

    @Test func `R-GIFT-11 Says everything that stands in the way at once`() throws {
        let terms = try CouponTerms(
            .amount(yuan("5.00")),
            from: yuan("50.00"),
            validMilliseconds: 100,
            channels: [.app, .store],
            uses: 2
        )
        let others = [try CouponTerms(.amount(yuan("1.00")), from: yuan("0.00"), validMilliseconds: 1)]
        let late = order("49.99", at: 100)
        let verdict = try terms.verdict(on: late, issuedAt: issue, used: 2, beside: others)
        guard case .refused(let reasons) = verdict else { return #expect(Bool(false), "\(verdict)") }
        #expect(
            reasons.map { $0.text(in: .english, from: .coupons) } == [
                "the coupon has expired", "used 2 of 2 times", "not beside other coupons", "not valid: online shop",
                "49.99 CNY of its goods, from 50.00 CNY on, 0.01 CNY missing",
            ]
        )
        let fine = order("50.00", at: 99, channel: .store)
        #expect(try terms.verdict(on: fine, issuedAt: issue, used: 1) == .takesOff(yuan("5.00")))
        let lateAndNowhere = order("50.00", at: 100, channel: nil)
        #expect(
            try terms.verdict(on: lateAndNowhere, issuedAt: issue)
                == .refused([Reason(CouponReason.couponExpired), Reason(CouponReason.orderChannelNotKnown)])
        )
        let nowhere = order("50.00", at: 99, channel: nil)
        #expect(
            try terms.verdict(on: nowhere, issuedAt: issue) == .unknown([Reason(CouponReason.orderChannelNotKnown)])
        )
        let early = order("50.00", at: -1, channel: .app)
        #expect(try terms.verdict(on: early, issuedAt: issue) == .refused([Reason(CouponReason.notYetIssued)]))
    }

    @Test func `R-GIFT-11 Says what stands in the way beside what is not known of the goods`() throws {
        let terms = try CouponTerms(.amount(yuan("5.00")), from: yuan("0.00"), validMilliseconds: 10, goods: ["crib"])
        #expect(
            try terms.verdict(on: order("50.00", at: 10), issuedAt: issue)
                == .refused([Reason(CouponReason.couponExpired), Reason(CouponReason.goodsNotKnown)])
        )
        let most = Money(minorUnits: .max, in: .cny)
        let cribs = [
            OrderLine(of: "crib", quantity: 1, amount: most)!, OrderLine(of: "crib", quantity: 1, amount: most)!,
        ]
        #expect(
            try terms.verdict(on: order("50.00", lines: cribs, at: 9), issuedAt: issue) == .takesOff(yuan("5.00")),
            "a sum beyond 64 bits is large enough for every coupon"
        )
    }

    @Test func `R-GIFT-11 Is held for every use that it promises`() throws {
        let thrice = try CouponTerms(.amount(yuan("20.00")), from: yuan("0.00"), validMilliseconds: 1, uses: 3)
        #expect(try thrice.expectedCost(usedBy: .percent(30), typicalSpend: yuan("250.00")) == yuan("18.00"))
        let endless = try CouponTerms(.amount(yuan("20.00")), from: yuan("0.00"), validMilliseconds: 1, uses: .max)
        #expect(try endless.expectedCost(usedBy: .percent(30), typicalSpend: yuan("250.00")) == nil)
    }

    @Test func `R-GIFT-11 Goes beside others only where all of them may`() throws {
        func coupon(_ stacking: CouponStacking) throws -> CouponTerms {
            try CouponTerms(.amount(yuan("5.00")), from: yuan("0.00"), validMilliseconds: 99, stacking: stacking)
        }
        let (alone, friendly) = (try coupon(.alone), try coupon(.withOthers))
        let order = order("50.00")
        #expect(try friendly.verdict(on: order, issuedAt: issue, beside: [friendly]) == .takesOff(yuan("5.00")))
        let refused = CouponVerdict.refused([Reason(CouponReason.notWithOthers)])
        #expect(try friendly.verdict(on: order, issuedAt: issue, beside: [friendly, alone]) == refused)
        #expect(try alone.verdict(on: order, issuedAt: issue, beside: [friendly]) == refused)
        #expect(try alone.verdict(on: order, issuedAt: issue) == .takesOff(yuan("5.00")))
    }

    @Test func `R-GIFT-11 Has words for every reason in both languages`() {
        for code in CouponReason.allCases {
            #expect(!code.phrase[.english].isEmpty && code.phrase[.chinese].contains { $0 > "\u{4E00}" })
        }
    }

    @Test func `The wire format never changes`() throws {
        let nothing = #"{"currency":"CNY","minorUnits":0}"#
        try expectWireFormat(
            of: CouponTerms(
                .share(.percent(5)),
                from: yuan("0.00"),
                validMilliseconds: 5,
                goods: ["cot", "crib"],
                channels: [.store, .app],
                stacking: .withOthers,
                uses: 3
            ),
            toBe: #"{"channels":["app","store"],"discount":{"share":"1/20"},"goods":["cot","crib"],"minimumSpend":"#
                + #"\#(nothing),"stacking":"withOthers","uses":3,"validMilliseconds":5}"#
        )
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
