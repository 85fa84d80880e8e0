import Foundation
import GiftFoundation
import GiftModel
import GiftPolicy
import Testing

@Suite struct `A birthday trigger in real zones` {
    private typealias Row = `A local day in a real zone`.Birthday

    @Test func `A05 A06 A08 A09 R-TRIG-03 Opens and closes as in the 1,140 golden birthday windows`() throws {
        let defaults = PolicyDefaults(zone: nil, leapDay: .dayBefore, leapMonth: .regular, shortMonth: .lastDay)
        let week = BirthdayTrigger(on: .around(from: -3, through: 3))
        let itself = BirthdayTrigger(on: .around(from: 0, through: 0))
        let rows = try Row.all()
        #expect(rows.count == 1140)
        for (identifier, rows) in Dictionary(grouping: rows, by: \.zone).sorted(by: { $0.key < $1.key }) {
            let timeZone = try #require(TimeZone(identifier: identifier), "\(identifier)")
            let zone = try ZoneTable(timeZone, from: CalendarDate("2010-01-01")!, through: CalendarDate("2037-12-31")!)
            for row in rows {
                let birthday = Birthday(.solar(AnnualDate(row.date)))
                // Asked a week ahead, in the last instant, and in the first instant after it.
                let asked = [row.window.lowerBound.milliseconds - 604_800_000, row.window.upperBound.milliseconds - 1]
                for instant in asked.map(Timestamp.init(milliseconds:)) {
                    let window = try week.window(of: birthday, endingAfter: instant, in: zone, by: defaults)
                    #expect(window?.instants == row.window, "\(row.testDescription)")
                    #expect(window?.term.text == "birthday/\(row.date.year)")
                }
                let next = try week.window(of: birthday, endingAfter: row.window.upperBound, in: zone, by: defaults)
                #expect(next?.term.text != "birthday/\(row.date.year)", "\(row.testDescription)")

                let day = try itself.window(of: birthday, endingAfter: row.window.lowerBound, in: zone, by: defaults)
                // A birthday that the place skipped is observed on the next day.
                let observed = row.day.isEmpty ? zone.instants(of: row.date.adding(days: 1)!) : row.day
                #expect(day?.instants == observed, "\(row.testDescription)")
            }
        }
    }
}
