import Foundation
import Testing

@testable import giftctl

@Suite struct `The command explain` {
    @Test func `R-SEG-01 R-SEG-03 R-SEG-06 Says what is known of a customer, and why`() throws {
        let shop = try SmallSegments.shop()
        let run = try shop.run("explain", "--customer", "ann")
        #expect(run.status == 0)
        for line in [
            "Customer ann as of 2011-12-10", "    Recency scores 1: 339 days, at least 339 days",
            "since 2011-04-06, may change on 2012-01-06",
            "    last purchase 339 days ago, on 2011-01-05, more than 90 days", "2 of 5",
            "    Silver since 2011-01-05: 1490.00 GBP, 1 order counted, 500.00 GBP reach it",
            "    510.00 GBP missing to Gold",
            "    8510.00 GBP missing to Diamond", "    no interactions are recorded",
            "    time since the last purchase is 339 days, asked for: at most 30 days",
        ] {
            #expect(run.output.contains(line), "\(line)")
        }
    }

    @Test func `R-SEG-03 R-SEG-06 R-SEG-09 R-SEG-12 Prints rows for programs`() throws {
        let shop = try SmallSegments.shop()
        let csv = try shop.run("explain", "--customer", "ann", "--format", "csv").output
        for line in [
            "topic,item,value,since,nextChange,why", "purchases,lastPurchase,2011-01-05,,,",
            "scores,monetary,3,,,\"Monetary value scores 3: 1500.00 GBP, within 20.01 GBP to 1500.00 GBP; "
                + "Monetary value: 1 of 2 customers score 3 or higher\"",
            "stage,stage,dormant,2011-04-06,2012-01-06,\"last purchase 339 days ago, on 2011-01-05, more than 90 days\"",
            "tier,tier,silver,2011-01-05,2012-01-01,"
                + "\"Silver since 2011-01-05: 1490.00 GBP, 1 order counted, 500.00 GBP reach it\"",
            "tier,silver,reached,2011-01-05,,", "tier,gold,missing,,,510.00 GBP missing to Gold",
            "signals,interactionsDown,unknown,,,no interactions are recorded",
            "segments,rich,in,,,\"sales is 1500.00 GBP, as asked: at least 1000.00 GBP\"",
        ] {
            #expect(csv.split(separator: "\n").contains { $0 == line }, "\(line)")
        }
        let other = try shop.run("explain", "--customer", "bob", "--format", "csv").output
        #expect(other.contains("\nsegments,recent,in,,2012-01-01,"))
        let json = try shop.run("explain", "--customer", "ann", "--format", "json").output
        #expect(json.contains("\"item\" : \"frequency\"") && json.contains("\"value\" : 1"))
    }

    @Test func `R-SEG-12 Speaks Chinese`() throws {
        let output = try SmallSegments.shop().run("explain", "--customer", "ann", "--language", "zh").output
        for text in ["客户ann，截至2011-12-10", "沉睡，自2011-04-06起", "距金卡还差510.00 GBP", "没有互动记录", "高消费"] {
            #expect(output.contains(text), "\(text)")
        }
        #expect(!output.contains("{"))
    }

    @Test func `R-SEG-12 Does without segments where there are none`() throws {
        let run = try SmallShop().run("explain", "--customer", "ann")
        #expect(run.status == 0 && !run.output.contains("Segments"))
    }

    @Test(arguments: [
        ("ana", "--customer `ana` is not known, the nearest is `ann`"),
        ("obb", "--customer `obb` is not known, the nearest is `bob`"),
        ("charlotte", "--customer `charlotte` is not known, nor is any id like it"),
    ])
    func `R-SEG-12 Names the nearest customer when one is not known`(customer: String, says: String) throws {
        let run = try SmallShop().run("explain", "--customer=\(customer)")
        #expect(run.status == 1)
        #expect(run.errors == "Error: \(says)\n")
    }

    @Test func `R-SEG-12 Does not know a customer before the first activity`() throws {
        let run = try SmallShop().run("explain", "--customer", "bob", "--as-of", "2011-11-30")
        #expect(run.status == 1)
        #expect(
            run.errors == "Error: --customer `bob` is not known by 2011-11-30; the first activity is on 2011-12-01\n"
        )
    }
}
