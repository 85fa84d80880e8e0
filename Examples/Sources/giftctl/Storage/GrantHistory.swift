import GiftModel

/// The grants of all customers, as a journal holds them.
struct GrantHistory {
    private let grants: [Customer.ID: [GiftGrant]]

    /// No grants: nothing was ever given.
    init() { self.grants = [:] }

    /// Reads every grant of `journal`.
    init(of journal: some WalkableJournal<GrantEntry>) async throws {
        let ledger = GiftLedger(in: journal)
        var grants: [Customer.ID: [GiftGrant]] = [:]
        var page = try await journal.streams(after: nil, atMost: 1_000)
        while let last = page.last {
            for stream in page {
                let grant = try await ledger.grant(stream)
                if let customer = grant.terms?.customer { grants[customer, default: []].append(grant) }
            }
            page = try await journal.streams(after: last, atMost: 1_000)
        }
        self.grants = grants
    }

    subscript(customer: Customer.ID) -> [GiftGrant] { grants[customer, default: []] }
}
