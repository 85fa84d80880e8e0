import Testing

/// Files of one module that need each other's types, so that none can be read, tested or moved without the others.
enum TypeCircles {
    static func faults(in files: [SourceFile]) -> [Fault] {
        Dictionary(grouping: files, by: \.module).sorted { $0.key < $1.key }.flatMap { circles(among: $0.value) }
    }

    private static func circles(among files: [SourceFile]) -> [Fault] {
        let homes = typeHomes(in: files)
        let needs = files.map { namesNeeded(by: $0, from: homes) }
        let reached = files.indices.map { reachable(from: $0, by: needs) }
        return files.indices.compactMap { file in
            let circle = reached[file].filter { reached[$0].contains(file) }.sorted()
            guard circle.first == file else { return nil }  // told once, at its first file
            let links = circle.flatMap { from in
                circle.compactMap { to in needs[from][to].map { (files[from].name, $0.sorted(), files[to].name) } }
            }
            let story = links.map { "\($0) needs \($1.joined(separator: ", ")) of \($2)" }.joined(separator: "; ")
            return Fault(path: files[file].path, line: 1, what: "a circle: \(story)")
        }
    }

    /// The file that declares each type, by the type's name.
    private static func typeHomes(in files: [SourceFile]) -> [String: Int] {
        var homes: [String: Int] = [:]
        for (index, file) in files.enumerated() {
            for type in file.types where type.isSeenByOtherFiles { homes[type.name] = index }
        }
        return homes
    }

    /// The names that a file takes from other files, by those files.
    private static func namesNeeded(by file: SourceFile, from homes: [String: Int]) -> [Int: Set<String>] {
        let ownNames = file.ownNames
        var needs: [Int: Set<String>] = [:]
        for (index, token) in file.code.enumerated() {
            guard let home = homes[token.text], !ownNames.contains(token.text) else { continue }
            guard file.code[..<index].last?.text != "." else { continue }
            needs[home, default: []].insert(token.text)
        }
        return needs
    }

    /// The files that one comes to from `start` in one step or more.
    private static func reachable(from start: Int, by needs: [[Int: Set<String>]]) -> Set<Int> {
        var reached: Set<Int> = []
        var waiting = Array(needs[start].keys)
        while let next = waiting.popLast() {
            if reached.insert(next).inserted { waiting += needs[next].keys }
        }
        return reached
    }
}

@Suite struct `The types of a module` {
    @Test func `Do not run in circles between files`() {
        expectNone(TypeCircles.faults(in: SourceFile.all))
    }

    @Test func `Are found in a circle of two, with what connects them`() {
        let faults = circles("public struct Tier { let ladder: [Ladder] }", "enum Ladder { case of(Tier) }")
        #expect(faults.map(\.what) == ["a circle: A.swift needs Ladder of B.swift; B.swift needs Tier of A.swift"])
    }

    @Test func `Are found in a circle of three, but not what leads to it or away from it`() throws {
        let faults = circles(
            "protocol First { var x: [Second] { get } }",
            "actor Second { func x() -> Third }",
            "typealias Third = Set<First>",
            "struct Way { let first: First }",
            "extension Third { let end: End }",
            "class End {}"
        )
        try #require(faults.count == 1)
        #expect(["A", "B", "C"].allSatisfy { faults[0].what.contains("\($0).swift") })
        #expect(["D", "E", "F"].allSatisfy { !faults[0].what.contains("\($0).swift") })
    }

    @Test(arguments: [
        ("struct Tier { let a: Ladder }", "struct Ladder {} // Tier"),
        ("struct Tier { let a: Ladder }", "struct Ladder { let a = \"Tier\" }"),
        ("struct Tier { let a: Ladder }", "struct Ladder { let a: Reason.Tier }"),
        ("struct Tier { let a: Ladder }", "struct Ladder { enum Tier {}; let a: Tier }"),
        ("struct Tier { let a: Ladder }", "struct Ladder<A: Set<Int>, Tier> { let a: Tier }"),
        ("struct Tier { let a: Ladder }", "struct Ladder { init?<Tier>(a: Tier) {} }"),
        ("struct Tier { let a: Ladder }", "protocol Ladder { associatedtype Tier; var a: Tier { get } }"),
        ("struct Tier { let a: Ladder }", "struct Ladder { let tier: Int }"),
        ("private struct Tier { let a: Ladder }", "struct Ladder { let a: Tier }"),
        ("struct Tier {}", "extension Tier { let a: Tier }"),
    ])
    func `Are let alone where only the words meet`(one: String, other: String) {
        #expect(circles(one, other).isEmpty)
    }

    @Test func `May meet again in another module`() {
        let one = SourceFile(path: "GiftModel/A.swift", text: "struct Tier { let a: Ladder }")
        let other = SourceFile(path: "Segmentation/B.swift", text: "struct Ladder { let a: Tier }")
        #expect(TypeCircles.faults(in: [one, other]).isEmpty)
    }

    @Test func `Are found after a range`() {
        #expect(circles("struct Tier { let a: Ladder }", "struct Ladder { let a = 0...Tier.last }").count == 1)
    }

    private func circles(_ texts: String...) -> [Fault] {
        let files = zip("ABCDEF", texts).map { SourceFile(path: "Segmentation/\($0).swift", text: $1) }
        return TypeCircles.faults(in: files)
    }
}
