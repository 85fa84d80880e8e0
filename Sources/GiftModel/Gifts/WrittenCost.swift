/// A landed cost as people write it: each part an amount with its currency, all in one.
struct WrittenCost {
    let cost: LandedCost
}

extension WrittenCost: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case goods = "goods"
        case customization = "customization"
        case packing = "packing"
        case shipping = "shipping"
        case tax = "tax"
        case returnHandling = "returnHandling"
    }

    init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        // What the goods cost says in which currency the rest is, also where something else is wrong with the cost.
        let currency = object.peekMoney(.goods)?.currency
        let parts = CodingKeys.allCases
            .map { key in
                object.attempt { container in
                    guard key == .goods || container.contains(key) else { return 0 as Int64 }
                    let part = try container.decodeMoney(forKey: key)
                    let place = decoder.codingPath + [key]
                    if let currency, part.currency != currency {
                        throw DocumentProblem.impossible("`\(part)` is not in `\(currency)`, as the goods are")
                            .error(at: place)
                    }
                    guard part.minorUnits >= 0 else {
                        throw DocumentProblem.impossible("`\(part)` is below zero").error(at: place)
                    }
                    return part.minorUnits
                }
            }
            .compactMap(\.self)
        guard let currency, parts.count == CodingKeys.allCases.count else { throw object.failure }
        let cost = LandedCost(
            goods: parts[0],
            customization: parts[1],
            packing: parts[2],
            shipping: parts[3],
            tax: parts[4],
            returnHandling: parts[5],
            in: currency
        )
        guard let cost else {
            throw DocumentProblem.impossible("the cost does not fit in 64 bits").error(at: decoder.codingPath)
        }
        self.init(cost: cost)
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        let parts = [
            cost.goods, cost.customization, cost.packing, cost.shipping, cost.tax, cost.returnHandling,
        ]
        for (key, part) in zip(CodingKeys.allCases, parts) where part != 0 || key == .goods {
            try container.encode(Money(minorUnits: part, in: cost.currency).description, forKey: key)
        }
    }
}
