import GiftModel

/// The counts of several subjects by day, those of all in one array, so that few places of memory are visited for one
/// customer.
///
/// The caller keeps the subjects in order, and looks their positions up.
struct DailyCountLists<Subject: Hashable & Sendable>: Hashable, Sendable {
    /// The subjects, each with where its days end.
    private(set) var lists: [List] = []
    /// The days of all subjects, one subject after another, the days of each ascending.
    private(set) var days: [DailyCounts.Day] = []

    struct List: Hashable, Sendable {
        let subject: Subject
        fileprivate(set) var end: Int
    }
}

extension DailyCountLists {
    /// Where the days of the subject at `position` stand, ascending.
    func range(at position: Int) -> Range<Int> {
        (position == 0 ? 0 : lists[position - 1].end)..<lists[position].end
    }

    /// The days of the subject at `position`, ascending.
    func days(at position: Int) -> ArraySlice<DailyCounts.Day> { days[range(at: position)] }

    /// The counts of the subject at `position`.
    func counts(at position: Int) -> DailyCounts { DailyCounts(days(at: position)) }

    /// Makes room at `position` for a subject of which nothing is counted yet.
    mutating func insert(_ subject: Subject, at position: Int) {
        lists.insert(List(subject: subject, end: position == 0 ? 0 : lists[position - 1].end), at: position)
    }

    /// Counts `count` more on `date` for the subject at `position`.
    mutating func add(_ count: Int64, on date: CalendarDate, at position: Int) {
        let place = days(at: position).firstPosition(onOrAfter: date)
        if place < lists[position].end, days[place].date == date {
            days[place].count = days[place].count.saturatingSum(count)
        } else {
            days.insert(DailyCounts.Day(date: date, count: count), at: place)
            for later in position..<lists.endIndex { lists[later].end += 1 }
        }
    }

    /// Counts what `others` counted for the subject at `position`.
    mutating func merge(_ others: ArraySlice<DailyCounts.Day>, at position: Int) {
        let own = days(at: position)
        let merged = DailyCounts(own).merged(with: DailyCounts(others)).days
        days.replaceSubrange(own.startIndex..<own.endIndex, with: merged)
        for later in position..<lists.endIndex { lists[later].end += merged.count - own.count }
    }
}
