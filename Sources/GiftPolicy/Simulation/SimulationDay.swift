import GiftModel
import Segmentation

/// A day of a simulation, while it is decided.
///
/// What is decided about one customer depends on nobody else, so that threads and machines can share the customers:
///
/// ```swift
/// let day = try simulation.nextDay(under: circumstances)
/// let parts = try [facts[..<half], facts[half...]].map(day.part)      // each wherever one likes
/// try simulation.step(day, joining: parts)
/// ```
public struct SimulationDay: Sendable {
    /// The policy that is followed.
    public let policy: Policy
    /// What holds at its instant, with the gifts that are left.
    public let circumstances: Circumstances
    let followed: Set<Customer.ID>
    let course: GrantCourse
    let touches: TouchCourse
}

extension SimulationDay {
    /// Returns what is decided about some of the customers.
    ///
    /// - Parameter customers: Facts as those of a step, in any order.
    /// - Throws: ``SimulationError/repeatedCustomer(_:)``.
    /// - Complexity: That of the decisions.
    public func part(
        deciding customers: some Sequence<CustomerFacts>
    ) throws(SimulationError) -> SimulatedPart {
        var round = policy.round(under: circumstances)
        var part = SimulatedPart(of: policy)
        for facts in customers {
            let customer = facts.profile.customer
            let decision = round.decision(for: facts.adding(course[customer]).adding(touches[customer]))
            try part.add(decision, isFollowed: followed.contains(customer))
        }
        return part
    }
}

/// What was decided on one day of a simulation about some of the customers.
public struct SimulatedPart: Sendable {
    private(set) var asked: Set<Customer.ID> = []
    private(set) var tally: DayTally
    /// What a plan is made of: decisions with candidates.
    private(set) var deciding: [Decision] = []
    private(set) var followed: [Decision] = []
    private(set) var sent = TouchCourse()

    fileprivate init(of policy: Policy) { self.tally = DayTally(of: policy) }

    init(joining parts: [SimulatedPart], of policy: Policy) throws(SimulationError) {
        self = parts.first ?? SimulatedPart(of: policy)
        for part in parts.dropFirst() {
            if let customer = asked.intersection(part.asked).min() { throw .repeatedCustomer(customer) }
            asked.formUnion(part.asked)
            tally.merge(part.tally)
            deciding += part.deciding
            followed += part.followed
            sent.merge(part.sent)
        }
    }

    fileprivate mutating func add(_ decision: Decision, isFollowed: Bool) throws(SimulationError) {
        guard asked.insert(decision.customer).inserted else { throw .repeatedCustomer(decision.customer) }
        tally.count(decision)
        sent.begin(decision)
        if !decision.candidates.isEmpty { deciding.append(decision) }
        if isFollowed { followed.append(decision) }
    }
}

extension CustomerFacts {
    /// The same facts with more grants of the customer.
    fileprivate func adding(_ more: [GiftGrant]) -> CustomerFacts {
        guard !more.isEmpty else { return self }
        var facts = self
        let known = Set(more.map(\.id))
        facts.grants = (grants.filter { !known.contains($0.id) } + more).sorted { $0.id < $1.id }
        return facts
    }
}
