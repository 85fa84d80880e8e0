import Foundation
import GiftModel

/// The golden files of the lunar calendar; see the fixtures' README.
enum LunarFixture {
    struct Month {
        let firstDay: CalendarDate
        let year: Int
        let month: Int
        let isLeap: Bool
        let length: Int
    }

    static let months = rows(of: "lunar_month_starts")
        .map { row in
            let numbers = row[1...4].map { Int($0)! }
            return Month(
                firstDay: CalendarDate(row[0])!,
                year: numbers[0],
                month: numbers[1],
                isLeap: numbers[2] == 1,
                length: numbers[3]
            )
        }

    static let monthsByYear = Dictionary(grouping: months, by: \.year)

    static func rows(of name: String) -> [[Substring]] {
        let url = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/\(name).csv")
        let text = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
        return text.split(whereSeparator: \.isNewline).dropFirst()
            .map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    }
}
