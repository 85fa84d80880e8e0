import ArgumentParser
import Foundation
import GiftModel
import GiftPolicy

struct DecideCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decide",
        abstract: "Decide which gifts one customer may get on a day, and say why.",
        discussion: """
            Tells of every rule whether it gives something, which gifts fit, best first, which do not, and from which \
            day on that may be otherwise. Budget and stock are shared among all customers: the plan looks at those.

            EXAMPLES
              giftctl decide --customer 17850
              giftctl decide --customer 12377 --as-of 2011-12-10 --language zh
              giftctl decide --customer 12377 --policy shop/draft.json --journal grants.jsonl --format json
            """
    )

    @OptionGroup var customer: CustomerOption
    @OptionGroup var shop: ShopOptions
    @OptionGroup var day: DayOption
    @OptionGroup var journal: JournalOption

    func run() async throws {
        let files = try shop.read()
        let subject = try await CustomerDecision(of: customer.customer, in: files, on: day.asOf, shop, journal)
        let explanation = DecisionExplanation(of: subject, thoroughly: false, in: shop.language)
        print(try explanation.text(as: shop.format), terminator: "")
    }
}
