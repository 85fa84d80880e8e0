import Foundation
import GiftModel
import GiftPolicy

/// Reads the bytes as a policy.
///
/// Whatever is read must come back from its JSON with the same hash.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let text = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    do throws(DocumentFault) {
        check(try PolicyDocument(json: text))
    } catch {
        precondition(error.line >= 1 && error.column >= 1 && !error.description.isEmpty)
    }
    return 0
}

private func check(_ document: PolicyDocument) {
    let faults = document.faults.map(\.description)
    precondition(faults.isEmpty == ((try? Policy(validating: document)) != nil))
    guard let stored = try? JSONEncoder().encode(document),
        let again = try? PolicyDocument(json: String(decoding: stored, as: UTF8.self))
    else { preconditionFailure("a policy that was read cannot be stored") }
    precondition(again == document && ContentHash(of: again) == ContentHash(of: document))
}
