#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Bionic)
import Bionic
#elseif canImport(WASILibc)
import WASILibc
#elseif canImport(ucrt)
import ucrt
#endif

/// The platform's logarithm and exponential, and their forms that stay exact near 1 and near 0.
///
/// One library differs from another in the last bit, so what is worked out with these is the same on machines with
/// the same C library, and within 10⁻¹² on others. This is the only file that imports it.
package enum Elementary {
    /// Returns the natural logarithm of `value`.
    package static func logarithm(_ value: Double) -> Double { log(value) }

    /// Returns the natural logarithm of `1 + value`, exact where `value` is small.
    package static func logarithm(onePlus value: Double) -> Double { log1p(value) }

    /// Returns *e* to the power of `value`.
    package static func exponential(_ value: Double) -> Double { exp(value) }

    /// Returns *e* to the power of `value`, less 1, exact where `value` is small.
    package static func exponentialMinusOne(_ value: Double) -> Double { expm1(value) }
}
