/// A stretch of time in which the clocks of a zone are not touched.
///
/// It walks over all stretches in which those clocks could show one local time, from the first to the last: no offset
/// is greater than 18 hours, so nothing further away matters.
struct OffsetSpan<Zone: ZoneRules> {
    /// The first instant of the stretch; of the first stretch, the first instant that matters.
    private(set) var from: Timestamp
    /// The instant at which clocks are put to another time, or `nil` in the last stretch that matters.
    private(set) var until: Timestamp?
    private(set) var offsetSeconds: Int
    private let zone: Zone
    private let end: Timestamp

    init(of zone: Zone, around local: LocalTime) {
        self.from = local.instant(offsetSeconds: FixedZone.greatestOffsetSeconds)
        let last = local.instant(offsetSeconds: -FixedZone.greatestOffsetSeconds)
        self.end = Timestamp(milliseconds: last.milliseconds + 1)
        self.until = zone.firstTransition(after: from, until: end)
        self.offsetSeconds = zone.offsetSeconds(at: from)
        self.zone = zone
    }

    /// Moves on to the stretch after this one, or returns `false` when there is none that matters.
    @discardableResult mutating func advance() -> Bool {
        guard let next = until else { return false }
        precondition(from < next, "a zone's first transition after an instant must come after it")
        from = next
        until = zone.firstTransition(after: next, until: end)
        offsetSeconds = zone.offsetSeconds(at: next)
        return true
    }

    /// The instant at which clocks that went on like this for ever, and always had, would show `local`.
    func instant(showing local: LocalTime) -> Timestamp { local.instant(offsetSeconds: offsetSeconds) }

    /// Whether clocks are put to another time before they show `local`.
    func ends(before local: LocalTime) -> Bool {
        guard let until else { return false }
        return instant(showing: local) >= until
    }

    /// Whether clocks show `local` in this stretch.
    func shows(_ local: LocalTime) -> Bool { instant(showing: local) >= from && !ends(before: local) }
}
