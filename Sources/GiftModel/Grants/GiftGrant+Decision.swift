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
        if case .plan(let terms) = action { return try plan(terms) }
        guard let state else { throw .notPlanned(id) }
        switch action {
        case .plan: return []
        case .report(let state, let occurredAt, let reason, let part):
            return try report(
                GrantStep(state: state, occurredAt: occurredAt, isInferred: false, reason: reason, part: part)
            )
        case .exchange(let gift, let instant):
            if let obstacle = obstacle(toExchangeAt: instant, from: state) { throw obstacle }
            guard offers(gift) else { throw .notOffered(gift) }
            return [.exchanged(for: gift, at: instant)]
        case .remind(let reminder):
            guard terms?.offer?.reminders.contains(reminder) == true else { throw .unknownReminder(reminder) }
            guard state == .offered else { throw .notWaiting(state) }
            return reminded.map { $0 < reminder } ?? true ? [.reminded(reminder)] : []
        case .unlock(let instant):
            guard terms?.offer?.lock != nil else { throw .noLock }
            return unlockedAt == nil ? [.unlocked(at: instant)] : []
        case .settle(let cost, let reason, let part):
            return try settle(GrantSettlement(cost: cost, part: part, reason: reason))
        }
    }

    private func plan(_ terms: GrantTerms) throws(GrantError) -> [GrantEntry.Change] {
        guard terms.id == id else { throw .otherGrant(terms.id, expected: id) }
        guard let planned = self.terms else { return [.planned(terms)] }
        guard planned == terms else { throw .alreadyPlanned(id) }
        return []
    }

    private func report(_ step: GrantStep) throws(GrantError) -> [GrantEntry.Change] {
        if let part = step.part {
            guard has(part) else { throw .unknownPart(part) }
            guard step.state.hasLeft else { throw .notAlone(part, to: step.state) }
        }
        let way = way(of: step.part)
        if let known = way.first(where: { $0.state == step.state }) {
            // A step that a part went with the others is not its own to confirm.
            return known.isInferred && known.part == step.part ? [.confirmed(step)] : []
        }
        guard let current = way.last?.state else { throw .notPlanned(id) }
        if let obstacle = obstacle(to: step) { throw obstacle }
        if current.next.contains(step.state) { return [.moved(step)] }
        guard let missing = Self.missingSteps(from: current, to: step.state) else {
            throw .contradiction(from: current, to: step.state)
        }
        return missing.map { state in
            .moved(
                GrantStep(state: state, occurredAt: step.occurredAt, isInferred: true, reason: nil, part: step.part)
            )
        } + [.moved(step)]
    }

    private func settle(_ settlement: GrantSettlement) throws(GrantError) -> [GrantEntry.Change] {
        if let part = settlement.part, !has(part) { throw .unknownPart(part) }
        guard way(of: settlement.part).hasLeft else { throw .notDispatched }
        if let expected = choice?.cost.currency, settlement.cost.currency != expected {
            throw .currencyMismatch(settlement.cost.currency, expected: expected)
        }
        guard canBear(settlement) else { throw .costTooLarge }
        return [.settled(settlement)]
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

extension GiftGrant {
    /// Returns whether a stored change may come next.
    func follows(_ change: GrantEntry.Change) -> Bool {
        switch change {
        case .planned(let terms): self.terms == nil && terms.id == id
        case .moved(let step):
            has(step.part) && (step.part == nil || step.state.hasLeft)
                && (!step.isInferred || step.state.isInferable)
                && way(of: step.part).last?.state.next.contains(step.state) == true && obstacle(to: step) == nil
        case .confirmed(let step):
            log.contains { $0.state == step.state && $0.part == step.part && $0.isInferred }
        case .exchanged(let gift, let instant):
            offers(gift) && state.map { obstacle(toExchangeAt: instant, from: $0) == nil } == true
        case .reminded(let reminder):
            state == .offered && terms?.offer?.reminders.contains(reminder) == true
                && (reminded.map { $0 < reminder } ?? true)
        case .unlocked: terms?.offer?.lock != nil && unlockedAt == nil
        case .settled(let settlement):
            has(settlement.part) && way(of: settlement.part).hasLeft
                && settlement.cost.currency == choice?.cost.currency && canBear(settlement)
        }
    }

    /// Returns why the terms of the offer keep the gift from taking `step`, or `nil` when they do not.
    private func obstacle(to step: GrantStep) -> GrantError? {
        guard let offer = terms?.offer else { return nil }
        switch step.state {
        case .claimed:
            if let lock = offer.lock, unlockedAt.map({ step.occurredAt < $0 }) ?? true { return .locked(lock) }
            return offer.claimBy <= step.occurredAt ? .offerOver(claimBy: offer.claimBy) : nil
        case .reserved: return self.step(to: .claimed) == nil ? .unclaimed : nil
        default: return nil
        }
    }

    private func obstacle(toExchangeAt instant: Timestamp, from state: GrantState) -> GrantError? {
        guard state == .offered || state == .claimed else { return .notWaiting(state) }
        guard let end = terms?.offer?.claimBy, end <= instant else { return nil }
        return .offerOver(claimBy: end)
    }

    /// Returns whether the customer may choose `gift`: as planned, or one of the alternatives.
    private func offers(_ gift: Gift.ID) -> Bool {
        terms?.gift == gift || terms?.offer?.alternatives.contains { $0.gift == gift } == true
    }
}

extension GrantEntry.Change {
    /// Whether this is the last of the changes that `action` brings about.
    fileprivate func answers(_ action: GrantCommand.Action) -> Bool {
        switch (self, action) {
        case (.planned(let own), .plan(let terms)): own == terms
        case (.moved(let step), .report(let state, let occurredAt, let reason, let part)),
            (.confirmed(let step), .report(let state, let occurredAt, let reason, let part)):
            step.state == state && step.occurredAt == occurredAt && step.reason == reason && step.part == part
        case (.exchanged(let own, let ownTime), .exchange(let gift, let instant)): own == gift && ownTime == instant
        case (.reminded(let own), .remind(let reminder)): own == reminder
        case (.unlocked(let own), .unlock(let instant)): own == instant
        case (.settled(let own), .settle(let cost, let reason, let part)):
            own == GrantSettlement(cost: cost, part: part, reason: reason)
        default: false
        }
    }
}
