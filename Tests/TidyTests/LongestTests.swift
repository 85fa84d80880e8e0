import Testing

@Suite struct `The longest` {
    @Test func `Files and functions are printed for a look`() {
        let files = SourceFile.all.map { ($0.lineCount, "Sources/\($0.path)") }
        let functions = SourceFile.all.flatMap { file in
            file.functions.map { ($0.lineCount, "Sources/\(file.path):\($0.line) \($0.name)") }
        }
        for (title, list) in [("The longest files", files), ("The longest functions", functions)] {
            let lines = list.sorted(by: >).prefix(10).map { "    \($0) lines  \($1)" }
            print("\(title):\n" + lines.joined(separator: "\n"))
        }
    }

    @Test func `Functions are measured from their name to their last brace`() {
        let text = """
            protocol Law {
                func check() async throws
                var name: String { get }
            }
            extension Law {
                init(_ laws: [Self], otherwise: () -> Void = {}) {
                    self.init(laws.map { law in
                        law
                    })
                }
                func check() { for law in laws { law.check() } }
            }
            """
        let functions = SourceFile(path: "GiftTesting/Law.swift", text: text).functions
        #expect(functions.map(\.name) == ["init", "check"])
        #expect(functions.map(\.lineCount) == [5, 1])
    }
}
