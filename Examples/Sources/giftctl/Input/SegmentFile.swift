import Foundation
import GiftModel
import GiftPolicy
import Segmentation

/// The document of a shop's segments, with its text, in which findings have their places.
struct SegmentFile {
    let name: String
    let document: SegmentDocument
    private let text: String

    init(_ url: URL) throws {
        self.name = url.lastPathComponent
        self.text = try String(fileAt: url)
        do {
            self.document = try SegmentDocument(json: text)
        } catch {
            throw CommandFailure(error.faults, in: name)
        }
    }

    /// Everything about the document that its author should know, with its places in the text.
    func findings() throws -> [(finding: SegmentFinding, place: DocumentFault)] {
        let findings = document.findings
        return Array(zip(findings, try document.places(of: findings, in: text)))
    }

    /// Returns the segments, made ready for the customers of a shop with this `policy`.
    func segments(for policy: Policy) throws -> SegmentSet {
        let ladder = policy.document.tiers
        guard document.currency == ladder.currency else {
            throw CommandFailure("\(name): the segments are in \(document.currency), the policy in \(ladder.currency)")
        }
        let tiers = ladder.tiers.map(\.id)
        guard document.tiers.isEmpty || document.tiers == tiers else {
            let list = tiers.map(\.text).joined(separator: ", ")
            throw CommandFailure("\(name): the tiers are not the policy's: \(list)")
        }
        do {
            return try SegmentSet(validating: document)
        } catch {
            throw CommandFailure(try document.places(of: error.findings, in: text), in: name)
        }
    }
}
