import GiftModel
import GiftTesting
import Segmentation
import Testing

@Suite struct `Customers by number` {
    /// Identifiers of every length, many of them alike.
    private static func ids(using random: inout SeededGenerator) -> [Customer.ID] {
        (0..<Int.random(in: 0...400, using: &random))
            .map { _ in
                let number = Int.random(in: 0...150, using: &random)
                let stem = ["", "c-", "客户", String(repeating: "0", count: 14), String(repeating: "x", count: 240)]
                return Customer.ID("\(stem[number % 5])\(number)")!
            }
    }

    private static func numbered(_ chunks: [[Customer.ID]], shares count: Int) -> (CustomerNumbers, [[UInt32]]) {
        let columns = chunks.map { CustomerKeyColumn(of: $0) }
        let shares = (0..<count).map { CustomerShare($0, of: count, from: columns) }
        let numbers = CustomerNumbers(joining: shares)
        return (numbers, columns.indices.map { numbers.column($0, of: columns[$0], from: shares) })
    }

    @Test(arguments: 0..<30 as Range<UInt64>)
    func `R-SEG-13 Have one number each, the same from any chunks, shares and order`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let ids = Self.ids(using: &random)
        let cut = Int.random(in: 0...ids.count, using: &random)
        let chunks = [Array(ids[..<cut]), Array(ids[cut...])]
        let (numbers, columns) = Self.numbered(chunks, shares: .random(in: 1...7, using: &random))
        #expect(Set(numbers.ids) == Set(ids) && numbers.count == Set(ids).count)
        for (chunk, column) in zip(chunks, columns) { #expect(column.map { numbers.ids[Int($0)] } == chunk) }
        #expect(CustomerNumbers(of: ids.shuffled(using: &random)) == numbers)
        #expect(numbers.ids.indices.allSatisfy { numbers.number(of: numbers.ids[$0]) == UInt32($0) })
        #expect(numbers.number(of: "nobody") == nil)
    }

    @Test(arguments: 0..<30 as Range<UInt64>)
    func `R-SEG-13 Merge to what all of them at once had been numbered`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let (left, right) = (Self.ids(using: &random), Self.ids(using: &random))
        let (some, others) = (CustomerNumbers(of: left), CustomerNumbers(of: right))
        #expect(some.merged(with: others) == CustomerNumbers(of: left + right))
        #expect(some.merged(with: others) == others.merged(with: some))
        #expect(some.merged(with: some) == some)
    }

    @Test func `Keep the numbers that they always had`() {
        let ids: [Customer.ID] = ["c-1", "c-2", "c-3", "0123456789012345", "0123456789012346", "客户一"]
        #expect(CustomerNumbers(of: ids).ids == ["c-3", "c-2", "0123456789012345", "客户一", "c-1", "0123456789012346"])
    }

    @Test func `Are told apart by their bytes`() {
        let numbers = CustomerNumbers(of: ["\u{E9}", "e\u{301}", "e", "e "])
        #expect(numbers.count == 4)
    }

    @Test func `Nobody has no number`() {
        #expect(CustomerNumbers(of: []).ids.isEmpty)
        #expect(CustomerNumbers(of: []).number(of: "c-1") == nil)
    }
}
