import ArgumentParser
import Foundation

/// The policy that a command is about.
struct PolicyArgument: ParsableArguments {
    @Argument(help: ArgumentHelp("The policy; policy.json of the data folder if not given.", valueName: "policy"))
    var policy: String?

    /// Returns where the policy is, if it is named.
    var url: URL? { policy.map { URL(filePath: $0) } }

    /// Reads the policy that is named, or else that of `folder`.
    func file(in folder: DataOption) throws -> PolicyFile {
        try PolicyFile(url ?? folder.url.appending(path: "policy.json"))
    }
}
