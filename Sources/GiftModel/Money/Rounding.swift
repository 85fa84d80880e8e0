/// What becomes of a fraction that cannot be kept.
///
/// The seven answers are all there are, so this enum is closed. Whoever rounds names one; nothing is rounded unasked.
public enum Rounding: String, Hashable, Sendable, CaseIterable {
    /// To the whole number nearer to zero.
    case towardZero = "towardZero"
    /// To the whole number further from zero.
    case awayFromZero = "awayFromZero"
    /// To the lower whole number.
    case down = "down"
    /// To the higher whole number.
    case up = "up"
    /// To the nearest whole number; a half goes away from zero.
    case halfAwayFromZero = "halfAwayFromZero"
    /// To the nearest whole number; a half goes toward zero.
    case halfTowardZero = "halfTowardZero"
    /// To the nearest whole number; a half goes to the even one.
    case halfEven = "halfEven"
}

extension Rounding {
    /// Returns `dividend / divisor` as a whole number.
    ///
    /// - Parameter divisor: Above zero.
    package func quotient(of dividend: Int128, by divisor: Int128) -> Int128 {
        precondition(divisor > 0, "a divisor is above zero")
        let (quotient, remainder) = dividend.quotientAndRemainder(dividingBy: divisor)
        guard remainder != 0 else { return quotient }
        let away = quotient + remainder.signum()
        // Twice the remainder may leave Int128, what is missing to the divisor cannot.
        let (rest, missing) = (remainder.magnitude, divisor.magnitude - remainder.magnitude)
        switch self {
        case .towardZero: return quotient
        case .awayFromZero: return away
        case .down: return remainder < 0 ? away : quotient
        case .up: return remainder > 0 ? away : quotient
        case .halfAwayFromZero: return rest >= missing ? away : quotient
        case .halfTowardZero: return rest > missing ? away : quotient
        case .halfEven:
            if rest != missing { return rest > missing ? away : quotient }
            return quotient.isMultiple(of: 2) ? quotient : away
        }
    }
}

extension Rounding: Codable {
    public init(from decoder: any Decoder) throws { self = try decoder.word() }
}
