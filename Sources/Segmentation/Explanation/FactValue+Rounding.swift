import GiftModel

extension FactValue {
    /// The ten-thousandth that is nearest to `value`; what is beyond ±9·10¹⁴ is shown as that.
    static func rounded(_ value: Double) -> FactValue {
        Ratio(rounding: min(max(value, -9e14), 9e14)).map { .ratio($0) } ?? .code("\(value)")
    }
}
