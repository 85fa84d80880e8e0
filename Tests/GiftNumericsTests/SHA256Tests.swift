import GiftNumerics
import Testing

@Suite struct `A SHA-256 digest` {
    struct Vector: CustomTestStringConvertible {
        let testDescription: String
        let message: String
        let digest: String

        init(_ name: String, of message: String, is digest: String) {
            (self.testDescription, self.message, self.digest) = (name, message, digest)
        }
    }

    // Made with Python's hashlib; the first two also stand in FIPS 180-4's examples.
    @Test(arguments: [
        Vector("nothing", of: "", is: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        Vector("abc", of: "abc", is: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        Vector(
            "55 bytes",
            of: String(repeating: "a", count: 55),
            is: "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"
        ),
        Vector(
            "56 bytes",
            of: String(repeating: "a", count: 56),
            is: "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a"
        ),
        Vector(
            "64 bytes",
            of: String(repeating: "a", count: 64),
            is: "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"
        ),
        Vector("Chinese", of: "港湾茶居", is: "c166c556d5c38f75090ae4fabffc78687902d502788b2dfe4b8ea35d6c3c1e72"),
    ])
    func `Agrees with the standard at every length of padding`(vector: Vector) {
        var digest = SHA256()
        digest.update(vector.message.utf8)
        #expect(digest.finalize().map(hexadecimal).joined() == vector.digest)
    }

    @Test func `Does not depend on how the message is cut into parts`() {
        let message = Array("The quick brown fox jumps over the lazy dog, and then over many others as well.".utf8)
        var whole = SHA256()
        whole.update(message)
        for cut in message.indices {
            var parts = SHA256()
            parts.update(message[..<cut])
            parts.update(message[cut...])
            #expect(parts.finalize() == whole.finalize())
        }
    }

    private func hexadecimal(_ word: UInt32) -> String {
        let digits = String(word, radix: 16)
        return String(repeating: "0", count: 8 - digits.count) + digits
    }
}
