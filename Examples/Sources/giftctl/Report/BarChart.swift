/// Amounts under one another, a bar each.
struct BarChart {
    let heading: String
    let bars: [Bar]

    /// One bar with its words; its length is in thousandths of the chart's width.
    struct Bar {
        let name: String
        let amount: String
        let aside: String
        let length: Int
        var style = "known"
        /// Whether the whole width is a limit, and so is shown behind the bar.
        var hasLimit = false
        var detail: String?
    }
}

extension BarChart {
    /// An amount to compare, with the words for it.
    typealias Amount = (name: String, number: Int64, text: String)

    /// A chart of `amounts`, each as long as it is against the greatest, with its share in `whole`.
    init(_ heading: String, of amounts: [Amount], in whole: Int64) {
        let greatest = amounts.map(\.number).max() ?? 0
        self.heading = heading
        self.bars = amounts.map { amount in
            // What is there is seen, however little it is.
            let length = max(amount.number > 0 ? 4 : 0, Figure.thousandths(of: amount.number, in: greatest))
            return Bar(
                name: amount.name,
                amount: amount.text,
                aside: Figure.share(of: amount.number, in: whole),
                length: length
            )
        }
    }
}
