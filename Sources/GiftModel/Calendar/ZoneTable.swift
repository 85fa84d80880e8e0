/// The offsets of a place over some years, as a value that can be stored, compared and sent.
///
/// It makes a decision repeatable: the same table gives the same days on every machine, whatever zone rules that
/// machine has. GiftFoundation makes one from a `TimeZone`. A table knows the time from ``from`` until ``until``;
/// outside of it the nearest offset that it knows goes on, and no longer tells summer from winter. Make the table
/// long enough, or ask ``isKnown(at:)`` first.
///
/// - Range: offsets of -64,800 through 64,800 seconds.
/// - Complexity: an offset and a transition are found in O(log *n*) in the number of transitions.
/// - Wire format: `{"from":0,"id":"Europe/Paris","offsetSeconds":3600,"transitions":[{"at":…,"offsetSeconds":7200}],`
///   `"until":2145913200000,"v":1}`; a reader refuses any other version and unknown keys.
public struct ZoneTable: Identifiable, Hashable, Sendable {
    /// The name of a zone, as the source of its rules has it, such as `Europe/Paris`.
    public typealias ID = Identifier<ZoneTable>

    /// The name of the zone.
    public let id: ID
    /// The first instant that the table knows.
    public let from: Timestamp
    /// The first instant that the table no longer knows.
    public let until: Timestamp
    /// How many seconds clocks are ahead of UTC before the first transition.
    public let initialOffsetSeconds: Int
    /// The changes of the offset, in the order of time.
    public let transitions: [Transition]

    /// A change of the distance between local clocks and UTC.
    public struct Transition: Hashable, Sendable {
        /// The first instant at which the new offset holds.
        public let instant: Timestamp
        /// How many seconds clocks are ahead of UTC from then on.
        public let offsetSeconds: Int

        /// Clocks are `offsetSeconds` ahead of UTC from `instant` on.
        public init(at instant: Timestamp, offsetSeconds: Int) {
            self.instant = instant
            self.offsetSeconds = offsetSeconds
        }
    }

    /// A table of the zone called `id` that knows the time from `from` until `until`.
    ///
    /// - Throws: `emptyPeriod`; then for each offset, from the initial one on, `offsetOutOfRange`, and for each
    ///   transition `outsidePeriod`, `outOfOrder` or `nothingChanges`.
    /// - Complexity: O(*n*) in the number of transitions.
    public init(
        id: ID,
        from: Timestamp,
        until: Timestamp,
        initialOffsetSeconds: Int,
        transitions: [Transition]
    ) throws(ZoneTableError) {
        guard from < until else { throw .emptyPeriod(from: from, until: until) }
        var previous = Transition(at: from, offsetSeconds: initialOffsetSeconds)
        try Self.requireInRange(initialOffsetSeconds)
        for transition in transitions {
            try Self.requireInRange(transition.offsetSeconds)
            let instant = transition.instant
            guard from < instant, instant < until else { throw .outsidePeriod(instant) }
            guard previous.instant < instant else { throw .outOfOrder(instant) }
            guard previous.offsetSeconds != transition.offsetSeconds else { throw .nothingChanges(instant) }
            previous = transition
        }
        self.id = id
        self.from = from
        self.until = until
        self.initialOffsetSeconds = initialOffsetSeconds
        self.transitions = transitions
    }

    private static func requireInRange(_ offsetSeconds: Int) throws(ZoneTableError) {
        guard FixedZone(offsetSeconds: offsetSeconds) != nil else { throw .offsetOutOfRange(seconds: offsetSeconds) }
    }

    /// Returns whether the table knows the offset at `instant`, or continues the nearest one that it knows.
    public func isKnown(at instant: Timestamp) -> Bool { from <= instant && instant < until }
}

extension ZoneTable: ZoneRules {
    public func offsetSeconds(at instant: Timestamp) -> Int {
        let count = transitionCount(through: instant)
        return count == 0 ? initialOffsetSeconds : transitions[count - 1].offsetSeconds
    }

    public func firstTransition(after start: Timestamp, until end: Timestamp) -> Timestamp? {
        let count = transitionCount(through: start)
        guard count < transitions.count, transitions[count].instant < end else { return nil }
        return transitions[count].instant
    }

    /// How many transitions there are up to and at `instant`, by binary search.
    private func transitionCount(through instant: Timestamp) -> Int {
        var (low, high) = (0, transitions.count)
        while low < high {
            let middle = (low + high) / 2
            if transitions[middle].instant <= instant { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
