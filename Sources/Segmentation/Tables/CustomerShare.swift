import GiftModel

/// One of several equal shares of the customers, numbered among themselves.
///
/// A share is of those whose hash lies in one part of its range, so shares have no customer in common, and each may
/// be made on another thread from the same columns.
public struct CustomerShare: Sendable {
    /// The share's customers, by their hash ascending.
    let ids: [Customer.ID]
    /// Their hashes.
    let hashes: [UInt64]
    /// The groups of keys that belong to the share.
    let groups: Range<Int>
    /// For each column the number, within the share, of the customer of each key of the share's groups.
    let numbers: [[UInt32]]

    /// The share at `index` of `count` of the customers in `columns`.
    ///
    /// - Complexity: O(*n* + *m* log *m*) in the numbers of rows and of customers in the share.
    public init(_ index: Int, of count: Int, from columns: [CustomerKeyColumn]) {
        precondition((0..<count).contains(index) && count <= CustomerKeyColumn.groups, "there is no such share")
        let groups = CustomerKeyColumn.groups * index / count..<CustomerKeyColumn.groups * (index + 1) / count
        var builder = CustomerGroup()
        var numbers = columns.map { column in
            [UInt32](repeating: 0, count: Int(column.starts[groups.upperBound] - column.starts[groups.lowerBound]))
        }
        var (ids, hashes) = ([Customer.ID](), [UInt64]())
        for group in groups where columns.contains(where: { !$0.places(of: group).isEmpty }) {
            builder.removeAll()
            for (position, column) in columns.enumerated() {
                builder.add(column, group, into: &numbers[position], from: groups.lowerBound)
            }
            let ranks = builder.ranks(after: ids.count)
            for (position, column) in columns.enumerated() {
                let start = Int(column.starts[groups.lowerBound])
                Self.renumber(&numbers[position], column.places(of: group), from: start, by: ranks.span)
            }
            for place in builder.order {
                ids.append(builder.ids[place.position])
                hashes.append(place.hash)
            }
        }
        (self.ids, self.hashes, self.groups, self.numbers) = (ids, hashes, groups, numbers)
    }

    private static func renumber(
        _ numbers: inout [UInt32],
        _ places: Range<Int>,
        from start: Int,
        by ranks: Span<UInt32>
    ) {
        var numbers = numbers.mutableSpan
        for place in places { numbers[place - start] = ranks[Int(numbers[place - start])] }
    }
}

extension CustomerShare {
    /// How many customers there are.
    public var count: Int { ids.count }
}

/// The distinct customers of one group of keys, as they are met.
private struct CustomerGroup {
    struct Member {
        let key: CustomerKey
        let hash: UInt64
    }

    /// A member's position by its hash.
    struct Place {
        let hash: UInt64
        let position: Int
    }

    private var members: [Member] = []
    /// The identifiers of the members.
    private(set) var ids: [Customer.ID] = []
    /// The members, by their hash ascending.
    private(set) var order: [Place] = []
    /// Places of members by hash: one more than the member's position, or zero for an empty place.
    private var places = [UInt32](repeating: 0, count: 16)

    mutating func removeAll() {
        members.removeAll(keepingCapacity: true)
        ids.removeAll(keepingCapacity: true)
        for place in places.indices { places[place] = 0 }
    }

    /// Adds the keys of `group` in `column` and puts the position of each one's member in `numbers`, which begin with
    /// those of the group `firstGroup`.
    mutating func add(_ column: CustomerKeyColumn, _ group: Int, into numbers: inout [UInt32], from firstGroup: Int) {
        let start = Int(column.starts[firstGroup])
        let keys = column.keys.span
        var numbers = numbers.mutableSpan
        for place in column.places(of: group) { numbers[place - start] = position(of: keys[place], place, in: column) }
    }

    private mutating func position(of key: CustomerKey, _ place: Int, in column: CustomerKeyColumn) -> UInt32 {
        let hash = key.hash
        var slot = Int(truncatingIfNeeded: hash) & (places.count - 1)
        while places[slot] != 0 {
            let position = Int(places[slot]) - 1
            if members[position].key == key, key.isExact || ids[position] == column.ids[Int(column.rows[place])] {
                return UInt32(position)
            }
            slot = (slot + 1) & (places.count - 1)
        }
        members.append(Member(key: key, hash: hash))
        ids.append(column.ids[Int(column.rows[place])])
        places[slot] = UInt32(members.count)
        if members.count * 2 > places.count { grow() }
        return UInt32(members.count - 1)
    }

    private mutating func grow() {
        places = [UInt32](repeating: 0, count: places.count * 2)
        for (position, member) in members.enumerated() {
            var slot = Int(truncatingIfNeeded: member.hash) & (places.count - 1)
            while places[slot] != 0 { slot = (slot + 1) & (places.count - 1) }
            places[slot] = UInt32(position + 1)
        }
    }

    /// Sorts the members and returns the number of each, the first of all being `first`.
    mutating func ranks(after first: Int) -> [UInt32] {
        order.removeAll(keepingCapacity: true)
        for (position, member) in members.enumerated() { order.append(Place(hash: member.hash, position: position)) }
        order.sort { left, right in
            left.hash == right.hash ? ids[left.position] < ids[right.position] : left.hash < right.hash
        }
        var ranks = [UInt32](repeating: 0, count: members.count)
        for (rank, place) in order.enumerated() { ranks[place.position] = UInt32(first + rank) }
        return ranks
    }
}
