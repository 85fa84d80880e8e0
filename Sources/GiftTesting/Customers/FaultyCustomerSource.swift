public import GiftModel

/// A source of customer records that fails the way a CRM's interface fails, on a schedule that its seed decides.
///
/// - It refuses some calls.
/// - It answers some with fewer records or changes than there are and were asked for, though never with none.
///
/// A reader that tries again, and takes nothing but an empty page for the end, survives this.
public actor FaultyCustomerSource: CustomerSource {
    private let base: any CustomerSource
    private var random: SeededGenerator
    /// How often it has failed so far.
    public private(set) var faults = 0

    /// A source that reads from `base` and fails now and then, as `seed` decides.
    public init(wrapping base: some CustomerSource, seed: UInt64) {
        self.base = base
        self.random = SeededGenerator(seed: seed)
    }

    public func latestMark() async throws -> Int64 {
        if happens() { throw LostConnection() }
        return try await base.latestMark()
    }

    public func records(after last: Customer.ID?, atMost limit: Int) async throws -> [CustomerRecord] {
        if happens() { throw LostConnection() }
        return shortened(try await base.records(after: last, atMost: limit))
    }

    public func changes(after mark: Int64, atMost limit: Int) async throws -> [CustomerChange] {
        if happens() { throw LostConnection() }
        return shortened(try await base.changes(after: mark, atMost: limit))
    }

    private func shortened<Element>(_ page: [Element]) -> [Element] {
        guard page.count > 1, happens() else { return page }
        return Array(page.prefix(Int.random(in: 1..<page.count, using: &random)))
    }

    private func happens() -> Bool {
        let happens = Int.random(in: 0..<4, using: &random) == 0
        faults += happens ? 1 : 0
        return happens
    }
}
