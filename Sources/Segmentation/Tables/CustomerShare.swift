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
            for position in columns.indices {
                builder.add(position, of: columns, group, into: &numbers[position], from: groups.lowerBound)
            }
            builder.readNames(from: columns)
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
    /// A customer: its key, and the column and row in which it was first met.
    struct Member {
        let key: CustomerKey
        let hash: UInt64
        let column: UInt32
        let row: UInt32
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

    /// Adds the keys of `group` in the column at `index` and puts the position of each one's member in `numbers`, which
    /// begin with those of the group `firstGroup`.
    mutating func add(
        _ index: Int,
        of columns: [CustomerKeyColumn],
        _ group: Int,
        into numbers: inout [UInt32],
        from firstGroup: Int
    ) {
        let column = columns[index]
        let start = Int(column.starts[firstGroup])
        let keys = column.keys.span
        let rows = column.rows.span
        var numbers = numbers.mutableSpan
        for place in column.places(of: group) {
            let key = keys[place]
            let member = Member(key: key, hash: key.hash, column: UInt32(index), row: rows[place])
            numbers[place - start] = position(of: member, in: columns)
        }
    }

    private mutating func position(of member: Member, in columns: [CustomerKeyColumn]) -> UInt32 {
        var slot = Int(truncatingIfNeeded: member.hash) & (places.count - 1)
        while places[slot] != 0 {
            let found = members[Int(places[slot]) - 1]
            if found.key == member.key, found.key.isExact || found.id(in: columns) == member.id(in: columns) {
                return places[slot] - 1
            }
            slot = (slot + 1) & (places.count - 1)
        }
        members.append(member)
        places[slot] = UInt32(members.count)
        if members.count * 2 > places.count { grow() }
        return UInt32(members.count - 1)
    }

    /// Reads the identifiers of all members: far apart in memory, and so all together.
    mutating func readNames(from columns: [CustomerKeyColumn]) {
        for member in members { ids.append(member.id(in: columns)) }
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

extension CustomerGroup.Member {
    fileprivate func id(in columns: [CustomerKeyColumn]) -> Customer.ID { columns[Int(column)].ids[Int(row)] }
}
