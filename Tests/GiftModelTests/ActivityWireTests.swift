import Foundation
import GiftModel
import Testing

private let now = Timestamp(milliseconds: 1_000)

@Suite struct `The wire format of an activity` {
    struct Case: CustomTestStringConvertible {
        let stored: String
        let activity: Activity
        var testDescription: String { activity.kind.rawValue }
    }

    private static let line = OrderLine(of: "tea", quantity: 2, amount: Money("30.00 EUR")!)!
    private static let storedLine =
        #"{"amount":{"currency":"EUR","minorUnits":3000},"product":"tea","quantity":2}"#

    /// One of every kind with all that it can have.
    static let full: [Case] = [
        Case(
            stored: #"{"at":1000,"channel":"store","customer":"c","id":"1","kind":"order","lines":[\#(storedLine)],"#
                + #""total":{"currency":"EUR","minorUnits":3000},"v":1}"#,
            activity: .order(
                Order(
                    id: "1",
                    customer: "c",
                    placedAt: now,
                    total: Money("30.00 EUR")!,
                    lines: [line],
                    channel: .store
                )!
            )
        ),
        Case(
            stored: #"{"at":1000,"channel":"store","customer":"c","id":"1","kind":"return","lines":[\#(storedLine)],"#
                + #""order":"o","refund":{"currency":"EUR","minorUnits":3000},"v":1}"#,
            activity: .return(
                Return(
                    id: "1",
                    customer: "c",
                    of: "o",
                    receivedAt: now,
                    refund: Money("30.00 EUR")!,
                    lines: [line],
                    channel: .store
                )!
            )
        ),
        Case(
            stored: #"{"at":1000,"channel":"app","customer":"c","id":"1","kind":"cancellation","order":"o","v":1}"#,
            activity: .cancellation(Cancellation(id: "1", customer: "c", of: "o", cancelledAt: now, channel: .app))
        ),
        Case(
            stored: #"{"at":1000,"channel":"online","customer":"c","durationSeconds":60,"id":"1","#
                + #""interaction":"referral","kind":"interaction","referred":"d","subject":"page-7","v":1}"#,
            activity: .interaction(
                Interaction(
                    .referral,
                    id: "1",
                    customer: "c",
                    occurredAt: now,
                    about: "page-7",
                    referred: "d",
                    durationSeconds: 60,
                    channel: .online
                )!
            )
        ),
        Case(
            stored: #"{"at":1000,"channel":"online","customer":"c","id":"1","kind":"cartChange","product":"tea","#
                + #""quantity":-2,"v":1}"#,
            activity: .cartChange(
                CartChange(id: "1", customer: "c", changedAt: now, of: "tea", by: -2, channel: .online)!
            )
        ),
        Case(
            stored: #"{"at":1000,"channel":"email","customer":"c","id":"1","kind":"surveyAnswer","#
                + #""scale":"recommendation","score":9,"v":1}"#,
            activity: .surveyAnswer(
                SurveyAnswer(id: "1", customer: "c", answeredAt: now, on: .recommendation, score: 9, channel: .email)!
            )
        ),
        Case(
            stored: #"{"at":1000,"channel":"phone","complaint":"x","customer":"c","grade":"complex","id":"1","#
                + #""kind":"complaintStep","state":"opened","v":1}"#,
            activity: .complaintStep(
                ComplaintStep(
                    id: "1",
                    customer: "c",
                    of: "x",
                    occurredAt: now,
                    to: .opened,
                    grade: .complex,
                    channel: .telephone
                )
            )
        ),
        Case(
            stored: #"{"at":1000,"channel":"app","customer":"c","gift":"cup","id":"1","kind":"giftFeedback","#
                + #""rating":4,"v":1,"verbatim":{"id":"t-8","mentions":{"lid":1}}}"#,
            activity: .giftFeedback(
                GiftFeedback(
                    id: "1",
                    customer: "c",
                    givenAt: now,
                    on: "cup",
                    rating: 4,
                    verbatim: Verbatim(id: "t-8", mentions: MentionCounts(["lid": 1])!),
                    channel: .app
                )!
            )
        ),
        Case(
            stored: #"{"at":1000,"channel":"social","customer":"c","id":"1","kind":"review","product":"tea","#
                + #""rating":1,"v":1,"verbatim":{"id":"t-7","mentions":{"leaf":2},"#
                + #""sentiment":{"label":"anger","model":"mood-3","scorePerMille":-820}}}"#,
            activity: .review(
                Review(
                    id: "1",
                    customer: "c",
                    givenAt: now,
                    of: .product("tea"),
                    rating: 1,
                    verbatim: Verbatim(
                        id: "t-7",
                        sentiment: Sentiment(.anger, scorePerMille: -820, by: "mood-3")!,
                        mentions: MentionCounts(["leaf": 2])!
                    ),
                    channel: .social
                )!
            )
        ),
    ]

    /// Some of every kind with as little as they may have, or less than they may.
    static let bare: [Case] = [
        Case(
            stored: #"{"at":1000,"channel":"online","customer":"c","durationSeconds":60,"id":"1","#
                + #""interaction":"view","kind":"interaction","subject":"page-7","v":1}"#,
            activity: .interaction(
                Interaction(
                    .view,
                    id: "1",
                    customer: "c",
                    occurredAt: now,
                    about: "page-7",
                    durationSeconds: 60,
                    channel: .online
                )!
            )
        ),
        Case(
            stored: #"{"at":1000,"channel":"app","customer":"c","gift":"cup","id":"1","kind":"giftFeedback","#
                + #""rating":4,"v":1}"#,
            activity: .giftFeedback(
                GiftFeedback(id: "1", customer: "c", givenAt: now, on: "cup", rating: 4, channel: .app)!
            )
        ),
        Case(
            stored: #"{"at":1000,"customer":"c","id":"1","kind":"order","#
                + #""total":{"currency":"EUR","minorUnits":0},"v":1}"#,
            activity: .order(Order(id: "1", customer: "c", placedAt: now, total: .zero(in: .eur))!)
        ),
        Case(
            stored: #"{"at":1000,"customer":"c","id":"1","kind":"return","#
                + #""refund":{"currency":"EUR","minorUnits":0},"v":1}"#,
            activity: .return(Return(id: "1", customer: "c", receivedAt: now, refund: .zero(in: .eur))!)
        ),
        Case(
            stored: #"{"at":1000,"customer":"c","id":"1","kind":"cancellation","order":"o","v":1}"#,
            activity: .cancellation(Cancellation(id: "1", customer: "c", of: "o", cancelledAt: now))
        ),
        Case(
            stored: #"{"at":1000,"customer":"c","id":"1","interaction":"tasting","kind":"interaction","v":1}"#,
            activity: .interaction(Interaction("tasting", id: "1", customer: "c", occurredAt: now)!)
        ),
        Case(
            stored: #"{"at":1000,"complaint":"x","customer":"c","id":"1","kind":"complaintStep","#
                + #""state":"followedUp","v":1}"#,
            activity: .complaintStep(ComplaintStep(id: "1", customer: "c", of: "x", occurredAt: now, to: .followedUp))
        ),
        Case(
            stored: #"{"at":1000,"customer":"c","id":"1","kind":"review","order":"o","rating":5,"v":1}"#,
            activity: .review(Review(id: "1", customer: "c", givenAt: now, of: .order("o"), rating: 5)!)
        ),
        Case(
            stored: #"{"at":1000,"customer":"c","id":"1","kind":"review","v":1,"verbatim":{"id":"t"}}"#,
            activity: .review(Review(id: "1", customer: "c", givenAt: now, verbatim: Verbatim(id: "t"))!)
        ),
    ]

    @Test(arguments: full + bare)
    func `R-DATA-03 Never changes, and leaves out what is absent`(test: Case) throws {
        try expectWireFormat(of: test.activity, toBe: test.stored)
    }

    @Test func `R-DATA-03 Is there for every kind, and is that of what the activity holds`() throws {
        #expect(Self.full.map(\.activity.kind) == ActivityKind.allCases)
        guard case .order(let order) = Self.full[0].activity else { return }
        try expectWireFormat(of: order, toBe: Self.full[0].stored)
    }

    @Test(arguments: full, full)
    func `R-DATA-03 Gives no kind a key of another, and reads none as another`(one: Case, other: Case) throws {
        func object(_ test: Case) throws -> [String: Any] {
            let object = try JSONSerialization.jsonObject(with: Data(test.stored.utf8))
            return try #require(object as? [String: Any])
        }
        guard one.activity.kind != other.activity.kind else { return }
        let (kept, strange) = (try object(one), try object(other))
        for (key, value) in strange where kept[key] == nil && !(one.activity.kind == .review && key == "order") {
            let data = try JSONSerialization.data(withJSONObject: kept.merging([key: value]) { $1 })
            let said = refusal(of: String(decoding: data, as: UTF8.self), as: Activity.self)
            #expect(said.hasPrefix("unknown key `\(key)`"))
        }
        if one.activity.kind == .order {
            #expect(refusal(of: other.stored, as: Order.self).hasSuffix("is no `order`"))
        }
    }

    @Test(arguments: [
        (#""v":2,"kind":"cancellation""#, "an activity of format 2 cannot be read; known is 1"),
        (#""v":1,"kind":"cancelation""#, "unknown word `cancelation`, perhaps `cancellation`"),
        (#""v":1,"kind":"cancellation","Channel":"app""#, "unknown key `Channel`, perhaps `channel`"),
        (#""v":1,"kind":"order""#, "unknown key `order`"),
        (#""kind":"cancellation""#, "DecodingError.keyNotFound"), (#""v":1"#, "DecodingError.keyNotFound"),
    ])
    func `R-DATA-03 Is refused when version, kind or a key is unknown or missing`(head: String, problem: String) {
        let stored = #"{\#(head),"id":"1","customer":"c","at":0,"order":"o"}"#
        #expect(refusal(of: stored, as: Activity.self).hasPrefix(problem))
    }

    @Test(arguments: [
        (#""kind":"order","total":{"currency":"EUR","minorUnits":-1}"#, "an order of zero or more"),
        (#""kind":"return","refund":{"currency":"EUR","minorUnits":-1}"#, "a return with a refund of zero or more"),
        (
            #""kind":"order","total":{"currency":"EUR","minorUnits":1},"lines":[{"product":"tea","quantity":0,"#
                + #""amount":{"currency":"EUR","minorUnits":1}}]"#,
            "a line of one or more and an amount of zero or more"
        ),
        (
            #""kind":"interaction","interaction":"view","durationSeconds":-1"#,
            "an interaction of zero seconds or more, or a referral of another"
        ),
        (
            #""kind":"interaction","interaction":"share","referred":"d""#,
            "an interaction of zero seconds or more, or a referral of another"
        ),
        (#""kind":"cartChange","product":"tea","quantity":0"#, "a change of a cart by one or more"),
        (#""kind":"surveyAnswer","scale":"effort","score":0"#, "an answer within its scale"),
        (#""kind":"giftFeedback","gift":"cup","rating":6"#, "a rating of 1 through 5"),
        (#""kind":"review""#, "a review of one thing at most, with a rating of 1 through 5, a text or both"),
        (
            #""kind":"review","rating":1,"product":"tea","order":"o""#,
            "a review of one thing at most, with a rating of 1 through 5, a text or both"
        ),
        (
            #""kind":"review","verbatim":{"id":"t","sentiment":{"label":"joy","model":"m","scorePerMille":1001}}"#,
            "a sentiment with a score of -1000 through 1000"
        ),
        (
            #""kind":"review","verbatim":{"id":"t","mentions":{"tea":0}}"#, "a count of one or more for every term"
        ),
    ])
    func `R-DATA-03 Is refused when it says what cannot be`(rest: String, expectation: String) {
        let said = refusal(of: #"{"v":1,"id":"1","customer":"c","at":0,\#(rest)}"#, as: Activity.self)
        #expect(said == "this is not \(expectation)")
    }
}
