import GiftModel
import Segmentation

extension SyntheticCustomer {
    /// What the shop noted about the customer: whether prices matter, and what the next year is expected to bring.
    ///
    /// On the first day of each quarter that is what the year before has brought.
    var labels: CustomerLabels {
        get throws {
            var labels = CustomerLabels()
            func note(_ value: FactValue, as label: Label, from day: CalendarDate) throws {
                try labels.add(value, as: label, by: "shop", from: day, in: Self.labelList)
            }
            try note(.number(isPriceSensitive ? 1 : 0), as: "price-sensitive", from: SyntheticShop.days.lowerBound)
            var known: Int64?
            for first in SyntheticShop.quarters where first > record.registeredOn ?? first {
                let value = max(0, net(ofYearBefore: first))
                // What was noted last stands until something else is.
                if value == known { continue }
                known = value
                let money = Money(minorUnits: value, in: SyntheticShop.currency)
                try note(.money(money), as: "expected-value", from: first)
            }
            return labels
        }
    }

    private func net(ofYearBefore day: CalendarDate) -> Int64 {
        let end = place.instant(on: day)
        let year = end.milliseconds - 365 * 86_400_000..<end.milliseconds
        return activities.reduce(0) { sum, activity in
            guard year.contains(activity.occurredAt.milliseconds) else { return sum }
            switch activity {
            case .order(let order): return sum + order.total.minorUnits
            case .return(let goods): return sum - goods.refund.minorUnits
            default: return sum
            }
        }
    }

    private static let labelList = LabelList([
        LabelList.Definition(
            "expected-value",
            .money,
            title: LocalizedText(english: "Expected value of the next year", chinese: "预计未来一年价值")
        ),
        LabelList.Definition(
            "price-sensitive",
            .number,
            title: LocalizedText(english: "Looks at the price (1) or not (0)", chinese: "价格敏感(1)或否(0)")
        ),
    ])!
}
