import Foundation
import Testing

@testable import giftctl

@Suite struct `Further files` {
    /// A small shop whose reactivation is for birthdays instead.
    private func shopOfBirthdays() throws -> SmallShop {
        let shop = try SmallShop()
        try shop.replace(
            "{ \"inactive\": { \"moreThanDays\": 90 } }",
            in: "policy.json",
            with: "{ \"birthday\": { \"days\": { \"from\": -3, \"through\": 3 } } }"
        )
        return shop
    }

    private static let catalog = """
        {
          "format": "gift-catalog/1",
          "currency": "GBP",
          "gifts": [
            {
              "id": "mug",
              "name": { "en": "Mug", "zh": "马克杯" },
              "kind": "physical",
              "cost": { "goods": "6.00 GBP" },
              "stock": 2
            }
          ]
        }

        """

    @Test func `R-DATA-02 Tell birthdays, by the records of the CRM`() throws {
        let shop = try shopOfBirthdays()
        #expect(
            try shop.run("decide", "--customer", "ann").output
                .contains("(reactivation): not due\n  Birthday: not known")
        )
        try shop.write(#"{"birthday":{"solar":"--12-12"},"id":"ann","v":1}"# + "\n", to: "records.jsonl")
        #expect(
            try shop.run("decide", "--customer", "ann").output
                .contains("(reactivation): a gift may leave on 2011-12-10\n")
        )
    }

    @Test func `R-DATA-03 Tell what customers did beside, also those who bought nothing`() throws {
        let shop = try SmallShop()
        try shop.replace(
            "{ \"firstOrder\": { \"withinDays\": 30 } }",
            in: "policy.json",
            with: "{ \"welcome\": { \"withinHours\": 24 } }"
        )
        let file = shop.folder.appending(path: "seen.jsonl").path
        try shop.write(
            #"{"at":1323460800000,"customer":"dee","id":"i-1","interaction":"registration","kind":"interaction","v":1}"#
                + "\n",
            to: "seen.jsonl"
        )
        #expect(try shop.run("decide", "--customer", "dee").status == 1)
        let run = try shop.run("decide", "--customer", "dee", "--activities", file)
        #expect(run.status == 0 && run.output.hasPrefix("Customer dee as of 2011-12-10"))
        let early = try shop.run("decide", "--customer", "dee", "--activities", file, "--as-of", "2011-12-08")
        #expect(
            early.errors == "Error: --customer `dee` is not known by 2011-12-08; the first activity is on 2011-12-09\n"
        )
    }

    @Test func `R-DATA-03 Tell orders as well, so that a shop needs no table of them`() throws {
        let shop = try SmallShop()
        try FileManager.default.removeItem(at: shop.folder.appending(path: "orders.csv"))
        try shop.write(
            #"{"at":1294221600000,"customer":"ann","id":"1","kind":"order","total":{"currency":"GBP","minorUnits":150000},"v":1}"#
                + "\n",
            to: "activities.jsonl"
        )
        let run = try shop.run("decide", "--customer", "ann")
        #expect(run.output.contains("no order for 339 days, since 2011-01-05"))
        #expect(try shop.run("plan", "--format", "csv").output.contains("\norders,1\n"))
    }

    @Test func `R-DATA-05 Count an activity once that is listed twice, and say so`() throws {
        let shop = try SmallShop()
        let order =
            #"{"at":1325000000000,"customer":"bob","id":"2","kind":"order","total":{"currency":"GBP","minorUnits":1},"v":1}"#
        let view = #"{"at":1294221600000,"customer":"ann","id":"i","interaction":"view","kind":"interaction","v":1}"#
        try shop.write([order, view, view].joined(separator: "\n"), to: "activities.jsonl")
        let run = try shop.run("decide", "--customer", "bob")
        let warnings = run.errors.split(separator: "\n")
        #expect(
            warnings.map { $0.prefix(33) } == [
                "warning: activities.jsonl:1: line", "warning: activities.jsonl:3: line",
            ]
        )
        #expect(warnings.allSatisfy { $0.hasSuffix("is of an activity that is listed twice") })
        #expect(try shop.run("plan", "--format", "csv").output.contains("\norders,2\n"))
    }

    @Test func `R-DATA-05 Are told by line and place where they are wrong, and left out`() throws {
        let shop = try SmallShop()
        try shop.write(
            """
            {"id":"ann","v":1,"zone":"Europe/London"}
            {"id":"bob","v":2}

            {"id":"cy","birthday":{"solar":"--02-30"},"v":1}
            no JSON
            {"id":"ann","v":1}

            """,
            to: "records.jsonl"
        )
        try shop.write(#"{"customer":"ann","consent":{}}"# + "\n", to: "facts.jsonl")
        let run = try shop.run("decide", "--customer", "ann")
        #expect(run.status == 0)
        let warnings = run.errors.split(separator: "\n")
        #expect(warnings.count == 5)
        #expect(
            warnings[0].hasPrefix("warning: facts.jsonl:1: line: `{\"customer\":\"ann\",\"consent\":{}}` cannot be: ")
        )
        #expect(warnings[0].hasSuffix("the key `consent` is none of customer, consents, cultures, labels, touches"))
        #expect(warnings[1].hasPrefix("warning: records.jsonl:2: /v: "))
        #expect(warnings[2].hasPrefix("warning: records.jsonl:4: /birthday"))
        #expect(warnings[3] == "warning: records.jsonl:5: line: `no JSON` is no JSON")
        #expect(warnings[4].hasPrefix("warning: records.jsonl:6: /id: ") && warnings[4].hasSuffix("is listed twice"))
        #expect(try shop.run("decide", "--customer", "ann", "--strict").status == 1)
    }

    @Test func `R-DATA-06 Tell consents, cultures, labels and touches`() throws {
        let shop = try SmallShop()
        try shop.replace(
            "{ \"field\": \"stage\", \"op\": \"in\", \"value\": [\"new\"] }",
            in: "policy.json",
            with: "{ \"field\": \"label\", \"name\": \"class\", \"op\": \"==\", \"value\": \"a\" }"
        )
        try shop.replace(
            "\"rules\": [",
            in: "policy.json",
            with: "\"labels\": [{\"id\":\"class\",\"kind\":\"word\"}], \"rules\": ["
        )
        let labels = #"[{"from":"2011-01-01","source":"bank","until":"2012-02-01","value":{"code":"a"}}]"#
        try shop.write(
            #"{"consents":{"changes":[],"v":1},"cultures":[],"customer":"bob","touches":[],"#
                + #""labels":{"labels":[{"facts":\#(labels),"id":"class","v":1}],"v":1}}"# + "\n",
            to: "facts.jsonl"
        )
        let run = try shop.run("decide", "--customer", "bob")
        #expect(run.errors.isEmpty && run.output.contains("(first-order-welcome): a gift may leave on"))
    }

    @Test func `R-GIFT-01 Tell gifts as a catalog`() throws {
        let shop = try SmallShop()
        try shop.write(Self.catalog, to: "catalog.json")
        let named = try shop.run(
            "decide",
            "--customer",
            "ann",
            "--gifts",
            shop.folder.appending(path: "catalog.json").path
        )
        #expect(named.output.contains("\n    Mug, 6.00 GBP, worth "))
        #expect(try shop.run("decide", "--customer", "ann").output.contains("\n    Cup, blue, "))
        try FileManager.default.removeItem(at: shop.folder.appending(path: "gifts.csv"))
        #expect(try shop.run("decide", "--customer", "ann").output.contains("\n    Mug, 6.00 GBP, worth "))
        #expect(try shop.run("plan", "--format", "csv").output.contains("\ncost,6.00 GBP\n"))
    }

    @Test(arguments: [
        ("\"stock\": 2", "\"stock\": -2", "Error: catalog.json:10:7: /gifts/0/stock: "),
        ("GBP", "EUR", "Error: catalog.json:9:7: /gifts/0/cost: the amount is in `GBP`, the catalog is in `EUR`"),
    ])
    func `R-GIFT-01 Tell what is wrong with a catalog by line and column`(
        found: String,
        replacement: String,
        says: String
    ) throws {
        let shop = try SmallShop()
        try FileManager.default.removeItem(at: shop.folder.appending(path: "gifts.csv"))
        try shop.write(Self.catalog, to: "catalog.json")
        try shop.replace(found, in: "catalog.json", with: replacement)
        let run = try shop.run("decide", "--customer", "ann")
        #expect(run.status == 1)
        #expect(run.errors.hasPrefix(says), "\(run.errors)")
    }

    @Test func `R-GIFT-01 Tell that a catalog is in another currency than the policy`() throws {
        let shop = try SmallShop()
        try FileManager.default.removeItem(at: shop.folder.appending(path: "gifts.csv"))
        try shop.write(Self.catalog.replacing("GBP", with: "EUR"), to: "catalog.json")
        #expect(
            try shop.run("decide", "--customer", "ann").errors
                == "Error: catalog.json: the gifts are in EUR, the policy in GBP\n"
        )
    }
}
