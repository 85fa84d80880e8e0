import ArgumentParser
import Foundation
import GiftModel
import GiftPolicy
import Segmentation

struct PolicySimulateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate",
        abstract: "Run a policy over a past period, day by day, and tell what it gives and refuses.",
        discussion: """
            Every day is decided and planned as on any other day, at one time of day. What is given and sent counts on \
            the next day against caps, rests, budget and stock. A refusal counts once for each customer, rule and day. \
            Customers do what they did: how gifts would have changed that is for experiments to tell.

            A day's orders count as a whole: where decisions are made early, they know of orders placed later that day.

            Without --shop, the customers are those of orders.csv of the data folder, of whom orders and returns alone \
            are known. With it, they are those of Harbour Tea & Home, a synthetic shop of the years 2024 through 2026: \
            the same seed gives the same customers, with registrations, birthdays by both calendars, orders by season, \
            returns, complaints, carts left unpaid, consents, zones, job roles and recipient kinds.

            EXAMPLES
              giftctl policy simulate
              giftctl policy simulate shop/draft.json --against shop/policy.json --report draft.html
              giftctl policy simulate --data Examples/Data/harbour-tea --shop 1 --customers 2000
              giftctl policy simulate --from 2011-01-01 --through 2011-06-30 --by week --format csv
            """
    )

    @OptionGroup var policy: PolicyArgument

    @Option(help: ArgumentHelp("Another policy, to be compared over the same days.", valueName: "policy"))
    var against: String?

    @OptionGroup var folder: DataOption

    @Option(
        help: ArgumentHelp(
            "The gifts: a table, or a catalog in JSON; gifts.csv of the data folder or else its catalog.json if not "
                + "given.",
            valueName: "file"
        )
    )
    var gifts: String?

    @Option(help: ArgumentHelp("The orders; orders.csv of the data folder if not given.", valueName: "file"))
    var orders: String?

    @Option(help: ArgumentHelp("The synthetic shop of this seed, in place of orders.", valueName: "seed"))
    var shop: UInt64?

    @Option(help: ArgumentHelp("How many customers the synthetic shop has.", valueName: "count"))
    var customers = 10_000

    @Option(
        help: ArgumentHelp(
            "The first day; the first of the orders, or of 2026, if not given.",
            valueName: "yyyy-mm-dd"
        ),
        transform: CalendarDate.argument
    )
    var from: CalendarDate?

    @Option(
        help: ArgumentHelp("The last day; the last of the orders, or of 2026, if not given.", valueName: "yyyy-mm-dd"),
        transform: CalendarDate.argument
    )
    var through: CalendarDate?

    @Option(
        help: ArgumentHelp("The time of day of the decisions, where the policy's clocks run.", valueName: "hh:mm"),
        transform: { text in
            guard let time = TimeOfDay("\(text):00") else {
                throw ValidationError("`\(text)` is no time such as 21:00")
            }
            return time
        }
    )
    var at = TimeOfDay(hour: 21, minute: 0)!

    @OptionGroup var budget: BudgetOption

    @Option(help: ArgumentHelp("A row for each: rule, week, day, gift, or change against the other policy."))
    var by = SimulationRows.rule

    @Option(help: ArgumentHelp("A page with charts to write.", valueName: "file"))
    var report: String?

    @OptionGroup var answer: AnswerOptions

    func validate() throws {
        guard (1...1_000_000).contains(customers) else {
            throw ValidationError("--customers \(customers) is not from 1 through 1000000")
        }
        if shop != nil, orders != nil { throw ValidationError("--shop takes the place of --orders") }
        if by == .change, against == nil { throw ValidationError("--by change needs --against") }
    }

    func run() async throws {
        let policy = try self.policy.file(in: folder).policy
        let other = try against.map { try PolicyFile(URL(filePath: $0)).policy }
        let currency = policy.document.tiers.currency
        if let other, other.document.tiers.currency != currency {
            throw CommandFailure("--against: the policies are in \(currency) and in \(other.document.tiers.currency)")
        }
        let catalog = try catalog(for: policy)
        let shop = try self.known(in: currency)
        for row in shop.rejected { Notice.warn(row.description) }
        let days = (from ?? shop.usualDays.lowerBound, through ?? shop.usualDays.upperBound)
        guard days.0 <= days.1 else { throw CommandFailure("--from \(days.0) is after --through \(days.1)") }
        let run = try await SimulationRun(
            of: policy,
            against: other,
            over: days.0...days.1,
            at: at,
            in: shop,
            giving: catalog,
            within: try budget.budget.map { _ in try budget.limit(for: policy) }
        )
        if let report {
            try write(try Report(ReportPage(run, in: answer.language)).html, to: URL(filePath: report))
        }
        print(try run.table(of: by, in: answer.language, as: answer.format).text(as: answer.format), terminator: "")
    }

    private func known(in currency: Currency) throws -> SimulatedShop {
        guard let shop else {
            let url = orders.map { URL(filePath: $0) } ?? folder.url.appending(path: "orders.csv")
            Notice.progress("reading \(url.lastPathComponent)")
            return try SimulatedShop(ordersAt: url, in: currency)
        }
        guard currency == SyntheticShop.currency else {
            throw CommandFailure("the synthetic shop is in \(SyntheticShop.currency), the policy in \(currency)")
        }
        Notice.progress("drawing \(customers) customers")
        return try SimulatedShop(seed: shop, customers: customers)
    }

    private func catalog(for policy: Policy) throws -> Catalog {
        let table = folder.url.appending(path: "gifts.csv")
        let usual =
            FileManager.default.fileExists(atPath: table.path) ? table : folder.url.appending(path: "catalog.json")
        let url = gifts.map { URL(filePath: $0) } ?? usual
        let file = try GiftFile(url, for: policy.document)
        for row in file.rejected { Notice.warn(row.description) }
        return file.catalog
    }

    private func write(_ text: String, to url: URL) throws {
        do {
            try Data(text.utf8).write(to: url, options: .atomic)
        } catch {
            throw CommandFailure("\(url.relativePath): the file cannot be written")
        }
        Notice.wrote(url.relativePath)
    }
}
