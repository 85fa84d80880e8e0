public import Foundation
public import GiftModel
public import GiftPolicy

extension PolicyDocument {
    /// Reads a policy document from JSON in UTF-8.
    ///
    /// - Throws: ``GiftModel/DocumentFault``, for the first place that could not be read.
    public init(json: Data) throws(DocumentFault) {
        try self.init(json: String(decoding: json, as: UTF8.self))
    }
}
