import Testing

/// What no source says, whatever its module.
enum HouseRules {
    private static let banned = [
        "@unchecked", "nonisolated(unsafe)", "fatalError(", "try!", "print(", "unsafeBitCast", "hashValue",
        "Hasher()", "Date()", "Date.now", "UUID()", "ContinuousClock", "SuspendingClock", "Task.sleep", "clock_gettime",
        "time(nil)", "SystemRandomNumberGenerator", "TimeZone.current", "Calendar.current", "Locale.current",
    ]
    private static let phrases = Dictionary(grouping: banned.map(Token.texts)) { $0[0] }
    private static let draws: Set = ["random", "randomElement", "shuffle", "shuffled"]
    private static let unfinished: Set = ["TODO", "FIXME", "XXX"]

    static func faults(of file: SourceFile) -> [Fault] {
        let code = file.code.indices.flatMap { index in
            phrasesBanned(in: file, at: index).map { fault("`\($0)` is banned", in: file, at: file.code[index]) }
        }
        let notes = (file.code + file.comments).filter { unfinished.contains($0.text) }
        let long = file.longLines.map { Fault(path: file.path, line: $0, what: "longer than 120 characters") }
        return code + long + notes.map { fault("\($0.text): finish it or open an issue", in: file, at: $0) }
    }

    private static func phrasesBanned(in file: SourceFile, at index: Int) -> [String] {
        let word = file.code[index].text
        let follows = file.code[(index + 1)...]
        if word.hasPrefix("Unsafe") || word.hasPrefix("withUnsafe") { return [word] }
        if word == "inlinable" && file.module != "GiftNumerics" { return ["@inlinable"] }
        if draws.contains(word) && file.code[..<index].last?.text == "." && !namesGenerator(follows) {
            return [".\(word)() without a generator"]
        }
        let found = phrases[word]?.filter { follows.lazy.map(\.text).starts(with: $0.dropFirst()) }
        return found?.map { $0.joined() } ?? []
    }

    /// Whether a call names the argument `using`; what is no call draws nothing.
    private static func namesGenerator(_ arguments: ArraySlice<Token>) -> Bool {
        guard arguments.first?.text == "(" else { return true }
        var depth = 0
        for token in arguments {
            if token.text == "(" { depth += 1 }
            if token.text == ")" { depth -= 1 }
            if token.text == "using" && depth == 1 { return true }
            if depth == 0 { return false }
        }
        return false
    }

    private static func fault(_ what: String, in file: SourceFile, at token: Token) -> Fault {
        Fault(path: file.path, line: token.line, what: what)
    }
}

@Suite struct `The house rules` {
    @Test func `Are kept by every source`() {
        expectNone(SourceFile.all.flatMap(HouseRules.faults))
    }

    @Test(arguments: [
        "final class A: @unchecked Sendable {}", "nonisolated(unsafe) var a = 0", "fatalError(\"b\")",
        "let a = try! b()", "print(a)", "Swift.print(a)", "let a: UnsafePointer<Int>", "let a: UnsafeRawBufferPointer",
        "let a: UnsafeMutablePointer<Int>", "let a: UnsafeBufferPointer<Int>", "a.withUnsafeBytes { $0 }",
        "@inlinable func a() {}", "let a = Date()", "let a = Date.now", "let a = UUID()", "let a: ContinuousClock",
        "let a: SuspendingClock", "var a = SystemRandomNumberGenerator()", "let a = Int.random(in: 0..<b(using: c))",
        "let a = Bool.random()", "a.shuffled()", "a.shuffle()", "a.randomElement()", "clock_gettime(a, &b)",
        "time(nil)", "a.hashValue", "var a = Hasher()", "try await Task.sleep(for: a)", "TimeZone.current",
        "/// " + String(repeating: "a", count: 117),
        "let a = \"\\(Date())\"", "// TODO: a", "/* FIXME */", "/// XXX", "let a = b // FIXME c",
    ])
    func `Find the fault in one line`(text: String) {
        #expect(faultCount(HouseRules.faults, in: text) == 1)
    }

    @Test(arguments: [
        "/// " + String(repeating: "a", count: 116), "// print(a), never fatalError(b)", "let a = \"try! TODO XXX\"",
        "fingerprint(a)", "let a = CalendarDate()",
        "let a = Int.random(in: 0..<9, using: &b)", "a.shuffled(using: &b)", "let random = a.random",
        "func hash(into hasher: inout Hasher) {}", "elapsedTime(nil)", "let a: Currency // `XXX` is no currency",
    ])
    func `Leave a good line alone`(text: String) {
        #expect(faultCount(HouseRules.faults, in: text) == 0)
    }

    @Test func `Let only GiftNumerics inline across modules`() {
        let text = "@inlinable package func a() {}"
        #expect(faultCount(HouseRules.faults, in: text, at: "GiftNumerics/Ratio.swift") == 0)
        #expect(faultCount(HouseRules.faults, in: text, at: "LoyaltyPoints/Points.swift") == 1)
    }
}
