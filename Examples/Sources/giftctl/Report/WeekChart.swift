import GiftModel

/// Amounts of several kinds, week by week, on top of each other.
///
/// - Unit: the coordinates count in a box of 7,200 by 2,900.
struct WeekChart {
    let heading: String
    let label: String
    let bars: [Bar]
    let ticks: [Tick]
    let months: [Tick]
    let legend: [Entry]

    /// One week.
    struct Bar {
        let title: String
        let x: Int
        let width: Int
        let parts: [Part]
    }

    /// The amount of one kind in one week.
    struct Part {
        let y: Int
        let height: Int
        let shade: Int
    }

    /// A number beside the height, or a month below the weeks.
    struct Tick {
        let x: Int
        let y: Int
        let textY: Int
        let text: String
    }

    /// What a shade stands for.
    struct Entry {
        let shade: Int
        let text: String
    }

    /// One kind, with its amount in each week.
    struct Series {
        let name: String
        let shade: Int
        let amounts: [Int64]
    }

    private enum Size {
        static let (left, right) = (640, 7_180)
        static let (top, bottom) = (160, 2_480)
    }

    /// A chart of `series` over the weeks that begin on `weeks`.
    init(_ heading: String, of series: [Series], over weeks: [CalendarDate], in language: Language) {
        let series = series.filter { $0.amounts.contains { $0 > 0 } }
        let sums = weeks.indices.map { week in series.reduce(0) { $0 + $1.amounts[week] } }
        let greatest = sums.max() ?? 0
        let step = Self.step(upTo: greatest)
        let whole = max(step, (greatest + step - 1) / step * step)
        let height = Int64(Size.bottom - Size.top)
        func x(_ week: Int) -> Int { Size.left + (Size.right - Size.left) * week / max(1, weeks.count) }
        func y(_ amount: Int64) -> Int { Size.bottom - Int(height * amount / whole) }

        self.heading = heading
        self.label = "\(heading): \(Figure.count(sums.reduce(0, +)))"
        self.bars = weeks.enumerated()
            .map { week, first in
                var sum: Int64 = 0
                var parts: [Part] = []
                var words: [String] = []
                for one in series where one.amounts[week] > 0 {
                    let low = y(sum)
                    sum += one.amounts[week]
                    parts.append(Part(y: y(sum), height: low - y(sum), shade: one.shade))
                    words.append("\(one.name) \(Figure.count(one.amounts[week]))")
                }
                let list = words.joined(separator: language.wording(", ", "、"))
                return Bar(
                    title: language.wording("Week from \(first): \(list)", "\(first)起一周：\(list)"),
                    x: x(week),
                    width: max(8, (x(week + 1) - x(week)) * 8 / 10),
                    parts: parts
                )
            }
        self.ticks = (0...whole / step)
            .map { count in
                let line = y(count * step)
                return Tick(x: Size.left - 90, y: line, textY: line + 50, text: Figure.count(count * step))
            }
        self.months = weeks.enumerated()
            .compactMap { week, first in
                // A month stands below the first of its weeks; where there are many, every third has to do.
                let isNew = week == 0 ? first.day == 1 : weeks[week - 1].month != first.month
                guard isNew, x(week) < Size.right - 300, weeks.count <= 60 || first.month % 3 == 1 else { return nil }
                return Tick(x: x(week), y: Size.bottom, textY: Size.bottom + 260, text: Self.name(of: first, language))
            }
        self.legend = series.map { Entry(shade: $0.shade, text: "\($0.name) \(Figure.count($0.amounts.reduce(0, +)))") }
    }

    /// The least of 1, 2, 5, 10, 20 … of which at most five come to `greatest`.
    private static func step(upTo greatest: Int64) -> Int64 {
        var power: Int64 = 1
        while true {
            for step in [power, 2 * power, 5 * power] where step * 5 >= greatest { return step }
            power *= 10
        }
    }

    private static func name(of day: CalendarDate, _ language: Language) -> String {
        let english = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        return language.wording(english[day.month - 1], "\(day.month)月")
    }
}
