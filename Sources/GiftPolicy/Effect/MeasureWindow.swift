public import GiftModel

/// How long after something another thing still counts for it.
///
/// Days are 24 hours each, counted by the instant, and the end is usually left out: an order exactly 90 days after a
/// delivery is no order within 90 days of it.
///
/// ```swift
/// let window = MeasureWindow(until: 90)!
/// window.contains(ordered, after: delivered)
/// ```
public struct MeasureWindow: Hashable, Sendable {
    /// The days after which it begins, included.
    public let from: Int64
    /// Where it ends.
    public let end: End

    /// Where a window ends.
    ///
    /// The two answers are all there are, so this enum is closed.
    public enum End: Hashable, Sendable {
        /// Before so many days are over.
        case until(Int64)
        /// When so many days are over, that instant included.
        case through(Int64)
    }

    /// The window from one number of days until another, or `nil` unless they are 0 through 36,500 and in order.
    public init?(from: Int64 = 0, until: Int64) {
        guard (0...36_500).contains(from), (0...36_500).contains(until), from < until else { return nil }
        self.from = from
        self.end = .until(until)
    }

    /// The window from one number of days through another, or `nil` unless they are 0 through 36,500 and in order.
    public init?(from: Int64 = 0, through: Int64) {
        guard (0...36_500).contains(from), (0...36_500).contains(through), from <= through else { return nil }
        self.from = from
        self.end = .through(through)
    }
}

extension MeasureWindow {
    /// Returns whether what happened at `instant` counts for what happened at `start`.
    public func contains(_ instant: Timestamp, after start: Timestamp) -> Bool {
        let day: Int128 = 86_400_000
        let elapsed = Int128(instant.milliseconds) - Int128(start.milliseconds)
        guard elapsed >= Int128(from) * day else { return false }
        return switch end {
        case .until(let days): elapsed < Int128(days) * day
        case .through(let days): elapsed <= Int128(days) * day
        }
    }

    /// In words, such as `[0, 90) days`.
    public var title: LocalizedText {
        let range =
            switch end {
            case .until(let days): "[\(from), \(days))"
            case .through(let days): "[\(from), \(days)]"
            }
        return LocalizedText(english: "\(range) days", chinese: "\(range)天")
    }
}
