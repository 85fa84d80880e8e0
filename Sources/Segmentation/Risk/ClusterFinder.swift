public import GiftModel

/// Which accounts hang together by the things they share, such as devices, cards or addresses.
///
/// Links may be added in any order and merged from parts in any order, with the same clusters; a link given twice
/// counts once. Things are known by names that the host makes up, such as hashes: nothing needs to be readable.
///
/// ```swift
/// var finder = ClusterFinder()
/// finder.link("c-1", to: "device-7")
/// finder.link("c-2", to: "device-7")
/// finder.size(around: "c-2")   // 2
/// ```
///
/// - Source: disjoint sets by size with path halving, R. E. Tarjan and J. van Leeuwen (1984),
///   <https://doi.org/10.1145/62.2160>.
public struct ClusterFinder: Sendable {
    /// What accounts may share; it exists only in identifiers, and is closed.
    public enum SharedThing {}

    private var positions: [Customer.ID: Int] = [:]
    private var customers: [Customer.ID] = []
    /// For each customer another of its cluster, nearer to the one that stands for it, which names itself.
    private var parents: [Int] = []
    private var sizes: [Int] = []
    /// For each thing one customer who uses it.
    private var users: [Identifier<SharedThing>: Int] = [:]

    /// Some accounts that hang together.
    public struct Cluster: Hashable, Sendable {
        /// The accounts, ascending; the first stands for all.
        public let customers: [Customer.ID]
    }

    /// No links yet.
    public init() {}
}

extension ClusterFinder {
    /// Notes that `customer` uses `thing`, and so hangs together with everybody else who does.
    ///
    /// - Complexity: next to O(1).
    public mutating func link(_ customer: Customer.ID, to thing: Identifier<SharedThing>) {
        let position = position(of: customer)
        if let user = users[thing] {
            unite(user, position)
        } else {
            users[thing] = position
        }
    }

    /// Notes all links that `other` knows.
    ///
    /// - Complexity: next to O(*n*) in the customers and things of `other`.
    public mutating func merge(_ other: ClusterFinder) {
        let own = other.customers.map { position(of: $0) }
        for (position, parent) in other.parents.enumerated() { unite(own[position], own[parent]) }
        for (thing, user) in other.users {
            if let known = users[thing] {
                unite(known, own[user])
            } else {
                users[thing] = own[user]
            }
        }
    }

    /// Returns how many accounts hang together with `customer`, itself included: 1 for one that no link names.
    ///
    /// - Complexity: O(log *n*) in the size of the cluster.
    public func size(around customer: Customer.ID) -> Int64 {
        guard var position = positions[customer] else { return 1 }
        while parents[position] != position { position = parents[position] }
        return Int64(sizes[position])
    }

    /// The clusters of two accounts or more, by the account that stands for each, ascending.
    ///
    /// - Complexity: O(*n* log *n*) in the accounts.
    public var clusters: [Cluster] {
        var members: [Int: [Customer.ID]] = [:]
        for var position in parents.indices {
            let customer = customers[position]
            while parents[position] != position { position = parents[position] }
            if sizes[position] > 1 { members[position, default: []].append(customer) }
        }
        return members.values.map { Cluster(customers: $0.sorted()) }.sorted { $0.customers[0] < $1.customers[0] }
    }

    private mutating func position(of customer: Customer.ID) -> Int {
        if let position = positions[customer] { return position }
        positions[customer] = customers.count
        customers.append(customer)
        parents.append(parents.count)
        sizes.append(1)
        return parents.count - 1
    }

    private mutating func unite(_ left: Int, _ right: Int) {
        let (left, right) = (root(of: left), root(of: right))
        guard left != right else { return }
        let (larger, smaller) = sizes[left] >= sizes[right] ? (left, right) : (right, left)
        parents[smaller] = larger
        sizes[larger] += sizes[smaller]
    }

    private mutating func root(of position: Int) -> Int {
        var position = position
        while parents[position] != position {
            parents[position] = parents[parents[position]]
            position = parents[position]
        }
        return position
    }
}
