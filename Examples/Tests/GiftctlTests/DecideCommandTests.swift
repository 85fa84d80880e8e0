import Foundation
import Testing

@testable import giftctl

@Suite struct `The command decide` {
    @Test func `R-POL-11 Tells of every rule what it gives, which gifts fit, which do not, and why`() throws {
        let run = try SmallShop().run("decide", "--customer", "ann")
        #expect(run.status == 0)
        #expect(
            run.output == """
                Customer ann as of 2011-12-10, by Online Retail, winter 2011 (online-retail, version 1)

                Thank-you on reaching gold (gold-thanks): not due, not before 2012-01-01
                  510.00 GBP missing to Gold
                  tier is Silver, asked for: at least Gold

                Come back after 90 days (reactivation): a gift may leave on 2011-12-10
                  no order for 339 days, since 2011-01-05, more than 90 days
                  sales is 1500.00 GBP, as asked: at least 1000.00 GBP
                  stage is Dormant, as asked: one of Churned, Dormant
                  Gifts, best first
                    Cup, blue, 5.00 GBP, worth 169
                      +60 for Come back after 90 days
                      +10 for a frequency score of 1
                      +30 for a monetary score of 3
                      +69 for a cost of 5.00 GBP, where 8.00 GBP is meant
                  Not these gifts
                    Card: not for the occasion Reactivation; costs 1.00 GBP, 2.25 GBP below the least of 3.25 GBP

                Welcome with the first order (first-order-welcome): not due
                  first order 339 days ago, longer than 30 days
                  stage is Dormant, asked for: exactly New

                """
        )
    }

    @Test func `R-POL-11 Tells from when on a rule may speak`() throws {
        let run = try SmallShop().run("decide", "--customer", "bob")
        #expect(run.output.contains("Come back after 90 days (reactivation): not due, not before 2012-03-01\n"))
        #expect(
            try SmallShop().run("decide", "--customer", "bob", "--language", "zh").output
                .contains("90天未购唤醒礼 (reactivation)：未到期，最早2012-03-01\n")
        )
    }

    @Test func `R-POL-11 Prints rows for programs`() throws {
        let csv = try SmallShop().run("decide", "--customer", "bob", "--format", "csv").output
        let rows = csv.split(separator: "\n")
        #expect(rows[0] == "rule,topic,item,verdict,value,expected,distance,earliest,why")
        #expect(rows.contains { $0.hasPrefix("reactivation,rule,,notDue,,,,2012-03-01,\"last order 9 days ago") })
        #expect(rows.contains { $0.hasPrefix("first-order-welcome,rule,,candidate,2011-12-10,,,,") })
        #expect(rows.contains { $0.hasPrefix("first-order-welcome,gift,card,offered,1.00 GBP,,,,") })
        #expect(rows.contains { $0.hasPrefix("first-order-welcome,giftRefused,cup,refused,,,,,\"costs 5.00 GBP") })
        let json = try SmallShop().run("decide", "--customer", "bob", "--format", "json").output
        #expect(json.contains("\"topic\" : \"gift\""))
    }

    @Test func `R-POL-04 Counts what a journal holds`() throws {
        let shop = try SmallShop()
        let journal = shop.folder.appending(path: "grants.jsonl").path
        #expect(try shop.run("plan", "--journal", journal).status == 0)
        let run = try shop.run("decide", "--customer", "ann", "--journal", journal)
        #expect(run.output.contains("Come back after 90 days (reactivation): not due\n  given before, on 2011-12-10\n"))
        let missing = try shop.run("decide", "--customer", "ann", "--journal", "/nowhere/grants.jsonl")
        #expect(missing.status == 1 && missing.errors == "Error: /nowhere/grants.jsonl: the file cannot be read\n")
    }

    @Test func `R-POL-11 Names the nearest customer when one is not known`() throws {
        let run = try SmallShop().run("decide", "--customer", "ana")
        #expect(run.status == 1)
        #expect(run.errors == "Error: --customer `ana` is not known, the nearest is `ann`\n")
    }
}

@Suite struct `What is owed to a customer` {
    private func shop() throws -> SmallShop {
        let shop = try SmallShop()
        let deadlines =
            #""complaints":{"answerMinutes":120,"followUpMinutes":2880,"solutionMinutes":1440,"#
            + #""handlers":{"complex":"expertTeam","grave":"management","simple":"frontLine"}},"#
        try shop.replace("\"rules\": [", in: "policy.json", with: deadlines + "\"rules\": [")
        let opened =
            #"{"at":1323424800000,"channel":"phone","complaint":"k-1","customer":"ann","grade":"grave","id":"s-1","#
            + #""kind":"complaintStep","state":"opened","v":1}"#
        try shop.write(opened + "\n", to: "activities.jsonl")
        return shop
    }

    @Test func `R-POL-11 Is told with what is overdue`() throws {
        let run = try shop().run("decide", "--customer", "ann")
        #expect(run.errors.isEmpty && run.output.contains("\n  Complaints\n    k-1: "), "\(run.errors)\(run.output)")
    }
}

@Suite struct `The command policy explain` {
    private func explain(_ shop: SmallShop, _ arguments: String...) throws -> String {
        try Run(["policy", "explain", "--data", shop.folder.path] + arguments).output
    }

    @Test func `R-POL-11 Tells every comparison with its distance, and the smallest changes`() throws {
        let output = try explain(SmallShop(), "--customer", "bob")
        for line in [
            "  Whom it is for", "    ✗ stage one of Churned, Dormant, is New",
            "    ✗ sales at least 1000.00 GBP, is 20.00 GBP, 980.00 GBP away",
            "  The smallest changes that would turn that", "    ✓ stage exactly New, is New",
        ] {
            #expect(output.split(separator: "\n").contains { $0 == line }, "\(line)")
        }
    }

    @Test func `R-POL-11 Names the places of comparisons in the document`() throws {
        let rows = try explain(SmallShop(), "--customer", "bob", "--format", "csv").split(separator: "\n")
        #expect(
            rows.contains(
                "reactivation,check,/rules/1/when/all/1,no,20.00 GBP,1000.00 GBP,980.00 GBP,,sales at least 1000.00 GBP"
            )
        )
        #expect(rows.contains { $0.hasPrefix("reactivation,change,1,enters,") })
        #expect(rows.contains { $0.hasPrefix("first-order-welcome,change,1,leaves,") })
    }

    @Test func `R-POL-11 Says what is not known`() throws {
        let shop = try SmallShop()
        try shop.replace("R3,ann", in: "orders.csv", with: "R3,cy")
        let output = try explain(shop, "--customer", "cy", "--language", "zh")
        #expect(output.contains("? 销售额不低于1000.00 GBP，未知"))
    }

    @Test func `R-POL-11 Explains another version where one is named, and no two`() throws {
        let draft = BundledPolicies.draft
        let shop = try SmallShop()
        #expect(
            try explain(shop, draft, "--customer", "ann")
                .hasPrefix(
                    "Customer ann as of 2011-12-10, by Online Retail, spring 2012 (online-retail, version 2)\n"
                )
        )
        let twice = try Run(["policy", "explain", draft, "--policy", draft, "--customer", "ann"])
        #expect(twice.status == 64 && twice.errors.contains("the policy is named twice"))
    }
}
