import Foundation
import GiftModel
import Segmentation

/// What is known of the sample on several days, in the order of the days.
private func facts(in currency: Currency) -> [TierFacts] {
    let summary = currency == .eur ? Sample.purchases : PurchaseSummary(of: "c-1", in: currency)
    return Sample.days.dropLast()
        .flatMap { day in
            let purchases = summary.days(asOf: day)
            let interactions = Sample.interactions.counts()
            return [
                TierFacts(purchases),
                TierFacts(
                    purchases,
                    points: Sample.points,
                    interactions: interactions,
                    startedOn: day.adding(days: -40)
                ),
            ]
        }
}

func checkTierLadder(_ data: Data) {
    comeBack(data, as: TierRules.self, TierRung.self, TierGoal.self)
    guard let ladder = comesBack(data, as: TierLadder.self) else { return }
    let facts = facts(in: ladder.currency)
    for facts in facts { use(ladder, facts, after: .empty) }
    for start in 0...1 {
        let own = stride(from: start, to: facts.count, by: 2).map { facts[$0] }
        guard let history = try? ladder.history(of: own, through: CalendarDate("2040-12-31")!) else { continue }
        Sample.tell(history.changes.map { $0.reason(on: ladder) })
        for facts in own { use(ladder, facts, after: history) }
    }
    var membership = TierMembership(id: "c-1")
    for (index, facts) in facts.enumerated() {
        let key = RequestKey(hexadecimal: String(repeating: "0123456789abcdef"[index], count: 32))!
        _ = try? membership.perform(TierCommand(.assess(facts), key: key), on: ladder, at: Timestamp(milliseconds: 0))
    }
    var again = TierMembership(id: "c-1")
    for entry in membership.entries {
        precondition((try? again.apply(entry)) != nil, "`\(entry)` was recorded and does not follow")
    }
    precondition(again == membership)
}

extension String {
    fileprivate subscript(index: Int) -> Character { self[self.index(startIndex, offsetBy: index % count)] }
}

/// Asks `ladder` all that there is to ask about `facts`.
func use(_ ladder: TierLadder, _ facts: TierFacts, after history: TierHistory) {
    for standing in [try? ladder.standing(of: facts), try? ladder.standing(of: facts, after: history)] {
        guard let standing else { continue }
        precondition(standing.reached.allSatisfy { $0.since <= facts.asOf } || !history.changes.isEmpty)
        precondition(standing.reached.count + standing.missing.count == ladder.rungs.count)
        _ = (standing.missingToKeep, standing.pointsFactors, standing.isDetermined)
    }
    let changes = [
        ladder.nextChange(after: facts), ladder.nextChange(after: facts, in: history),
        ladder.nextAssessment(after: facts, in: history),
    ]
    precondition(changes.allSatisfy { $0.map { $0 > facts.asOf } ?? true }, "a change lies in the past")
}

func checkTierEntries(_ data: Data) {
    guard let entries = comesBack(data, as: [TierEntry].self) else { return }
    comeBack(data, as: [TierChange].self)
    var membership = TierMembership(id: "c-1")
    for entry in entries { try? membership.apply(entry) }
    precondition(zip(membership.entries, membership.entries.dropFirst()).allSatisfy { $0.sequence < $1.sequence })
    let history = membership.history
    for day in Sample.days { _ = history.tier(on: day) }
    for ladder in [Sample.ladder, Sample.dailyLadder] {
        Sample.tell(history.changes.prefix(8).map { $0.reason(on: ladder) })
        for facts in facts(in: .eur) {
            use(ladder, facts, after: history)
            let command = TierCommand(.assess(facts), key: RequestKey(hexadecimal: String(repeating: "f", count: 32))!)
            var next = membership
            _ = try? next.perform(command, on: ladder, at: Timestamp(milliseconds: 0))
        }
    }
}
