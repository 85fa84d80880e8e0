import ArgumentParser
import Foundation

/// Where a command finds the shop's files.
struct DataOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The folder with orders.csv, gifts.csv, policy.json and segments.json; the bundled data of a British "
                + "retailer if not given.",
            valueName: "folder"
        )
    )
    var data: String?

    var url: URL { data.map { URL(filePath: $0, directoryHint: .isDirectory) } ?? Self.bundledData }

    /// The data that stands beside the sources of this program.
    private static let bundledData = URL(filePath: #filePath).appending(path: "../../../../Data/online-retail")
        .standardizedFileURL
}
