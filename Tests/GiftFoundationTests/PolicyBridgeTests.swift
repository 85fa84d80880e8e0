import Foundation
import GiftFoundation
import GiftModel
import GiftPolicy
import Testing

@Suite struct `Reading a policy from data` {
    @Test func `R-POL-10 Reads what the text says`() throws {
        let json = Data(#"{"format":"gift-policy/9"}"#.utf8)
        let invalid = #expect(throws: InvalidDocument.self) { try PolicyDocument(json: json) }
        #expect(invalid?.faults.first { $0.path == "/format" }?.problem.nearest == "gift-policy/1")
    }

    @Test func `R-POL-10 Takes a byte order mark for none, and repairs no bytes`() {
        let marked = Data([0xEF, 0xBB, 0xBF]) + Data(#"{"format":"gift-policy/9"}"#.utf8)
        let invalid = #expect(throws: InvalidDocument.self) { try PolicyDocument(json: marked) }
        #expect(invalid?.faults.last?.path == "/format")
        let broken = Data(#"{"format":""#.utf8) + Data([0xFF]) + Data(#""}"#.utf8)
        #expect(
            #expect(throws: InvalidDocument.self) { try PolicyDocument(json: broken) }?.description
                == "1:1: the text is not UTF-8"
        )
    }
}
