/// A language in which results explain themselves.
///
/// Every phrase of the library exists in all of them, so this enum is closed.
public enum Language: String, Hashable, Sendable, CaseIterable {
    /// English.
    case english = "en"
    /// Chinese in simplified characters.
    case chinese = "zh"
}
