import GiftModel
import GiftTesting
import Testing

@Suite struct `An identifier` {
    @Test func `Is told apart by its bytes and not by how it looks`() {
        let composed: Customer.ID = "caf\u{E9}"
        let decomposed: Customer.ID = "cafe\u{301}"
        #expect(composed.text == decomposed.text)
        #expect(composed != decomposed)
        #expect(decomposed < composed)
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func `Is ordered as its bytes are`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let pool: [Character] = ["a", "b", "Z", "é", "港", "🎁", "\u{10000}", "\u{FFFD}"]
        func text() -> String {
            String((0...Int.random(in: 0...4, using: &random)).map { _ in pool.randomElement(using: &random)! })
        }
        let (left, right) = (text(), text())
        let (a, b) = (Customer.ID(left)!, Customer.ID(right)!)
        #expect((a < b) == Array(left.utf8).lexicographicallyPrecedes(Array(right.utf8)))
        #expect((a == b) == (Array(left.utf8) == Array(right.utf8)))
        if a == b { #expect(Set([a]).contains(b)) }
    }

    @Test(arguments: ["", "a\u{0}", "a\nb", "\u{7F}", "\u{80}", "\u{9F}x", String(repeating: "a", count: 256)])
    func `Refuses what could not be printed or stored everywhere`(text: String) {
        #expect(Customer.ID(text) == nil)
    }

    @Test(arguments: ["a", "\u{A0}", "港湾茶居", "a b/c", String(repeating: "a", count: 255)])
    func `Takes everything else as it is`(text: String) {
        #expect(Customer.ID(text)?.text == text)
    }

    @Test func `The wire format never changes, and keeps maps objects`() throws {
        try expectWireFormat(of: ["c-1": 5] as [Customer.ID: Int], toBe: #"{"c-1":5}"#)
        try expectWireFormat(of: "c-1" as Customer.ID, toBe: #""c-1""#)
        #expect(
            refusal(of: #""""#, as: Customer.ID.self) == "`` is not 1 to 255 bytes of text without control characters"
        )
    }

    @Test func `A literal that is no identifier traps`() async {
        await #expect(processExitsWith: .failure) { _ = Customer.ID(stringLiteral: "") }
    }
}

@Suite struct `A request key` {
    @Test func `The wire format never changes`() throws {
        try expectWireFormat(of: RequestKey(.max), toBe: #""ffffffffffffffffffffffffffffffff""#)
        try expectWireFormat(of: 0x1F as RequestKey, toBe: #""0000000000000000000000000000001f""#)
    }

    @Test(arguments: ["", "1f", String(repeating: "g", count: 32), "+" + String(repeating: "0", count: 31)])
    func `Refuses what is not 32 hexadecimal digits`(text: String) {
        #expect(RequestKey(hexadecimal: text) == nil)
    }
}
