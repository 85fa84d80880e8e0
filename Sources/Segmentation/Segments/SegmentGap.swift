import GiftModel

/// How far two numbers lie apart, exactly.
struct SegmentGap: Hashable {
    let numerator: Int128
    let denominator: Int128

    /// The distance between a known number and a ratio.
    init(from reading: SegmentReading, to ratio: Ratio) {
        let own = Int128(ratio.numerator) * Int128(reading.denominator)
        let (low, high) = (Int128(reading.low), Int128(reading.high))
        let (fromLow, fromHigh) = (own - low * Int128(ratio.denominator), own - high * Int128(ratio.denominator))
        // Of a range the nearer end counts, and no end where the number lies within.
        let isWithin = (fromLow < 0) != (fromHigh < 0)
        self.init(isWithin ? 0 : min(fromLow.magnitude, fromHigh.magnitude), over: reading, ratio.denominator)
    }

    private init(_ magnitude: UInt128, over reading: SegmentReading, _ denominator: Int64) {
        let (numerator, denominator) = (Int128(magnitude), Int128(reading.denominator) * Int128(denominator))
        var (larger, smaller) = (denominator, numerator)
        while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
        self.numerator = numerator / larger
        self.denominator = denominator / larger
    }

    /// How far a known number lies from a ratio, in millionths of the larger of the two; at most two million.
    static func millionths(from reading: SegmentReading, to ratio: Ratio) -> Int64 {
        let own = Int128(reading.low) * Int128(ratio.denominator)
        let other = Int128(ratio.numerator) * Int128(reading.denominator)
        var (gap, larger) = ((own - other).magnitude, max(own.magnitude, other.magnitude))
        // So far that the product below has room.
        while larger >> 100 > 0 { (gap, larger) = (gap >> 1, larger >> 1) }
        return larger == 0 ? 0 : Int64(gap * 1_000_000 / larger)
    }
}
