import GiftModel

extension LocalizedText {
    /// This part of a sentence as a sentence of its own.
    var asSentence: LocalizedText {
        LocalizedText(english: "\(english.prefix(1).uppercased())\(english.dropFirst()).", chinese: "\(chinese)。")
    }
}
