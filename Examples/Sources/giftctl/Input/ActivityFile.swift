import Foundation
import GiftModel

/// The sales and returns of a shop, one row each.
///
/// Times in the file carry no zone and are read as UTC: what counts is the day, which then is the day written.
struct ActivityFile {
    /// The activities, by kind and identifier, each with its row.
    let activities: [(row: CSVTable.Row, activity: Activity)]
    let rejected: [RejectedRow]

    var orders: Int { activities.count { if case .order = $0.activity { true } else { false } } }

    init(_ url: URL, currency: Currency) throws {
        let table = try CSVTable(url, columns: ["order_id", "customer_id", "placed_at", "kind", "total", "currency"])
        var rejected = table.rejected
        var accepted: [Name: (row: CSVTable.Row, activity: Activity)] = [:]
        for row in table.rows {
            switch Self.activity(in: row, currency: currency) {
            case .failure(let problem): rejected.append(problem)
            case .success(let activity):
                let name = Name(activity)
                guard let other = accepted[name]?.row else {
                    accepted[name] = (row, activity)
                    continue
                }
                let (first, repeated) = row.inOrder(with: other)
                rejected.append(repeated.rejected("order_id", "is listed twice"))
                if first.line == row.line { accepted[name] = (row, activity) }
            }
        }
        self.activities = accepted.sorted { $0.key < $1.key }.map(\.value)
        self.rejected = rejected
    }

    /// What tells activities apart: a sale and a return may bear the same number.
    private struct Name: Hashable, Comparable {
        let isReturn: Bool
        let id: Order.ID

        init(_ activity: Activity) {
            switch activity {
            case .order(let order): (isReturn, id) = (false, order.id)
            case .return(let goods): (isReturn, id) = (true, Order.ID(stringLiteral: goods.id.text))
            default: preconditionFailure("a file holds orders and returns")
            }
        }

        static func < (left: Self, right: Self) -> Bool {
            left.isReturn == right.isReturn ? left.id < right.id : !left.isReturn
        }
    }

    private enum Reading {
        case success(Activity)
        case failure(RejectedRow)
    }

    private static func activity(in row: CSVTable.Row, currency: Currency) -> Reading {
        func failure(_ column: String, _ problem: String) -> Reading { .failure(row.rejected(column, problem)) }

        // The reader of the file drops blanks before a value and keeps those behind it.
        for column in ["order_id", "customer_id"] where row[column].last?.isWhitespace == true {
            return failure(column, "ends in a blank")
        }
        guard let customer = Customer.ID(row["customer_id"]) else { return failure("customer_id", "names no customer") }
        guard let instant = instant(row["placed_at"]) else {
            return failure("placed_at", "is not a time such as 2011-12-09T12:50:00")
        }
        guard let found = Currency(code: row["currency"]) else {
            return failure("currency", "is no currency of ISO 4217")
        }
        guard found == currency else { return failure("currency", "is not the policy's currency, \(currency)") }
        guard let total = Money(decimal: row["total"], in: currency) else {
            return failure("total", "is no amount of \(currency)")
        }
        switch row["kind"] {
        case "sale":
            guard let id = Order.ID(row["order_id"]) else { return failure("order_id", "names no order") }
            guard let order = Order(id: id, customer: customer, placedAt: instant, total: total) else {
                return failure("total", "is a sale below zero")
            }
            return .success(.order(order))
        case "return":
            guard let id = Return.ID(row["order_id"]) else { return failure("order_id", "names no return") }
            guard
                total.minorUnits != .min,
                let goods = Return(
                    id: id,
                    customer: customer,
                    receivedAt: instant,
                    refund: Money(minorUnits: -total.minorUnits, in: currency)
                )
            else { return failure("total", "is a return above zero") }
            return .success(.return(goods))
        default: return failure("kind", "is neither `sale` nor `return`")
        }
    }

    private static func instant(_ text: String) -> Timestamp? {
        let parts = text.split(separator: "T", omittingEmptySubsequences: false)
        guard parts.count == 2, let date = CalendarDate(parts[0]), let time = TimeOfDay(parts[1]) else { return nil }
        return Timestamp(date, at: time, in: .utc)
    }
}
