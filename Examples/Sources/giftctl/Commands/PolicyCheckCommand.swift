import ArgumentParser
import Foundation
import GiftModel
import GiftPolicy

struct PolicyCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Find what is wrong with a policy, and what its author should know.",
        discussion: """
            What cannot be read or makes no sense is told with its line and column, all of it at once. In a policy that \
            can be had, an error is something that can never work as it is written, a warning something that may not \
            work as it is meant, and a note something that is likely to be meant. Prices are looked at where gifts are \
            named, and days where a year is. Ends with 1 when there is an error.

            EXAMPLES
              giftctl policy check
              giftctl policy check shop/policy.json --gifts shop/gifts.csv --year 2027
              giftctl policy check shop/policy.json --strict --format json
            """
    )

    @OptionGroup var policy: PolicyArgument
    @OptionGroup var folder: DataOption
    @OptionGroup var answer: AnswerOptions

    @Option(help: ArgumentHelp("The gifts, as a table like gifts.csv or a catalog in JSON.", valueName: "file"))
    var gifts: String?

    @Option(help: ArgumentHelp("The year in which days are compared.", valueName: "yyyy"))
    var year: Int?

    @Flag(help: "End with 1 for a warning too.")
    var strict = false

    func run() throws {
        let file = try policy.file(in: folder)
        let document = try file.policy.document
        Notice.progress("checking \(document.rules.count) rules")
        let catalog = try gifts.map { try GiftFile(URL(filePath: $0), for: document) }
        for row in catalog?.rejected ?? [] { Notice.warn(row.description) }
        let findings = try file.findings(against: PolicyBackground(year: year, catalog: catalog?.catalog))
        if answer.format == .table {
            for (finding, place) in findings {
                let severity = finding.severity.title[answer.language]
                let text = finding.text[answer.language]
                print("\(file.name):\(place.line):\(place.column): \(severity): \(finding.path): \(text)")
            }
            if findings.isEmpty {
                let rules = document.rules.count
                let english = "no finding in \(rules) rule\(rules == 1 ? "" : "s")"
                print("\(file.name): \(answer.language.wording(english, "\(rules)条规则，没有发现问题"))")
            }
        } else {
            var table = Table(["file", "line", "column", "severity", "path", "problem"])
            for (finding, place) in findings {
                table.append([
                    .text(file.name), .number(Int64(place.line)), .number(Int64(place.column)),
                    .text(finding.severity.rawValue), .text(finding.path), .text(finding.text[answer.language]),
                ])
            }
            print(try table.text(as: answer.format), terminator: "")
        }
        if findings.contains(where: { $0.finding.severity == .error || strict && $0.finding.severity == .warning }) {
            throw ExitCode.failure
        }
    }
}

extension PolicyFinding.Severity {
    /// The severity in words.
    fileprivate var title: LocalizedText {
        switch self {
        case .error: LocalizedText(english: "error", chinese: "错误")
        case .warning: LocalizedText(english: "warning", chinese: "警告")
        case .note: LocalizedText(english: "note", chinese: "提示")
        }
    }
}
