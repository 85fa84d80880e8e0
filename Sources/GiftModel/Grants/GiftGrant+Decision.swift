extension GiftGrant {
    /// Returns what `command` brings about, without changing anything.
    func decide(_ command: GrantCommand, at now: Timestamp) throws(GrantError) -> GrantOutcome {
        if entries.contains(where: { $0.key == command.key }) {
            let earlier = entries.filter { $0.key == command.key }
            guard earlier.last?.change.answers(command.action) == true else { throw .keyConflict(command.key) }
            return GrantOutcome(entries: earlier, isReplay: true)
        }
        let recordedAt = max(now, entries.last?.recordedAt ?? now)
        let entries = try changes(for: command.action).enumerated()
            .map { offset, change in
                GrantEntry(
                    sequence: Int64(self.entries.count + offset) + 1,
                    recordedAt: recordedAt,
                    key: command.key,
                    change: change
                )
            }
        return GrantOutcome(entries: entries, isReplay: false)
    }

    private func changes(for action: GrantCommand.Action) throws(GrantError) -> [GrantEntry.Change] {
        switch action {
        case .plan(let terms):
            guard terms.id == id else { throw .otherGrant(terms.id, expected: id) }
            guard let planned = self.terms else { return [.planned(terms)] }
            guard planned == terms else { throw .alreadyPlanned(id) }
            return []
        case .report(let state, let occurredAt, let reason):
            guard let current = self.state else { throw .notPlanned(id) }
            if let step = step(to: state) { return step.isInferred ? [.confirmed(state, at: occurredAt)] : [] }
            guard let missing = Self.missingSteps(from: current, to: state) else {
                throw .contradiction(from: current, to: state)
            }
            return missing.map { .moved(GrantStep(state: $0, occurredAt: occurredAt, isInferred: true, reason: nil)) }
                + [.moved(GrantStep(state: state, occurredAt: occurredAt, isInferred: false, reason: reason))]
        }
    }

    /// Returns the inferable states between two, as few as possible, or `nil` when there is no such way.
    private static func missingSteps(from start: GrantState, to end: GrantState) -> [GrantState]? {
        var ways: [[GrantState]] = [[]]
        while !ways.isEmpty {
            for way in ways where (way.last ?? start).next.contains(end) { return way }
            ways = ways.flatMap { way in
                (way.last ?? start).next.filter { $0.isInferable && !way.contains($0) }.map { way + [$0] }
            }
        }
        return nil
    }
}

extension GrantEntry.Change {
    /// Whether this is the last of the changes that `action` brings about.
    fileprivate func answers(_ action: GrantCommand.Action) -> Bool {
        switch (self, action) {
        case (.planned(let own), .plan(let terms)): own == terms
        case (.moved(let step), .report(let state, let occurredAt, let reason)):
            step.state == state && step.occurredAt == occurredAt && step.reason == reason
        case (.confirmed(let own, let ownTime), .report(let state, let occurredAt, _)):
            own == state && ownTime == occurredAt
        default: false
        }
    }
}
