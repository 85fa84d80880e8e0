import GiftModel

extension Language {
    /// Returns the one of two wordings that is in this language.
    func wording(_ english: String, _ chinese: String) -> String {
        LocalizedText(english: english, chinese: chinese)[self]
    }
}
