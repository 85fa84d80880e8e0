import GiftModel

/// The gifts that a simulation gives, and how far each has come.
struct GrantCourse: Hashable, Sendable {
    private var grants: [Customer.ID: [GiftGrant]] = [:]
    private var underway: [Departure] = []

    /// When a gift leaves that has not arrived yet.
    private struct Departure: Hashable {
        let customer: Customer.ID
        /// Which of the customer's gifts it is.
        let index: Int
        let leavesAt: Timestamp
    }

    /// The gifts of `customer`, in the order in which they were planned.
    subscript(customer: Customer.ID) -> [GiftGrant] { grants[customer] ?? [] }

    /// Brings all gifts as far as they are at `now`.
    mutating func advance(to now: Timestamp) {
        var waiting: [Departure] = []
        for gift in underway {
            let hasLeft = grants[gift.customer]?[gift.index].state == .dispatched
            if !hasLeft { waiting.append(gift) }
            guard gift.leavesAt <= now else { continue }
            report(hasLeft ? .delivered : .dispatched, of: gift, at: hasLeft ? now : gift.leavesAt, now)
        }
        underway = waiting
    }

    /// Brings the gifts that `decisions` were granted on their way; what is offered is claimed at once, as it was
    /// planned.
    mutating func begin(_ terms: [GrantTerms], of decisions: [Decision], at now: Timestamp) {
        let decisions = Dictionary(uniqueKeysWithValues: decisions.map { ($0.customer, $0) })
        for terms in terms {
            let customer = terms.customer
            let candidate = decisions[customer]?.candidates
                .first { $0.occurrence == terms.occurrence && $0.rule == terms.rule.rule }
            let gift = Departure(
                customer: customer,
                index: self[customer].count,
                leavesAt: max(now, candidate?.dispatch.instant ?? now)
            )
            grants[customer, default: []].append(GiftGrant(id: terms.id))
            perform(.plan(terms), of: gift, at: now)
            report(.approved, of: gift, at: now, now)
            if let offer = terms.offer {
                report(.offered, of: gift, at: now, now)
                if offer.lock != nil { perform(.unlock(at: now), of: gift, at: now) }
                report(.claimed, of: gift, at: now, now)
            }
            report(.reserved, of: gift, at: now, now)
            if gift.leavesAt == now { report(.dispatched, of: gift, at: now, now) }
            underway.append(gift)
        }
    }

    private mutating func report(_ state: GrantState, of gift: Departure, at instant: Timestamp, _ now: Timestamp) {
        perform(.report(state, at: instant), of: gift, at: now)
    }

    private mutating func perform(_ action: GrantCommand.Action, of gift: Departure, at now: Timestamp) {
        do throws(GrantError) {
            // Keys tell the requests of one grant apart, and each of these brings one entry.
            let key = RequestKey(UInt128(grants[gift.customer]?[gift.index].entries.count ?? 0))
            try grants[gift.customer]?[gift.index].perform(GrantCommand(action, key: key), at: now)
        } catch {
            preconditionFailure("a gift goes its way from plan to delivery: \(error)")
        }
    }
}
