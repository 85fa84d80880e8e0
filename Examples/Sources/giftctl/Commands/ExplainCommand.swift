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
        let summary = try summary(in: files)
        Notice.progress("comparing \(customer) with \(files.summaries.count) customers")
        let explanation = try CustomerExplanation(
            of: summary,
            by: try files.profiler(asOf: day.asOf, spend: spend.basis, segments: set),
            asOf: day.asOf,
            in: shop.language
        )
        print(try explanation.text(as: shop.format), terminator: "")
    }

    private func summary(in files: Shop) throws -> PurchaseSummary {
        guard let summary = Customer.ID(customer).flatMap({ files.summaries[$0] }) else {
            let nearest = files.summaries.ordered.map(\.customer.text).nearest(to: customer)
            let hint = nearest.map { "the nearest is `\($0)`" } ?? "nor is any id like it"
            throw CommandFailure("--customer `\(customer)` is not known, \(hint)")
        }
        guard let first = summary.days.first?.date, first <= day.asOf else {
            let first = summary.days.first.map { "; the first activity is on \($0.date)" } ?? ""
            throw CommandFailure("--customer `\(customer)` is not known by \(day.asOf)\(first)")
        }
        return summary
    }
}
