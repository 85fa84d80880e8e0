import Foundation
import Testing

@Suite struct `The list of requirements` {
    static let root = URL(filePath: #filePath).appending(path: "../../..").standardizedFileURL

    /// A row of `Documentation/Requirements.md`: which test files it says prove the requirement.
    static let rows: [String: [String]] = {
        let url = root.appending(path: "Documentation/Requirements.md")
        let text = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
        var rows: [String: [String]] = [:]
        for line in text.split(separator: "\n") {
            let cells = line.split(separator: "|", omittingEmptySubsequences: false)
                .map { $0.trimmingCharacters(in: .whitespaces) }
            guard cells.count == 6, cells[1].hasPrefix("R-") else { continue }
            rows[cells[1]] = cells[4].split(separator: ", ").map(String.init)
        }
        return rows
    }()

    /// The files whose tests carry each id in their names.
    static let proofs: [String: Set<String>] = {
        var proofs: [String: Set<String>] = [:]
        for folder in ["Tests", "Examples/Tests"] {
            let folder = root.appending(path: folder)
            let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
            for path in paths where path.hasSuffix(".swift") && !path.hasPrefix("TidyTests") {
                let text = (try? String(contentsOf: folder.appending(path: path), encoding: .utf8)) ?? ""
                let file = String(path.split(separator: "/").last?.dropLast(".swift".count) ?? "")
                for name in text.matches(of: /func `([^`]*)`/) {
                    for id in name.output.1.matches(of: /R-[A-Z]+-\d+/) {
                        proofs[String(id.output), default: []].insert(file)
                    }
                }
            }
        }
        return proofs
    }()

    @Test func `Names for each requirement the files whose tests prove it, and no others`() {
        #expect(Self.rows.count >= 80, "an empty list would be true of anything")
        for (id, files) in Self.rows.sorted(by: { $0.key < $1.key }) {
            #expect(files == (Self.proofs[id] ?? []).sorted(), "\(id)")
        }
        #expect(Set(Self.proofs.keys).isSubset(of: Self.rows.keys))
    }
}
