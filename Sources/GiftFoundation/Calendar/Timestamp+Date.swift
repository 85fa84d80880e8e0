public import Foundation
public import GiftModel

extension Timestamp {
    /// The instant of `date`, to the nearest millisecond, or `nil` when it does not fit in `Int64`.
    public init?(_ date: Date) {
        let milliseconds = (date.timeIntervalSince1970 * 1000).rounded()
        guard let exact = Int64(exactly: milliseconds) else { return nil }
        self.init(milliseconds: exact)
    }
}

extension Date {
    /// The instant of `timestamp`.
    public init(_ timestamp: Timestamp) {
        self.init(timeIntervalSince1970: Double(timestamp.milliseconds) / 1000)
    }
}
