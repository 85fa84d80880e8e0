import GiftModel
import GiftPolicy
import GiftPolicyFixtures
import Testing

@Suite struct `A cart trigger` {
    private func desk(_ activities: [Activity], _ trigger: CartTrigger = CartTrigger()) -> ActivityDesk {
        ActivityDesk(.cart(trigger), activities: activities)
    }

    @Test func `R-TRIG-08 S07 Is due two hours after the last touch, to the millisecond`() {
        let touched = at("2026-05-12 19:30:00")
        let crib = desk([Did.cart("crib", 1, "1899.00 EUR", touched)], CartTrigger(atLeast: money("150.00 EUR")))
        let early = crib.decision(at: at("2026-05-12 21:29:59"))
        #expect(early.earliest()?.instant == at("2026-05-12 21:30:00"))
        #expect(early.words() == "cart last changed at 2026-05-12 19:30:00, not yet 2 hours ago: 1 second to go")
        #expect(!crib.decision(at: at("2026-05-12 21:30:00").later(-1)).gives())
        let due = crib.decision(at: at("2026-05-12 21:30:00"))
        #expect(due.term() == "cart/\(touched.milliseconds)")
        #expect(due.words() == "cart untouched since 2026-05-12 19:30:00, for 2 hours or longer")
    }

    @Test func `R-TRIG-08 S07 C Is over when the cart is paid before the morning`() {
        let touched = Did.cart("crib", 1, "1899.00 EUR", at("2026-05-12 20:15:00"))
        #expect(desk([touched]).decision(at: at("2026-05-12 22:15:00")).gives())
        let paid = desk([touched, Did.order("o", "1899.00 EUR", at("2026-05-13 07:50:00"))])
        #expect(
            paid.decision(at: at("2026-05-13 08:00:00")).words()
                == "cart last changed at 2026-05-12 20:15:00, paid at 2026-05-13 07:50:00"
        )
    }

    @Test func `R-TRIG-08 A17 Begins anew when touched again, and ends when paid`() {
        let touched = Did.cart("tea", 1, nil, utc("2026-05-01T10:00:00Z"))
        var desk = desk([touched])
        desk.zone = Shop.utc
        #expect(!desk.decision(at: utc("2026-05-01T11:59:59Z")).gives())
        #expect(desk.decision(at: utc("2026-05-01T12:00:00Z")).gives())
        desk.activities = [touched, Did.cart("tea", 1, nil, utc("2026-05-01T12:30:00Z"))]
        let again = desk.decision(at: utc("2026-05-01T12:35:00Z"))
        #expect(again.earliest()?.instant == utc("2026-05-01T14:30:00Z"))
        #expect(desk.decision(at: utc("2026-05-01T14:30:00Z")).gives())
        desk.activities = [touched, Did.order("o", "1.00 EUR", utc("2026-05-01T12:10:00Z"))]
        #expect(
            desk.decision(at: utc("2026-05-01T12:15:00Z")).words()
                == "cart last changed at 2026-05-01 10:00:00, paid at 2026-05-01 12:10:00"
        )
        // What has not happened yet pays for nothing.
        #expect(desk.decision(at: utc("2026-05-01T12:09:59Z")).gives())
    }

    struct Case: CustomTestStringConvertible {
        let activities: [Activity]
        let says: String
        var testDescription: String { says }

        init(_ says: String, _ activities: Activity...) { (self.says, self.activities) = (says, activities) }
    }

    private static let noon = at("2026-05-12 12:00:00")
    private static func cart(_ product: String, _ quantity: Int64, _ price: String?, _ minutes: Int64) -> Activity {
        Did.cart(product, quantity, price, noon.later(minutes * Timestamp.minute))
    }

    @Test(arguments: [
        Case("no cart is known"),
        Case("cart untouched since 2026-05-12 12:00:00, for 2 hours or longer", cart("a", 1, "150.00 EUR", 0)),
        Case("the cart is worth 149.99 EUR: 0.01 EUR missing to 150.00 EUR", cart("a", 1, "149.99 EUR", 0)),
        Case(
            "cart untouched since 2026-05-12 12:01:00, for 2 hours or longer",
            cart("a", 1, "149.99 EUR", 0),
            cart("b", 1, "0.01 EUR", 1)
        ),
        Case(
            "the cart is worth 100.00 EUR: 50.00 EUR missing to 150.00 EUR",
            cart("a", 3, "50.00 EUR", 0),
            cart("a", -1, nil, 1)
        ),
        Case("cart emptied at 2026-05-12 12:01:00", cart("a", 3, "50.00 EUR", 0), cart("a", -3, nil, 1)),
        Case("cart emptied at 2026-05-12 12:01:00", cart("a", 1, "900.00 EUR", 0), cart("a", -2, nil, 1)),
        // The price that was told last counts.
        Case(
            "the cart is worth 80.00 EUR: 70.00 EUR missing to 150.00 EUR",
            cart("a", 1, "500.00 EUR", 0),
            cart("a", 1, "40.00 EUR", 1)
        ),
        Case(
            "the prices of a, b in the cart are not known, at least 150.00 EUR is asked for",
            cart("b", 1, nil, 0),
            cart("a", 1, "150.00 USD", 1)
        ),
        // A price that is missing does not matter where the others suffice.
        Case(
            "cart untouched since 2026-05-12 12:01:00, for 2 hours or longer",
            cart("a", 1, "150.00 EUR", 0),
            cart("b", 1, nil, 1)
        ),
        // An order pays for all that lay in the cart.
        Case(
            "the cart is worth 10.00 EUR: 140.00 EUR missing to 150.00 EUR",
            cart("a", 1, "150.00 EUR", 0),
            Did.order("o", "150.00 EUR", noon.later(Timestamp.minute)),
            cart("b", 1, "10.00 EUR", 2)
        ),
        // One at the instant of a change pays for that too, whatever comes after.
        Case(
            "the cart is worth 10.00 EUR: 140.00 EUR missing to 150.00 EUR",
            cart("a", 1, "150.00 EUR", 0),
            Did.order("o", "150.00 EUR", noon),
            cart("b", 1, "10.00 EUR", 1)
        ),
        Case(
            "cart last changed at 2026-05-12 12:00:00, paid at 2026-05-12 12:00:00",
            cart("a", 1, "150.00 EUR", 0),
            Did.order("o", "150.00 EUR", noon)
        ),
        Case(
            "cart untouched since 2026-05-12 12:00:00, for 2 hours or longer",
            cart("a", 1, "150.00 EUR", 0),
            Did.order("o", "150.00 EUR", noon.later(-1))
        ),
    ])
    func `R-TRIG-08 Tells what lies in the cart`(example: Case) {
        let trigger = CartTrigger(atLeast: money("150.00 EUR"))
        #expect(desk(example.activities, trigger).decision(at: at("2026-05-12 18:00:00")).words() == example.says)
        let twice = Array(example.activities.reversed()) + example.activities
        #expect(desk(twice, trigger).decision(at: at("2026-05-12 18:00:00")).words() == example.says)
    }

    @Test func `R-TRIG-08 Takes of two prices that were told at one instant that of the greater name`() {
        let changes = ["a", "b", "c", "d", "e", "f", "g", "h"]
            .flatMap { product in
                [("1", "500.00 EUR"), ("2", "5.00 EUR")]
                    .map { name, price in
                        CartChange(
                            id: CartChange.ID("\(product)-\(name)")!,
                            customer: "c-1",
                            changedAt: Self.noon,
                            of: Product.ID(product)!,
                            by: 1,
                            unitPrice: money(price)
                        )!
                    }
            }
        let desk = desk(changes.map(Activity.cartChange), CartTrigger(atLeast: money("150.00 EUR")))
        #expect(
            desk.decision(at: Self.noon.later(3 * Timestamp.hour)).words()
                == "the cart is worth 80.00 EUR: 70.00 EUR missing to 150.00 EUR"
        )
    }

    @Test func `R-TRIG-08 Is over after its hours`() {
        let touched = Self.noon
        let desk = desk([Self.cart("a", 1, nil, 0)], CartTrigger(untouchedMinutes: 30, withinHours: 2))
        #expect(!desk.decision(at: touched.later(30 * Timestamp.minute - 1)).gives())
        #expect(desk.decision(at: touched.later(30 * Timestamp.minute)).gives())
        #expect(desk.decision(at: touched.later(2 * Timestamp.hour - 1)).gives())
        let over = desk.decision(at: touched.later(2 * Timestamp.hour))
        #expect(over.words() == "cart last changed at 2026-05-12 12:00:00, too old from 2026-05-12 14:00:00 on")
        #expect(over.earliest() == nil)
    }

    @Test func `R-TRIG-08 Rests so many days after a gift for another cart`() {
        var desk = desk([Self.cart("a", 1, nil, 0)])
        desk.restDays = 14
        desk.grants = [desk.grant("cart/1", at: at("2026-05-05 10:00:00"))]
        let resting = desk.decision(at: at("2026-05-12 14:00:00"))
        #expect(resting.words() == "last given on 2026-05-05, less than 14 days ago")
        #expect(resting.earliest()?.instant == at("2026-05-19 00:00:00"))
    }

    @Test func `R-DATA-01 Reads and writes the unit price of a change, and changes without one as before`() throws {
        let change = CartChange(
            id: "1",
            customer: "c",
            changedAt: Timestamp(milliseconds: 5),
            of: "tea",
            by: 2,
            unitPrice: money("1.50 EUR")
        )
        let text =
            #"{"at":5,"customer":"c","id":"1","kind":"cartChange","product":"tea","quantity":2,"#
            + #""unitPrice":{"currency":"EUR","minorUnits":150},"v":1}"#
        #expect(Wire.text(of: change) == text)
        #expect(try Wire.read(CartChange.self, from: text) == change)
        let without = #"{"at":5,"customer":"c","id":"1","kind":"cartChange","product":"tea","quantity":2,"v":1}"#
        #expect(try Wire.read(CartChange.self, from: without).unitPrice == nil)
        #expect(Wire.text(of: try Wire.read(CartChange.self, from: without)) == without)
        let negative = CartChange(
            id: "1",
            customer: "c",
            changedAt: Timestamp(milliseconds: 5),
            of: "tea",
            by: 2,
            unitPrice: money("-0.01 EUR")
        )
        #expect(negative == nil)
    }
}
