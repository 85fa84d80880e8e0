/// Where a host's model tells what a customer feels, on the same machine or far away.
///
/// The text goes in and is kept nowhere. Whether it may be read at all is for ``Consents`` to say beforehand.
public protocol SentimentAnalyzer: Sendable {
    /// Returns the sentiment of `text`, or `nil` when the model cannot tell.
    ///
    /// - Throws: Whatever the model throws; a text whose model failed is not neutral.
    func sentiment(of text: String) async throws -> Sentiment?
}

extension SentimentAnalyzer {
    /// Returns what may be stored of `text`: its name, its sentiment and how often it mentions `terms`.
    ///
    /// - Throws: Whatever the model throws.
    /// - Complexity: that of the model, and of counting the mentions.
    public func verbatim(
        _ id: Verbatim.ID,
        saying text: String,
        mentioning terms: TermList
    ) async throws -> Verbatim {
        Verbatim(id: id, sentiment: try await sentiment(of: text), mentions: terms.mentions(in: text))
    }
}
