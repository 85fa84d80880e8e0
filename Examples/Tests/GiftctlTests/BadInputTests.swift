import Foundation
import Testing

@Suite struct `Bad input` {
    /// A fault that somebody may put into a shop's files.
    struct Fault: CustomTestStringConvertible {
        let testDescription: String
        let file: String
        let found: String
        let replacement: String
        let says: String

        init(_ name: String, in file: String, replacing found: String, with replacement: String, says: String) {
            self.testDescription = name
            (self.file, self.found, self.replacement, self.says) = (file, found, replacement, says)
        }
    }

    static let rows = [
        Fault(
            "a missing customer",
            in: "orders.csv",
            replacing: "bob",
            with: "",
            says: "orders.csv:3: customer_id: `` names no customer"
        ),
        Fault(
            "an impossible date",
            in: "orders.csv",
            replacing: "2011-12-01T",
            with: "2011-02-30T",
            says: "orders.csv:3: placed_at: `2011-02-30T10:00:00` is not a time such as 2011-12-09T12:50:00"
        ),
        Fault(
            "an unknown currency",
            in: "orders.csv",
            replacing: "GBP\nR3",
            with: "CNX\nR3",
            says: "orders.csv:3: currency: `CNX` is no currency of ISO 4217"
        ),
        Fault(
            "another currency",
            in: "orders.csv",
            replacing: "GBP\nR3",
            with: "EUR\nR3",
            says: "orders.csv:3: currency: `EUR` is not the policy's currency, GBP"
        ),
        Fault(
            "a negative sale",
            in: "orders.csv",
            replacing: "sale,20.00",
            with: "sale,-20.00",
            says: "orders.csv:3: total: `-20.00` is a sale below zero"
        ),
        Fault(
            "a positive return",
            in: "orders.csv",
            replacing: "-10.00",
            with: "10.00",
            says: "orders.csv:4: total: `10.00` is a return above zero"
        ),
        Fault(
            "a fraction of a penny",
            in: "orders.csv",
            replacing: "20.00",
            with: "20.005",
            says: "orders.csv:3: total: `20.005` is no amount of GBP"
        ),
        Fault(
            "an unknown kind of row",
            in: "orders.csv",
            replacing: "sale,20.00",
            with: "gift,20.00",
            says: "orders.csv:3: kind: `gift` is neither `sale` nor `return`"
        ),
        Fault(
            "an order listed twice",
            in: "orders.csv",
            replacing: "2,bob",
            with: "1,bob",
            says: "orders.csv:3: order_id: `1` is listed twice"
        ),
        Fault(
            "a value too few",
            in: "orders.csv",
            replacing: ",1,France",
            with: ",France",
            says:
                "orders.csv:3: order_id: `2,bob,2011-12-01T10:00:00,sale,20.00,France,GBP` is a row of 7 values where the header has 8"
        ),
        Fault(
            "a quotation mark in the wrong place",
            in: "orders.csv",
            replacing: "2,bob",
            with: "2,\"b\"ob",
            says:
                "orders.csv:3: row: `2,\"b\"ob,2011-12-01T10:00:00,sale,20.00,1,France,GBP` has a quotation mark in the wrong place"
        ),
        Fault(
            "a blank behind a name",
            in: "orders.csv",
            replacing: "bob",
            with: "bob ",
            says: "orders.csv:3: customer_id: `bob ` ends in a blank"
        ),
        Fault(
            "a sum that is too large",
            in: "orders.csv",
            replacing: "2,bob,2011-12-01T10:00:00,sale,20.00",
            with: "2,ann,2011-12-01T10:00:00,sale,92233720368547758.07",
            says:
                "orders.csv:3: total: `92233720368547758.07` cannot be added: the sum does not fit in 64 bits of minor units"
        ),
        Fault(
            "a gift that costs less than nothing",
            in: "gifts.csv",
            replacing: "1.00",
            with: "-1.00",
            says: "gifts.csv:3: cost: `-1.00` is below zero"
        ),
        Fault(
            "a gift of an unknown kind",
            in: "gifts.csv",
            replacing: "卡片,physical",
            with: "卡片,edible",
            says: "gifts.csv:3: kind: `edible` is no kind of gift"
        ),
        Fault(
            "a gift for a tier that does not exist",
            in: "gifts.csv",
            replacing: "standard|silver",
            with: "standard|bronze",
            says: "gifts.csv:3: tiers: `standard|bronze` names a tier that the policy does not have"
        ),
        Fault(
            "a gift listed twice",
            in: "gifts.csv",
            replacing: "\ncard",
            with: "\ncup",
            says: "gifts.csv:2: gift: `cup` is listed twice"
        ),
    ]

    @Test(arguments: rows)
    func `R-DATA-05 In a row is told with its place and value, counted and left out`(fault: Fault) throws {
        let shop = try SmallShop()
        try shop.replace(fault.found, in: fault.file, with: fault.replacement)
        let run = try shop.run("plan", "--format", "csv")
        #expect(run.status == 0)
        #expect(run.errors.split(separator: "\n").filter { $0.hasPrefix("warning: ") } == ["warning: \(fault.says)"])
        #expect(run.output.contains("\nrows left out,1\n"))
        #expect(
            try String(contentsOf: shop.out.appending(path: "plan.json"), encoding: .utf8)
                .contains("\"rejectedRows\" : [\n")
        )

        let strict = try shop.run("plan", "--strict")
        #expect(strict.status == 1)
        #expect(strict.errors.hasSuffix("Error: 1 rows are wrong, and --strict allows none\n"))
        #expect(strict.output.isEmpty)
    }

    @Test(arguments: [
        Fault(
            "an unknown key",
            in: "policy.json",
            replacing: "\"restDays\"",
            with: "\"restdays\"",
            says:
                "policy.json:49:7: /rules/1/restdays: unknown key `restdays`, perhaps `restDays`; known are `id`, `name`, `occasion`, `goal`, "
                + "`measure`, `priority`, `on`, `schedule`, `when`, `arm`, `restDays`, `gift`, `offer`, `budget`, `touches`, `tasks`, "
                + "`followUps`"
        ),
        Fault(
            "a tier that does not exist",
            in: "policy.json",
            replacing: "\"tier\": \"gold\", \"withinDays\"",
            with: "\"tier\": \"platinum\", \"withinDays\"",
            says: "policy.json:31:32: /rules/0/on/tierReached/tier: the ladder has no tier `platinum` to reach"
        ),
        Fault(
            "no JSON",
            in: "policy.json",
            replacing: "\"id\": \"online-retail\",",
            with: "\"id\": \"online-retail\"",
            says: "policy.json:4:3: expected `,` or `}`, found `\"`"
        ),
        Fault(
            "a missing column",
            in: "orders.csv",
            replacing: "placed_at",
            with: "date",
            says: "orders.csv:1: the column `placed_at` is missing"
        ),
        Fault(
            "a quote that is never closed",
            in: "gifts.csv",
            replacing: "blue\"",
            with: "blue",
            says: "FOLDER/gifts.csv: a quoted value is never closed"
        ),
        Fault(
            "nothing",
            in: "orders.csv",
            replacing: SmallShop.orders,
            with: "",
            says: "FOLDER/orders.csv: the file is empty"
        ),
    ])
    func `R-POL-10 In a file that cannot be used is told in one line and ends the run`(fault: Fault) throws {
        let shop = try SmallShop()
        try shop.replace(fault.found, in: fault.file, with: fault.replacement)
        let run = try shop.run()
        #expect(run.status == 1)
        #expect(run.errors == "Error: \(fault.says.replacing("FOLDER", with: shop.folder.path))\n")
        #expect(run.output.isEmpty)
        #expect(!FileManager.default.fileExists(atPath: shop.out.path))
    }

    @Test func `R-DATA-05 Is told by the line also behind values that span lines`() throws {
        let shop = try SmallShop()
        try shop.write(
            SmallShop.gifts.replacing("Cup, blue", with: "Cup,\r\nblue") + "jar,Jar,罐,physical,x,GBP,1,,\n",
            to: "gifts.csv"
        )
        #expect(try shop.run().errors.contains("warning: gifts.csv:5: cost: `x` is no amount of GBP\n"))
    }

    @Test func `R-DATA-05 Is none where a file has a byte order mark, CR LF and no last line feed`() throws {
        let shop = try SmallShop()
        let text = "\u{FEFF}" + SmallShop.orders.replacing("\n", with: "\r\n").dropLast()
        try shop.write(text, to: "orders.csv")
        let run = try shop.run("plan", "--format", "csv")
        #expect(run.output.contains("\norders,2\nreturns,1\nrows left out,0\n"))
    }

    @Test func `R-DATA-05 Is not a sale and a return of one number`() throws {
        let shop = try SmallShop()
        try shop.replace("R3,ann", in: "orders.csv", with: "1,ann")
        #expect(try shop.run("plan", "--format", "csv").output.contains("\norders,2\nreturns,1\nrows left out,0\n"))
    }

    @Test(arguments: ["orders.csv", "gifts.csv", "policy.json"])
    func `R-DATA-05 That is missing is told in one line`(file: String) throws {
        let shop = try SmallShop()
        try FileManager.default.removeItem(at: shop.folder.appending(path: file))
        let run = try shop.run()
        #expect(run.status == 1)
        #expect(run.errors == "Error: \(shop.folder.path)/\(file): the file cannot be read\n")
    }

    @Test func `R-POL-10 In many places of a policy is told all at once`() throws {
        let shop = try SmallShop()
        try shop.replace("\"atMost\": 1", in: "policy.json", with: "\"atMost\": -1")
        try shop.replace("\"restDays\": 180", in: "policy.json", with: "\"restDays\": -1")
        #expect(
            try shop.run().errors == """
                Error: policy.json:21:53: /caps/0/atMost: `-1` is not 1 through 1000
                       policy.json:49:7: /rules/1/restDays: `-1` is not 1 through 36500

                """
        )
    }

    @Test func `R-DATA-05 That is no text is told in one line`() throws {
        let shop = try SmallShop()
        try Data([0x61, 0xFF, 0xFE]).write(to: shop.folder.appending(path: "orders.csv"))
        #expect(try shop.run().errors == "Error: \(shop.folder.path)/orders.csv: the file is not UTF-8 text\n")
    }

    @Test(arguments: [
        (["--as-of", "2011-02-30"], "`2011-02-30` is no day such as 2011-12-10"),
        (["--language", "fr"], "`fr` is no language; known are en and zh"),
        (["--format", "xml"], "'xml' is invalid for '--format <format>'"), (["--colour"], "Unknown option '--colour'"),
    ])
    func `In an argument is told and ends the run as a wrong use`(arguments: [String], says: String) throws {
        let run = try Run(["plan"] + arguments)
        #expect(run.status == 64)
        #expect(run.errors.hasPrefix("Error: ") && run.errors.contains(says))
    }

    @Test(arguments: ["much", "-1.00", "1.005", "1,000.00"])
    func `In the budget is told in one line`(budget: String) throws {
        let run = try SmallShop().run("plan", "--budget=\(budget)")
        #expect(run.status == 1)
        #expect(run.errors == "Error: --budget `\(budget)` is no amount of GBP such as 5000.00\n")
    }

    @Test func `In the folder to write into is told in one line`() throws {
        let shop = try SmallShop()
        try shop.write("a file, not a folder", to: "out")
        let run = try shop.run()
        #expect(run.status == 1)
        #expect(run.errors == "Error: \(shop.out.path)/plan.json: the file cannot be written\n")
    }
}
