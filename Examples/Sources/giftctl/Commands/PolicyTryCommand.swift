import ArgumentParser
import GiftModel
import GiftPolicy

struct PolicyTryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "try",
        abstract: "Try one rule on all customers: whom it reaches, what it costs, whom it refuses and why.",
        discussion: """
            The whole policy decides and plans, for caps, groups and the budget are shared; of that it tells what \
            becomes of one rule, with ten customers to look at. Nothing is recorded.

            EXAMPLES
              giftctl policy try --rule reactivation
              giftctl policy try shop/draft.json --rule reactivation --as-of 2011-12-10 --budget 1500.00
              giftctl policy try --data shop --rule gold-thanks --language zh --format csv
            """
    )

    @OptionGroup var policy: PolicyArgument

    @Option(help: ArgumentHelp("The rule to try.", valueName: "id"))
    var rule: String

    @OptionGroup var shop: ShopOptions
    @OptionGroup var day: DayOption
    @OptionGroup var budget: BudgetOption
    @OptionGroup var journal: JournalOption

    func run() async throws {
        let files = try shop.read(policy: policy.url)
        let rules = files.policy.document.rules
        guard let rule = rules.first(where: { $0.id.text == self.rule }) else {
            let hint = rules.map(\.id.text).nearest(to: self.rule).map { ", the nearest is `\($0)`" } ?? ""
            let known = rules.map(\.id.text).joined(separator: ", ")
            throw CommandFailure("--rule `\(self.rule)` is no rule of the policy\(hint); known are \(known)")
        }
        let gifts = try files.gifts(shop)
        try shop.report(gifts.rejected)
        Notice.progress("deciding for \(files.customers.all.count) customers")
        let run = try PlanRun(
            of: files,
            giving: gifts,
            after: try await journal.history,
            asOf: day.asOf,
            within: try budget.limit(for: files.policy)
        )
        print(try RuleTrial(of: rule, in: run, in: shop.language).text(as: shop.format), terminator: "")
    }
}
