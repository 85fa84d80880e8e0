import GiftModel

/// The rows of a range of customers while they are grouped.
///
/// They go first into blocks of customers, in one sweep over memory, then by customer and day, block by block, in
/// memory that is near.
struct CustomerBlocks {
    /// The entries, block after block; in the end one for each customer's day.
    private(set) var entries: [DayEntry]
    /// Where each customer's entries begin, and where the last one's end.
    private(set) var starts: [UInt32] = []
    /// Whether an amount of one of the customers is below zero, and no block is to be trusted.
    private(set) var hasNegativeAmount = false
    /// Whether anything was paid back at all.
    private(set) var hasRefunds = false
    private let customers: Range<UInt32>
    /// Where each block begins, and where the last one ends.
    private var blockStarts: [Int] = []

    /// A block has 2^12 customers: with some five orders each, their entries fit in a core's own memory.
    private static let blockBits: UInt32 = 12
    private static let blockSize = 1 << 12

    /// The rows of `customers` among all `chunks`, grouped into blocks.
    init(of customers: Range<UInt32>, from chunks: [PurchaseRows]) {
        self.customers = customers
        self.entries = []
        let blocks = (customers.count + Self.blockSize - 1) / Self.blockSize
        // The last counter is for other customers.
        var counts = [Int](repeating: 0, count: blocks + 1)
        for chunk in chunks { count(chunk, into: &counts) }
        blockStarts = [0]
        blockStarts.reserveCapacity(blocks + 1)
        for block in 0..<blocks { blockStarts.append(blockStarts[block] + counts[block]) }
        precondition(blockStarts[blocks] < 1 << 31, "a table of so many rows is to be built of fewer customers")
        var ends = blockStarts
        // What belongs to other customers is written behind the end, again and again.
        entries = [DayEntry](repeating: .none, count: blockStarts[blocks] + 1)
        for chunk in chunks {
            if chunk.refunds.isEmpty { place(chunk, at: &ends) } else { placeBoth(chunk, at: &ends) }
        }
    }

    private func count(_ chunk: PurchaseRows, into counts: inout [Int]) {
        let (first, limit) = (customers.lowerBound, UInt32(customers.count))
        let others = UInt32(counts.count - 1)
        var counts = counts.mutableSpan
        if chunk.refunds.isEmpty {
            for customer in chunk.customers {
                let local = customer &- first
                counts[Int(local < limit ? local >> Self.blockBits : others)] &+= 1
            }
        } else {
            let (sales, refunds) = (chunk.sales.span, chunk.refunds.span)
            for (row, customer) in chunk.customers.enumerated() {
                let local = customer &- first
                let isBoth = sales[row] > 0 && refunds[row] > 0
                counts[Int(local < limit ? local >> Self.blockBits : others)] &+= isBoth ? 2 : 1
            }
        }
    }

    /// Appends the rows of `chunk` to their blocks, which so far end at `ends`.
    private mutating func place(_ chunk: PurchaseRows, at ends: inout [Int]) {
        let (first, limit) = (customers.lowerBound, UInt32(customers.count))
        let others = UInt32(ends.count - 1)
        let (customers, dates, sales) = (chunk.customers.span, chunk.dates.span, chunk.sales.span)
        var entries = entries.mutableSpan
        var ends = ends.mutableSpan
        var signs: Int64 = 0
        for row in customers.indices {
            let local = customers[row] &- first
            let isOwn = local < limit
            let block = Int(isOwn ? local >> Self.blockBits : others)
            let tag = (local & UInt32(Self.blockSize - 1)) << 1
            let end = ends[block]
            signs |= isOwn ? sales[row] : 0
            entries[end] = DayEntry(count: tag | 1, date: dates[row], amount: sales[row])
            ends[block] = end &+ (isOwn ? 1 : 0)
        }
        hasNegativeAmount = hasNegativeAmount || signs < 0
    }

    /// Appends the rows of `chunk`, of which some were paid back.
    private mutating func placeBoth(_ chunk: PurchaseRows, at ends: inout [Int]) {
        for row in 0..<chunk.count where customers.contains(chunk.customers[row]) {
            let local = chunk.customers[row] - customers.lowerBound
            let block = Int(local >> Self.blockBits)
            let tag = (local & UInt32(Self.blockSize - 1)) << 1
            let (date, sales, refund) = (chunk.dates[row], chunk.sales[row], chunk.refunds[row])
            guard sales >= 0, refund >= 0 else {
                hasNegativeAmount = true
                continue
            }
            if sales > 0 || refund == 0 {
                let stands: UInt32 = refund == 0 || refund < sales ? 1 : 0
                entries[ends[block]] = DayEntry(count: tag | stands, date: date, amount: sales)
                ends[block] += 1
            }
            if refund > 0 {
                hasRefunds = true
                entries[ends[block]] = DayEntry(count: tag | 1, date: date, amount: -refund)
                ends[block] += 1
            }
        }
    }
}

extension CustomerBlocks {
    /// Sorts every block by customer and day and sums up what falls on one; returns the first customer whose sums
    /// leave `Int64`.
    mutating func sortByDay() -> UInt32? {
        starts = [UInt32](repeating: 0, count: customers.count + 1)
        var scratch: [DayEntry] = []
        var ends = [Int](repeating: 0, count: Self.blockSize)
        var written = 0
        for block in 0..<(blockStarts.count - 1) {
            let rows = blockStarts[block]..<blockStarts[block + 1]
            gather(rows, into: &scratch, ends: &ends)
            let first = block * Self.blockSize
            let failed = Self.sort(&scratch, ends, into: &entries, &starts, ofCustomersFrom: first, to: &written)
            if let failed { return customers.lowerBound + UInt32(first + failed) }
        }
        starts[customers.count] = UInt32(written)
        entries.removeLast(entries.count - written)
        return nil
    }

    /// Puts the entries of a block into `scratch`, customer by customer, each customer's ending at its place in `ends`.
    private func gather(_ rows: Range<Int>, into scratch: inout [DayEntry], ends: inout [Int]) {
        if scratch.count < rows.count { scratch = [DayEntry](repeating: .none, count: rows.count) }
        let block = entries.span.extracting(rows)
        var ends = ends.mutableSpan
        var scratch = scratch.mutableSpan
        for local in ends.indices { ends[local] = 0 }
        for row in block.indices { ends[Int(block[row].count >> 1)] &+= 1 }
        var sum = 0
        for local in ends.indices {
            let count = ends[local]
            ends[local] = sum
            sum &+= count
        }
        for row in block.indices {
            let entry = block[row]
            let local = Int(entry.count >> 1)
            scratch[ends[local]] = entry.alone
            ends[local] &+= 1
        }
    }

    /// Sorts the entries of each customer of a block and writes them, those of one day summed up, to where all others
    /// before them end; returns the place of the first customer whose sums leave `Int64`.
    private static func sort(
        _ scratch: inout [DayEntry],
        _ ends: [Int],
        into entries: inout [DayEntry],
        _ starts: inout [UInt32],
        ofCustomersFrom first: Int,
        to written: inout Int
    ) -> Int? {
        var scratch = scratch.mutableSpan
        var entries = entries.mutableSpan
        var start = 0
        for local in 0..<min(ends.count, starts.count - 1 - first) {
            starts[first + local] = UInt32(written)
            scratch.sort(start..<ends[local])
            guard let end = entries.append(scratch.span, start..<ends[local], at: written) else { return local }
            (written, start) = (end, ends[local])
        }
        return nil
    }
}

extension MutableSpan<DayEntry> {
    /// Sorts the entries in `range` by day, orders before refunds.
    fileprivate mutating func sort(_ range: Range<Int>) {
        guard range.count <= 32 else {
            let sorted = range.map { self[$0] }.sorted { $0.order < $1.order }
            for index in range { self[index] = sorted[index - range.lowerBound] }
            return
        }
        for next in range.dropFirst() {
            let entry = self[next]
            var hole = next
            while hole > range.lowerBound, self[hole - 1].order > entry.order {
                self[hole] = self[hole - 1]
                hole -= 1
            }
            self[hole] = entry
        }
    }

    /// Writes one customer's sorted entries, those of one day summed up, from `start` on; returns where they end, or
    /// `nil` when a sum leaves `Int64`.
    fileprivate mutating func append(_ sorted: Span<DayEntry>, _ rows: Range<Int>, at start: Int) -> Int? {
        var (end, sales, refunds) = (start, Int64(0), Int64(0))
        for row in rows {
            let entry = sorted[row]
            let (sum, overflow) = (entry.isRefund ? refunds : sales).addingReportingOverflow(entry.amount)
            // What was paid back is counted below zero, where there is room for one more.
            guard !overflow, sum > .min else { return nil }
            if entry.isRefund { refunds = sum } else { sales = sum }
            if end > start, self[end - 1].order == entry.order {
                self[end - 1].add(entry)
            } else {
                self[end] = entry
                end += 1
            }
        }
        return end
    }
}
