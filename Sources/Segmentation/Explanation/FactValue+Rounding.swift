import GiftModel

extension FactValue {
    /// A real number to four decimals; one too large for an exact fraction is shown as it is.
    init(rounding number: Double) { self = Ratio(rounding: number).map { .ratio($0) } ?? .code("\(number)") }
}
