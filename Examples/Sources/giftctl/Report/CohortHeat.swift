import GiftModel
import Segmentation

/// Who bought again in which month after the first purchase, as squares that are darker the more there are.
struct CohortHeat {
    let firstTitle: String
    let countTitle: String
    let columns: [String]
    let rows: [Row]

    /// The customers who bought for the first time in one month.
    struct Row {
        let month: String
        let customers: String
        let cells: [Cell]
    }

    /// The share of them who bought so many months later, in percent; without a shade where that has not come yet.
    struct Cell {
        let text: String
        let shade: Int
        let title: String
    }

    /// The darkest shade; 0 is for none at all.
    private static let darkest: Int64 = 6

    /// The cohorts of `table`, of which there are any.
    init(of table: CohortTable, in language: Language) {
        let shares = table.cohorts.map { cohort in
            cohort.months.dropFirst().map { Figure.thousandths(of: $0.buyers, in: cohort.customers) }
        }
        let greatest = Int64(max(1, shares.joined().max() ?? 1))
        let count = shares.map(\.count).max() ?? 0
        self.firstTitle = language.wording("First purchase", "首购月份")
        self.countTitle = language.wording("customers", "客户数")
        self.columns = (1...max(1, count)).map(String.init)
        self.rows = zip(table.cohorts, shares)
            .map { cohort, shares in
                let month = String(cohort.month.description.prefix(7))
                let all = Figure.count(cohort.customers)
                let cells = shares.enumerated()
                    .map { index, share in
                        let buyers = Figure.count(cohort.months[index + 1].buyers)
                        return Cell(
                            text: String((share + 5) / 10),
                            shade: Int((Int64(share) * Self.darkest + greatest - 1) / greatest),
                            title: language.wording(
                                "Month \(index + 1) after \(month): \(buyers) of \(all)",
                                "\(month)之后第\(index + 1)个月：\(all)位中\(buyers)位"
                            )
                        )
                    }
                return Row(month: month, customers: all, cells: cells)
            }
    }
}
