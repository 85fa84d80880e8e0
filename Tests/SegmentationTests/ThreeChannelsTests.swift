import GiftModel
import GiftTesting
import Segmentation
import Testing

/// Story S19: an online shop, a store and a messenger know one customer by three names.
@Suite struct `Three channels and one customer` {
    private static func record(
        _ source: String,
        _ line: Int,
        _ kind: String,
        _ id: String,
        of customer: String?,
        on day: String,
        by channel: String,
        amount: String? = nil,
        currency: String? = "EUR",
        word: String? = nil,
        lines: [RawOrderLine] = []
    ) -> RawActivity {
        RawActivity(
            at: SourcePlace(source, line: line),
            kind: kind,
            id: id,
            customer: customer,
            occurredAt: day,
            channel: channel,
            currency: currency,
            amount: amount,
            lines: lines,
            word: word
        )
    }

    private static let records: [RawActivity] = {
        func online(_ line: Int, _ id: String, _ day: String, _ amount: String, of customer: String? = "u-17")
            -> RawActivity
        {
            record("online", line, "order", id, of: customer, on: day, by: "online", amount: amount)
        }
        var unknownCurrency = online(7, "A5", "2026-03-02", "10.00")
        unknownCurrency.currency = "CNX"
        let lines = [
            RawOrderLine(product: "tea", quantity: "1", amount: "15.00"),
            RawOrderLine(product: "cup", quantity: "1", amount: "15.00"),
        ]
        return [
            online(2, "A1", "2026-03-01", "120.00"), online(3, "A2", "2026-03-05", "80.00"),
            online(4, "A2", "2026-03-05", "80.00"), online(5, "A3", "2062-01-01", "10.00"),
            online(6, "A4", "2026-03-02", "10.00", of: nil), unknownCurrency, online(8, "A6", "2026-03-02", "-50.00"),
            record("store", 2, "order", "B1", of: "8801 ", on: "2026-03-06", by: "store", amount: "210.00"),
            record("store", 3, "order", "B2", of: "8801", on: "2026-03-07", by: "store", lines: lines),
            record("wecom", 1, "interaction", "w1", of: "w-88", on: "2026-03-02", by: "social", word: "share"),
            record("wecom", 2, "interaction", "w2", of: "w-88", on: "2026-03-08", by: "social", word: "comment"),
            record("desk", 1, "interaction", "d1", of: "8801", on: "2026-03-09", by: "serviceDesk", word: "call"),
        ]
    }()

    private static let report = Cleaner(
        CleaningRules(
            currency: .eur,
            zone: FixedZone.utc,
            knownFrom: CalendarDate("2020-01-01")!,
            knownUntil: CalendarDate("2026-03-11")!
        )
    )
    .clean(records)

    private static let map: IdentityMap = {
        var map = IdentityMap()
        for other: Customer.ID in ["8801", "w-88"] {
            map.add(IdentityMerge(of: "u-17", and: other, by: "clerk-7", at: Timestamp(milliseconds: 0))!)
        }
        return map
    }()

    private func summaries() throws -> PurchaseSummaries {
        var summaries = PurchaseSummaries(in: .eur)
        for activity in Self.report.activities { try summaries.add(activity, in: FixedZone.utc) }
        return summaries
    }

    private func use() throws -> ChannelUse {
        var use = ChannelUse(in: .eur)
        for activity in Self.report.activities { try use.add(activity) }
        return use
    }

    private func sales(_ summaries: PurchaseSummaries) -> [Int64] {
        summaries.ordered.map { $0.days.reduce(0) { $0 + $1.salesMinorUnits } }
    }

    @Test func `R-DATA-05 S19 Are twelve records, of which five are kept, two repaired and five rejected`() {
        #expect((Self.report.kept.count, Self.report.repaired.count, Self.report.rejected.count) == (5, 2, 5))
    }

    @Test func `R-DATA-01 S19 Are three records before they are linked and one after, with the same sum`() throws {
        let apart = try summaries()
        #expect(apart.ordered.map(\.customer) == ["8801", "u-17", "w-88"])
        #expect(sales(apart) == [240_00, 200_00, 0])
        let joined = try apart.joined(by: Self.map)
        #expect(joined.ordered.map(\.customer) == ["8801"])
        #expect(sales(joined) == [440_00])
        let one = try #require(joined["8801"])
        #expect(one.days.count == 4 && one.days.reduce(0) { $0 + $1.orders } == 4)
        #expect(try joined.joined(by: Self.map) == joined, "linking twice changes nothing")
        #expect(try apart.joined(by: IdentityMap()) == apart)
    }

    @Test func `R-DATA-06 Leave out who was erased`() throws {
        var map = Self.map
        map.erase("w-88")
        #expect(try summaries().joined(by: map).count == 0)
    }

    @Test func `R-SEG-15 S19 Show the store to be preferred, and say why`() throws {
        let use = try use()
        #expect(use[.online]?.sales == Money("200.00 EUR") && use[.store]?.sales == Money("240.00 EUR"))
        #expect(use[.online]?.orders == 2 && use[.store]?.orders == 2)
        #expect(use[.social]?.interactions == 2 && use[.serviceDesk]?.interactions == 1)
        #expect(use.channels == [.online, .serviceDesk, .social, .store])
        #expect(use.preferred == .store)
        #expect(
            use.reason.text(in: .english, from: .segmentation).hasSuffix("sales 240.00 EUR, orders 2, interactions 0")
        )
    }

    @Test(arguments: 0..<50 as Range<UInt64>)
    func `R-SEG-15 Come to the same in any order and in any two parts`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let activities = Self.report.activities.shuffled(using: &random)
        let cut = Int.random(in: 0...activities.count, using: &random)
        var (left, right) = (ChannelUse(in: .eur), ChannelUse(in: .eur))
        for activity in activities[..<cut] { try left.add(activity) }
        for activity in activities[cut...] { try right.add(activity) }
        try left.merge(right)
        #expect(left == (try use()))
    }
}

@Suite struct `A preferred channel` {
    private func use(_ orders: [(ActivityChannel?, Int64)]) throws -> ChannelUse {
        var use = ChannelUse(in: .eur)
        for (channel, cents) in orders {
            let total = Money(minorUnits: cents, in: .eur)
            let order = Order(
                id: "o",
                customer: "c",
                placedAt: Timestamp(milliseconds: 0),
                total: total,
                channel: channel
            )
            try use.add(.order(try #require(order)))
        }
        return use
    }

    @Test func `R-SEG-15 Is that of the greatest sales, then of the most orders`() throws {
        #expect(try use([(.app, 1_00), (.app, 1_00), (.store, 2_01)]).preferred == .store)
        #expect(try use([(.app, 1_00), (.app, 1_00), (.store, 2_00)]).preferred == .app)
    }

    @Test func `R-SEG-15 Is never guessed`() throws {
        #expect(try use([]).preferred == nil)
        #expect(try use([(nil, 9_00)]).preferred == nil)
        let level = try use([(.app, 1_00), (.store, 1_00)])
        #expect(level.preferred == nil)
        #expect(level.reason.text(in: .english, from: .segmentation) == "none of 2 channels preferred")
        #expect(level.reason.text(in: .chinese, from: .segmentation) == "2个渠道中无明显偏好")
    }

    @Test func `R-SEG-15 Refuses another currency and a sum too large, and is left as it was`() throws {
        var use = try use([(.app, .max)])
        let before = use
        let order = Order(
            id: "o",
            customer: "c",
            placedAt: Timestamp(milliseconds: 0),
            total: Money("0.01 EUR")!,
            channel: .app
        )!
        #expect(throws: MoneyError.overflow) { try use.add(.order(order)) }
        #expect(throws: MoneyError.currencyMismatch(.eur, .usd)) { try use.merge(try dollars()) }
        #expect(use == before)
    }

    private func dollars() throws -> ChannelUse {
        var use = ChannelUse(in: .usd)
        let total = Money("1.00 USD")!
        let order = Order(id: "o", customer: "c", placedAt: Timestamp(milliseconds: 0), total: total, channel: .app)
        try use.add(.order(try #require(order)))
        return use
    }
}
