import GiftModel

/// Why a command could not be carried out, a line for each reason.
struct CommandFailure: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }

    /// The command needed `file`, in which `faults` were found.
    init(_ faults: [DocumentFault], in file: String) {
        self.description = faults.map { "\(file):\($0)" }.joined(separator: "\n       ")
    }
}
