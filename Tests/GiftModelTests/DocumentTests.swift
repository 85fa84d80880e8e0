import GiftModel
import Testing

/// Everything that a canonical form can hold.
private struct Sample: Encodable {
    let text: String
    let numbers: [Int64]
    let nested: [String: [String: Bool]]
    let nothing: Int?

    enum CodingKeys: String, CodingKey { case text = "é", numbers = "z", nested = "a", nothing = "nothing" }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(text, forKey: .text)
        try container.encode(numbers, forKey: .numbers)
        try container.encode(nested, forKey: .nested)
        try container.encode(nothing, forKey: .nothing)
    }
}

@Suite struct `A canonical form` {
    private let sample = Sample(
        text: "a\"\\\n\t\u{8}\u{C}\r\u{1}/港\u{1F381}",
        numbers: [.min, 0, .max],
        nested: ["b": ["y": true, "x": false], "B": [:]],
        nothing: nil
    )

    @Test func `R-POL-10 Sorts keys by their bytes, escapes only what it must and holds no white space`() {
        let text =
            #"{"a":{"B":{},"b":{"x":false,"y":true}},"nothing":null,"#
            + #""z":[-9223372036854775808,0,9223372036854775807],"é":"a\"\\\n\t\b\f\r\u0001/港🎁"}"#
        #expect(CanonicalForm.text(of: sample) == text)
    }

    @Test func `R-POL-10 Has the hash that any other SHA-256 gives it`() {
        // printf '{"currency":"EUR","minorUnits":2500}' | sha256sum
        let hash = "c0024abb1d409ce73b9b262e772d55668cb507da492ba051825b63043d1bc61b"
        #expect(ContentHash(of: Money("25.00 EUR")!).description == hash)
        #expect(ContentHash(hexadecimal: hash) == ContentHash(of: Money("25.00 EUR")!))
    }

    @Test func `Keeps keys apart that are spelled in other bytes`() throws {
        let names: [Customer.ID: Int] = ["caf\u{E9}": 1, "cafe\u{301}": 2]
        let text = CanonicalForm.text(of: names)
        #expect(Array(text.utf8) == Array("{\"cafe\u{301}\":2,\"caf\u{E9}\":1}".utf8))
        #expect(try Document.read([Customer.ID: Int].self, from: text) == names)
    }

    @Test func `Differs wherever the value differs`() {
        #expect(ContentHash(of: Money("25.00 EUR")!) != ContentHash(of: Money("25.01 EUR")!))
    }

    @Test func `The wire format of a hash never changes`() throws {
        let digits = String(repeating: "0f", count: 32)
        try expectWireFormat(of: ContentHash(hexadecimal: digits)!, toBe: "\"\(digits)\"")
        #expect(ContentHash(hexadecimal: digits.dropLast()) == nil)
        #expect(refusal(of: #""0f""#, as: ContentHash.self) == "`0f` is not a hash of 64 hexadecimal digits")
    }

    @Test func `A fraction has none, and traps`() async {
        await #expect(processExitsWith: .failure) { _ = ContentHash(of: 0.5) }
    }
}
