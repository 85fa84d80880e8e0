import Foundation
import GiftModel
import GiftTesting
import Segmentation
import Testing

@Suite struct `A clustering` {
    private static let book = Phrasebook(ClusterReason.self)
    private static let days = LocalizedText(english: "purchase days", chinese: "购买天数")
    private static let spend = LocalizedText(english: "spend", chinese: "消费额")

    private typealias Row = (customer: Customer.ID, numbers: [Double])

    private func table(_ rows: [Row]) throws -> FeatureTable {
        let names = [Self.days, Self.spend, LocalizedText(english: "more", chinese: "更多")]
        return try FeatureTable(
            of: rows.map(\.customer),
            rows[0].numbers.indices.map { feature in FeatureColumn(names[feature], rows.map { $0.numbers[feature] }) }
        )
    }

    private func rows(_ count: Int, _ numbers: (Int) -> [Double]) -> [Row] {
        (0..<count).map { (Customer.ID(stringLiteral: "c-\($0)"), numbers($0)) }
    }

    /// Three groups that nobody could confuse, of 10, 6 and 4 customers.
    private static func blobs(_ random: inout SeededGenerator) -> [[Double]] {
        let centers = [[2, 50.0], [12, 900], [30, 80]]
        return (0..<20)
            .map { index in
                let center = centers[index < 10 ? 0 : index < 16 ? 1 : 2]
                return center.map { $0 + Double.random(in: -1...1, using: &random) }
            }
    }

    @Test func `R-SEG-16 Finds groups that are apart, and says what distinguishes each`() throws {
        let numbers: [[Double]] = [[1, 20], [3, 20], [1, 20], [3, 20], [22, 20], [22, 20]]
        let clustering = try Clustering(of: try table(rows(6) { numbers[$0] }), into: 2, seed: 1)
        #expect(clustering.clusters.map(\.size) == [4, 2])
        #expect(clustering.clusters.map(\.center) == [[2, 20], [22, 20]])
        #expect(
            clustering.reasons(ofCluster: 1).map { $0.text(in: .english, from: Self.book) } == [
                "cluster 2 of 2: 2 of 6 customers",
                "purchase days 22, 1.4089 standard deviations above the mean of 8.6667",
            ]
        )
        #expect(
            clustering.reasons(ofCluster: 0).map { $0.text(in: .chinese, from: Self.book) } == [
                "2个群组中的第1个：6位客户中的4位", "购买天数2，低于均值8.6667达0.7045个标准差",
            ]
        )
        #expect(clustering.distinguishingFeatures(ofCluster: 0) == [0])
        // What all have in common explains nothing; of the rest, 4 squared days are left within the first cluster.
        #expect(abs(clustering.explainedShare - (1 - 4 / squares(numbers.map { $0[0] }))) < 1e-12)
        #expect(try #require(clustering.silhouette) > 0.9)
    }

    @Test(arguments: 0..<100 as Range<UInt64>)
    func `R-SEG-16 Gives the same bits in any order of customers, and a new customer the nearest center`(seed: UInt64)
        throws
    {
        var random = SeededGenerator(seed: seed)
        let rows = rows(.random(in: 6...40, using: &random)) { _ in
            [.random(in: 0...20, using: &random), Double(Int.random(in: 0...3, using: &random))]
        }
        let clusters = Int.random(in: 2...5, using: &random)
        let table = try table(rows)
        let clustering = try Clustering(of: table, into: clusters, seed: seed, attempts: 3)
        #expect(
            try Clustering(of: self.table(rows.shuffled(using: &random)), into: clusters, seed: seed, attempts: 3)
                == clustering
        )
        #expect(clustering.clusters.count == clusters)
        #expect(clustering.clusters.map(\.size).reduce(0, +) == Int64(rows.count))
        #expect(zip(clustering.clusters, clustering.clusters.dropFirst()).allSatisfy { $0.size >= $1.size })
        #expect((0...1).contains(clustering.explainedShare))

        let assigned = clustering.clusters(of: table)
        for (index, cluster) in clustering.clusters.enumerated() {
            let members = zip(table.customers, assigned).filter { $0.1 == index }.map(\.0)
            #expect(Int64(members.count) == cluster.size)
            for feature in 0..<2 {
                let numbers = rows.filter { members.contains($0.customer) }.map { $0.numbers[feature] }
                #expect(abs(numbers.reduce(0, +) / Double(numbers.count) - cluster.center[feature]) < 1e-9)
            }
        }
        for row in rows {
            let position = try #require(table.customers.firstIndex(of: row.customer))
            #expect(clustering.cluster(of: row.numbers) == assigned[position])
        }
        let stored = try JSONEncoder().encode(clustering)
        #expect(try JSONDecoder().decode(Clustering.self, from: stored) == clustering)
    }

    private func squares(_ numbers: [Double]) -> Double {
        let mean = numbers.reduce(0, +) / Double(max(1, numbers.count))
        return numbers.map { ($0 - mean) * ($0 - mean) }.reduce(0, +)
    }

    /// The greatest share that any division into three groups explains, said naively: by trying them all.
    private func bestShare(_ rows: [[Double]]) -> Double {
        let columns = rows[0].indices
            .map { feature -> [Double] in
                let numbers = rows.map { $0[feature] }
                let mean = numbers.reduce(0, +) / Double(numbers.count)
                let deviation = (squares(numbers) / Double(numbers.count)).squareRoot()
                return numbers.map { ($0 - mean) / deviation }
            }
        let total = Double(rows.count * columns.count)
        var least = total
        for code in 0..<Int(pow(3, Double(rows.count))) {
            var groups: [Int] = []
            var rest = code
            for _ in rows {
                groups.append(rest % 3)
                rest /= 3
            }
            var within = 0.0
            for group in 0..<3 {
                for column in columns {
                    within += squares(column.indices.filter { groups[$0] == group }.map { column[$0] })
                }
            }
            least = min(least, within)
        }
        return 1 - least / total
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func `R-SEG-16 Never explains more than the best division of all, and as much nearly always`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let rows = rows(7) { _ in [.random(in: 0...9, using: &random), .random(in: 0...9, using: &random)] }
        let clustering = try Clustering(of: try table(rows), into: 3, seed: seed, attempts: 30)
        let best = bestShare(rows.map(\.numbers))
        #expect(clustering.explainedShare <= best + 1e-12)
        #expect(clustering.explainedShare >= best - 1e-12, "30 attempts at 7 customers find the best")
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func `R-SEG-16 Finds the best division of groups that are apart`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let blobs = Self.blobs(&random)
        let table = try table(rows(20) { blobs[$0] })
        let clustering = try Clustering(of: table, into: 3, seed: seed)
        #expect(clustering.clusters.map(\.size) == [10, 6, 4])
        #expect(clustering.explainedShare > 0.99)
        #expect(try #require(clustering.silhouette) > 0.9)
        // Two clusters or four are less clear.
        for clusters in [2, 4] {
            let other = try Clustering(of: table, into: clusters, seed: seed)
            #expect(try #require(other.silhouette) < #require(clustering.silhouette))
        }
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func `R-SEG-16 Proposes conditions that stand for each cluster, and says how well`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let blobs = Self.blobs(&random)
        let apart = try table(rows(20) { blobs[$0] })
        let clustering = try Clustering(of: apart, into: 3, seed: seed)
        for (index, cluster) in clustering.clusters.enumerated() {
            let agreement = clustering.agreement(ofCluster: index, in: apart)
            #expect((agreement.both, agreement.clusterAlone) == (cluster.size, 0))
            #expect(agreement.conditionsAlone == 0)
            #expect(clustering.proposal(ofCluster: index).holds(for: cluster.center) == .holds)
        }

        let mixed = try table(
            rows(30) { _ in [.random(in: 0...9, using: &random), .random(in: 0...9, using: &random)] }
        )
        let other = try Clustering(of: mixed, into: 4, seed: seed)
        for (index, cluster) in other.clusters.enumerated() {
            let agreement = other.agreement(ofCluster: index, in: mixed)
            #expect(agreement.both + agreement.clusterAlone == cluster.size)
            #expect(agreement.conditionsAlone <= 30 - cluster.size)
        }
    }

    @Test func `R-SEG-16 Proposes conditions in words, and leaves open what is not known`() throws {
        let clustering = try Clustering(of: try table(rows(6) { [Double($0 / 2) * 5, 1] }), into: 3, seed: 1)
        let middle = try #require(clustering.clusters.firstIndex { $0.center[0] == 5 })
        let proposal = clustering.proposal(ofCluster: middle)
        #expect(
            proposal.reasons.map { $0.text(in: .english, from: Self.book) } == [
                "purchase days at least 2.5", "purchase days below 7.5",
            ]
        )
        #expect(
            proposal.reasons.map { $0.text(in: .chinese, from: Self.book) } == ["条件：购买天数不低于2.5", "条件：购买天数低于7.5"]
        )
        #expect([2.4, 2.6, 7.4, 7.6].map { proposal.holds(for: [$0, 1]) } == [.fails, .holds, .holds, .fails])
        #expect(proposal.holds(for: [.nan, 1]) == .unknown && proposal.holds(for: [5, .nan]) == .holds)
        let far = try Clustering(of: try table(rows(4) { [Double($0 / 2) * 1e20] }), into: 2, seed: 1)
        #expect(
            far.proposal(ofCluster: 0).reasons.map { $0.text(in: .english, from: Self.book) }
                == ["purchase days below 5e+19"]
        )
    }

    @Test func `R-SEG-16 Finds fewer clusters than asked for where fewer customers differ`() throws {
        let two = try Clustering(of: try table(rows(6) { [Double($0 % 2), 7] }), into: 4, seed: 3)
        #expect(two.clusters.map(\.size) == [3, 3] && two.explainedShare == 1)
        // Numbers like 0.1 are no whole numbers of halves; equal ones must not deviate all the same.
        let one = try Clustering(of: try table(rows(5) { _ in [0.1, 0.3] }), into: 2, seed: 3)
        #expect(one.clusters.map(\.size) == [5] && one.clusters[0].center == [0.1, 0.3])
        #expect(one.explainedShare == 1 && one.silhouette == nil)
        #expect(one.reasons(ofCluster: 0).count == 1)
        #expect(try JSONDecoder().decode(Clustering.self, from: JSONEncoder().encode(one)) == one)
    }

    @Test func `R-SEG-16 Is the same for more customers than one chunk of a sum holds`() throws {
        var random = SeededGenerator(seed: 1)
        let rows = rows(10_000) { index in
            [Double(index % 4) * 10 + .random(in: 0...1, using: &random), .random(in: 0...1, using: &random)]
        }
        let clustering = try Clustering(of: try table(rows), into: 4, seed: 9, attempts: 2)
        #expect(try Clustering(of: try table(rows.reversed()), into: 4, seed: 9, attempts: 2) == clustering)
        let mean = rows.map { $0.numbers[0] }.reduce(0, +) / 10_000
        let center = zip(clustering.clusters.map(\.center[0]), clustering.clusters.map { Double($0.size) })
        #expect(abs(center.map { $0 * $1 }.reduce(0, +) / 10_000 - mean) < 1e-9)
    }

    @Test func `R-SEG-16 Places nobody of whom a feature is not known`() throws {
        let clustering = try Clustering(of: try table(rows(4) { [Double($0), 1] }), into: 2, seed: 1)
        #expect(clustering.cluster(of: [.nan, 1]) == nil && clustering.cluster(of: [1, .infinity]) == nil)
        #expect(clustering.cluster(of: [1, 2e100]) == nil && clustering.cluster(of: [1, 1e100]) != nil)
    }

    @Test func `Needs two clusters, and a customer for each`() throws {
        let table = try table(rows(3) { [Double($0)] })
        #expect(throws: ClusteringError.fewerThanTwo(1)) { try Clustering(of: table, into: 1, seed: 1) }
        let tooFew = ClusteringError.tooFewCustomers(3, clusters: 4)
        #expect(throws: tooFew) { try Clustering(of: table, into: 4, seed: 1) }
        #expect("\(ClusteringError.fewerThanTwo(1))" == "`1` clusters divide nobody")
        #expect("\(tooFew)" == "`3` customers are fewer than `4` clusters")
    }

    @Test func `The wire format never changes`() throws {
        let clustering = try Clustering(of: try table(rows(4) { [Double($0 / 2) * 4] }), into: 2, seed: 5)
        let stored =
            #"{"centers":[[-1],[1]],"deviations":[2],"explainedShare":1,"features":[{"en":"purchase days","#
            + #""zh":"购买天数"}],"means":[2],"seed":5,"silhouette":1,"sizes":[2,2],"v":1}"#
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        #expect(String(decoding: try encoder.encode(clustering), as: UTF8.self) == stored)
        #expect(try JSONDecoder().decode(Clustering.self, from: Data(stored.utf8)) == clustering)
        for (good, bad) in [
            ("\"v\":1", "\"v\":2"), ("[[-1],[1]]", "[[-1]]"), ("[[-1],[1]]", "[[-1],[1,2]]"), ("[2,2]", "[2,0]"),
            ("[2,2]", "[2,3]"), ("\"deviations\":[2]", "\"deviations\":[0]"), ("\"means\":[2]", "\"means\":[1e300]"),
            ("Share\":1", "Share\":1.5"), ("silhouette\":1", "silhouette\":-2"),
        ] {
            #expect(throws: DecodingError.self, "\(bad)") {
                try JSONDecoder().decode(Clustering.self, from: Data(stored.replacing(good, with: bad).utf8))
            }
        }
    }
}

@Suite struct `A table of features` {
    private static let name = LocalizedText(english: "visits", chinese: "访问")

    @Test func `R-SEG-16 Refuses what cannot be grouped, naming customer and column`() {
        func error(_ customers: [Customer.ID], _ columns: [[Double]]) -> FeatureTableError? {
            do throws(FeatureTableError) {
                _ = try FeatureTable(of: customers, columns.map { FeatureColumn(Self.name, $0) })
                return nil
            } catch {
                return error
            }
        }
        #expect(error(["a"], []) == .noColumn)
        #expect(error(["a"], [[1], [1, 2]]) == .columnLength(Self.name, found: 2, expected: 1))
        #expect(error(["b", "a", "b"], [[1, 2, 3]]) == .repeatedCustomer("b"))
        #expect(error(["b", "a"], [[.nan, .infinity]]) == .notFinite("a", Self.name))
        #expect(error(["a"], [[-1.1e100]]) == .notFinite("a", Self.name))
        #expect(error(["b", "a"], [[-1e100, 0]]) == nil)
        let errors: [FeatureTableError] = [
            .noColumn, .columnLength(Self.name, found: 2, expected: 1), .repeatedCustomer("b"),
            .notFinite("a", Self.name),
        ]
        #expect(
            errors.map(\.description) == [
                "a table of features has a column", "the column `visits` has `2` rows for `1` customers",
                "the customer `b` stands in the table twice",
                "what `a` has in the column `visits` is not a finite number within ±1e100",
            ]
        )
    }

    @Test func `R-SEG-16 Keeps customers in ascending order, whatever the order of arrival`() throws {
        let table = try FeatureTable(of: ["b", "a"], [FeatureColumn(Self.name, counts: [2, 1])])
        #expect(table == (try FeatureTable(of: ["a", "b"], [FeatureColumn(Self.name, [1, 2])])))
        #expect(table.customers == ["a", "b"] && table.features == [Self.name])
    }
}
