import GiftModel
import GiftTesting
import Testing

@Suite struct `A document` {
    /// One of everything that a type may ask for.
    private struct Sample: Decodable, Equatable {
        let text: String
        let list: [Int64]
        let map: [String: Bool]
        let nothing: Int?
        let ratio: Double
    }

    @Test func `R-POL-10 Is read as its type asks`() throws {
        let text =
            #" { "text":"\u6e2f\ud83c\udf81\n\"\\\/\b\f\r\t", "list":[ -0, 9223372036854775807 ], "map":{"a":true,"b":false},"#
            + #" "nothing" : null, "ratio":-1.25e+2 } "#
        let sample = Sample(
            text: "港🎁\n\"\\/\u{8}\u{C}\r\t",
            list: [0, .max],
            map: ["a": true, "b": false],
            nothing: nil,
            ratio: -125
        )
        #expect(try Document.read(Sample.self, from: text) == sample)
    }

    struct Fault: CustomTestStringConvertible {
        let text: String
        let says: String
        var testDescription: String { says }

        init(_ text: String, says: String) { (self.text, self.says) = (text, says) }
    }

    @Test(arguments: [
        Fault("", says: "1:1: expected a value, found the end"),
        Fault("{", says: "1:2: expected a key in quotes, found the end"),
        Fault("{'a':1}", says: "1:2: expected a key in quotes, found `'`"),
        Fault("{\"a\" 1}", says: "1:6: expected `:` after the key `a`, found `1`"),
        Fault(
            "{\n  \"a\": 1,\n}",
            says: "1:1: expected a list, found an object\n3:1: expected a key in quotes, found `}`"
        ),
        Fault("{\"a\":1 \"b\":2}", says: "1:1: expected a list, found an object\n1:8: expected `,` or `}`, found `\"`"),
        Fault("{\"a\":1 ?}", says: "1:8: expected `,` or `}`, found `?`"),
        Fault("{\"a\":1,\n \"a\":2}", says: "1:1: expected a list, found an object\n2:2: /a: the key `a` stands twice"),
        Fault("[[],]", says: "1:5: expected a value, found `]`"),
        Fault("[[] []]", says: "1:5: expected `,` or `]`, found `[`"),
        Fault("[[]] 2", says: "1:6: `2` stands after the end of the document"),
        Fault("// 1", says: "1:1: expected a value, found `/`"),
        Fault("[01]", says: "1:4: /0: a number begins with a zero too many"),
        Fault("[-]", says: "1:3: /0: expected a digit, found `]`"),
        Fault("[1.]", says: "1:4: /0: expected a digit, found `]`"),
        Fault("[1e]", says: "1:4: /0: expected a digit, found `]`"),
        Fault("[+1]", says: "1:2: /0: expected a value, found `+`"),
        Fault("[nul]", says: "1:2: /0: expected a value, found `nul`"),
        Fault("[\"a", says: "1:4: /0: a text is never closed"),
        Fault("[\"a\tb\"]", says: "1:4: /0: a control character stands in a text"),
        Fault("[\"a\nb\"]", says: "1:4: /0: a line ends within a text"),
        Fault("[\"\\x\"]", says: "1:4: /0: `\\` escapes nothing before `x`"),
        Fault("[\"\\u12g4\"]", says: "1:5: /0: `\\u` takes four hexadecimal digits"),
        Fault("[\"\\udc00\"]", says: "1:9: /0: half a character is escaped"),
        Fault("[\"\\ud800x\"]", says: "1:9: /0: half a character is escaped"),
        Fault("[\"\\ud800\\ue000\"]", says: "1:15: /0: half a character is escaped"),
        Fault("[\"\\ud800\\u0041\"]", says: "1:15: /0: half a character is escaped"),
        Fault("{\"a/b\":{\"~\":[}}", says: "1:14: /a~1b/~0/0: expected a value, found `}`"),
        Fault("[[\"港\", 1.5]]", says: "1:8: /0/1: expected a text, found `1.5`"),
        Fault("[[\"a\"], {}]", says: "1:9: /1: expected a list, found an object"),
        Fault("[[null]]", says: "1:3: /0/0: expected a text, found `null`"),
        Fault("[[true]]", says: "1:3: /0/0: expected a text, found `true`"),
    ])
    func `R-POL-10 Names a fault with its line, column and path, and no other`(fault: Fault) {
        let error = #expect(throws: InvalidDocument.self) { try Document.read([[String]].self, from: fault.text) }
        #expect(error?.description == fault.says)
    }

    @Test(arguments: [
        Fault(
            "{\"a\": [\"x\", 1, \"y\", null],\n \"b\": \"z\", \"c\": [{}]}",
            says: "1:13: /a/1: expected a text, found `1`\n1:21: /a/3: expected a text, found `null`\n"
                + "2:2: /b: expected a list, found the text `z`\n2:18: /c/0: expected a text, found an object"
        ),
        Fault(
            "{\"a\": [01, -, nul, \"\\x\", \"\\ud800\"],\n \"b\": [\"x\" 7,],\n \"a\": [8] \"c\": [],} ?",
            says: "1:10: /a/0: a number begins with a zero too many\n1:13: /a/1: expected a digit, found `,`\n"
                + "1:15: /a/2: expected a value, found `nul`\n1:22: /a/3: `\\` escapes nothing before `x`\n"
                + "1:33: /a/4: half a character is escaped\n2:12: /b: expected `,` or `]`, found `7`\n"
                + "2:12: /b/1: expected a text, found `7`\n2:14: /b: expected a value, found `]`\n"
                + "3:2: /a: the key `a` stands twice\n3:11: expected `,` or `}`, found `\"`\n"
                + "3:19: expected a key in quotes, found `}`\n3:21: `?` stands after the end of the document"
        ),
        Fault(
            "{\"a\": 01, \"a\": 2, ?",
            says: "1:9: /a: a number begins with a zero too many\n"
                + "1:11: /a: the key `a` stands twice\n1:19: expected a key in quotes, found `?`"
        ),
    ])
    func `R-POL-10 Tells every fault at once, up to where it is no JSON any more`(fault: Fault) {
        let error = #expect(throws: InvalidDocument.self) { try Document.read(Lists.self, from: fault.text) }
        #expect(error?.description == fault.says)
    }

    @Test func `R-POL-10 Finds the place of a key that begins with a combining mark or holds a slash`() throws {
        let text = "{\"\u{301}a\": 1, \"b/c~d\": [2]}"
        #expect(try Document.position(of: "/\u{301}a", in: text).column == 2)
        #expect(try Document.position(of: "/b~1c~0d/0", in: text).column == 21)
    }

    /// A type all of whose members are lists of texts.
    private struct Lists: Decodable {
        enum CodingKeys: String, CodingKey, CaseIterable { case a, b, c }

        init(from decoder: any Decoder) throws {
            var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
            let lists = CodingKeys.allCases.map { object.readIfPresent([String].self, $0) }
            guard lists.allSatisfy({ $0 != nil }) else { throw object.failure }
        }
    }

    @Test func `R-POL-10 Says what is expected of a number, a truth value and an object`() {
        func says<Value: Decodable>(_ type: Value.Type, _ text: String) -> String? {
            #expect(throws: InvalidDocument.self) { try Document.read(type, from: text) }?.faults.first?.problem
                .description
        }
        #expect(says([Int8].self, "[128]") == "expected a whole number, found `128`")
        #expect(says([UInt64].self, "[-1]") == "expected a whole number, found `-1`")
        #expect(says([Double].self, "[\"1\"]") == "expected a number, found the text `1`")
        #expect(says([Bool].self, "[0]") == "expected `true` or `false`, found `0`")
        #expect(says([String: Int].self, "[]") == "expected an object, found a list")
        #expect(says(LocalizedText.self, #"{"en":"a"}"#) == "the key `zh` is missing")
        #expect(says(LocalizedText.self, #"{"en":"a","zh":"b","fr":"c"}"#) == "unknown key `fr`; known are `en`, `zh`")
    }

    @Test func `R-POL-10 Is limited in depth and in size`() {
        func nested(_ depth: Int) -> String {
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        }
        struct Anything: Decodable { init(from decoder: any Decoder) {} }
        #expect(throws: Never.self) { try Document.read(Anything.self, from: nested(64)) }
        let deep = #expect(throws: InvalidDocument.self) { try Document.read(Anything.self, from: nested(65)) }
        #expect(deep?.faults.map(\.problem) == [.malformed("more than 64 values stand in one another")])
        let long = "\"" + String(repeating: "a", count: 1 << 20) + "\""
        let large = #expect(throws: InvalidDocument.self) { try Document.read(String.self, from: long) }
        #expect(large?.faults.map(\.problem) == [.malformed("the text is longer than 1048576 bytes")])
    }

    @Test(arguments: 0..<300 as Range<UInt64>)
    func `R-POL-10 Reads any noise without a crash, and any canonical form back`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let pieces = [
            "{", "}", "[", "]", ",", ":", "\"", "\\", "u", "d800", "1", "-", ".", "e", "null", " ", "\n", "é",
        ]
        let noise = (0..<Int.random(in: 0...30, using: &random)).map { _ in pieces.randomElement(using: &random)! }
        _ = try? Document.read([String: [Int64]].self, from: noise.joined())

        let value = Dictionary(
            (0..<5)
                .map { _ in
                    let key = String((0..<4).map { _ in pieces.randomElement(using: &random)!.first! })
                    return (key, (0..<3).map { _ in Int64.random(in: .min ... .max, using: &random) })
                }
        ) { first, _ in first }
        #expect(try Document.read([String: [Int64]].self, from: CanonicalForm.text(of: value)) == value)
    }

    @Test(arguments: [1, 15, 16, 17, 18, 40])
    func `R-POL-10 Finds each of many keys, and those that stand twice`(count: Int) throws {
        let members = (0..<count).map { #""k\#($0)":\#($0)"# }
        let read = try Document.read([String: Int64].self, from: "{" + members.joined(separator: ",") + "}")
        #expect(read == Dictionary(uniqueKeysWithValues: (0..<count).map { ("k\($0)", Int64($0)) }))
        let twice = members + [#""k0":9"#, #""k\#(count - 1)":9"#]
        let error = #expect(throws: InvalidDocument.self) {
            try Document.read([String: Int64].self, from: "{" + twice.joined(separator: ",") + "}")
        }
        #expect(error?.faults.map(\.problem) == [.repeatedKey("k0"), .repeatedKey("k\(count - 1)")])
    }
}
