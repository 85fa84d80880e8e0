import ArgumentParser
import Foundation
import GiftModel
import Segmentation

struct ProfileCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "profile",
        abstract: "Print the purchases, scores, stage and tier of every customer.",
        discussion: """
            A customer of whom only returns are known has no scores, and its stage is undetermined. The column \
            nextChange names the day on which the stage changes if nothing happens until then.

            EXAMPLES
              giftctl profile --as-of 2011-12-09 --format csv
              giftctl profile --net-returns --language zh
              giftctl profile --segments shop/segments.json --format json
            """
    )

    @OptionGroup var shop: ShopOptions
    @OptionGroup var day: DayOption
    @OptionGroup var spend: SpendOption

    @Option(help: ArgumentHelp("Segments, to list those that each customer is in.", valueName: "file"))
    var segments: String?

    func run() throws {
        let files = try shop.read()
        let segments = try self.segments.map { try SegmentFile(URL(filePath: $0)).segments(for: files.policy) }
        Notice.progress("working out \(files.customers.all.count) profiles")
        let profiles = try files.profiles(asOf: day.asOf, spend: spend.basis, segments: segments)
        let columns = [
            "customer", "firstPurchase", "lastPurchase", "orders", "purchaseDays", "spendMinorUnits", "recencyScore",
            "frequencyScore", "monetaryScore", "stage", "tier", "stageSince", "nextChange",
        ]
        var table = Table(segments == nil ? columns : columns + ["segments"])
        for profile in profiles {
            table.append(row(of: profile) + (segments.map { [names(of: profile, in: $0)] } ?? []))
        }
        print(try table.text(as: shop.format), terminator: "")
    }

    private func row(of profile: CustomerProfile) -> [Table.Cell] {
        let purchases = profile.purchases
        func number(_ value: Int64?) -> Table.Cell { value.map(Table.Cell.number) ?? .missing }
        func date(_ date: CalendarDate?) -> Table.Cell { date.map { .text($0.description) } ?? .missing }
        return [
            .text(profile.customer.text),
            date(purchases?.firstPurchase),
            date(purchases?.lastPurchase),
            number(purchases?.orders),
            number(purchases?.purchaseDays),
            number(purchases?.spend(spend.basis).minorUnits),
            number((profile.scores?.recency).map(Int64.init)),
            number((profile.scores?.frequency).map(Int64.init)),
            number((profile.scores?.monetary).map(Int64.init)),
            .text(
                profile.stage.stage.map { shop.format == .table ? $0.title[shop.language] : $0.rawValue }
                    ?? undetermined
            ),
            (profile.tier?.tier).map { .text(shop.format == .table ? $0.name[shop.language] : $0.id.text) } ?? .missing,
            date(profile.stage.since),
            date(profile.stage.nextPossibleChange),
        ]
    }

    /// The segments that the customer is in.
    private func names(of profile: CustomerProfile, in set: SegmentSet) -> Table.Cell {
        let own = set.document.segments.enumerated().filter { profile.segments?[$0.offset] == .holds }
        return .text(own.map(\.element.id.text).joined(separator: " "))
    }

    private var undetermined: String { shop.format == .table && shop.language == .chinese ? "未定" : "undetermined" }
}
