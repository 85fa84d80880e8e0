public import GiftModel

extension CapVerdict {
    /// Returns the smallest changes by which `rule` would go out in spite of this verdict, each by itself enough: to
    /// wait, to go before those of `others` that took the room, to allow more; none where it is allowed.
    ///
    /// - Complexity: O(*n* · *f*) in the rules and the findings.
    public func turns(of rule: RuleReference.ID, beside others: [DueRule]) -> [RuleTurn] {
        guard !isAllowed else { return [] }
        var priorities: [Int64]? = []
        for finding in failed {
            let holders = others.filter { finding.holders.contains($0.rule) }.map(Rank.init)
            // Going first helps only where the rest of what is used leaves room.
            let priority =
                finding.used - Int64(finding.holders.count) < finding.limit
                ? Rank.last(of: holders)?.needed(by: rule) : nil
            priorities = priority.flatMap { found in priorities.map { $0 + [found] } }
        }
        let waiting = earliest.map { [RuleTurn.waiting(until: $0)] } ?? []
        let priority = priorities?.max().map { [RuleTurn.priority(atLeast: $0)] } ?? []
        return waiting + priority + [turn].compactMap(\.self)
    }

    /// What the caps that are used up would have to allow, or `nil` where a wish of the customer's is among them.
    var turn: RuleTurn? {
        var rooms: [RuleTurn.CapRoom] = []
        for finding in failed {
            guard case .cap(let cap) = finding.source else { return nil }
            rooms.append(RuleTurn.CapRoom(cap: cap.id, atLeast: finding.used + 1))
        }
        return rooms.isEmpty ? nil : .caps(rooms)
    }
}
