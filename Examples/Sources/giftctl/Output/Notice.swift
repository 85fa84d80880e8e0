import Foundation

/// What is said beside the answer, on standard error.
enum Notice {
    /// Tells of something that was left out.
    static func warn(_ text: String) { write("warning: \(text)\n") }

    /// Tells how far a command has come, when a person is watching.
    static func progress(_ text: String) {
        guard isatty(STDERR_FILENO) == 1 else { return }
        write("\(text) …\n")
    }

    /// Tells where something was written.
    static func wrote(_ path: String) { write("wrote \(path)\n") }

    private static func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
