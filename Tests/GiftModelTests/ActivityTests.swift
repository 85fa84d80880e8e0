import GiftModel
import Testing

private let now = Timestamp(milliseconds: 1_000)

private func score(_ score: Int64, on scale: SurveyScale) -> SurveyAnswer? {
    SurveyAnswer(id: "a", customer: "c", answeredAt: now, on: scale, score: score)
}

private func rating(_ rating: Int64) -> GiftFeedback? {
    GiftFeedback(id: "f", customer: "c", givenAt: now, on: "cup", rating: rating)
}

private func cart(by quantity: Int64) -> CartChange? {
    CartChange(id: "k", customer: "c", changedAt: now, of: "tea", by: quantity)
}

@Suite struct `An activity` {
    static func all(on channel: ActivityChannel?) -> [Activity] {
        [
            .order(Order(id: "1", customer: "c", placedAt: now, total: .zero(in: .gbp), channel: channel)!),
            .return(Return(id: "1", customer: "c", receivedAt: now, refund: .zero(in: .gbp), channel: channel)!),
            .cancellation(Cancellation(id: "1", customer: "c", of: "1", cancelledAt: now, channel: channel)),
            .interaction(Interaction(.call, id: "1", customer: "c", occurredAt: now, channel: channel)!),
            .cartChange(CartChange(id: "1", customer: "c", changedAt: now, of: "tea", by: -1, channel: channel)!),
            .surveyAnswer(
                SurveyAnswer(id: "1", customer: "c", answeredAt: now, on: .effort, score: 7, channel: channel)!
            ),
            .complaintStep(
                ComplaintStep(id: "1", customer: "c", of: "x", occurredAt: now, to: .opened, channel: channel)
            ),
            .giftFeedback(GiftFeedback(id: "1", customer: "c", givenAt: now, on: "cup", rating: 5, channel: channel)!),
            .review(Review(id: "1", customer: "c", givenAt: now, rating: 5, channel: channel)!),
        ]
    }

    @Test(arguments: [ActivityChannel.store, "kiosk", nil])
    func `R-DATA-01 Keeps the channel on which it happened, or none where nobody recorded it`(
        channel: ActivityChannel?
    ) {
        #expect(Self.all(on: channel).allSatisfy { $0.channel == channel })
    }

    @Test func `R-DATA-03 Has a kind, a customer and a time, whatever it is`() {
        let all = Self.all(on: nil)
        #expect(all.map(\.kind) == ActivityKind.allCases)
        #expect(all.allSatisfy { $0.customer == "c" && $0.occurredAt == now })
    }

    @Test func `R-DATA-03 Has a kind with a title in both languages`() {
        let titles = ActivityKind.allCases.map { $0.title[.english] }
        #expect(
            titles == [
                "order", "return", "cancellation", "interaction", "cart change", "survey answer", "complaint",
                "gift feedback", "review",
            ]
        )
        #expect(
            ActivityKind.allCases.map { $0.title[.chinese] } == [
                "订单", "退货", "取消订单", "互动", "购物车变动", "问卷回答", "投诉", "礼品反馈", "评价",
            ]
        )
    }
}

@Suite struct `A channel` {
    @Test func `R-DATA-01 Has a title in both languages, or the host's own name`() {
        #expect(ActivityChannel.serviceDesk.title[.chinese] == "客服")
        #expect(ActivityChannel("kiosk").title[.english] == "kiosk")
        let channels: [ActivityChannel] = [.online, .app, .store, .social, .serviceDesk, .telephone, .email]
        #expect(
            channels.map { $0.title[.english] }
                == ["online shop", "app", "store", "social media", "service desk", "telephone", "e-mail"]
        )
    }

    @Test func `R-DATA-03 Is one thing and what was done there another, which has titles too`() {
        let kinds: [InteractionKind] = [
            .view, .search, .share, .comment, .content, .call, .visit, .referral, .trial, .deal, .contract, .invitation,
            .registration, .attendance, .vote, .proposal,
        ]
        #expect(kinds.allSatisfy { $0.title[.chinese] != $0.name.text })
        #expect(kinds.filter { $0.title[.english] != $0.name.text } == [.content])
        #expect(Set(kinds.map(\.title)).count == kinds.count)
        #expect(InteractionKind.deal.title[.chinese] == "成交")
        #expect(InteractionKind("tasting").title[.english] == "tasting")
    }

    @Test func `The wire format never changes`() throws {
        try expectWireFormat(of: ActivityChannel.serviceDesk, toBe: #""serviceDesk""#)
        try expectWireFormat(of: ActivityChannel.telephone, toBe: #""phone""#)
        try expectWireFormat(of: InteractionKind.share, toBe: #""share""#)
        try expectWireFormat(of: ActivityKind.cartChange, toBe: #""cartChange""#)
        try expectWireFormat(of: SurveyScale.recommendation, toBe: #""recommendation""#)
        try expectWireFormat(of: ComplaintState.solutionOffered, toBe: #""solutionOffered""#)
        try expectWireFormat(of: ComplaintGrade.grave, toBe: #""grave""#)
        try expectWireFormat(of: ActivityField.occurredAt, toBe: #""occurredAt""#)
    }
}

@Suite struct `The lines of an order` {
    private func order(_ total: Money, _ lines: [Money]) -> Order? {
        let lines = lines.compactMap { OrderLine(of: "tea", quantity: 2, amount: $0) }
        return Order(id: "o", customer: "c", placedAt: now, total: total, lines: lines)
    }

    @Test func `R-DATA-03 Have at least one product each and no amount below zero`() {
        #expect(OrderLine(of: "tea", quantity: 1, amount: .zero(in: .gbp)) != nil)
        #expect(OrderLine(of: "tea", quantity: 0, amount: .zero(in: .gbp)) == nil)
        #expect(OrderLine(of: "tea", quantity: 1, amount: Money("-0.01 GBP")!) == nil)
    }

    @Test func `R-DATA-03 Add up to the total or not, which the order can tell`() throws {
        let fifteen = Money("15.00 GBP")!
        #expect(order(Money("30.00 GBP")!, [fifteen, fifteen])?.linesAddUp == true)
        #expect(order(Money("29.99 GBP")!, [fifteen, fifteen])?.linesAddUp == false)
        #expect(order(Money("15.00 EUR")!, [fifteen])?.linesAddUp == false)
        let most = Money(minorUnits: .max, in: .gbp)
        #expect(order(most, [most, fifteen])?.linesAddUp == false)
        let bare = try #require(order(fifteen, []))
        #expect(bare.linesAddUp == nil)
    }

}

@Suite struct `What is left of an order` {
    private let order = Order(
        id: "o",
        customer: "c",
        placedAt: now,
        total: Money("268.50 CNY")!,
        lines: [line("kettle", 1, "200.00"), line("tea", 1, "34.25"), line("tea", 1, "34.25")]
    )!

    private static func line(_ product: Product.ID, _ quantity: Int64, _ amount: String = "0.00") -> OrderLine {
        OrderLine(of: product, quantity: quantity, amount: Money("\(amount) CNY")!)!
    }

    private func goods(_ id: Return.ID, of order: Order.ID? = "o", _ lines: OrderLine...) -> Return {
        Return(id: id, customer: "c", of: order, receivedAt: now, refund: Money("1.00 CNY")!, lines: lines)!
    }

    @Test func `R-DATA-03 S12 Is the kettle when the line of 68.50 comes back`() {
        let part = goods("r", Self.line("tea", 2, "68.50"))
        #expect(part.order == "o" && part.lines.map(\.product) == ["tea"])
        #expect(order.quantitiesKept(after: []) == ["kettle": 1, "tea": 2])
        #expect(order.quantitiesKept(after: [part]) == ["kettle": 1])
    }

    @Test func `R-DATA-03 Is nothing when all of it came back, in one return or in several, copies apart`() {
        let rest = goods("r2", Self.line("kettle", 1), Self.line("tea", 1))
        let part = goods("r1", Self.line("tea", 1))
        #expect(order.quantitiesKept(after: [part]) == ["kettle": 1, "tea": 1])
        #expect(order.quantitiesKept(after: [part, rest, part]) == [:])
    }

    @Test func `R-DATA-03 Is not changed by returns of other orders, or of none that is known`() {
        let others = [goods("r1", of: "p", Self.line("tea", 1)), goods("r2", of: nil, Self.line("tea", 1))]
        #expect(order.quantitiesKept(after: others) == ["kettle": 1, "tea": 2])
    }

    @Test func `R-DATA-03 Cannot be told when two returns of one identity contradict each other`() {
        let (one, two) = (goods("r", Self.line("tea", 1)), goods("r", Self.line("tea", 1, "0.01")))
        #expect(order.quantitiesKept(after: [one, one]) == ["kettle": 1, "tea": 1])
        #expect(order.quantitiesKept(after: [one, two]) == nil)
        #expect(order.quantitiesKept(after: [goods("r", of: "p", Self.line("tea", 1)), one]) == nil)
        let elsewhere = [goods("r", of: "p", Self.line("tea", 1)), goods("r", of: "p", Self.line("tea", 2))]
        #expect(order.quantitiesKept(after: elsewhere) == ["kettle": 1, "tea": 2])
    }

    @Test func `R-DATA-03 Cannot be told without lines, or when more came back than was bought`() {
        #expect(order.quantitiesKept(after: [goods("r")]) == nil)
        #expect(order.quantitiesKept(after: [goods("r", Self.line("tea", 3))]) == nil)
        #expect(order.quantitiesKept(after: [goods("r", Self.line("cup", 1))]) == nil)
        #expect(Order(id: "o", customer: "c", placedAt: now, total: .zero(in: .cny))?.quantitiesKept(after: []) == nil)
        let many = [Self.line("tea", .max), Self.line("tea", 1)]
        let vast = Order(id: "o", customer: "c", placedAt: now, total: .zero(in: .cny), lines: many)
        #expect(vast?.quantitiesKept(after: []) == nil)
    }
}

@Suite struct `What a customer says` {
    @Test(arguments: [(SurveyScale.recommendation, 0, 10), (.satisfaction, 1, 5), (.effort, 1, 7)])
    func `R-DATA-04 Lies within the scale of the question`(scale: SurveyScale, least: Int64, greatest: Int64) {
        #expect(score(least, on: scale)?.score == least && score(greatest, on: scale)?.score == greatest)
        #expect(score(least - 1, on: scale) == nil && score(greatest + 1, on: scale) == nil)
    }

    @Test func `R-DATA-04 Answers questions with titles in both languages`() {
        #expect(SurveyScale.allCases.map { $0.title[.english] } == ["recommendation", "satisfaction", "effort"])
        #expect(SurveyScale.allCases.map { $0.title[.chinese] } == ["推荐意愿", "满意度", "费力度"])
    }

    @Test func `R-DATA-03 Rates a gift from 1 through 5`() {
        #expect(rating(1) != nil && rating(5) != nil)
        #expect(rating(0) == nil && rating(6) == nil)
    }

    @Test func `R-DATA-03 Rates a gift in words too`() {
        let text = Verbatim(id: "t", mentions: MentionCounts(["lid": 1])!)
        let feedback = GiftFeedback(id: "f", customer: "c", givenAt: now, on: "cup", rating: 2, verbatim: text)
        #expect(feedback?.verbatim?.mentions.counts == ["lid": 1] && rating(2)?.verbatim == nil)
    }

    @Test func `R-DATA-03 Names whom a referral brought, who is never the customer nor brought by anything else`() {
        func interaction(_ kind: InteractionKind, _ referred: Customer.ID?) -> Interaction? {
            Interaction(kind, id: "i", customer: "c", occurredAt: now, about: "spring", referred: referred)
        }
        #expect(interaction(.referral, "d")?.referred == "d" && interaction(.referral, nil)?.referred == nil)
        #expect(interaction(.referral, "c") == nil && interaction(.share, "d") == nil)
    }

    @Test func `R-DATA-04 Rates a product or an order from 1 through 5, in words too or in words alone`() {
        func review(_ rating: Int64?, _ verbatim: Verbatim? = nil) -> Review? {
            Review(id: "r", customer: "c", givenAt: now, of: .product("tea"), rating: rating, verbatim: verbatim)
        }
        #expect(review(1)?.rating == 1 && review(5)?.subject == .product("tea"))
        #expect(review(0) == nil && review(6) == nil && review(6, Verbatim(id: "t")) == nil)
        #expect(review(nil, Verbatim(id: "t"))?.verbatim?.id == "t")
        #expect(review(nil) == nil)
    }

    @Test func `R-DATA-03 Is no cart change of nothing and no interaction shorter than no time`() {
        #expect(cart(by: 1) != nil && cart(by: -1) != nil && cart(by: 0) == nil)
        #expect(Interaction(.view, id: "i", customer: "c", occurredAt: now, durationSeconds: 0) != nil)
        #expect(Interaction(.view, id: "i", customer: "c", occurredAt: now, durationSeconds: -1) == nil)
    }
}
