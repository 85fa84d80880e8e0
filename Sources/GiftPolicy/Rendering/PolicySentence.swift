public import GiftModel

/// One place of a policy, as people read it.
public struct PolicySentence: Hashable, Sendable {
    /// The place in the document, such as `/rules/1`.
    ///
    /// - Source: JSON Pointer, <https://www.rfc-editor.org/rfc/rfc6901>.
    public let place: String
    /// What stands there, in one sentence.
    public let text: LocalizedText
}
