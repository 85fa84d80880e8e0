import Foundation
import GiftTesting
import Testing

@Suite struct `The command plan` {
    @Test func `Prints what it did in English, Chinese, JSON and CSV`() throws {
        let shop = try SmallShop()
        let csv = try shop.run("plan", "--format", "csv").output
        #expect(csv.hasPrefix("figure,value\nas of,2011-12-10\norders,2\nreturns,1\nrows left out,0\ncustomers,2\n"))
        #expect(csv.hasSuffix("grants,2\nsuppressed by the cap,0\nunfunded,0\ncost,6.00 GBP\nbudget,5000.00 GBP\n"))
        #expect(try shop.run("plan", "--language", "zh").output.contains("发放合计"))
        let json = try shop.run("plan", "--format", "json").output
        let rows = try JSONDecoder().decode([[String: JSONValue]].self, from: Data(json.utf8))
        #expect(rows.contains(["figure": .text("grants"), "value": .number(2)]))
    }

    /// A figure in JSON: text or a whole number.
    private enum JSONValue: Decodable, Equatable {
        case text(String)
        case number(Int)

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            self = try (try? container.decode(Int.self)).map(JSONValue.number) ?? .text(container.decode(String.self))
        }
    }

    @Test func `R-POL-03 Keeps to the budget that it is given`() throws {
        let run = try SmallShop().run("plan", "--budget", "1.00", "--format", "csv")
        #expect(run.output.contains("\ngrants,1\n") && run.output.contains("\ncost,1.00 GBP\n"))
    }

    @Test func `Writes the same bytes again, also for rows in another order`() throws {
        let (shop, shuffled) = (try SmallShop(), try SmallShop())
        var random = SeededGenerator(seed: 5)
        let lines = try String(contentsOf: SmallShop.data.appending(path: "orders.csv"), encoding: .utf8)
            .split(separator: "\n")
        let some = Array(lines[1...2_000])
        try shop.write(([lines[0]] + some).joined(separator: "\n") + "\n", to: "orders.csv")
        try shuffled.write(
            ([lines[0]] + some.shuffled(using: &random)).joined(separator: "\n") + "\n",
            to: "orders.csv"
        )
        let arguments = ["--as-of", "2010-12-31"]
        let runs = try [shop, shop, shuffled]
            .map { shop in
                let run = try Run(["plan", "--data", shop.folder.path, "--out", shop.out.path] + arguments)
                let files = try ["plan.json", "report.html"].map { try Data(contentsOf: shop.out.appending(path: $0)) }
                return (output: run.output, files: files)
            }
        #expect(runs[0].output == runs[1].output && runs[0].files == runs[1].files)
        #expect(runs[0].output == runs[2].output && runs[0].files == runs[2].files)
        #expect(String(decoding: runs[0].files[0], as: UTF8.self).contains("\"giftName\""))
    }
}

@Suite struct `The command profile` {
    @Test func `R-SEG-01 Prints a row for each customer`() throws {
        let shop = try SmallShop()
        try shop.replace("R3,ann", in: "orders.csv", with: "R3,cy")
        #expect(
            try shop.run("profile", "--format", "csv").output == """
                customer,firstPurchase,lastPurchase,orders,purchaseDays,spendMinorUnits,recencyScore,frequencyScore,monetaryScore,stage,tier,stageSince,nextChange
                ann,2011-01-05,2011-01-05,1,1,150000,1,1,3,dormant,silver,2011-04-06,2012-01-06
                bob,2011-12-01,2011-12-01,1,1,2000,3,1,1,new,standard,2011-12-01,2012-01-01
                cy,,,,,,,,,undetermined,,2011-01-09,

                """
        )
    }

    @Test func `R-SEG-12 Lists the segments of each customer when asked to`() throws {
        let shop = try SmallSegments.shop()
        let file = shop.folder.appending(path: "segments.json").path
        let lines = try shop.run("profile", "--format", "csv", "--segments", file).output.split(separator: "\n")
        #expect(lines[0].hasSuffix(",stageSince,nextChange,segments"))
        #expect(lines[1].hasPrefix("ann,") && lines[1].hasSuffix(",2012-01-06,rich earlier"))
        #expect(lines[2].hasPrefix("bob,") && lines[2].hasSuffix(",recent"))
    }

    @Test func `R-SEG-01 Needs no gifts`() throws {
        let shop = try SmallShop()
        try FileManager.default.removeItem(at: shop.folder.appending(path: "gifts.csv"))
        #expect(try shop.run("profile").status == 0)
    }

    @Test func `R-SEG-01 Takes returns off the spend when asked to`() throws {
        #expect(
            try SmallShop().run("profile", "--format", "csv", "--net-returns").output
                .contains("ann,2011-01-05,2011-01-05,1,1,149000,")
        )
    }

    @Test func `R-SEG-01 Does not know customers before their first activity`() throws {
        let run = try SmallShop().run("profile", "--format", "csv", "--as-of", "2011-01-04")
        #expect(run.output.split(separator: "\n").count == 1)
    }

    @Test func `Prints tables in both languages`() throws {
        #expect(try SmallShop().run("profile").output.contains("Dormant"))
        #expect(try SmallShop().run("profile", "--language", "zh").output.contains("沉睡"))
    }
}

@Suite struct `The help of giftctl` {
    @Test(arguments: [
        ["--help"], ["plan", "--help"], ["profile", "--help"], ["explain", "--help"], ["segments", "--help"],
        ["decide", "--help"], ["policy", "--help"], ["policy", "check", "--help"], ["policy", "render", "--help"],
        ["policy", "diff", "--help"], ["policy", "explain", "--help"], ["policy", "try", "--help"],
        ["segments", "check", "--help"], ["segments", "count", "--help"], ["segments", "flow", "--help"],
    ])
    func `Shows examples`(arguments: [String]) throws {
        let run = try Run(arguments)
        #expect(run.status == 0)
        #expect(run.output.contains("EXAMPLES\n"))
        let example = (["giftctl"] + arguments.dropLast()).joined(separator: " ")
        #expect(run.output.contains("\n  \(example)"))
    }
}
