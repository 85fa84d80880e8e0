import GiftModel

/// What a summary keeps under one identity.
protocol PurchaseEntry: Hashable, Sendable, Codable {
    associatedtype Subject
    var id: Identifier<Subject> { get }
    var date: CalendarDate { get }

    /// Returns the entry as it is spoken of outside.
    func record(in currency: Currency) -> PurchaseRecord
}

/// What a summary keeps of one order; 32 bytes.
struct OrderEntry: PurchaseEntry {
    typealias Subject = Order
    let id: Order.ID
    let minorUnits: Int64
    let date: CalendarDate

    func record(in currency: Currency) -> PurchaseRecord {
        .order(id, on: date, total: Money(minorUnits: minorUnits, in: currency))
    }
}

/// What a summary keeps of one return; 48 bytes.
struct ReturnEntry: PurchaseEntry {
    typealias Subject = Return
    let id: Return.ID
    let order: Order.ID?
    let minorUnits: Int64
    let date: CalendarDate

    func record(in currency: Currency) -> PurchaseRecord {
        .return(id, of: order, on: date, refund: Money(minorUnits: minorUnits, in: currency))
    }
}

/// What a summary keeps of an order that was called off; 24 bytes.
struct CancellationEntry: PurchaseEntry {
    typealias Subject = Order
    /// The order, for it can be called off but once.
    let id: Order.ID
    let date: CalendarDate

    func record(in currency: Currency) -> PurchaseRecord { .cancellation(of: id, on: date) }
}

extension OrderEntry: Codable {
    init(from decoder: any Decoder) throws {
        var row = try decoder.unkeyedContainer()
        self.id = try row.decode(Order.ID.self)
        self.date = try row.decode(CalendarDate.self)
        self.minorUnits = try row.decodeMinorUnits()
        try row.requireEnd()
    }

    func encode(to encoder: any Encoder) throws {
        var row = encoder.unkeyedContainer()
        try row.encode(id)
        try row.encode(date)
        try row.encode(minorUnits)
    }
}

extension ReturnEntry: Codable {
    init(from decoder: any Decoder) throws {
        var row = try decoder.unkeyedContainer()
        self.id = try row.decode(Return.ID.self)
        self.date = try row.decode(CalendarDate.self)
        self.minorUnits = try row.decodeMinorUnits()
        self.order = row.isAtEnd ? nil : try row.decode(Order.ID.self)
        try row.requireEnd()
    }

    func encode(to encoder: any Encoder) throws {
        var row = encoder.unkeyedContainer()
        try row.encode(id)
        try row.encode(date)
        try row.encode(minorUnits)
        if let order { try row.encode(order) }
    }
}

extension CancellationEntry: Codable {
    init(from decoder: any Decoder) throws {
        var row = try decoder.unkeyedContainer()
        self.id = try row.decode(Order.ID.self)
        self.date = try row.decode(CalendarDate.self)
        try row.requireEnd()
    }

    func encode(to encoder: any Encoder) throws {
        var row = encoder.unkeyedContainer()
        try row.encode(id)
        try row.encode(date)
    }
}

extension UnkeyedDecodingContainer {
    fileprivate mutating func decodeMinorUnits() throws -> Int64 {
        let minorUnits = try decode(Int64.self)
        guard minorUnits >= 0 else { throw fault("`\(minorUnits)` minor units are below zero") }
        return minorUnits
    }

    fileprivate func requireEnd() throws {
        guard isAtEnd else { throw fault("the row goes on after its last field") }
    }

    private func fault(_ problem: String) -> DecodingError {
        .dataCorrupted(.init(codingPath: codingPath, debugDescription: problem))
    }
}
