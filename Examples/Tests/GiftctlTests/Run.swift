import Foundation
import Testing

/// What a run of `giftctl` printed, and how it ended.
struct Run {
    let output: String
    let errors: String
    let status: Int32

    /// Runs `giftctl` as a person would, with `arguments`.
    init(_ arguments: [String]) throws {
        let process = Process()
        // The program stands beside the bundle of tests.
        let tests = try #require(Bundle.main.executableURL)
        process.executableURL = tests.deletingLastPathComponent().appending(path: "giftctl")
        process.arguments = arguments
        let folder = FileManager.default.temporaryDirectory.appending(path: "giftctl-run-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (output, errors) = (folder.appending(path: "output"), folder.appending(path: "errors"))
        for url in [output, errors] { try Data().write(to: url) }
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        try process.run()
        process.waitUntilExit()
        self.output = try String(contentsOf: output, encoding: .utf8)
        self.errors = try String(contentsOf: errors, encoding: .utf8)
        self.status = process.terminationStatus
    }
}
