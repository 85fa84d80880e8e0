import Foundation
import GiftFoundation
import GiftModel
import GiftPolicy
import Testing

@Suite struct `Reading a policy from data` {
    @Test func `R-POL-10 Reads what the text says`() throws {
        let json = Data(#"{"format":"gift-policy/9"}"#.utf8)
        let fault = #expect(throws: DocumentFault.self) { try PolicyDocument(json: json) }
        #expect(fault?.path == "/format")
    }

    @Test func `R-POL-10 Takes a byte order mark for none, and repairs no bytes`() {
        let marked = Data([0xEF, 0xBB, 0xBF]) + Data(#"{"format":"gift-policy/9"}"#.utf8)
        #expect(#expect(throws: DocumentFault.self) { try PolicyDocument(json: marked) }?.path == "/format")
        let broken = Data(#"{"format":""#.utf8) + Data([0xFF]) + Data(#""}"#.utf8)
        #expect(
            #expect(throws: DocumentFault.self) { try PolicyDocument(json: broken) }?.problem == "the text is not UTF-8"
        )
    }
}
