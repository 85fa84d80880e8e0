import ArgumentParser
import Foundation
import GiftModel

/// Where a command finds the shop's files, and how it answers.
struct ShopOptions: ParsableArguments {
    @OptionGroup var folder: DataOption

    @Option(help: ArgumentHelp("The policy; policy.json of the data folder if not given.", valueName: "file"))
    var policy: String?

    @OptionGroup var further: FurtherFiles

    @Flag(help: "Stop when a row had to be left out.")
    var strict = false

    @OptionGroup var answer: AnswerOptions

    /// Reads the policy, `document` if it is given, and what is known of the customers, and tells of every row that
    /// had to be left out.
    func read(policy document: URL? = nil) throws -> Shop {
        if let policy, document != nil {
            throw ValidationError("the policy is named twice, also as --policy \(policy)")
        }
        Notice.progress("reading \(dataFolder.lastPathComponent)")
        let shop = try Shop(self, policy: document)
        try report(shop.rejected)
        return shop
    }

    /// Tells of every row that had to be left out, and ends the run for one if it is to be strict.
    func report(_ rejected: [RejectedRow]) throws {
        for row in rejected { Notice.warn(row.description) }
        if strict, !rejected.isEmpty {
            throw CommandFailure("\(rejected.count) rows are wrong, and --strict allows none")
        }
    }

    var dataFolder: URL { folder.url }
    var format: OutputFormat { answer.format }
    var language: Language { answer.language }

    /// Returns names of columns: programs get the English ones whatever the language.
    func columns(_ names: (english: String, chinese: String)...) -> [String] {
        names.map { format == .table ? language.wording($0.english, $0.chinese) : $0.english }
    }
}
