import Foundation
import Testing

@testable import giftctl

/// Segments for a very small shop.
enum SmallSegments {
    static let text = """
        {
          "format": "gift-segments/1",
          "id": "small",
          "currency": "GBP",
          "tiers": ["standard", "silver", "gold", "diamond"],
          "segments": [
            {
              "id": "rich",
              "name": { "en": "Rich", "zh": "高消费" },
              "where": { "field": "sales", "op": ">=", "value": "1000.00 GBP" }
            },
            {
              "id": "recent",
              "name": { "en": "Recent", "zh": "近期" },
              "where": { "field": "daysSinceLastPurchase", "op": "<=", "value": 30 }
            },
            {
              "id": "earlier",
              "name": { "en": "Earlier", "zh": "早期" },
              "where": { "field": "daysSinceLastPurchase", "op": ">", "value": 30 }
            }
          ],
          "groups": [{ "id": "time", "members": ["recent", "earlier"] }]
        }

        """

    /// A small shop with these segments, or with others in their place.
    static func shop(replacing found: String = "", with replacement: String = "") throws -> SmallShop {
        let shop = try SmallShop()
        try shop.write(text, to: "segments.json")
        if !found.isEmpty { try shop.replace(found, in: "segments.json", with: replacement) }
        return shop
    }

    /// Runs `giftctl segments` with `arguments` in `shop`.
    static func run(_ shop: SmallShop, _ command: String, _ arguments: String...) throws -> Run {
        try Run(["segments", command, "--data", shop.folder.path] + arguments)
    }
}

@Suite struct `The command segments check` {
    @Test func `R-SEG-12 Has nothing to say about the bundled segments`() throws {
        let run = try Run(["segments", "check", "--strict"])
        #expect(run.status == 0)
        #expect(run.output == "segments.json: no finding in 12 segments and 1 group\n")
    }

    @Test func `R-SEG-12 Tells errors with their line and column, and ends with 1`() throws {
        let shop = try SmallSegments.shop(replacing: "1000.00 GBP", with: "1000.00 EUR")
        let run = try SmallSegments.run(shop, "check")
        #expect(run.status == 1)
        #expect(
            run.output == "segments.json:10:48: error: /segments/0/where/value: an amount in `EUR`, "
                + "the document is in `GBP`\n"
        )
        let json = try SmallSegments.run(shop, "check", "--format", "json")
        #expect(json.status == 1)
        #expect(json.output.contains("\"line\" : 10") && json.output.contains("\"severity\" : \"error\""))
    }

    @Test func `R-SEG-12 Ends with 1 for a warning only when it is to be strict`() throws {
        let shop = try SmallSegments.shop(replacing: "\">\", \"value\": 30", with: "\">\", \"value\": 20")
        let run = try SmallSegments.run(shop, "check")
        #expect(run.status == 0)
        #expect(run.output.hasPrefix("segments.json:23:") && run.output.contains(": warning: /groups/0"))
        #expect(run.output.contains("`recent` and `earlier` overlap"))
        #expect(try SmallSegments.run(shop, "check", "--strict").status == 1)
        let csv = try SmallSegments.run(shop, "check", "--format", "csv").output
        #expect(csv.hasPrefix("file,line,column,severity,path,problem\nsegments.json,23,"))
    }

    @Test(arguments: [
        ("\"id\": \"small\",", "\"id\": \"small\"", "segments.json:4:3: expected `,` or `}`, found `\"`"),
        ("\"where\": { \"field\": \"sales\"", "\"where\": { \"field\": \"salse\"", "segments.json:10:18: "),
    ])
    func `R-SEG-12 Tells where a document cannot be read`(found: String, replacement: String, says: String) throws {
        let run = try SmallSegments.run(SmallSegments.shop(replacing: found, with: replacement), "check")
        #expect(run.status == 1)
        #expect(run.output.isEmpty && run.errors.hasPrefix("Error: \(says)"))
    }

    @Test func `R-SEG-12 Tells of a file that is missing`() throws {
        let shop = try SmallShop()
        let run = try SmallSegments.run(shop, "check")
        #expect(run.status == 1)
        #expect(run.errors == "Error: \(shop.folder.path)/segments.json: the file cannot be read\n")
    }
}

@Suite struct `The command segments count` {
    @Test func `R-SEG-12 Counts who is in each segment, out of it or undetermined`() throws {
        let shop = try SmallSegments.shop()
        try shop.replace("R3,ann", in: "orders.csv", with: "R3,cy")
        #expect(
            try SmallSegments.run(shop, "count", "--format", "csv").output == """
                segment,name,in,out,undetermined
                rich,Rich,1,1,1
                recent,Recent,1,1,1
                earlier,Earlier,1,1,1

                """
        )
        #expect(try SmallSegments.run(shop, "count", "--language", "zh").output.contains("高消费"))
    }

    @Test(arguments: [
        ("\"GBP\"", "\"EUR\"", "the segments are in EUR, the policy in GBP"),
        ("[\"standard\", ", "[", "the tiers are not the policy's: standard, silver, gold, diamond"),
    ])
    func `R-SEG-12 Refuses segments that do not go with the policy`(
        found: String,
        replacement: String,
        says: String
    ) throws {
        let run = try SmallSegments.run(SmallSegments.shop(replacing: found, with: replacement), "count")
        #expect(run.status == 1)
        #expect(run.errors == "Error: segments.json: \(says)\n")
    }
}

@Suite struct `The command segments flow` {
    static let days = ["--from", "2011-02-01", "--to", "2011-12-10", "--format", "csv"]

    private func flow(_ arguments: String...) throws -> Run {
        let shop = try SmallSegments.shop()
        let run = try Run(["segments", "flow", "--data", shop.folder.path] + Self.days + arguments)
        return withExtendedLifetime(shop) { run }
    }

    @Test func `R-SEG-12 Counts who entered each segment, left it and stayed`() throws {
        #expect(
            try flow().output == """
                segment,name,entered,left,stayed
                rich,Rich,0,0,1
                recent,Recent,1,1,0
                earlier,Earlier,1,0,0

                """
        )
        #expect(
            try flow("--customers").output == """
                customer,segment,change
                ann,recent,left
                bob,recent,entered
                ann,earlier,entered

                """
        )
    }

    @Test func `R-SEG-12 Counts who moved between stages, tiers and members of a group`() throws {
        #expect(
            try flow("--by", "stage").output == """
                from,prospect,new,growing,mature,declining,dormant,churned,undetermined,total
                prospect,0,0,0,0,0,0,0,0,0
                new,0,0,0,0,0,1,0,0,1
                growing,0,0,0,0,0,0,0,0,0
                mature,0,0,0,0,0,0,0,0,0
                declining,0,0,0,0,0,0,0,0,0
                dormant,0,0,0,0,0,0,0,0,0
                churned,0,0,0,0,0,0,0,0,0
                undetermined,0,0,0,0,0,0,0,0,0
                nowhere,0,1,0,0,0,0,0,0,1

                """
        )
        #expect(try flow("--by", "stage", "--customers").output == "customer,from,to\nann,new,dormant\n")
        #expect(try flow("--by", "tier").output.contains("\nsilver,0,1,0,0,0,1\n"))
        #expect(
            try flow("--by", "time").output == """
                from,recent,earlier,outside,undetermined,total
                recent,0,1,0,0,1
                earlier,0,0,0,0,0
                outside,0,0,0,0,0
                undetermined,0,0,0,0,0
                nowhere,1,0,0,0,1

                """
        )
    }

    @Test func `R-SEG-12 Refuses what is no group, and days in the wrong order`() throws {
        let run = try flow("--by", "color")
        #expect(run.status == 1)
        #expect(
            run.errors == "Error: --by `color` is neither stage, tier nor a group; known are stage, tier, time\n"
        )
        let backward = try Run(["segments", "flow", "--from", "2011-12-10", "--to", "2011-12-10"])
        #expect(backward.status == 64)
        #expect(backward.errors.contains("--from 2011-12-10 is not before --to 2011-12-10"))
    }
}
