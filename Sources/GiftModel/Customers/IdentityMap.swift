/// Which identities are one customer, how that is known, and who was erased.
///
/// A customer goes by the smallest of their identities. Merges and erasures may come in any order, more than once, and
/// in parts that are merged: the map is the same. Nobody's journal is rewritten: whoever reads one asks here first.
///
/// Erasing one identity erases the customer: of all their identities only the fact that they are erased is left, not
/// even that they belonged together. An identity that is merged with an erased one is erased with it, whichever came
/// first; a customer who comes back needs a new identity, and must not be merged with the old one.
///
/// ```swift
/// var map = IdentityMap()
/// map.add(IdentityMerge(of: "shop-9", and: "app-4", by: "clerk-7", at: now)!)
/// map.identity(of: "shop-9")   // .known("app-4")
/// map.erase("shop-9")
/// map.identity(of: "app-4")    // .erased
/// ```
///
/// ## Invariants
/// 1. No merge in the trail names an erased identity.
/// 2. Every identity in the trail stands in exactly one group, and groups have two identities or more.
///
/// - Wire format: `{"erased":["c-9"],"merges":[…],"v":1}`, both in ascending order; any order is read.
public struct IdentityMap: Hashable, Sendable {
    private var merges: Set<IdentityMerge> = []
    private var tombstones: Set<Customer.ID> = []
    /// The name of its group for every identity in the trail.
    private var roots: [Customer.ID: Customer.ID] = [:]
    /// The identities of each group, by its name.
    private var groups: [Customer.ID: Set<Customer.ID>] = [:]

    /// A map in which every identity is a customer of its own.
    public init() {}

    /// A map of these merges and erasures, in any order.
    ///
    /// - Complexity: O(*n*) in the merges, times the identities of one customer and the customers erased.
    public init(_ merges: some Sequence<IdentityMerge>, erased: some Sequence<Customer.ID>) {
        for merge in merges { add(merge) }
        for customer in erased { erase(customer) }
    }
}

extension IdentityMap {
    /// Returns under which identity `customer` goes, or that the customer was erased.
    public func identity(of customer: Customer.ID) -> CustomerIdentity {
        tombstones.contains(customer) ? .erased : .known(roots[customer] ?? customer)
    }

    /// Returns every identity of the customer who has `customer`, in ascending order; none when erased.
    ///
    /// - Complexity: O(*n* log *n*) in the identities of the customer.
    public func identities(of customer: Customer.ID) -> [Customer.ID] {
        guard case .known(let root) = identity(of: customer) else { return [] }
        return groups[root, default: [root]].sorted()
    }

    /// Returns the merges that made the customer who has `customer` one, oldest first; none when erased.
    ///
    /// - Complexity: O(*n*) in all merges.
    public func trail(of customer: Customer.ID) -> [IdentityMerge] {
        guard let root = roots[customer] else { return [] }
        return merges.filter { roots[$0.smaller] == root }.sorted()
    }

    /// Every merge of customers who were not erased, oldest first.
    ///
    /// - Complexity: O(*n* log *n*).
    public var trail: [IdentityMerge] { merges.sorted() }

    /// Every identity that was erased, in ascending order.
    ///
    /// - Complexity: O(*n* log *n*).
    public var erased: [Customer.ID] { tombstones.sorted() }
}

extension IdentityMap {
    /// Makes two identities one customer; the same merge again changes nothing.
    ///
    /// - Complexity: O(*n*) in the identities of the one that takes the other's name; in all merges when one is erased.
    public mutating func add(_ merge: IdentityMerge) {
        if tombstones.contains(merge.smaller) || tombstones.contains(merge.greater) {
            erase(merge.smaller)
            erase(merge.greater)
        } else if merges.insert(merge).inserted {
            join(roots[merge.smaller] ?? merge.smaller, roots[merge.greater] ?? merge.greater)
        }
    }

    /// Erases the customer who has `customer`, with every identity and the trail; doing it again changes nothing.
    ///
    /// - Complexity: O(*n*) in all merges.
    public mutating func erase(_ customer: Customer.ID) {
        guard let group = roots[customer].flatMap({ groups.removeValue(forKey: $0) }) else {
            tombstones.insert(customer)
            return
        }
        tombstones.formUnion(group)
        merges = merges.filter { !group.contains($0.smaller) }
        for identity in group { roots[identity] = nil }
    }

    /// Takes in every merge and erasure that `other` knows.
    ///
    /// - Complexity: as that of adding and erasing one by one.
    public mutating func merge(_ other: IdentityMap) {
        for merge in other.merges { add(merge) }
        for customer in other.tombstones where !tombstones.contains(customer) { erase(customer) }
    }

    private mutating func join(_ one: Customer.ID, _ other: Customer.ID) {
        guard one != other else { return }
        let (root, absorbed) = (min(one, other), max(one, other))
        let moved = groups.removeValue(forKey: absorbed) ?? [absorbed]
        for identity in moved { roots[identity] = root }
        roots[root] = root
        groups[root, default: [root]].formUnion(moved)
    }
}
