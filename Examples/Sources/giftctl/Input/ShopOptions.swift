import ArgumentParser
import Foundation
import GiftModel

/// Where a command finds the shop's files, and how it answers.
struct ShopOptions: ParsableArguments {
    @OptionGroup var folder: DataOption

    @Option(help: ArgumentHelp("The policy; policy.json of the data folder if not given.", valueName: "file"))
    var policy: String?

    @Flag(help: "Stop when a row had to be left out.")
    var strict = false

    @Option(help: "How to print: table, json or csv.")
    var format: OutputFormat = .table

    @Option(
        help: ArgumentHelp("The language of the answer: en or zh.", valueName: "language"),
        transform: { text in
            guard let language = Language(rawValue: text) else {
                throw ValidationError("`\(text)` is no language; known are en and zh")
            }
            return language
        }
    )
    var language = Language.english

    /// Reads the policy and the orders, and tells of every row that had to be left out.
    func read() throws -> Shop {
        Notice.progress("reading \(dataFolder.lastPathComponent)")
        let shop = try Shop(self)
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

    /// Returns names of columns: programs get the English ones whatever the language.
    func columns(_ names: (english: String, chinese: String)...) -> [String] {
        names.map { format == .table ? language.wording($0.english, $0.chinese) : $0.english }
    }
}
