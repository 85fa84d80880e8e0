import Foundation
import Testing

/// The worked cases of the specification: each is proven by a test that bears its id in its name.
@Suite struct `The worked cases` {
    /// The numbers of the cases of each area, of which there are ten.
    private static let numbers: [(area: String, numbers: [Int])] = [
        ("A", [1, 2, 4, 5, 6, 8, 9, 10, 12, 13, 14, 15, 17, 18, 19, 20, 21, 22, 23, 24, 26, 27]),
        ("B", [28, 29, 31, 32, 33, 35, 36, 37, 39, 40, 41, 43, 44, 45]),
        ("C", [46, 47, 49, 50, 51, 53, 54, 56, 57, 58, 59, 60]), ("D", [61, 62, 63, 64, 65, 66, 68, 69, 71, 72]),
        ("E", [75, 76, 77, 78, 80, 81, 82, 83, 85, 86, 88, 89, 90, 91]),
        (
            "F",
            [
                92, 93, 95, 96, 97, 99, 100, 101, 103, 104, 105, 107, 108, 109, 110, 111, 113, 114, 115, 117, 118, 119,
                121, 122, 123, 125, 126, 127, 129, 130, 131, 132,
            ]
        ), ("G", [133, 134, 135, 137, 138, 139, 141]), ("H", [142, 143, 145, 146, 147]), ("I", [148, 149]),
        ("J", [150, 151, 153, 154, 155, 157, 158, 159]),
    ]

    static let all = numbers.flatMap { area, numbers in numbers.map { Self.id(area, $0) } }

    private static func id(_ area: String, _ number: Int) -> String { "\(area)\(number < 10 ? "0" : "")\(number)" }

    /// The ids in the name of a test; `F96 to F109` names all from one through the other.
    static func ids(in name: String) -> Set<String> {
        var ids = Set(name.matches(of: /\b[A-J]\d{2,3}\b/).map { String($0.output) })
        for range in name.matches(of: /\b([A-J])(\d{2,3}) to ([A-J])(\d{2,3})\b/) where range.output.1 == range.output.3
        {
            guard let first = Int(range.output.2), let last = Int(range.output.4), first <= last else { continue }
            for number in first...last { ids.insert(id(String(range.output.1), number)) }
        }
        return ids
    }

    /// The files whose tests bear each id in their names.
    private static let proofs: [String: Set<String>] = {
        var proofs: [String: Set<String>] = [:]
        for file in TestFile.all {
            for name in file.names { for id in ids(in: name) { proofs[id, default: []].insert(file.name) } }
        }
        return proofs
    }()

    @Test func `Are 126, of which none stands here twice`() {
        #expect(Self.all.count == 126)
        #expect(Set(Self.all).count == 126)
    }

    @Test(arguments: all)
    func `Are each proven by a test that bears its id`(id: String) {
        #expect(Self.proofs[id] != nil, "no test bears \(id) in its name")
    }

    @Test func `Are found in names, alone and as a range, and not in other words`() {
        #expect(Self.ids(in: "R-POL-09 F96 to F98 Agrees") == ["F96", "F97", "F98"])
        #expect(Self.ids(in: "A05 A06 R-TRIG-03 Lasts (H143)") == ["A05", "A06", "H143"])
        #expect(Self.ids(in: "R-DATA-06 S18 A5 FE96 ABC12") == [])
    }

    /// How many birthday windows and analyzed policies there are to be tried on, as their tests pin it.
    @Test(arguments: [
        ("BirthdayWindowTests", "#expect(rows.count == 1140)"), ("ZoneTableTests", "#expect(birthdays.count == 1140)"),
        ("RuleAnalysisTests", "#expect(AnalyzedPolicy.all.count == 150)"),
        ("RuleAnalysisTests", "@Test(arguments: 0..<150)"),
    ])
    func `Stand beside 1,140 birthday windows and 150 analyzed policies, whose numbers are pinned`(
        file: String,
        line: String
    ) {
        #expect(TestFile.all.contains { $0.name == file && $0.text.contains(line) }, "\(file) does not say \(line)")
    }
}

/// One file of tests, read once.
private struct TestFile {
    let name: String
    let text: String

    /// The names of its tests.
    var names: [String] { text.matches(of: /func `([^`]*)`/).map { String($0.output.1) } }

    static let all: [TestFile] = {
        let root = `The list of requirements`.root
        return ["Tests", "Examples/Tests"]
            .flatMap { folder -> [TestFile] in
                let folder = root.appending(path: folder)
                let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
                return paths.filter { $0.hasSuffix(".swift") && !$0.hasPrefix("TidyTests") }
                    .map { path in
                        let text = (try? String(contentsOf: folder.appending(path: path), encoding: .utf8)) ?? ""
                        return TestFile(name: String(path.split(separator: "/").last?.dropLast(6) ?? ""), text: text)
                    }
            }
    }()
}
