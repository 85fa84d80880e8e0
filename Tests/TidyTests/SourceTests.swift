import Foundation
import Testing

@Suite struct `The source` {
    @Test func `Is found at all`() {
        #expect(SourceFile.all.count >= 30, "an empty list would keep every rule")
    }

    @Test(arguments: Layering.mayImport.keys.sorted())
    func `Has a folder for every module`(module: String) {
        #expect(SourceFile.all.contains { $0.module == module })
    }
}

@Suite struct `Source text` {
    @Test(arguments: [
        ("let a = 1 // print(a)", "let a = 1"),
        ("a /* b /* c */ d */ e", "a e"),
        (#"a("b // c", d)"#, "a ( , d )"),
        (#"a("b \" c") d"#, "a ( ) d"),
        (#"a("b \(c("d", e(f)) + g) h") i"#, "a ( c ( , e ( f ) ) + g ) i"),
        (##"a(#"b " \(c) \#(d)"#)"##, "a ( d )"),
        ("a = \"\"\"\n  b \"c\" // d\n  \"\"\"\ne", "a = e"),
        ("a = \"\"; b", "a = ; b"),
        ("#if os(Linux)", "# if os ( Linux )"),
        ("a = /\"/\nb", "a = / b"),
        ("0...B.c", "0 ... B . c"),
    ])
    func `Is parted into its code and the rest`(text: String, code: String) {
        #expect(Token.texts(of: text) == code.split(separator: " ").map(String.init))
    }

    @Test func `Keeps the words of comments and the number of every line`() {
        let file = SourceFile(path: "GiftModel/Gift.swift", text: "/* a\n b */ let c = \"d\n\n// e\n")
        #expect(file.comments.filter(\.isWord).map(\.text) == ["a", "b", "e"])
        #expect(file.comments.filter(\.isWord).map(\.line) == [1, 2, 4])
        #expect(file.code.filter(\.isWord).map(\.line) == [2, 2])
        #expect(file.lineCount == 4)
    }
}

/// Records every fault as an issue of its own, so that all of them are read at once.
func expectNone(_ faults: [Fault], sourceLocation: SourceLocation = #_sourceLocation) {
    for fault in faults { Issue.record("\(fault)", sourceLocation: sourceLocation) }
}

/// The number of faults that a rule finds in a file made up for it.
func faultCount(_ rule: (SourceFile) -> [Fault], in text: String, at path: String = "GiftModel/Gift.swift") -> Int {
    rule(SourceFile(path: path, text: text)).count
}
