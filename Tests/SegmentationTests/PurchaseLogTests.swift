import Foundation
import GiftModel
import Segmentation
import Testing

/// Logs with known answers; see the README of the fixtures.
@Suite struct `Purchases from a log` {
    struct MiniLog: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var entries: [(date: String, hour: Int, minorUnits: Int64)] = []
        var end = day("2024-03-31")
        /// Purchase days after the first, age at the last, age, cents of the days after the first, orders, total.
        var plain: [Int64]?

        var isRefunded: Bool { entries.contains { $0.minorUnits < 0 } }

        /// The orders by their place in the log; what is below zero is a return of the entry before it.
        var figures: (PurchaseFigures, RepeatSpend)? {
            let activities = entries.enumerated()
                .map { place, entry -> Activity in
                    let instant = Timestamp(
                        day(entry.date),
                        at: TimeOfDay(hour: entry.hour / 100, minute: entry.hour % 100)!,
                        in: .utc
                    )
                    let amount = Money(minorUnits: abs(entry.minorUnits), in: .eur)
                    return entry.minorUnits < 0
                        ? .return(
                            Return(
                                id: "r",
                                customer: "c-1",
                                of: Order.ID(String(place - 1)),
                                receivedAt: instant,
                                refund: amount
                            )!
                        )
                        : .order(
                            Order(id: Order.ID(String(place))!, customer: "c-1", placedAt: instant, total: amount)!
                        )
                }
            let purchases = Shop.summary(of: activities).days(asOf: end)
            return purchases.figures.map { ($0, purchases.repeatSpend) }
        }
    }

    static func fixture(_ name: String) -> Data {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
        return (try? Data(contentsOf: folder.appending(path: "Fixtures/\(name)"))) ?? Data()
    }

    static func rows(_ name: String) -> [[Substring]] {
        String(decoding: fixture(name), as: UTF8.self).split(separator: "\n").dropFirst()
            .map { $0.split(separator: ",") }
    }

    static let miniLogs: [MiniLog] = {
        let logs = (try? JSONSerialization.jsonObject(with: fixture("log_edge_cases.json"))) as? [String: [String: Any]]
        return (logs ?? [:]).sorted { $0.key < $1.key }
            .map { name, content in
                var log = MiniLog(testDescription: name)
                log.end = day(content["observation_end"] as! String)
                log.entries = (content["log"] as! [[Any]])
                    .map { entry in
                        let instant = (entry[0] as! String).split(separator: " ")
                        let hour = instant.count == 2 ? Int(instant[1].filter { $0 != ":" })! : 1200
                        return (String(instant[0]), hour, (entry[1] as! NSNumber).int64Value * 100)
                    }
                guard let plain = content["plain_rule_days"] as? [String: NSNumber] else { return log }
                let number = { plain[$0]!.int64Value }
                let repeatCents = Int64((plain["m_repeat_mean"]!.doubleValue * 100).rounded()) * number("x")
                log.plain = ["x", "tx", "T"].map(number) + [repeatCents, number("orders"), number("total") * 100]
                return log
            }
    }()

    @Test func `Are read from all fixtures`() {
        #expect((Self.miniLogs.count, Self.miniLogs.count(where: \.isRefunded)) == (15, 2))
        #expect((Self.rows("cdnow_sample_log.csv").count, Self.rows("cdnow_from_log.csv").count) == (6_919, 2_357))
    }

    @Test(arguments: miniLogs.filter { !$0.isRefunded })
    func `R-DATA-03 Agree with the plain rule where nothing came back`(log: MiniLog) {
        let found = log.figures.map { figures, spend in
            [
                figures.repeatPurchases, Int64(figures.ageAtLastPurchase), Int64(figures.age), spend.sum.minorUnits,
                figures.orders, figures.spend(.net).minorUnits,
            ]
        }
        #expect(found == log.plain)
    }

    @Test(arguments: miniLogs.filter(\.isRefunded))
    func `R-DATA-03 Differ from the plain rule where an order came back, which is no purchase day and leaves no other`(
        log: MiniLog
    ) throws {
        let (figures, spend) = try #require(log.figures)
        #expect((figures.repeatPurchases, figures.ageAtLastPurchase, figures.age) == (0, 0, 81))
        #expect((figures.orders, figures.returnedOrders) == (1, 1))
        #expect(spend.days == 0)
        #expect(figures.spend(.net).minorUnits == log.plain?.last)
        #expect(log.plain?[0] != 0)
    }

    @Test func `R-DATA-03 R-SEG-10 Agree with the reference on 2,357 real customers`() throws {
        var summaries = PurchaseSummaries(in: .usd)
        for (line, row) in Self.rows("cdnow_sample_log.csv").enumerated() {
            let order = Order(
                id: Order.ID(String(line))!,
                customer: Customer.ID(row[0])!,
                placedAt: Timestamp(day(String(row[1])), at: .midnight, in: .utc),
                total: Money(decimal: row[2], in: .usd)!
            )!
            try summaries.add(.order(order), in: FixedZone.utc)
        }
        for row in Self.rows("cdnow_from_log.csv") {
            let purchases = try #require(summaries[Customer.ID(row[0])!]).days(asOf: day("1997-09-30"))
            let figures = try #require(purchases.figures)
            #expect(figures.repeatPurchases == Int64(row[1]))
            #expect(figures.ageAtLastPurchase == Int(row[2]))
            #expect(figures.age == Int(row[3]))
            // The reference has a mean in binary floating point; times the days it is whole cents but for its last bits.
            let cents = try #require(Double(row[4])) * Double(figures.repeatPurchases) * 100
            #expect(abs(cents - Double(purchases.repeatSpend.sum.minorUnits)) < 0.001)
        }
    }
}
