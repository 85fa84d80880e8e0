import ArgumentParser
import Foundation
import GiftModel
import GiftPolicy
import Segmentation

struct PlanCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "Plan who gets which gift, within budget and stock, and say why.",
        discussion: """
            Writes plan.json and report.html, and prints what was done.

            EXAMPLES
              giftctl plan
              giftctl plan --as-of 2011-12-10 --budget 5000.00 --out winter --language zh
              giftctl plan --data shop --policy shop/draft.json --strict --format json
              giftctl plan --journal grants.jsonl
            """
    )

    @OptionGroup var shop: ShopOptions
    @OptionGroup var day: DayOption

    @OptionGroup var budget: BudgetOption

    @Option(help: ArgumentHelp("The folder to write into.", valueName: "folder"))
    var out = "giftctl-out"

    @Option(
        help: ArgumentHelp(
            "A journal of grants: what it holds counts against caps, and what is planned is added to it.",
            valueName: "file"
        )
    )
    var journal: String?

    func run() async throws {
        Notice.progress("reading \(shop.dataFolder.lastPathComponent)")
        let files = try Shop(shop)
        let gifts = try files.gifts(shop)
        try shop.report(gifts.rejected + files.rejected)
        let limit = try budget.limit(for: files.policy)
        Notice.progress("deciding for \(files.customers.all.count) customers")
        let journal = try self.journal.map { try FileJournal<GrantEntry>(at: URL(filePath: $0)) }
        let history = if let journal { try await GrantHistory(of: journal) } else { GrantHistory() }
        let run = try PlanRun(of: files, giving: gifts, after: history, asOf: day.asOf, within: limit)
        if let journal { try await run.record(in: journal) }

        let folder = URL(filePath: out, directoryHint: .isDirectory)
        try write(try JSON.text(of: PlanFile(run)), to: folder.appending(path: "plan.json"))
        try write(try Report(run, in: shop.language).html, to: folder.appending(path: "report.html"))
        print(try run.table(in: shop.language, as: shop.format).text(as: shop.format), terminator: "")
    }

    private func write(_ text: String, to url: URL) throws {
        do {
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try Data(text.utf8).write(to: url, options: .atomic)
        } catch {
            throw CommandFailure("\(url.relativePath): the file cannot be written")
        }
        Notice.wrote(url.relativePath)
    }
}
