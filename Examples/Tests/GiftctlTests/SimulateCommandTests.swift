import Foundation
import GiftModel
import GiftPolicy
import Testing

@testable import giftctl

@Suite struct `The command policy simulate` {
    private static let harbourTea = SmallShop.data.appending(path: "../harbour-tea").standardizedFileURL

    private func simulate(_ arguments: String...) throws -> Run { try Run(["policy", "simulate"] + arguments) }

    /// The synthetic shop in small, over a few weeks.
    private func harbour(_ arguments: String...) throws -> Run {
        try Run(
            ["policy", "simulate", "--data", Self.harbourTea.path, "--shop", "1", "--customers", "150", "--from"]
                + ["2026-03-01", "--through", "2026-04-15"] + arguments
        )
    }

    @Test func `R-POL-10 Runs a policy over the orders of a shop, day by day`() throws {
        let shop = try SmallShop()
        let run = try simulate("--data", shop.folder.path, "--format", "csv")
        #expect(run.status == 0)
        // Each customer is asked about from the first order on: `ann` for 331 days, `bob` on the last alone.
        #expect(
            run.output == """
                rule,gifts,cost,touches,tasks,notDue,blocked,suppressed,withheld,unfunded
                gold-thanks,0,0.00 GBP,0,0,332,0,0,0,0
                reactivation,1,5.00 GBP,0,0,331,0,0,0,0
                first-order-welcome,2,2.00 GBP,0,0,330,0,0,0,0

                """
        )
    }

    @Test func `R-POL-10 Lists each gift, week and day`() throws {
        let shop = try SmallShop()
        func lines(_ rows: String) throws -> [Substring] {
            try simulate("--data", shop.folder.path, "--by", rows, "--format", "csv").output.split(separator: "\n")
        }
        #expect(
            try lines("gift") == [
                "day,customer,rule,gift,cost", "2011-01-05,ann,first-order-welcome,card,1.00 GBP",
                "2011-04-06,ann,reactivation,cup,5.00 GBP", "2011-12-01,bob,first-order-welcome,card,1.00 GBP",
            ]
        )
        let (weeks, days) = (try lines("week"), try lines("day"))
        #expect((weeks.count, days.count) == (49, 332))
        #expect(weeks[0] == "week from,customers,gifts,cost,notDue,blocked,suppressed,withheld,unfunded")
        #expect(weeks[1] == "2011-01-05,1,1,1.00 GBP,14,0,0,0,0")
        #expect(days[1] == "2011-01-05,1,1,1.00 GBP,2,0,0,0,0")
    }

    @Test func `R-POL-10 Compares two policies over the same days`() throws {
        let shop = try SmallShop()
        try shop.replace("\"moreThanDays\": 90", in: "policy.json", with: "\"moreThanDays\": 120")
        let bundled = SmallShop.data.appending(path: "policy.json").path
        let same = try simulate(
            "--data",
            shop.folder.path,
            "--against",
            shop.folder.appending(path: "policy.json").path,
            "--by",
            "change",
            "--format",
            "csv"
        )
        #expect(same.output.split(separator: "\n").count == 1)
        let run = try simulate("--data", shop.folder.path, "--against", bundled, "--by", "change", "--format", "csv")
        #expect(
            run.output.split(separator: "\n").dropFirst() == [
                "ann,reactivation,changed,reactivation,cup,2011-05-06,reactivation,cup,2011-04-06"
            ]
        )
        let rules = try simulate("--data", shop.folder.path, "--against", bundled, "--language", "zh")
        #expect(rules.output.contains("原礼品") && rules.output.contains("90天未购唤醒礼"))
    }

    @Test func `R-POL-10 Runs over a synthetic shop, the same for the same seed`() throws {
        let first = try harbour("--by", "week", "--format", "json")
        #expect(first.status == 0)
        #expect(try harbour("--by", "week", "--format", "json").output == first.output)
        #expect(first.output.contains("\"week from\" : \"2026-03-02\""))
        let rules = try harbour("--format", "csv").output
        #expect(rules.contains("birthday,") && rules.contains("recovery,"))
    }

    @Test func `R-POL-10 Writes a page with a chart of gifts and refusals per week, in both languages`() throws {
        let shop = try SmallShop()
        let page = shop.folder.appending(path: "page.html")
        let bundled = SmallShop.data.appending(path: "policy.json").path
        let run = try simulate(
            "--data",
            shop.folder.path,
            "--against",
            bundled,
            "--budget",
            "6.00",
            "--report",
            page.path
        )
        #expect(run.status == 0)
        let html = try String(contentsOf: page, encoding: .utf8)
        #expect(html.contains("<h3>Gifts by rule</h3>") && html.contains("<h3>Refusals by kind</h3>"))
        #expect(html.contains("<title>Week from 2011-01-05: Welcome with the first order 1</title>"))
        #expect(html.contains("Simulation from 2011-01-05 through 2011-12-01"))
        #expect(!html.contains("{{"))
        _ = try simulate("--data", shop.folder.path, "--language", "zh", "--report", page.path)
        #expect(try String(contentsOf: page, encoding: .utf8).contains("<h3>按类别拒绝</h3>"))
    }

    @Test(arguments: [
        (["--from", "2012-01-01", "--through", "2011-01-01"], "--from 2012-01-01 is after --through 2011-01-01"),
        (["--shop", "1"], "the synthetic shop is in CNY, the policy in GBP"),
        (["--by", "change"], "--by change needs --against"),
        (["--budget", "5 euros"], "--budget `5 euros` is no amount of GBP such as 5000.00"),
        (["--at", "25:00"], "`25:00` is no time such as 21:00"),
    ])
    func `R-POL-10 Says what is wrong with a question`(arguments: [String], words: String) throws {
        let shop = try SmallShop()
        let run = try Run(["policy", "simulate", "--data", shop.folder.path] + arguments)
        #expect(run.status != 0)
        #expect(run.errors.contains(words))
    }
}
