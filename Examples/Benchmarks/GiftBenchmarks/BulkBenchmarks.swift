import Benchmark
import Dispatch
import GiftModel
import GiftTesting
import Segmentation
import Synchronization

func bulkBenchmarks() {
    for customers in [100_000, 1_000_000, 10_000_000] {
        Benchmark("Bulk: orders to scores, \(customers) numbered customers", configuration: .bulk) { benchmark, shop in
            for _ in benchmark.scaledIterations { blackHole(shop.scores(of: shop.chunks)) }
        } setup: {
            BulkShop(customers: customers, named: false)
        }
        Benchmark("Bulk: orders to scores, \(customers) named customers", configuration: .bulk) { benchmark, shop in
            for _ in benchmark.scaledIterations { blackHole(shop.scores(of: shop.numbered())) }
        } setup: {
            BulkShop(customers: customers, named: true)
        }
    }
}

extension Benchmark.Configuration {
    /// For what takes all cores and much memory, a few times over.
    fileprivate static var bulk: Self {
        var configuration = Self.slow
        configuration.metrics = [.wallClock, .peakMemoryResident]
        configuration.maxDuration = .seconds(20)
        configuration.maxIterations = 10
        return configuration
    }
}

/// A generated shop of 5.4 orders per customer within two years, in chunks of a quarter of a million orders.
private struct BulkShop: Sendable {
    let chunks: [PurchaseRows]
    private let customers: UInt32
    /// Who ordered, chunk by chunk, where customers are known by name.
    private let names: [[Customer.ID]]

    private static let parts = 2
    private static let measures: [PurchaseMeasure] = [.recency, .purchaseDays, .net]

    init(customers count: Int, named: Bool) {
        var generator = SeededGenerator(seed: UInt64(count))
        let days = (0..<730).map { Shop.today.adding(days: -$0)! }
        let ids = named ? (0..<count).map { Customer.ID("c-\($0)")! } : []
        let size = 1 << 18
        let orders = count * 54 / 10
        var (chunks, names): ([PurchaseRows], [[Customer.ID]]) = ([], [])
        for start in stride(from: 0, to: orders, by: size) {
            let rows = (start..<min(start + size, orders)).map { _ in generator.next() }
            let numbers = rows.map { UInt32((($0 >> 32) * UInt64(count)) >> 32) }
            chunks.append(
                PurchaseRows(
                    customers: named ? [UInt32](repeating: 0, count: rows.count) : numbers,
                    dates: rows.map { days[Int(($0 & 0xFFFF) * 730 / 0x1_0000)] },
                    // Many small orders and few large ones, 30.00 to 30,000.00.
                    sales: rows.map { Int64(3_000_000 / (1 + ($0 >> 16) % 1000)) }
                )
            )
            names.append(named ? numbers.map { ids[Int($0)] } : [])
        }
        (self.chunks, self.names, self.customers) = (chunks, names, UInt32(count))
    }

    /// What `body` makes of each part, all at once.
    ///
    /// Not by child tasks: the benchmark tool holds one of the two threads on which these would run.
    private func parts<Value: Sendable>(_ body: @Sendable (Int) -> Value) -> [Value] {
        let values = Mutex([Value?](repeating: nil, count: Self.parts))
        DispatchQueue.concurrentPerform(iterations: Self.parts) { part in
            let value = body(part)
            values.withLock { $0[part] = value }
        }
        return values.withLock { $0.compactMap(\.self) }
    }

    private func share(_ part: Int, of count: Int) -> Range<Int> {
        count * part / Self.parts..<count * (part + 1) / Self.parts
    }

    /// The orders, their customers numbered by name.
    func numbered() -> [PurchaseRows] {
        let columns = parts { part in share(part, of: names.count).map { CustomerKeyColumn(of: names[$0]) } }
            .flatMap { $0 }
        let shares = parts { CustomerShare($0, of: Self.parts, from: columns) }
        let numbers = CustomerNumbers(joining: shares)
        return parts { part in
            share(part, of: names.count)
                .map { index in
                    PurchaseRows(
                        customers: numbers.column(index, of: columns[index], from: shares),
                        dates: chunks[index].dates,
                        sales: chunks[index].sales
                    )
                }
        }
        .flatMap { $0 }
    }

    /// Orders, histories, exact cut points, scores.
    func scores(of chunks: [PurchaseRows]) -> [[[UInt8]]] {
        let tables = parts { part in
            let range = share(part, of: Int(customers))
            return Shop.trapping {
                try PurchaseTable(of: UInt32(range.lowerBound)..<UInt32(range.upperBound), in: .gbp, from: chunks)
            }
        }
        let figures = parts { tables[$0].figures(asOf: Shop.today) }
        var searches = Self.measures.map { _ in CutPointSearch(levels: 5) }
        while searches.contains(where: { $0.wanted != nil }) {
            let questions = searches.map(\.wanted)
            let answers = parts { part in
                zip(Self.measures, questions)
                    .map { measure, question in question.map { figures[part].counts(of: measure, for: $0) } }
            }
            for index in searches.indices {
                guard let question = questions[index] else { continue }
                Shop.trapping {
                    var counts = CutPointCounts(for: question)
                    for answer in answers { try counts.merge(answer[index]!) }
                    try searches[index].refine(with: counts)
                }
            }
        }
        let cutPoints = searches.map(\.cutPoints)
        return parts { part in
            zip(Self.measures, cutPoints).map { figures[part].scores(of: $0, by: $1!) }
        }
    }
}
