import ArgumentParser
import Foundation

/// Where a command finds what is known of a shop beside its orders; what is not named is looked for in its folder.
struct FurtherFiles: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The gifts, as a table like gifts.csv or a catalog in JSON; gifts.csv of the data folder if not given, or "
                + "else its catalog.json.",
            valueName: "file"
        )
    )
    var gifts: String?

    @Option(
        help: ArgumentHelp(
            "What the CRM knows of the customers, a record in JSON on each line; records.jsonl of the data folder, if "
                + "there is one.",
            valueName: "file"
        )
    )
    var records: String?

    @Option(
        help: ArgumentHelp(
            "What customers did beside what orders.csv says, an activity in JSON on each line; activities.jsonl of the "
                + "data folder, if there is one.",
            valueName: "file"
        )
    )
    var activities: String?

    @Option(
        help: ArgumentHelp(
            "Consents, cultures, labels and touches, what is known of one customer in JSON on each line; facts.jsonl "
                + "of the data folder, if there is one.",
            valueName: "file"
        )
    )
    var facts: String?
}

extension FurtherFiles {
    /// Returns the file with the gifts of the shop in `folder`.
    func gifts(in folder: URL) -> URL {
        file(gifts, or: "catalog.json", in: folder, unless: "gifts.csv") ?? folder.appending(path: "gifts.csv")
    }

    func records(in folder: URL) -> URL? { file(records, or: "records.jsonl", in: folder) }

    func activities(in folder: URL) -> URL? { file(activities, or: "activities.jsonl", in: folder) }

    func facts(in folder: URL) -> URL? { file(facts, or: "facts.jsonl", in: folder) }

    /// The file that is named, or else the usual one, if there is one and none of another name that goes before it.
    private func file(_ name: String?, or usual: String, in folder: URL, unless first: String? = nil) -> URL? {
        func exists(_ url: URL) -> Bool { FileManager.default.fileExists(atPath: url.path) }
        if let name { return URL(filePath: name) }
        if let first, exists(folder.appending(path: first)) { return nil }
        let url = folder.appending(path: usual)
        return exists(url) ? url : nil
    }
}
