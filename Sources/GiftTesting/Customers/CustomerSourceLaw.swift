public import GiftModel

/// One thing that every `CustomerSource` must do, as a sentence and as a check.
///
/// A source is only read, so a host says beside it how its CRM is written:
///
/// ```swift
/// try await law.check(on: crm, store: { try await crm.save($0) }, delete: { try await crm.remove($0) })
/// ```
public struct CustomerSourceLaw: Sendable, CustomStringConvertible {
    /// The law, as a sentence that a failing test can print.
    public let description: String
    private let body: @Sendable (CustomerSourceBench) async throws -> Void

    init(_ description: String, _ body: @escaping @Sendable (CustomerSourceBench) async throws -> Void) {
        self.description = description
        self.body = body
    }

    /// Runs the check on `source`, which must be empty and used by nobody else.
    ///
    /// - Throws: ``BrokenLaw``, or whatever the source and the two writers throw.
    public func check(
        on source: some CustomerSource,
        store: @escaping @Sendable (CustomerRecord) async throws -> Void,
        delete: @escaping @Sendable (Customer.ID) async throws -> Void
    ) async throws {
        try await body(CustomerSourceBench(source: source, store: store, delete: delete))
    }
}
