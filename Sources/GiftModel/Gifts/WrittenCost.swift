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
        let goods = object.readMoney(.goods)
        let others = CodingKeys.allCases.dropFirst().map { object.readMoneyIfPresent($0) }
        guard let goods, !others.contains(nil) else { throw object.failure }
        let parts = [goods] + others.map { $0.flatMap(\.self) ?? .zero(in: goods.currency) }
        for (key, part) in zip(CodingKeys.allCases, parts) {
            if part.currency != goods.currency {
                object.refuse(key, .impossible("`\(part)` is not in `\(goods.currency)`, as the goods are"))
            }
            if part.minorUnits < 0 { object.refuse(key, .impossible("`\(part)` is below zero")) }
        }
        guard object.isWhole else { throw object.failure }
        let cost = LandedCost(
            goods: parts[0].minorUnits,
            customization: parts[1].minorUnits,
            packing: parts[2].minorUnits,
            shipping: parts[3].minorUnits,
            tax: parts[4].minorUnits,
            returnHandling: parts[5].minorUnits,
            in: goods.currency
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
