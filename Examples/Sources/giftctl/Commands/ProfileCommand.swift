import ArgumentParser
import Foundation
import GiftModel
import Segmentation

struct ProfileCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "profile",
        abstract: "Print the purchases, scores, stage and tier of every customer.",
        discussion: """
            A customer of whom only returns are known has no scores, and its stage is undetermined.

            EXAMPLES
              giftctl profile --as-of 2011-12-09 --format csv
              giftctl profile --net-returns --language zh
            """
    )

    @OptionGroup var shop: ShopOptions

    @Flag(help: "Take what was paid back off the spend that is shown and scored.")
    var netReturns = false

    func run() throws {
        let basis: SpendBasis = netReturns ? .net : .sales
        Notice.progress("reading \(shop.dataFolder.lastPathComponent)")
        let files = try Shop(shop)
        try shop.report(files.rejected)
        let profiles = try files.profiles(asOf: shop.asOf, spend: basis)
        var table = Table([
            "customer", "firstPurchase", "lastPurchase", "orders", "purchaseDays", "spendMinorUnits", "recencyScore",
            "frequencyScore", "monetaryScore", "stage", "tier",
        ])
        for profile in profiles { table.append(row(of: profile, basis: basis)) }
        print(try table.text(as: shop.format), terminator: "")
    }

    private func row(of profile: CustomerProfile, basis: SpendBasis) -> [Table.Cell] {
        let purchases = profile.purchases
        func number(_ value: Int64?) -> Table.Cell { value.map(Table.Cell.number) ?? .missing }
        return [
            .text(profile.customer.text),
            (purchases?.firstPurchase).map { .text($0.description) } ?? .missing,
            (purchases?.lastPurchase).map { .text($0.description) } ?? .missing,
            number(purchases?.orders),
            number(purchases?.purchaseDays),
            number(purchases?.spend(basis).minorUnits),
            number((profile.scores?.recency).map(Int64.init)),
            number((profile.scores?.frequency).map(Int64.init)),
            number((profile.scores?.monetary).map(Int64.init)),
            .text(
                profile.stage.stage.map { shop.format == .table ? $0.title[shop.language] : $0.rawValue }
                    ?? undetermined
            ),
            (profile.tier?.tier).map { .text(shop.format == .table ? $0.name[shop.language] : $0.id.text) } ?? .missing,
        ]
    }

    private var undetermined: String { shop.format == .table && shop.language == .chinese ? "未定" : "undetermined" }
}
