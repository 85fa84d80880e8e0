/// How recently, how often and for how much a customer bought, each against all others.
///
/// - Range: 1 (lowest) through 5 (highest) on a learned scale.
public struct RFMScores: Hashable, Sendable {
    /// How recently: the highest score bought last.
    public let recency: Int
    /// On how many days.
    public let frequency: Int
    /// For how much.
    public let monetary: Int
}
