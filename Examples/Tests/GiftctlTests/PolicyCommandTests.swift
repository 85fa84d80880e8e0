import Foundation
import Testing

@testable import giftctl

/// The policies that stand in Examples.
enum BundledPolicies {
    static let current = SmallShop.data.appending(path: "policy.json").path
    static let draft = SmallShop.data.appending(path: "draft.json").path
}

@Suite struct `The command policy check` {
    @Test func `R-POL-10 Has nothing to say about the bundled policy`() throws {
        let run = try Run(["policy", "check", "--strict"])
        #expect(run.status == 0)
        #expect(run.output == "policy.json: no finding in 3 rules\n")
        #expect(try Run(["policy", "check", "--language", "zh"]).output == "policy.json: 3条规则，没有发现问题\n")
    }

    @Test
    func `R-POL-10 Tells warnings with their line, column and an example, and ends with 1 when it is to be strict`()
        throws
    {
        let run = try Run(["policy", "check", BundledPolicies.draft])
        #expect(run.status == 0)
        #expect(
            run.output.hasPrefix(
                "draft.json:53:5: warning: /rules/2: whoever “lost-friends” is for, “reactivation” is for as well, "
                    + "for example: stage exactly Dormant and sales exactly 5000.00 GBP\ndraft.json:53:5: warning: "
            )
        )
        #expect(try Run(["policy", "check", BundledPolicies.draft, "--strict"]).status == 1)
        let csv = try Run(["policy", "check", BundledPolicies.draft, "--format", "csv", "--language", "zh"]).output
        #expect(
            csv.hasPrefix("file,line,column,severity,path,problem\ndraft.json,53,5,warning,/rules/2,“lost-friends”")
        )
    }

    @Test func `R-POL-10 Looks at prices where gifts are named, and ends with 0 for a note`() throws {
        let shop = try SmallShop()
        let (data, gifts) = (shop.folder.path, shop.folder.appending(path: "gifts.csv").path)
        #expect(try Run(["policy", "check", "--data", data]).output == "policy.json: no finding in 3 rules\n")
        let run = try Run(["policy", "check", "--data", data, "--gifts", gifts, "--year", "2027"])
        #expect(run.status == 0)
        #expect(run.output.contains("warning: /rules/0/gift: no gift for "), "\(run.output)")
    }

    @Test func `R-POL-10 Tells errors and ends with 1`() throws {
        let shop = try SmallShop()
        try shop.replace(
            "{ \"field\": \"sales\", \"op\": \">=\", \"value\": \"1000.00 GBP\" }",
            in: "policy.json",
            with: "{ \"field\": \"stage\", \"op\": \"in\", \"value\": [\"new\"] }"
        )
        let run = try Run(["policy", "check", "--data", shop.folder.path])
        #expect(run.status == 1)
        #expect(
            run.output
                == "policy.json:43:7: error: /rules/1/when: nobody meets the condition of “reactivation”\n"
        )
        let json = try Run(["policy", "check", "--data", shop.folder.path, "--format", "json"])
        #expect(json.status == 1 && json.output.contains("\"severity\" : \"error\""))
    }

    @Test func `R-POL-10 Tells faults of form, and faults of sense, all at once`() throws {
        let shop = try SmallShop()
        try shop.replace("\"restDays\": 180", in: "policy.json", with: "\"restDays\": -1")
        try shop.replace("\"atMost\": 1", in: "policy.json", with: "\"atMost\": -1")
        let run = try Run(["policy", "check", shop.folder.appending(path: "policy.json").path])
        #expect(run.status == 1 && run.output.isEmpty)
        #expect(
            run.errors == """
                Error: policy.json:21:53: /caps/0/atMost: `-1` is not 1 through 1000
                       policy.json:49:7: /rules/1/restDays: `-1` is not 1 through 36500

                """
        )
        try shop.replace("\"restDays\"", in: "policy.json", with: "\"restdays\"")
        #expect(
            try Run(["policy", "check", "--data", shop.folder.path]).errors
                .hasPrefix("Error: policy.json:49:7: /rules/1/restdays: unknown key `restdays`, perhaps `restDays`")
        )
    }

    @Test func `R-POL-10 Tells of a file that is missing`() throws {
        let run = try Run(["policy", "check", "/nowhere/policy.json"])
        #expect(run.status == 1)
        #expect(run.errors == "Error: /nowhere/policy.json: the file cannot be read\n")
    }
}

@Suite struct `The command policy diff` {
    @Test func `R-POL-10 Tells rules that came and went, values, and who comes in and drops out`() throws {
        let run = try Run(["policy", "diff", BundledPolicies.current, BundledPolicies.draft])
        #expect(run.status == 0)
        for line in [
            "- Welcome with the first order (first-order-welcome)", "+ Come back, old friend (lost-friends)",
            "    /restDays: 180 → 365", "    /budget: \"5000.00 GBP\" → \"6000.00 GBP\"",
            "    now also for, among others: stage exactly Dormant and sales exactly 800.00 GBP",
            "    no longer for, among others: stage exactly Churned and sales exactly 1000.00 GBP",
        ] {
            #expect(run.output.split(separator: "\n").contains { $0 == line }, "\(line)")
        }
        let chinese = try Run(["policy", "diff", BundledPolicies.current, BundledPolicies.draft, "--language", "zh"])
        #expect(chinese.output.contains("新增适用客户，例如：阶段等于沉睡且销售额等于800.00 GBP"))
    }

    @Test func `R-POL-10 Prints rows for programs`() throws {
        let arguments = ["policy", "diff", BundledPolicies.current, BundledPolicies.draft]
        let csv = try Run(arguments + ["--format", "csv"]).output
        #expect(csv.hasPrefix("change,rule,path,old,new\nremoved,first-order-welcome,,,\nadded,lost-friends,,,\n"))
        #expect(csv.contains("\nleaving,reactivation,/when,,stage exactly Churned and sales exactly 1000.00 GBP\n"))
        #expect(try Run(arguments + ["--format", "json"]).output.contains("\"change\" : \"entering\""))
    }

    @Test func `R-POL-10 Finds no difference in other words for the same customers`() throws {
        let shop = try SmallShop()
        try shop.replace(
            "{ \"field\": \"stage\", \"op\": \"in\", \"value\": [\"new\"] }",
            in: "policy.json",
            with: "{ \"not\": { \"not\": { \"field\": \"stage\", \"op\": \"in\", \"value\": [\"new\"] } } }"
        )
        let run = try Run(["policy", "diff", BundledPolicies.current, shop.folder.appending(path: "policy.json").path])
        #expect(run.output.hasSuffix("\nBoth say the same\n"))
    }
}

@Suite struct `The command policy render` {
    @Test func `R-POL-10 Says what stands in each part of a policy, part by part, in both languages`() throws {
        let english = try Run(["policy", "render"])
        #expect(english.status == 0)
        #expect(english.output.hasPrefix("“Online Retail, winter 2011” (online-retail), version 1.\n\n"))
        #expect(english.output.contains("\n\n“one-in-30-days”: "))
        let chinese = try Run(["policy", "render", BundledPolicies.draft, "--language", "zh"]).output
        #expect(chinese.hasPrefix("“Online Retail 2012年春季”（online-retail），第2版。\n\n"))
        #expect(chinese.contains("\n“老友回归礼”"))
    }

    @Test func `R-POL-10 Prints rows for programs, with the place of each sentence`() throws {
        let csv = try Run(["policy", "render", "--format", "csv"]).output
        #expect(csv.hasPrefix("path,sentence\n,"))
        for place in ["/defaults", "/tiers/rungs/2", "/caps/0", "/rules/1"] { #expect(csv.contains("\n\(place),")) }
        let json = try Run(["policy", "render", "--format", "json"]).output
        #expect(json.contains("\"path\" : \"/rules/2\""))
    }

    @Test func `R-POL-10 Renders no policy that has faults`() throws {
        let shop = try SmallShop()
        try shop.replace("\"restDays\": 180", in: "policy.json", with: "\"restDays\": -1")
        let run = try Run(["policy", "render", "--data", shop.folder.path])
        #expect(run.status == 1 && run.output.isEmpty && run.errors.contains("/rules/1/restDays: `-1` is not"))
    }
}

@Suite struct `The command policy try` {
    private func rows(_ arguments: String..., in shop: SmallShop) throws -> [Substring] {
        try Run(["policy", "try", "--data", shop.folder.path, "--format", "csv"] + arguments).output
            .split(separator: "\n")
    }

    @Test func `R-POL-10 Tells audience, cost, refusals by reason and samples`() throws {
        let shop = try SmallShop()
        #expect(
            try rows("--rule", "reactivation", in: shop).joined(separator: "\n") == """
                topic,item,verdict,value,why
                figure,customers,,2,
                figure,audience,,1,
                figure,audienceUnknown,,0,
                figure,candidates,,1,
                figure,candidatesCost,,5.00 GBP,
                figure,grants,,1,
                figure,grantsCost,,5.00 GBP,
                figure,ruleBudget,,1500.00 GBP,
                figure,budget,,5000.00 GBP,
                figure,refused,,1,
                refusal,activeLately,notDue,1,"bob: last order 9 days ago, on 2011-12-01, not yet more than 90 days: \
                82 days to go"
                sample,ann,granted,5.00 GBP,"no order for 339 days, since 2011-01-05, more than 90 days; sales is \
                1500.00 GBP, as asked: at least 1000.00 GBP; stage is Dormant, as asked: one of Churned, Dormant; \
                Cup, blue chosen, worth 169, best available of 1 that fit; +60 for Come back after 90 days; \
                +10 for a frequency score of 1; +30 for a monetary score of 3; +69 for a cost of 5.00 GBP, where \
                8.00 GBP is meant"
                sample,bob,notDue,,"last order 9 days ago, on 2011-12-01, not yet more than 90 days: 82 days to go; \
                sales is 20.00 GBP, asked for: at least 1000.00 GBP; stage is New, asked for: one of Churned, Dormant"
                """
        )
    }

    @Test func `R-POL-03 Tells what the budget does not carry`() throws {
        let rows = try rows("--rule", "reactivation", "--budget", "4.99", in: SmallShop())
        #expect(rows.contains("figure,candidates,,1,") && rows.contains("figure,grants,,0,"))
        #expect(rows.contains { $0.hasPrefix("refusal,budgetUsedUp,unfunded,1,") })
    }

    @Test func `R-POL-10 Shows ten customers at most, of every reason one before two of any`() throws {
        let shop = try SmallShop()
        let more = (0..<30).map { "s\($0),c\($0),2011-0\(1 + $0 % 9)-01T10:00:00,sale,\($0 * 100).00,1,France,GBP\n" }
        try shop.write(SmallShop.orders + more.joined(), to: "orders.csv")
        let rows = try rows("--rule", "reactivation", in: shop)
        let samples = rows.filter { $0.hasPrefix("sample,") }
        #expect(samples.count == 10)
        let reasons = rows.count { $0.hasPrefix("refusal,") }
        #expect(reasons >= 2 && samples.count { !$0.contains(",granted,") } >= reasons)
    }

    @Test func `R-POL-10 Speaks to people in both languages`() throws {
        let shop = try SmallShop()
        let arguments = ["policy", "try", "--data", shop.folder.path, "--rule", "reactivation"]
        let english = try Run(arguments).output
        #expect(english.hasPrefix("Come back after 90 days (reactivation) as of 2011-12-10\n"))
        #expect(english.contains("  1  Not due, such as bob: last order 9 days ago"))
        let chinese = try Run(arguments + ["--language", "zh"]).output
        #expect(chinese.contains("未发放的原因\n") && !chinese.contains("{"))
    }

    @Test func `R-POL-10 Names the nearest rule when one is not known`() throws {
        let shop = try SmallShop()
        let run = try Run(["policy", "try", "--data", shop.folder.path, "--rule", "reactivatoin"])
        #expect(run.status == 1)
        #expect(
            run.errors
                == "Error: --rule `reactivatoin` is no rule of the policy, the nearest is `reactivation`; known are "
                + "gold-thanks, reactivation, first-order-welcome\n"
        )
    }
}
