import GiftModel
import GiftTesting
import Segmentation
import Testing

/// One row of a table.
private struct Row: Hashable {
    let customer: UInt32
    let date: CalendarDate
    let sales: Int64
    var refund: Int64 = 0
}

extension PurchaseRows {
    fileprivate init(_ rows: [Row]) {
        let refunds = rows.map(\.refund)
        self.init(
            customers: rows.map(\.customer),
            dates: rows.map(\.date),
            sales: rows.map(\.sales),
            refunds: refunds.allSatisfy { $0 == 0 } ? [] : refunds
        )
    }
}

@Suite struct `A purchase table` {
    private static let today = day("2026-11-20")

    /// Orders and returns of customers 0 through 19, of whom some have many and some none.
    private static func rows(using random: inout SeededGenerator, returns: Bool = true) -> [Row] {
        (0..<Int.random(in: 0...400, using: &random))
            .map { _ in
                let customer = UInt32.random(in: 0...19, using: &random) * UInt32.random(in: 0...1, using: &random)
                let date = today.adding(days: .random(in: -60...5, using: &random))!
                let amount = Int64.random(in: 0...5000, using: &random)
                switch returns ? Int.random(in: 0..<8, using: &random) : 7 {
                case 0: return Row(customer: customer, date: date, sales: 0, refund: amount + 1)
                case 1: return Row(customer: customer, date: date, sales: amount + 1, refund: amount / 2 + 1)
                case 2: return Row(customer: customer, date: date, sales: amount + 1, refund: amount + 1)
                default: return Row(customer: customer, date: date, sales: amount)
                }
            }
    }

    /// The same as a host without tables would do it: activity by activity.
    private static func summary(_ rows: [Row], of customer: UInt32) throws -> PurchaseSummary {
        let id = Customer.ID("c\(customer)")!
        var summary = PurchaseSummary(of: id, in: .eur)
        for (index, row) in rows.enumerated() where row.customer == customer {
            let instant = Timestamp(row.date, at: .midnight, in: .utc)
            let isOrder = row.sales > 0 || row.refund == 0
            let order = Order.ID("o\(index)")!
            if isOrder {
                let total = Money(minorUnits: row.sales, in: .eur)
                try summary.add(
                    .order(Order(id: order, customer: id, placedAt: instant, total: total)!),
                    in: FixedZone.utc
                )
            }
            guard row.refund > 0 else { continue }
            let goods = Return(
                id: .init("r\(index)")!,
                customer: id,
                of: isOrder ? order : nil,
                receivedAt: instant,
                refund: Money(minorUnits: row.refund, in: .eur)
            )
            try summary.add(.return(goods!), in: FixedZone.utc)
        }
        return summary
    }

    @Test func `R-SEG-13 Holds each customer's days, and its figures as of a day`() throws {
        let rows = [
            Row(customer: 1, date: day("2026-03-04"), sales: 20_00),
            Row(customer: 0, date: day("2026-03-01"), sales: 5_00),
            Row(customer: 1, date: day("2026-03-01"), sales: 10_00),
            Row(customer: 1, date: day("2026-03-04"), sales: 7_00),
            Row(customer: 1, date: day("2026-03-09"), sales: 0, refund: 3_00),
        ]
        let table = try PurchaseTable(of: 0..<3, in: .eur, from: [PurchaseRows(rows)])
        let days = table.purchases(of: 1, asOf: day("2026-03-09")).days
        #expect(days.map(\.date) == [day("2026-03-01"), day("2026-03-04"), day("2026-03-09")])
        #expect(days.map(\.orders) == [1, 2, 0])
        #expect(days.map(\.salesMinorUnits) == [10_00, 27_00, 0])
        #expect(days.map(\.refundsMinorUnits) == [0, 0, 3_00])

        let figures = table.figures(asOf: day("2026-03-08"))
        #expect(figures[1]?.sales == Money(minorUnits: 37_00, in: .eur))
        #expect(figures[1]?.refunds == .zero(in: .eur))
        #expect(figures[2] == nil)
        #expect(figures.values(of: .recency) == [-7, -4, nil])
        #expect(figures.values(of: .purchaseDays) == [1, 2, nil])
        #expect(figures.values(of: .orders) == [1, 3, nil])
        #expect(figures.values(of: .sales) == [5_00, 37_00, nil])
        #expect(table.figures(asOf: day("2026-03-09")).values(of: .net) == [5_00, 34_00, nil])
    }

    @Test func `Counts an order unless all of it was paid back`() throws {
        let date = day("2026-03-01")
        let rows = [
            Row(customer: 0, date: date, sales: 10_00, refund: 10_00),
            Row(customer: 1, date: date, sales: 10_00, refund: 9_99),
            Row(customer: 2, date: date, sales: 0), Row(customer: 3, date: date, sales: 0, refund: 5_00),
        ]
        let table = try PurchaseTable(of: 0..<4, in: .eur, from: [PurchaseRows(rows)])
        #expect(table.figures(asOf: date).values(of: .orders) == [nil, 1, 1, nil])
        #expect(table.figures(asOf: date).values(of: .net) == [nil, 1, 0, nil])
        #expect(table.purchases(of: 0, asOf: date).days.map(\.salesMinorUnits) == [10_00])
        #expect(table.purchases(of: 0, asOf: date).days.map(\.refundsMinorUnits) == [10_00])
    }

    @Test(arguments: 0..<40 as Range<UInt64>)
    func `R-SEG-13 Says of each customer what its summary says`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let rows = Self.rows(using: &random)
        let table = try PurchaseTable(of: 0..<20, in: .eur, from: [PurchaseRows(rows)])
        let figures = table.figures(asOf: Self.today)
        for customer in table.customers {
            let summary = try Self.summary(rows, of: customer)
            let days = table.purchases(of: customer, asOf: Self.today)
            let expected = summary.days(asOf: Self.today)
            #expect(days == expected)
            #expect(days.figures == expected.figures)
            #expect(figures[customer] == expected.figures)
        }
    }

    @Test(arguments: 0..<40 as Range<UInt64>)
    func `R-SEG-13 Gives the cut points and scores of all figures at once`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let rows = Self.rows(using: &random)
        let halves = try [0..<7, 7..<20].map { try PurchaseTable(of: $0, in: .eur, from: [PurchaseRows(rows)]) }
        let figures = halves.map { $0.figures(asOf: Self.today) }
        let expected = try (0..<20 as Range<UInt32>)
            .map { try Self.summary(rows, of: $0).days(asOf: Self.today).figures }
        let measures: [(PurchaseMeasure, (PurchaseFigures) -> Int64)] = [
            (.recency, { -Int64($0.daysSinceLastPurchase) }), (.purchaseDays, \.purchaseDays), (.orders, \.orders),
            (.sales, \.sales.minorUnits), (.net, { $0.spend(.net).minorUnits }),
        ]
        for (measure, value) in measures {
            var search = CutPointSearch(levels: 5)
            while let question = search.wanted {
                var counts = figures[1].counts(of: measure, for: question)
                try counts.merge(figures[0].counts(of: measure, for: question))
                try search.refine(with: counts)
            }
            let cuts = CutPoints(dividing: expected.compactMap { $0.map(value) }, into: 5)
            #expect(search.cutPoints == cuts)
            guard let cuts else { continue }
            let scores = figures.flatMap { $0.scores(of: measure, by: cuts) }
            #expect(scores == expected.map { UInt8($0.map { cuts.score(of: value($0)) } ?? 0) })
        }
    }

    @Test(arguments: 0..<50 as Range<UInt64>)
    func `R-SEG-13 Comes out the same in any order, chunks and ranges`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let rows = Self.rows(using: &random)
        let whole = try PurchaseTable(of: 0..<20, in: .eur, from: [PurchaseRows(rows)])
        let shuffled = rows.shuffled(using: &random)
        let cut = Int.random(in: 0...rows.count, using: &random)
        let chunks = [PurchaseRows(Array(shuffled[..<cut])), PurchaseRows(Array(shuffled[cut...]))]
        #expect(try PurchaseTable(of: 0..<20, in: .eur, from: chunks) == whole)
        let part = try PurchaseTable(of: 5..<9, in: .eur, from: chunks)
        for customer in part.customers {
            #expect(part.purchases(of: customer, asOf: Self.today) == whole.purchases(of: customer, asOf: Self.today))
        }
    }

    @Test func `Holds customers of many blocks, and of numbers far from zero`() throws {
        var random = SeededGenerator(seed: 1)
        let first: UInt32 = 4_000_000_000
        let rows = (0..<30_000)
            .map { _ in
                Row(
                    customer: first + .random(in: 0..<10_000, using: &random),
                    date: Self.today.adding(days: .random(in: -900...0, using: &random))!,
                    sales: .random(in: 1...9_999_99, using: &random)
                )
            }
        let range = first + 100..<first + 9_900
        let table = try PurchaseTable(of: range, in: .eur, from: [PurchaseRows(rows)])
        let own = Dictionary(grouping: rows) { $0.customer }
        let figures = table.figures(asOf: Self.today)
        #expect(
            range.allSatisfy { figures[$0]?.sales.minorUnits == own[$0].map { $0.reduce(0) { $0 + $1.sales } } }
        )
        #expect(figures.values(of: .purchaseDays).count { $0 == nil } == range.count { own[$0] == nil })
    }

    @Test func `Refuses amounts below zero before sums that leave 64 bits, and names the first customer`() throws {
        let date = day("2026-03-01")
        let overflowing = [
            Row(customer: 2, date: date, sales: .max), Row(customer: 2, date: date.adding(days: 1)!, sales: 1),
            Row(customer: 4, date: date, sales: 0, refund: .max), Row(customer: 4, date: date, sales: 0, refund: 1),
        ]
        func table(_ rows: [Row], of customers: Range<UInt32> = 0..<10) throws -> PurchaseTable {
            try PurchaseTable(of: customers, in: .eur, from: rows.map { PurchaseRows([$0]) })
        }
        #expect(throws: PurchaseTableError.overflow(customer: 2)) { try table(overflowing) }
        #expect(throws: PurchaseTableError.overflow(customer: 4)) { try table(overflowing, of: 3..<10) }
        #expect(try table(overflowing, of: 5..<10).figures(asOf: date).values(of: .sales) == [nil, nil, nil, nil, nil])
        let negative = [Row(customer: 7, date: date, sales: -1), Row(customer: 6, date: date, sales: 1, refund: -1)]
        #expect(throws: PurchaseTableError.negativeAmount(customer: 6)) { try table(overflowing + negative) }
        #expect(throws: PurchaseTableError.negativeAmount(customer: 7)) { try table(overflowing + negative, of: 7..<9) }
        #expect(
            try table(Array(overflowing[2..<3])).purchases(of: 4, asOf: date).days.map(\.refundsMinorUnits) == [.max]
        )
        #expect(PurchaseTableError.overflow(customer: 2).description.hasPrefix("the sum of customer number `2`"))
    }

    @Test func `Of nobody is empty`() throws {
        let table = try PurchaseTable(of: 3..<3, in: .eur, from: [])
        #expect(table.figures(asOf: Self.today).values(of: .sales).isEmpty)
    }
}
