import Foundation
import GiftModel
import Segmentation
import Testing

@testable import giftctl

/// The scores of the bundled orders as of their last day, against a table that another program made from the same file:
/// each cut is the ⌈*n*·*p*⌉-th smallest value, and a score is one more than the cuts below.
@Suite struct `The scores of the bundled data` {
    static let day = CalendarDate(year: 2011, month: 12, day: 9)!

    /// The columns `customer`, `daysSinceLast`, `purchaseDays`, `salesCents`, `netCents`, `R`, `F`, `M` and `Mnet`.
    static func golden() throws -> [[String]] {
        let url = URL(filePath: #filePath).appending(path: "../Fixtures/online-retail-scores.csv").standardizedFileURL
        return try String(contentsOf: url, encoding: .utf8).split(separator: "\n").dropFirst()
            .map { $0.split(separator: ",").map(String.init) }
    }

    @Test(arguments: [SpendBasis.sales, .net])
    func `R-SEG-01 Are those of another program for all 4,339 customers`(spend: SpendBasis) throws {
        let profiles = try `The bundled data`.shop.profiles(asOf: Self.day, spend: spend)
        let rows = profiles.compactMap { profile -> [String]? in
            guard let purchases = profile.purchases, let scores = profile.scores else { return nil }
            let numbers = [
                Int64(purchases.daysSinceLastPurchase), purchases.purchaseDays, purchases.sales.minorUnits,
                purchases.spend(.net).minorUnits, Int64(scores.recency), Int64(scores.frequency),
                Int64(scores.monetary),
            ]
            return [profile.customer.text] + numbers.map(String.init)
        }
        let expected = try Self.golden().map { Array($0.prefix(7)) + [spend == .sales ? $0[7] : $0[8]] }
        #expect(rows.count == 4_339)
        #expect(rows == expected)
    }

    @Test func `R-SEG-01 Rise at the cut points of another program`() throws {
        let shop = `The bundled data`.shop
        func scale(_ spend: SpendBasis) throws -> ScoreScale {
            try #require(try shop.profiler(asOf: Self.day, spend: spend).population.scale)
        }
        let sales = try scale(.sales)
        #expect(sales.recency.cutPoints.values == [-179, -71, -32, -12])
        #expect(sales.frequency.cutPoints.values == [1, 2, 3, 5])
        #expect(sales.monetary.cutPoints.values == [250_04, 489_60, 942_26, 2059_45])
        #expect(try scale(.net).monetary.cutPoints.values == [242_35, 473_81, 914_93, 2018_91])
    }
}
