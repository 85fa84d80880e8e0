extension HostFactSeries {
    /// Returns why the series says for `day` what it says, with the names of series and source.
    ///
    /// - Complexity: O(*n*) in the facts.
    public func reason(on day: CalendarDate) -> Reason {
        let (series, on) = (Fact("series", .code(id.text)), Fact("day", .date(day)))
        return switch reading(on: day) {
        case .known(let fact):
            Reason(
                HostFactReason.hostFactKnown,
                series,
                on,
                Fact("value", fact.value),
                Fact("source", .code(fact.source.text))
            )
        case .stale(let since): Reason(HostFactReason.hostFactStale, series, on, Fact("since", .date(since)))
        case .contradictory(let source):
            Reason(HostFactReason.hostFactContradictory, series, on, Fact("source", .code(source.text)))
        case .neverReported: Reason(HostFactReason.hostFactNeverReported, series, on)
        }
    }
}
