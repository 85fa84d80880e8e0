import Foundation
import GiftModel

/// The sales and returns of a shop, one row each.
///
/// Times in the file carry no zone and are read as UTC: what counts is the day, which then is the day written.
struct ActivityFile {
    let activities: [Activity]
    let rejected: [RejectedRow]

    var orders: Int { activities.count { if case .order = $0 { true } else { false } } }

    init(_ url: URL, currency: Currency) throws {
        let table = try CSVTable(url, columns: ["order_id", "customer_id", "placed_at", "kind", "total", "currency"])
        var rejected = table.rejected
        var accepted: [String: (row: CSVTable.Row, activity: Activity)] = [:]
        for row in table.rows {
            switch Self.activity(in: row, currency: currency) {
            case .failure(let problem): rejected.append(problem)
            case .success(let activity):
                let id = row["order_id"]
                guard let other = accepted[id]?.row else {
                    accepted[id] = (row, activity)
                    continue
                }
                // Of two rows the same one stays in whatever order they come.
                let isFirst = row.values.lexicographicallyPrecedes(other.values)
                let repeated = isFirst ? other : row
                rejected.append(repeated.rejected("order_id", "is listed twice"))
                if isFirst { accepted[id] = (row, activity) }
            }
        }
        self.activities = accepted.sorted { $0.key < $1.key }.map(\.value.activity)
        self.rejected = rejected.sorted { $0.line < $1.line }
    }

    private enum Reading {
        case success(Activity)
        case failure(RejectedRow)
    }

    private static func activity(in row: CSVTable.Row, currency: Currency) -> Reading {
        func failure(_ column: String, _ problem: String) -> Reading { .failure(row.rejected(column, problem)) }

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
