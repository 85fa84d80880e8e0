import Foundation
import GiftModel
import GiftPolicy
import Segmentation

/// The gifts of a shop: a table with a row for each, or a catalog.
struct GiftFile {
    let catalog: Catalog
    let rejected: [RejectedRow]

    /// Reads the gifts at `url` for a shop with this `policy`.
    init(_ url: URL, for policy: PolicyDocument) throws {
        let tiers = policy.tiers
        if url.pathExtension.lowercased() == "json" {
            try self.init(catalogAt: url, currency: tiers.currency)
        } else {
            try self.init(tableAt: url, currency: tiers.currency, tiers: Set(tiers.tiers.map(\.id)))
        }
    }

    private init(catalogAt url: URL, currency: Currency) throws {
        do {
            self.catalog = try Catalog(json: String(fileAt: url))
        } catch let invalid as InvalidDocument {
            throw CommandFailure(invalid.faults, in: url.lastPathComponent)
        }
        guard catalog.currency == currency else {
            throw CommandFailure(
                "\(url.lastPathComponent): the gifts are in \(catalog.currency), the policy in \(currency)"
            )
        }
        self.rejected = []
    }

    private init(tableAt url: URL, currency: Currency, tiers: Set<Tier.ID>) throws {
        let table = try CSVTable(
            url,
            columns: ["gift", "name_en", "name_zh", "kind", "cost", "currency", "stock", "tiers", "occasions"]
        )
        var rejected = table.rejected
        var gifts: [Gift.ID: (row: CSVTable.Row, gift: Gift)] = [:]
        for row in table.rows {
            do throws(RejectedGift) {
                let gift = try Self.gift(in: row, currency: currency, tiers: tiers)
                guard let other = gifts[gift.id]?.row else {
                    gifts[gift.id] = (row, gift)
                    continue
                }
                let (first, repeated) = row.inOrder(with: other)
                rejected.append(repeated.rejected("gift", "is listed twice"))
                if first.line == row.line { gifts[gift.id] = (row, gift) }
            } catch {
                rejected.append(row.rejected(error.column, error.problem))
            }
        }
        self.catalog = try Catalog(gifts.values.map(\.gift), in: currency)
        self.rejected = rejected.sorted { $0.line < $1.line }
    }

    private struct RejectedGift: Error {
        let column: String
        let problem: String
    }

    private static func gift(
        in row: CSVTable.Row,
        currency: Currency,
        tiers known: Set<Tier.ID>
    ) throws(RejectedGift) -> Gift {
        func value<Value>(_ column: String, _ read: (String) -> Value?, _ problem: String) throws(RejectedGift) -> Value
        {
            guard let value = read(row[column]) else { throw RejectedGift(column: column, problem: problem) }
            return value
        }
        let id = try value("gift", Gift.ID.init, "names no gift")
        let kind = try value("kind", GiftKind.init(rawValue:), "is no kind of gift")
        let found = try value("currency", Currency.init(code:), "is no currency of ISO 4217")
        guard found == currency else {
            throw RejectedGift(column: "currency", problem: "is not the policy's currency, \(currency)")
        }
        let amount = try value("cost", { Money(decimal: $0, in: currency) }, "is no amount of \(currency)")
        guard let cost = LandedCost(goods: amount.minorUnits, in: currency) else {
            throw RejectedGift(column: "cost", problem: "is below zero")
        }
        let stock = try value("stock", { Int64($0) }, "is no whole number")
        let tiers = try value("tiers", list(of: Tier.ID.init), "is no list of tiers such as silver|gold")
        guard tiers.isSubset(of: known) else {
            throw RejectedGift(column: "tiers", problem: "names a tier that the policy does not have")
        }
        let occasions = try value("occasions", list(of: Identifier<Occasion>.init), "is no list of occasions")
        let name = LocalizedText(english: row["name_en"], chinese: row["name_zh"])
        guard
            let gift = Gift(
                id: id,
                name: name,
                kind: kind,
                cost: cost,
                stock: stock,
                tiers: tiers,
                occasions: Set(occasions.map(Occasion.init))
            )
        else {
            throw RejectedGift(column: "stock", problem: "is below zero")
        }
        return gift
    }

    /// Reads names with `|` in between; an empty text is an empty list.
    private static func list<Name: Hashable>(of name: @escaping (Substring) -> Name?) -> (String) -> Set<Name>? {
        { text in
            let parts = text.split(separator: "|", omittingEmptySubsequences: false)
            let names = text.isEmpty ? [] : parts.compactMap(name)
            return text.isEmpty || names.count == parts.count ? Set(names) : nil
        }
    }
}
