import GiftModel
import Segmentation

/// Customers counted by two scores, as a grid of squares that are darker the more there are.
///
/// - Unit: the coordinates count in a box of 360 by 352.
struct HeatMap {
    let label: String
    let recencyTitle: String
    let frequencyTitle: String
    let legendTitle: String
    let columns: [Mark]
    let rows: [Mark]
    let cells: [Cell]
    let legend: [Mark]

    /// A short text at its place.
    struct Mark {
        let x: Int
        let y: Int
        let text: String
        var shade = 0
    }

    /// The customers of one pair of scores.
    struct Cell {
        let x: Int
        let y: Int
        let textX: Int
        let textY: Int
        let shade: Int
        let count: String
        let title: String
    }

    /// The darkest shade; 0 is for none at all.
    private static let darkest: Int64 = 6

    init(of scores: [RFMScores], in language: Language) {
        var counts: [Pair: Int64] = [:]
        for score in scores { counts[Pair(recency: score.recency, frequency: score.frequency), default: 0] += 1 }
        let step = max(1, ((counts.values.max() ?? 0) + Self.darkest - 1) / Self.darkest)
        let levels = 1...ScoreRules.usualLevels

        self.label = language.wording(
            "Heat map of \(scores.count) customers by recency score and frequency score",
            "\(scores.count)位客户按近度评分与频度评分的热力图"
        )
        self.recencyTitle = language.wording("Recency score (5 = best)", "近度评分（5 = 最佳）")
        self.frequencyTitle = language.wording("Frequency score (5 = best)", "频度评分（5 = 最佳）")
        self.legendTitle = language.wording("Customers per square, from", "每格客户数（下限）")
        self.columns = levels.map { Mark(x: Self.left(of: $0) + 30, y: 264, text: String($0)) }
        self.rows = levels.map { Mark(x: 38, y: Self.top(of: $0) + 30, text: String($0)) }
        self.cells = levels.flatMap { frequency in
            levels.map { recency in
                let count = counts[Pair(recency: recency, frequency: frequency), default: 0]
                let share = Figure.share(of: count, in: Int64(scores.count))
                let (x, y) = (Self.left(of: recency), Self.top(of: frequency))
                return Cell(
                    x: x,
                    y: y,
                    textX: x + 30,
                    textY: y + 30,
                    shade: Int((count + step - 1) / step),
                    count: Figure.count(count),
                    title: language.wording(
                        "Recency \(recency), frequency \(frequency): \(count) customers, \(share)",
                        "近度\(recency)，频度\(frequency)：\(count)位客户，\(share)"
                    )
                )
            }
        }
        self.legend = (0...Self.darkest)
            .map { shade in
                let least = shade == 0 ? 0 : (shade - 1) * step + 1
                return Mark(x: 50 + 44 * Int(shade), y: 324, text: Figure.count(least), shade: Int(shade))
            }
    }

    /// A square of the grid.
    private struct Pair: Hashable {
        let recency: Int
        let frequency: Int
    }

    private static func left(of recency: Int) -> Int { 50 + 62 * (recency - 1) }

    private static func top(of frequency: Int) -> Int { 50 * (ScoreRules.usualLevels - frequency) }
}
