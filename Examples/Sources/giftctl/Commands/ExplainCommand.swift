import ArgumentParser
import GiftModel
import Segmentation

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Say of one customer what is known, and why.",
        discussion: """
            Tells the purchases, the scores, the stage with its rule, the tier with what is missing to each of those \
            above, the signs of leaving and the segments, each with its reasons, since when it has been so and on \
            which day it can change if nothing happens until then.

            EXAMPLES
              giftctl explain --customer 17850
              giftctl explain --customer 17850 --as-of 2011-06-30 --language zh
              giftctl explain --customer 17850 --segments shop/segments.json --format json
            """
    )

    @OptionGroup var shop: ShopOptions
    @OptionGroup var segments: SegmentsOption
    @OptionGroup var day: DayOption
    @OptionGroup var spend: SpendOption

    @Option(help: ArgumentHelp("Whom to explain.", valueName: "id"))
    var customer: String

    func run() throws {
        let files = try shop.read()
        let set = try segments.fileIfAny(in: shop.folder)?.segments(for: files.policy)
        let history = try files.history(of: customer, knownBy: day.asOf)
        Notice.progress("comparing \(customer) with \(files.customers.all.count) customers")
        let explanation = try CustomerExplanation(
            of: history,
            by: try files.profiler(asOf: day.asOf, spend: spend.basis, segments: set),
            asOf: day.asOf,
            in: shop.language
        )
        print(try explanation.text(as: shop.format), terminator: "")
    }
}
