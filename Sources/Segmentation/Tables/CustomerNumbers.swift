public import GiftModel

/// Numbers from zero for customers whom the host knows by identifier, and the identifiers to the numbers.
///
/// Customers are numbered by a fixed hash of their bytes, and where that is equal by the bytes themselves. So a set of
/// customers has the same numbers on every machine, in whatever order and from whichever parts it was collected; with
/// one customer more, the numbers of others may change.
///
/// ```swift
/// let columns = chunks.map { CustomerKeyColumn(of: $0.ids) }                     // each chunk on any thread
/// let shares = (0..<2).map { CustomerShare($0, of: 2, from: columns) }           // each share on any thread
/// let numbers = CustomerNumbers(joining: shares)
/// let first = numbers.column(0, of: columns[0], from: shares)                    // a number for each row
/// ```
public struct CustomerNumbers: Hashable, Sendable {
    /// The customers in the order of their numbers.
    public private(set) var ids: [Customer.ID]
    private var hashes: [UInt64]

    private init(ids: [Customer.ID], hashes: [UInt64]) { (self.ids, self.hashes) = (ids, hashes) }

    /// The numbers of the customers of all `shares`, which are all of those there are, in their order.
    ///
    /// - Precondition: There are fewer than 2^32 customers.
    /// - Complexity: O(*n*) in the number of customers.
    public init(joining shares: [CustomerShare]) {
        precondition(
            shares.first?.groups.lowerBound == 0 && shares.last?.groups.upperBound == CustomerKeyColumn.groups
                && zip(shares, shares.dropFirst()).allSatisfy { $0.groups.upperBound == $1.groups.lowerBound },
            "the shares are all of those there are, in their order"
        )
        (self.ids, self.hashes) = ([], [])
        ids.reserveCapacity(shares.reduce(0) { $0 + $1.count })
        hashes.reserveCapacity(ids.capacity)
        for share in shares {
            ids.append(contentsOf: share.ids)
            hashes.append(contentsOf: share.hashes)
        }
        precondition(ids.count < 1 << 32, "there are too many customers to be numbered")
    }

    /// The numbers of the customers in `ids`, each once however often it is there.
    ///
    /// - Complexity: O(*n* log *n*).
    public init(of ids: [Customer.ID]) {
        self.init(joining: [CustomerShare(0, of: 1, from: [CustomerKeyColumn(of: ids)])])
    }
}

extension CustomerNumbers {
    /// How many customers there are.
    public var count: Int { ids.count }

    /// Returns the number of `customer`, or `nil` when it has none.
    ///
    /// - Complexity: O(log *n*).
    public func number(of customer: Customer.ID) -> UInt32? {
        let hash = CustomerKey(customer).hash
        var (low, high) = (0, ids.count)
        while low < high {
            let middle = low + (high - low) / 2
            if hashes[middle] == hash ? ids[middle] < customer : hashes[middle] < hash {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low < ids.count && ids[low] == customer ? UInt32(low) : nil
    }

    /// Returns the number of the customer of each row of the column at `index` of those from which `shares` were made.
    ///
    /// - Complexity: O(*n*) in the number of rows.
    public func column(_ index: Int, of column: CustomerKeyColumn, from shares: [CustomerShare]) -> [UInt32] {
        var numbers = [UInt32](repeating: 0, count: column.ids.count)
        var first: UInt32 = 0
        for share in shares {
            let start = Int(column.starts[share.groups.lowerBound])
            Self.place(share.numbers[index], after: first, in: column.rows, from: start, into: &numbers)
            first += UInt32(share.count)
        }
        return numbers
    }

    private static func place(
        _ share: [UInt32],
        after first: UInt32,
        in rows: [UInt32],
        from start: Int,
        into numbers: inout [UInt32]
    ) {
        var numbers = numbers.mutableSpan
        for place in share.indices { numbers[Int(rows[start + place])] = first + share[place] }
    }

    /// Returns the numbers of the customers of both: what one would have got from all of them at once.
    ///
    /// - Complexity: O(*n* + *m*) in the numbers of customers.
    public func merged(with other: CustomerNumbers) -> CustomerNumbers {
        var merged = CustomerNumbers(ids: [], hashes: [])
        var (left, right) = (0, 0)
        while left < count || right < other.count {
            let isLeft = right == other.count || left < count && self.precedes(left, other, right)
            let isRight = left == count || right < other.count && other.precedes(right, self, left)
            // Neither comes first where both are the same customer.
            merged.append(isRight ? other : self, at: isRight ? right : left)
            left += isRight ? 0 : 1
            right += isLeft ? 0 : 1
        }
        return merged
    }

    private func precedes(_ position: Int, _ other: CustomerNumbers, _ otherPosition: Int) -> Bool {
        let (hash, otherHash) = (hashes[position], other.hashes[otherPosition])
        return hash == otherHash ? ids[position] < other.ids[otherPosition] : hash < otherHash
    }

    private mutating func append(_ numbers: CustomerNumbers, at position: Int) {
        ids.append(numbers.ids[position])
        hashes.append(numbers.hashes[position])
    }
}
