import Foundation
import GiftModel
import Segmentation

/// Decodes the bytes after the first as the stored type that the first byte chooses.
///
/// What is read must come back.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = UnsafeBufferPointer(start: start, count: count)
    guard let choice = bytes.first else { return 0 }
    types[Int(choice) % types.count](Data(bytes.dropFirst()))
    return 0
}

private let types: [@Sendable (Data) -> Void] = [
    { data in
        guard let date: LunarDate = comesBack(data) else { return }
        precondition((try? LunarDate(CalendarDate(date))) == date, "`\(date)` is not the day that it is")
    },
    { data in
        guard let date: AnnualLunarDate = comesBack(data) else { return }
        for leapMonth in LeapMonthRule.allCases {
            _ = date.days(in: LunarYear(2025)!, leapMonth: leapMonth, shortMonth: .lastDay)
        }
    },
    { data in
        guard let date: AnnualDate = comesBack(data) else { return }
        precondition(date.date(inYear: 2026, leapDay: .dayAfter) != nil)
    },
    { data in
        guard let zone: ZoneTable = comesBack(data) else { return }
        for instant in [zone.from, zone.until] + zone.transitions.prefix(8).map(\.instant) {
            guard let date = zone.date(of: instant), let time = zone.time(of: instant) else { continue }
            _ = zone.instant(of: date, at: time, gap: .end, overlap: .later)
            _ = zone.startOfDay(date)
        }
    },
    { data in
        guard let entry: GrantEntry = comesBack(data) else { return }
        guard case .planned(let terms) = entry.change else { return }
        var grant = GiftGrant(id: terms.id)
        try? grant.apply(entry)
        _ = (grant.held, grant.settled, grant.stockTaken)
    },
    { data in
        guard let holiday: Holiday = comesBack(data) else { return }
        for text in ["0001-01-01", "2000-02-29", "2026-11-22", "9999-12-31"] {
            let day = CalendarDate(text)!
            _ = try? holiday.nextDay(onOrAfter: day)
            _ = try? holiday.previousDay(onOrBefore: day)
            _ = try? holiday.days(inYear: day.year)
        }
    },
    { data in
        guard let rate: ExchangeRate = comesBack(data) else { return }
        for units in [Int64.min, -1, 12_34, .max] {
            _ = try? Money(minorUnits: units, in: rate.source).converted(by: rate, rounding: .halfEven)
        }
    },
    { data in let _: Population? = comesBack(data) },
    { data in let _: TierLadder? = comesBack(data) },
]

/// The value that `data` reads, after it was stored and read again and was the same.
private func comesBack<Value: Codable & Equatable>(_ data: Data) -> Value? {
    guard let value = try? JSONDecoder().decode(Value.self, from: data) else { return nil }
    guard let stored = try? JSONEncoder().encode(value) else { preconditionFailure("`\(value)` cannot be stored") }
    precondition((try? JSONDecoder().decode(Value.self, from: stored)) == value, "`\(value)` does not come back")
    _ = ContentHash(of: value)
    return value
}
