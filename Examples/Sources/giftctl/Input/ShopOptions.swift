import ArgumentParser
import Foundation
import GiftModel
import GiftPolicy

/// Where a command finds the shop's files, and how it answers.
struct ShopOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The folder with orders.csv, gifts.csv and policy.json; the bundled data of a British retailer if not given.",
            valueName: "folder"
        )
    )
    var data: String?

    @Option(help: ArgumentHelp("The policy; policy.json of the data folder if not given.", valueName: "file"))
    var policy: String?

    @Option(
        help: ArgumentHelp("The day as of which everything is seen.", valueName: "yyyy-mm-dd"),
        transform: { text in
            guard let date = CalendarDate(text) else {
                throw ValidationError("`\(text)` is no day such as 2011-12-10")
            }
            return date
        }
    )
    var asOf = CalendarDate(year: 2011, month: 12, day: 10)!

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

    /// Tells of every row that had to be left out, and ends the run for one if it is to be strict.
    func report(_ rejected: [RejectedRow]) throws {
        for row in rejected { Notice.warn(row.description) }
        if strict, !rejected.isEmpty {
            throw CommandFailure("\(rejected.count) rows are wrong, and --strict allows none")
        }
    }

    var dataFolder: URL {
        data.map { URL(filePath: $0, directoryHint: .isDirectory) } ?? Self.bundledData
    }

    /// The data that stands beside the sources of this program.
    private static let bundledData = URL(filePath: #filePath).appending(path: "../../../../Data/online-retail")
        .standardizedFileURL
}
