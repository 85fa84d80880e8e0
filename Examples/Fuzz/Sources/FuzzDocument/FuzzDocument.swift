import Foundation
import FuzzParsers
import GiftModel
import GiftPolicy
import Segmentation

/// Reads the bytes as a document.
///
/// What is read must come back from its JSON with the same hash, and what is not is refused at a place.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt { documents.run(start, count) }

private let documents = ParserTable<String>([
    "policy": { text in
        do throws(InvalidDocument) {
            let document = try PolicyDocument(json: text)
            check(document)
            do throws(InvalidPolicy) {
                _ = try Policy(validating: document)
            } catch {
                precondition((try? error.places(in: text))?.count == document.faults.count)
            }
        } catch {
            check(error)
        }
    },
    "catalog": { text in
        do throws(InvalidDocument) {
            let catalog = try Catalog(json: text)
            let stored = try? JSONEncoder().encode(catalog)
            let again = stored.flatMap { try? Catalog(json: String(decoding: $0, as: UTF8.self)) }
            precondition(again == catalog, "a catalog does not come back")
            precondition(again.map { ContentHash(of: $0) } == ContentHash(of: catalog))
            for gift in catalog.gifts { precondition(GiftChoice(gift).cost == gift.cost) }
        } catch {
            check(error)
        }
    },
    "segments": { text in
        do throws(InvalidDocument) {
            check(try SegmentDocument(json: text), in: text)
        } catch {
            check(error)
        }
    },
])

/// Every fault has a place, and they come in the order of the text.
private func check(_ invalid: InvalidDocument) {
    let places = invalid.faults.map { ($0.line, $0.column) }
    precondition(!places.isEmpty && places.allSatisfy { $0 >= (1, 1) })
    precondition(zip(places, places.dropFirst()).allSatisfy { $0 <= $1 })
    precondition(invalid.faults.allSatisfy { !$0.description.isEmpty })
}

private func check(_ document: PolicyDocument) {
    let faults = document.faults.map(\.description)
    precondition(faults.isEmpty == ((try? Policy(validating: document)) != nil))
    guard let stored = try? JSONEncoder().encode(document),
        let again = try? PolicyDocument(json: String(decoding: stored, as: UTF8.self))
    else { preconditionFailure("a policy that was read cannot be stored") }
    precondition(again == document && ContentHash(of: again) == ContentHash(of: document))
}
