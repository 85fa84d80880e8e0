import Foundation
import GiftModel
import GiftPolicy

/// The document of a policy, with its text, in which faults and findings have their places.
struct PolicyFile {
    let name: String
    let document: PolicyDocument
    private let text: String

    init(_ url: URL) throws {
        self.name = url.lastPathComponent
        self.text = try String(fileAt: url)
        do {
            self.document = try PolicyDocument(json: text)
        } catch {
            throw CommandFailure(error.faults, in: name)
        }
    }

    /// The policy that the document describes.
    var policy: Policy {
        get throws {
            do {
                return try Policy(validating: document)
            } catch {
                throw CommandFailure(try error.places(in: text), in: name)
            }
        }
    }

    /// Returns everything about the document that its author should know, with its places in the text.
    func findings(against background: PolicyBackground) throws -> [(finding: PolicyFinding, place: DocumentFault)] {
        let findings = document.findings(against: background)
        return Array(zip(findings, try document.places(of: findings, in: text)))
    }
}
