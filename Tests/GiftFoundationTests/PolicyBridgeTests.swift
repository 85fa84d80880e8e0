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
}
