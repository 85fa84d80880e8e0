public import Foundation
public import GiftModel
public import GiftPolicy

extension PolicyDocument {
    /// Reads a policy document from JSON in UTF-8, with or without a byte order mark.
    ///
    /// - Throws: `InvalidDocument`, with every place that could not be read.
    public init(json: Data) throws(InvalidDocument) {
        let mark = Data([0xEF, 0xBB, 0xBF])
        let bytes = json.starts(with: mark) ? json.dropFirst(mark.count) : json
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw InvalidDocument.notUTF8
        }
        try self.init(json: text)
    }
}
