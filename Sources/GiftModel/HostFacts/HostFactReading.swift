/// What a series of facts says for a day.
///
/// The four answers are all there are, so this enum is closed. Only the first is a value: a rule that needs one leaves
/// the customer undetermined on any other.
public enum HostFactReading: Hashable, Sendable {
    /// The fact that counts.
    case known(HostFact)
    /// The facts end before the day; the last of them ended on this one.
    case stale(since: CalendarDate)
    /// One source says two things for the day, and nothing tells which is right.
    case contradictory(Identifier<HostFact.Source>)
    /// No fact stands for the day or for any before it.
    case neverReported
}
