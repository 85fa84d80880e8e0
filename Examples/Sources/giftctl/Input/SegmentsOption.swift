import ArgumentParser
import Foundation

/// Where a command finds the segments.
struct SegmentsOption: ParsableArguments {
    @Option(help: ArgumentHelp("The segments; segments.json of the data folder if not given.", valueName: "file"))
    var segments: String?

    /// Reads the segments that are named, or else those of `folder`.
    func file(in folder: DataOption) throws -> SegmentFile {
        try SegmentFile(segments.map { URL(filePath: $0) } ?? folder.url.appending(path: "segments.json"))
    }

    /// Reads the segments that are named, or else those of `folder`, if it has any.
    func fileIfAny(in folder: DataOption) throws -> SegmentFile? {
        let usual = folder.url.appending(path: "segments.json").path
        return segments == nil && !FileManager.default.fileExists(atPath: usual) ? nil : try file(in: folder)
    }
}
