public import GiftModel

/// Numbers by which customers are to be grouped, such as purchase days, spend and days since the last purchase.
///
/// Customers are kept in ascending order of their names, so that whatever is learned from the table is the same in
/// any order of arrival, to the last bit.
///
/// ```swift
/// let columns = [FeatureColumn(visits, counts: [3, 9, 4]), FeatureColumn(spend, [12.5, 80, 4])]
/// let table = try FeatureTable(of: ["c-7", "c-1", "c-9"], columns)
/// ```
///
/// ## Invariants
/// 1. There is a column, and each has one number for each customer.
/// 2. No customer stands in the table twice.
/// 3. Every number is finite and within ±10¹⁰⁰.
public struct FeatureTable: Hashable, Sendable {
    /// What the columns are called, in the order given.
    public let features: [LocalizedText]
    /// The customers, ascending.
    public let customers: [Customer.ID]
    /// The numbers, row by row.
    let numbers: [Double]

    /// A table of `customers` in any order; each column has its numbers in that order.
    ///
    /// - Throws: ``FeatureTableError``, in the order of its cases.
    /// - Complexity: O(*n* log *n* + *n* · *d*) for *n* customers and *d* columns.
    public init(of customers: [Customer.ID], _ columns: [FeatureColumn]) throws(FeatureTableError) {
        guard !columns.isEmpty else { throw .noColumn }
        for column in columns where column.numbers.count != customers.count {
            throw .columnLength(column.name, found: column.numbers.count, expected: customers.count)
        }
        let order = customers.indices.sorted { customers[$0] < customers[$1] }
        for (left, right) in zip(order, order.dropFirst()) where customers[left] == customers[right] {
            throw .repeatedCustomer(customers[left])
        }
        var numbers: [Double] = []
        numbers.reserveCapacity(customers.count * columns.count)
        for row in order {
            for column in columns {
                let number = column.numbers[row]
                guard Self.isUsable(number) else { throw .notFinite(customers[row], column.name) }
                numbers.append(number)
            }
        }
        self.features = columns.map(\.name)
        self.customers = order.map { customers[$0] }
        self.numbers = numbers
    }

    /// Whether a number can be squared and summed up without leaving the finite ones.
    static func isUsable(_ number: Double) -> Bool { number.magnitude <= 1e100 }
}

/// One number for each of several customers.
public struct FeatureColumn: Hashable, Sendable {
    /// What the numbers say, such as "purchase days".
    public let name: LocalizedText
    /// The numbers, in the order of the customers.
    public let numbers: [Double]

    /// A column of `numbers`.
    public init(_ name: LocalizedText, _ numbers: [Double]) {
        self.name = name
        self.numbers = numbers
    }

    /// A column of whole numbers; beyond 2⁵³ they are rounded.
    ///
    /// - Complexity: O(*n*).
    public init(_ name: LocalizedText, counts: [Int64]) { self.init(name, counts.map(Double.init)) }
}

/// A reason why columns make no table, in the order in which the reasons are checked.
@nonexhaustive
public enum FeatureTableError: Error, Hashable, Sendable {
    /// There is no column.
    case noColumn
    /// This column has another number of rows than there are customers.
    case columnLength(LocalizedText, found: Int, expected: Int)
    /// This customer stands in the table twice.
    case repeatedCustomer(Customer.ID)
    /// What this customer has in this column is no number, infinite or beyond ±10¹⁰⁰.
    case notFinite(Customer.ID, LocalizedText)
}

extension FeatureTableError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .noColumn: "a table of features has a column"
        case .columnLength(let column, let found, let expected):
            "the column `\(column.english)` has `\(found)` rows for `\(expected)` customers"
        case .repeatedCustomer(let customer): "the customer `\(customer)` stands in the table twice"
        case .notFinite(let customer, let column):
            "what `\(customer)` has in the column `\(column.english)` is not a finite number within ±1e100"
        }
    }
}
