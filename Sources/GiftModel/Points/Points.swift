/// A number of loyalty points, never negative.
///
/// Points are not money: they have no currency and no value until a host's policy gives them one.
///
/// - Unit: whole points. Range: 0 through `Int64.max`.
/// - Wire format: a bare integer.
public struct Points: Hashable, Sendable {
    /// The number of points, zero or more.
    public let count: Int64

    /// `count` points, or `nil` when `count` is negative.
    public init?(_ count: Int64) {
        guard count >= 0 else { return nil }
        self.count = count
    }
}

extension Points {
    /// Returns the sum of these points and `other`, or `nil` beyond `Int64`.
    public func adding(_ other: Points) -> Points? {
        let (sum, overflow) = count.addingReportingOverflow(other.count)
        return overflow ? nil : Points(sum)
    }
}

extension Points: ExpressibleByIntegerLiteral {
    public init(integerLiteral count: Int64) {
        precondition(count >= 0, "points must not be negative")
        self.count = count
    }
}

extension Points: Comparable {
    public static func < (left: Self, right: Self) -> Bool { left.count < right.count }
}

extension Points: CustomStringConvertible {
    public var description: String { String(count) }
}
