import GiftModel

/// A length of time as a stopwatch shows it: a day of it is always 24 hours.
struct ElapsedTime: Hashable {
    /// The length, zero or more.
    let milliseconds: Int64

    /// The time from one instant until a later one; none when it is not later.
    init(from start: Timestamp, until end: Timestamp) {
        let (difference, overflow) = end.milliseconds.subtractingReportingOverflow(start.milliseconds)
        self.milliseconds = max(0, overflow ? (end > start ? .max : 0) : difference)
    }

    /// So many minutes; none when they are below zero.
    init(minutes: Int64) {
        let (product, overflow) = minutes.multipliedReportingOverflow(by: 60_000)
        self.milliseconds = max(0, overflow ? (minutes > 0 ? .max : 0) : product)
    }

    /// So many hours; none when they are below zero.
    init(hours: Int64) {
        let (product, overflow) = hours.multipliedReportingOverflow(by: 60)
        self.init(minutes: overflow ? (hours > 0 ? .max : 0) : product)
    }

    /// So many days of 24 hours; none when they are below zero.
    init(days: Int64) {
        let (product, overflow) = days.multipliedReportingOverflow(by: 24)
        self.init(hours: overflow ? (days > 0 ? .max : 0) : product)
    }
}

extension ElapsedTime {
    /// The length in words, such as `1 day 2 hours`, to the millisecond.
    var words: LocalizedText {
        let units: [(length: Int64, english: String, chinese: String)] = [
            (86_400_000, "day", "天"), (3_600_000, "hour", "小时"), (60_000, "minute", "分钟"), (1000, "second", "秒"),
            (1, "millisecond", "毫秒"),
        ]
        var rest = milliseconds
        var (english, chinese): ([String], [String]) = ([], [])
        for unit in units where rest >= unit.length {
            let count = rest / unit.length
            rest %= unit.length
            english.append("\(count) \(unit.english)\(count == 1 ? "" : "s")")
            chinese.append("\(count)\(unit.chinese)")
        }
        guard !english.isEmpty else { return LocalizedText(english: "0 seconds", chinese: "0秒") }
        return LocalizedText(english: english.joined(separator: " "), chinese: chinese.joined())
    }
}

extension Timestamp {
    /// The instant so much later, or the last that there is.
    func adding(_ time: ElapsedTime) -> Timestamp {
        let (sum, overflow) = milliseconds.addingReportingOverflow(time.milliseconds)
        return Timestamp(milliseconds: overflow ? .max : sum)
    }
}
