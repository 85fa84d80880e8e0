import ArgumentParser
import GiftModel
import Segmentation

struct SegmentCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Find what is wrong with the segments of a document.",
        discussion: """
            An error is something that makes no sense; a warning is something that its author can hardly have meant, \
            such as a segment that nobody can be in. Ends with 1 when there is an error.

            EXAMPLES
              giftctl segments check
              giftctl segments check --segments shop/segments.json --strict --format json
            """
    )

    @OptionGroup var folder: DataOption
    @OptionGroup var segments: SegmentsOption

    @Flag(help: "End with 1 for a warning too.")
    var strict = false

    @Option(help: "How to print: table, json or csv.")
    var format: OutputFormat = .table

    func run() throws {
        let file = try segments.file(in: folder)
        Notice.progress("checking \(file.document.segments.count) segments")
        let findings = try file.findings()
        if format == .table {
            for (finding, place) in findings {
                print("\(file.name):\(place.line):\(place.column): \(severity(of: finding)): \(finding)")
            }
            if findings.isEmpty {
                let (segments, groups) = (file.document.segments.count, file.document.groups.count)
                print("\(file.name): no finding in \(segments) segments and \(groups) group\(groups == 1 ? "" : "s")")
            }
        } else {
            var table = Table(["file", "line", "column", "severity", "path", "problem"])
            for (finding, place) in findings {
                table.append([
                    .text(file.name), .number(Int64(place.line)), .number(Int64(place.column)),
                    .text(severity(of: finding)), .text(finding.path), .text(finding.problem.description),
                ])
            }
            print(try table.text(as: format), terminator: "")
        }
        if findings.contains(where: { $0.finding.isError || strict }) { throw ExitCode.failure }
    }

    private func severity(of finding: SegmentFinding) -> String { finding.isError ? "error" : "warning" }
}
