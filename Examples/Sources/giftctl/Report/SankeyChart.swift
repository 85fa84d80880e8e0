import GiftModel

/// Who moved from where to where between two days, as bands that are wider the more there are.
///
/// - Unit: the coordinates count in a box of 7,200 by 4,620.
struct SankeyChart {
    let label: String
    let titles: [Title]
    let nodes: [Node]
    let bands: [Band]

    /// The day above one side.
    struct Title {
        let x: Int
        let side: String
        let text: String
    }

    /// The customers who were in one place on one day.
    struct Node {
        let x: Int
        let y: Int
        let height: Int
        let textX: Int
        let textY: Int
        let side: String
        let shade: Int
        let text: String
    }

    /// The customers who moved from one place to another, or stayed.
    struct Band {
        let path: String
        let shade: Int
        let title: String
    }

    /// So many customers, from the place of one number to that of another.
    struct Move: Hashable {
        let from: Int
        let to: Int
        let count: Int64
    }

    private enum Size {
        static let (top, height, gap) = (400, 4_200, 70)
        static let (left, right, width) = (0, 7_060, 140)
        /// The least room of a place, for its text on a narrow screen, where it is larger.
        static let line = 290
    }

    /// A chart of `moves` between `places`, which are numbered from zero; a place without customers is left out.
    init(_ moves: [Move], between places: [String], from: String, to: String, label: String, in language: Language) {
        let moves = moves.filter { $0.count > 0 }.sorted { ($0.from, $0.to) < ($1.from, $1.to) }
        var (sources, targets) = (Column(moves, by: \.from), Column(moves, by: \.to))
        let whole = min(sources.greatestHeight, targets.greatestHeight)
        sources.arrange(customersHigh: whole)
        targets.arrange(customersHigh: whole)
        self.label = label
        self.titles = [
            Title(x: Size.left, side: "start", text: from), Title(x: Size.right + Size.width, side: "end", text: to),
        ]
        func nodes(of column: Column, x: Int, textX: Int, side: String) -> [Node] {
            column.spans.map { place, span in
                Node(
                    x: x,
                    y: span.lowerBound,
                    height: max(12, span.upperBound - span.lowerBound),
                    textX: textX,
                    textY: (span.lowerBound + span.upperBound) / 2,
                    side: side,
                    shade: min(place, 8),
                    text: "\(places[place]) \(Figure.count(column.totals[place] ?? 0))"
                )
            }
        }
        self.nodes =
            nodes(of: sources, x: Size.left, textX: Size.left + Size.width + 80, side: "start")
            + nodes(of: targets, x: Size.right, textX: Size.right - 80, side: "end")

        var (left, right) = (sources.starts, targets.starts)
        var bands: [Band] = []
        for move in moves {
            let (start, end) = (left[move.from, default: 0], right[move.to, default: 0])
            left[move.from] = start + move.count
            right[move.to] = end + move.count
            let source = (sources.y(start, in: move.from), sources.y(start + move.count, in: move.from))
            let target = (targets.y(end, in: move.to), targets.y(end + move.count, in: move.to))
            bands.append(
                Band(
                    path: Self.path(from: source, to: target),
                    shade: min(move.from, 8),
                    title: language.wording(
                        "\(places[move.from]) to \(places[move.to]): \(Figure.count(move.count))",
                        "\(places[move.from])→\(places[move.to])：\(Figure.count(move.count))"
                    )
                )
            )
        }
        self.bands = bands
    }

    private static func path(from source: (Int, Int), to target: (Int, Int)) -> String {
        let (x0, x1) = (Size.left + Size.width, Size.right)
        let middle = (x0 + x1) / 2
        return "M\(x0) \(source.0)C\(middle) \(source.0) \(middle) \(target.0) \(x1) \(target.0)"
            + "V\(target.1)C\(middle) \(target.1) \(middle) \(source.1) \(x0) \(source.1)Z"
    }

    /// One side of the chart: its places under each other, as high as they hold customers.
    private struct Column {
        let totals: [Int: Int64]
        private(set) var spans: [(place: Int, span: Range<Int>)] = []

        init(_ moves: [Move], by place: (Move) -> Int) {
            var totals: [Int: Int64] = [:]
            for move in moves { totals[place(move), default: 0] += move.count }
            self.totals = totals
        }

        /// The height in which a place stands with its text, when all customers together are `whole` high.
        private func slot(of place: Int, _ whole: Int) -> (height: Int, customers: Int) {
            let all = max(1, totals.values.reduce(0, +))
            let customers = Int(totals[place, default: 0] * Int64(whole) / all)
            return (max(Size.line, customers + Size.gap), customers)
        }

        /// How high all customers together can be, so that every place has room.
        var greatestHeight: Int {
            var (fits, tooHigh) = (0, Size.height + 1)
            while tooHigh - fits > 1 {
                let middle = (fits + tooHigh) / 2
                let needed = totals.keys.reduce(0) { $0 + slot(of: $1, middle).height }
                if needed <= Size.height { fits = middle } else { tooHigh = middle }
            }
            return fits
        }

        /// Puts the places under each other, each in the middle of its room.
        mutating func arrange(customersHigh whole: Int) {
            var top = Size.top
            spans = totals.keys.sorted()
                .map { place in
                    let slot = slot(of: place, whole)
                    let start = top + (slot.height - slot.customers) / 2
                    top += slot.height
                    return (place, start..<(start + slot.customers))
                }
        }

        /// Of each place, how many of its customers have a band already: none.
        var starts: [Int: Int64] { totals.mapValues { _ in 0 } }

        /// Where the band of the customer with that number begins.
        func y(_ number: Int64, in place: Int) -> Int {
            guard let span = spans.first(where: { $0.place == place })?.span, let total = totals[place] else {
                return 0
            }
            return span.lowerBound + Int(Int64(span.count) * number / total)
        }
    }
}
