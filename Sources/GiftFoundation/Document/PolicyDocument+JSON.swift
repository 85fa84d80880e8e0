public import Foundation
public import GiftPolicy

extension PolicyDocument {
    /// Reads a policy document from JSON text.
    ///
    /// - Throws: ``UnreadablePolicy``, which names the first place that could not be read.
    public init(json: Data) throws(UnreadablePolicy) {
        do {
            self = try JSONDecoder().decode(PolicyDocument.self, from: json)
        } catch let error as DecodingError {
            throw UnreadablePolicy(error)
        } catch {
            throw UnreadablePolicy(path: "", problem: "\(error)")
        }
    }
}
