public import GiftModel

/// Whether quiet hours leave time for something that may be sent for a while only.
public struct QuietCheck: Hashable, Sendable {
    private static let secondsPerDay: Int64 = 86_400

    /// When nothing leaves.
    public let quiet: QuietHours
    /// At what time of day it is due, or `nil` when at any.
    public let due: TimeOfDay?
    /// For how many seconds it may be sent.
    public let validSeconds: Int64

    /// Whether something that is due at `due` and valid for so many seconds can leave in spite of `quiet`.
    public init(_ quiet: QuietHours, due: TimeOfDay? = nil, validSeconds: Int64) {
        self.quiet = quiet
        self.due = due
        self.validSeconds = validSeconds
    }

    /// Returns that it can never leave, or not when it is due as quiet hours begin; `nil` when it always can.
    ///
    /// Clocks that are put forward or back make no difference here.
    public func finding(at path: String) -> PolicyFinding? {
        guard let due else {
            guard validSeconds <= seconds(from: quiet.from) else { return nil }
            return PolicyFinding(at: path, .quietAtTimes(validSeconds: validSeconds))
        }
        guard quiet.contains(due), validSeconds <= seconds(from: due) else { return nil }
        return PolicyFinding(at: path, .quietThroughout(due: due, validSeconds: validSeconds))
    }

    /// How long it stays quiet from a quiet time on.
    private func seconds(from time: TimeOfDay) -> Int64 {
        let seconds = Int64(quiet.until.secondsAfterMidnight) - Int64(time.secondsAfterMidnight)
        return seconds > 0 ? seconds : seconds + Self.secondsPerDay
    }
}
