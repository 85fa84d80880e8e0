import ArgumentParser
import Foundation
import GiftModel

/// The journal of grants that counts against caps.
struct JournalOption: ParsableArguments {
    @Option(help: ArgumentHelp("A journal of grants: what it holds counts against caps.", valueName: "file"))
    var journal: String?

    /// The grants that the journal holds; none where none is named.
    var history: GrantHistory {
        get async throws {
            guard let journal else { return GrantHistory() }
            guard FileManager.default.fileExists(atPath: journal) else {
                throw CommandFailure("\(journal): the file cannot be read")
            }
            return try await GrantHistory(of: FileJournal<GrantEntry>(at: URL(filePath: journal)))
        }
    }
}
