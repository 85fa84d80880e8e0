/// A range of values and the buckets, in the order of the values, into which they are counted.
///
/// The range of all values has buckets as a slide rule has marks: of one value each near zero and of a width that
/// keeps to a hundredth of the value further out, so that numbers of orders are told apart at once, and days and
/// amounts nearly so. A narrower range has up to 4,096 buckets of equal width.
package struct ValueBuckets: Hashable, Sendable {
    /// The least value in the range.
    package let least: Int64
    /// The greatest value in the range.
    package let greatest: Int64

    /// The buckets of the values from `least` through `greatest`.
    package init(from least: Int64, through greatest: Int64) {
        precondition(least <= greatest, "a range of values holds at least one")
        (self.least, self.greatest) = (least, greatest)
    }

    /// The buckets of all values.
    package static let all = ValueBuckets(from: .min, through: .max)
}

extension ValueBuckets {
    /// How many leading bits of a value tell its bucket among those of all values.
    private static let leadingBits = 8
    /// How many buckets there are from zero up.
    private static let half = (64 - leadingBits + 1) << (leadingBits - 1)
    /// How many bits tell a value's bucket in a narrower range.
    private static let widthBits = 12

    /// How far apart the first and the last value are.
    var distance: UInt64 { UInt64(bitPattern: greatest &- least) }

    /// How many low bits the values of one bucket may differ in.
    var shift: Int { max(0, 64 - Self.widthBits - distance.leadingZeroBitCount) }

    /// Whether the buckets are those of the slide rule.
    var isLogarithmic: Bool { distance == .max }

    /// How many buckets there are.
    package var count: Int { isLogarithmic ? 2 * Self.half : Int(distance >> UInt64(shift)) + 1 }

    /// Returns the bucket of `value` among those of all values.
    static func logarithmicBucket(of value: Int64) -> Int {
        let sign = value >> 63
        let size = value ^ sign
        let shift = Int64(max(0, 64 - leadingBits - size.leadingZeroBitCount))
        let bucket = (shift << Int64(leadingBits - 1)) + (size >> shift)
        return half + Int(truncatingIfNeeded: bucket ^ sign)
    }

    /// Returns the values that are counted in `bucket`.
    package func values(in bucket: Int) -> ValueBuckets {
        precondition((0..<count).contains(bucket), "this is no bucket of the range")
        guard isLogarithmic else {
            let first = UInt64(bucket) << UInt64(shift)
            let last = min(distance, first | ((1 << UInt64(shift)) - 1))
            return ValueBuckets(
                from: least &+ Int64(bitPattern: first),
                through: least &+ Int64(bitPattern: last)
            )
        }
        let signed = Int64(bucket - Self.half)
        let sign = signed >> 63
        let size = signed ^ sign
        let shift = max(0, (size >> Int64(Self.leadingBits - 1)) - 1)
        let low = (size - (shift << Int64(Self.leadingBits - 1))) << shift
        let high = low | ((1 << shift) - 1)
        return sign == 0 ? ValueBuckets(from: low, through: high) : ValueBuckets(from: ~high, through: ~low)
    }
}
