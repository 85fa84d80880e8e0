import Foundation
import GiftModel
import Segmentation
import Testing

@Suite struct `A tier ladder in a document` {
    private let silver = #"{"id":"silver","name":{"en":"Silver","zh":"银卡"}}"#
    private let gold = #"{"id":"gold","name":{"en":"Gold","zh":"金卡"}}"#
    private let base = #""base":{"id":"standard","name":{"en":"Standard","zh":"普通"}}"#

    private func text(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    /// Reads `stored`, and expects it to be written as it is.
    @discardableResult
    private func ladder(_ stored: String) throws -> TierLadder {
        let ladder = try JSONDecoder().decode(TierLadder.self, from: Data(stored.utf8))
        let written = try text(ladder)
        #expect(written == stored)
        return ladder
    }

    /// What is wrong with `stored`, and where.
    private func refusal(of stored: String) -> String {
        do {
            _ = try JSONDecoder().decode(TierLadder.self, from: Data(stored.utf8))
            return "nothing"
        } catch DecodingError.dataCorrupted(let context) {
            let path = context.codingPath.map { $0.intValue.map(String.init) ?? $0.stringValue }
            return path.joined(separator: "/") + ": " + context.debugDescription
        } catch {
            return "\(error)"
        }
    }

    @Test func `R-SEG-05 Is as short as ever where tiers ask for money alone`() throws {
        let ladder = try ladder(
            #"{\#(base),"rungs":[{"atLeast":"500.00 GBP","tier":\#(silver)},{"atLeast":"2000.00 GBP","tier":\#(gold)}],"#
                + #""spend":"net","window":"calendarYear"}"#
        )
        #expect(ladder.rules == TierRules() && ladder.window == .calendarYear && ladder.currency == .gbp)
        #expect(ladder.rungs[1].goals == [TierGoal(spend: Money("2000.00 GBP"))])
        #expect(ladder.rungs[1].keeping == ladder.rungs[1].goals)
    }

    @Test func `R-SEG-05 Says all that a ladder can say`() throws {
        let ladder = try ladder(
            #"{\#(base),"rules":{"consumesShortfall":true,"grace":"P3M","landing":"oneStep","refunds":"atReview","#
                + #""reviews":"periodEnd","rollsOver":true,"upgrades":"atReview"},"#
                + #""rungs":[{"atLeast":{"any":[{"interactions":6,"orders":4,"spend":"2000.00 CNY"},{"points":500}]},"#
                + #""benefits":[{"id":"adviser","name":{"en":"Own adviser","zh":"专属客服"}}],"#
                + #""keep":{"any":["1000.00 CNY",{"points":400}]},"pointsFactor":"3/2","tier":\#(silver)}],"#
                + #""spend":"sales","window":{"anniversary":"P1Y"}}"#
        )
        #expect(
            ladder.rules
                == TierRules(
                    reviews: .periodEnd,
                    upgrades: .atReview,
                    refunds: .atReview,
                    landing: .oneStep,
                    grace: "P3M",
                    consumesShortfall: true,
                    rollsOver: true
                )
        )
        #expect(ladder.rungs[0].goals.count == 2 && ladder.rungs[0].benefits == [Club.adviser])
        let landed = ladder.rungs[0].keeping
        #expect(landed == [TierGoal(spend: Club.cny(1_000_00)), TierGoal(points: 400)])
    }

    @Test func `R-SEG-05 Names its currency where no tier asks for money, and only there`() throws {
        let stored =
            #"{\#(base),"currency":"CNY","rules":{"landing":{"floor":"silver"}},"#
            + #""rungs":[{"atLeast":{"orders":4},"tier":\#(silver)}],"spend":"net","window":{"rolling":"P12M"}}"#
        #expect(try ladder(stored).currency == .cny)
        let spent = stored.replacing(#"{"orders":4}"#, with: #"{"spend":"5.00 CNY"}"#)
        let read = try JSONDecoder().decode(TierLadder.self, from: Data(spent.utf8))
        #expect(try text(read).contains(#""rungs":[{"atLeast":"5.00 CNY","#) && !text(read).contains("currency"))
        #expect(
            refusal(of: stored.replacing(#""currency":"CNY","#, with: ""))
                == ": no tier asks for money, so the ladder's currency must be given"
        )
    }

    @Test(
        arguments: [
            ("lifetime", .lifetime), ("calendarMonth", .calendar(.month)), ("calendarQuarter", .calendar(.quarter)),
            ("calendarHalfYear", .calendar(.halfYear)), ("calendarYear", .calendarYear),
        ] as [(String, TierWindow)]
    )
    func `R-SEG-05 Names windows by words`(word: String, window: TierWindow) throws {
        #expect(try text([window]) == "[\"\(word)\"]")
        #expect(try JSONDecoder().decode([TierWindow].self, from: Data("[\"\(word)\"]".utf8)) == [window])
    }

    @Test(arguments: [
        (#""window":"lifetime""#, #""window":"forever""#, "window: unknown word `forever`; known are `lifetime`, "),
        (#""window":"lifetime""#, #""window":{}"#, "window: a window is either `rolling` or `anniversary`"),
        (#""window":"lifetime""#, #""window":{"rolling":"P1W"}"#, "window/rolling: `P1W` is not a period such as"),
        (#""500.00 GBP""#, #""500 pounds""#, "rungs/0/atLeast: `500 pounds` is not an amount such as `1000.00 GBP`"),
        (#""500.00 GBP""#, #"{}"#, "rungs/0/atLeast: a goal asks for something"),
        (#""500.00 GBP""#, #"{"order":3}"#, "rungs/0/atLeast/order: unknown key `order`, perhaps `orders`"),
        (#""500.00 GBP""#, #"{"orders":0}"#, "rungs/0/atLeast/orders: `0` is not 1 through"),
        (#""500.00 GBP""#, #"{"any":[]}"#, "rungs/0/atLeast/any: the list is empty"),
        (#""500.00 GBP""#, #"{"any":["5.00 GBP"],"orders":1}"#, "rungs/0/atLeast/orders: unknown key `orders`"),
        (#""500.00 GBP""#, #""9000.00 GBP""#, "rungs/1/atLeast: tier `gold` needs no more than the tier below it"),
        (#""500.00 GBP""#, #""500.00 EUR""#, "rungs/1/atLeast: tier `gold` is in `GBP`, the first is in `EUR`"),
        (#""id":"gold""#, #""id":"silver""#, "rungs/1/tier/id: tier `silver` stands on the ladder twice"),
        (#""spend":"net""#, #""rules":{"rollsOver":true},"spend":"net""#, "rules: nothing can be taken into"),
        (#""spend":"net""#, #""rules":{"landing":"softly"},"spend":"net""#, "rules/landing: unknown word `softly`"),
        (
            #""spend":"net""#, #""rules":{"landing":{"floor":"tin"}},"spend":"net""#,
            "rules/landing/floor: the ladder has no tier `tin` to land on"
        ),
        (#""spend":"net""#, #""rules":{"reviews":"periodEnd"},"spend":"net""#, "rules/reviews: reviews are at the end"),
        (#""spend":"net""#, #""rules":{"speed":1},"spend":"net""#, "rules/speed: unknown key `speed`"),
    ])
    func `R-SEG-05 Tells what is wrong and where`(old: String, new: String, problem: String) {
        let good =
            #"{\#(base),"rungs":[{"atLeast":"500.00 GBP","tier":\#(silver)},{"atLeast":"2000.00 GBP","tier":\#(gold)}],"#
            + #""spend":"net","window":"lifetime"}"#
        #expect(refusal(of: good) == "nothing")
        #expect(
            refusal(of: good.replacing(old, with: new)).hasPrefix(problem),
            "\(refusal(of: good.replacing(old, with: new)))"
        )
    }
}
