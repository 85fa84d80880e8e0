public import GiftModel
import GiftNumerics

/// How customers are drawn into 10,000 buckets, the same on every machine and at every time.
///
/// The bytes of the seed and then of the customer's name are hashed, and the decimal digits of that once more, whose
/// remainder by 10,000 is the bucket. Names are taken as they are written: bytes of UTF-8, not normalized.
///
/// ```swift
/// CustomerDraw.bucket(of: "u1", by: "gift-exp-1")      // 1371
/// ```
///
/// - Source: the hash of GrowthBook's second version, <https://docs.growthbook.io/lib/build-your-own>, of FNV-1a,
///   <https://datatracker.ietf.org/doc/html/rfc9923>; some of its libraries hash other bytes than those of UTF-8.
public enum CustomerDraw {
    /// What customers are drawn by; two draws by different seeds know nothing of each other.
    public typealias Seed = Identifier<CustomerDraw>

    /// Returns the bucket, 0 through 9999, into which `customer` falls by `seed`.
    ///
    /// - Complexity: O(*n*) in the length of the seed and the name.
    public static func bucket(of customer: Customer.ID, by seed: Seed) -> Int64 {
        var first = FNV1a()
        first.combine(seed.text)
        first.combine(customer.text)
        var second = FNV1a()
        var power: UInt32 = 1_000_000_000
        while power > first.hash, power > 1 { power /= 10 }
        while power > 0 {
            second.combine(UInt8(ascii: "0") + UInt8(first.hash / power % 10))
            power /= 10
        }
        return Int64(second.hash) % BucketRange.all
    }
}
