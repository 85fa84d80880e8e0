import ArgumentParser
import GiftModel
import GiftPolicy

struct PolicyExplainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Say everything that a policy has to say about one customer.",
        discussion: """
            Tells of every rule what it decides and why, each comparison of its condition with the actual value and how \
            far that is from passing, the smallest changes that would turn it, and what becomes of every gift.

            EXAMPLES
              giftctl policy explain --customer 17850
              giftctl policy explain shop/draft.json --customer 17850 --as-of 2011-12-10 --language zh
              giftctl policy explain --data shop --customer 17850 --format csv
            """
    )

    @OptionGroup var policy: PolicyArgument
    @OptionGroup var customer: CustomerOption
    @OptionGroup var shop: ShopOptions
    @OptionGroup var day: DayOption
    @OptionGroup var journal: JournalOption

    func run() async throws {
        let files = try shop.read(policy: policy.url)
        let subject = try await CustomerDecision(of: customer.customer, in: files, on: day.asOf, shop, journal)
        let explanation = DecisionExplanation(of: subject, thoroughly: true, in: shop.language)
        print(try explanation.text(as: shop.format), terminator: "")
    }
}
