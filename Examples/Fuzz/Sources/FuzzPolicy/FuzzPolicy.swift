import Foundation
import FuzzParsers
import GiftModel
import GiftPolicy

/// Reads the bytes as a document.
///
/// What is read must come back from its JSON with the same hash, and what is not is refused at a place.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt { documents.run(start, count) }

private let documents = ParserTable<String>([
    "policy": { text in
        do throws(DocumentFault) {
            let document = try PolicyDocument(json: text)
            check(document)
            do throws(InvalidPolicy) {
                _ = try Policy(validating: document)
            } catch {
                precondition((try? error.places(in: text))?.count == document.faults.count)
            }
        } catch {
            precondition(error.line >= 1 && error.column >= 1 && !error.description.isEmpty)
        }
    }
])

private func check(_ document: PolicyDocument) {
    let faults = document.faults.map(\.description)
    precondition(faults.isEmpty == ((try? Policy(validating: document)) != nil))
    guard let stored = try? JSONEncoder().encode(document),
        let again = try? PolicyDocument(json: String(decoding: stored, as: UTF8.self))
    else { preconditionFailure("a policy that was read cannot be stored") }
    precondition(again == document && ContentHash(of: again) == ContentHash(of: document))
}
