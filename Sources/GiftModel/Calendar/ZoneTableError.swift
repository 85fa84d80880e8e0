/// A reason why offsets and instants make no table of a zone.
@nonexhaustive
public enum ZoneTableError: Error, Hashable, Sendable {
    /// The table would know nothing, because it ends before it begins or at the same instant.
    case emptyPeriod(from: Timestamp, until: Timestamp)
    /// Clocks cannot be that many seconds ahead of UTC or behind it.
    case offsetOutOfRange(seconds: Int)
    /// There is a transition at the start of the table, before it, or where the table has ended.
    case outsidePeriod(Timestamp)
    /// The transition at this instant does not come after the one before it.
    case outOfOrder(Timestamp)
    /// The transition at this instant leaves the offset as it was.
    case nothingChanges(Timestamp)
}

extension ZoneTableError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .emptyPeriod(let from, let until):
            "a table from `\(from.milliseconds)` until `\(until.milliseconds)` knows nothing"
        case .offsetOutOfRange(let seconds): "an offset of `\(seconds)` seconds is more than 18 hours"
        case .outsidePeriod(let instant): "the transition at `\(instant.milliseconds)` is not within the table"
        case .outOfOrder(let instant): "the transition at `\(instant.milliseconds)` is not after the one before it"
        case .nothingChanges(let instant): "the transition at `\(instant.milliseconds)` changes nothing"
        }
    }
}
