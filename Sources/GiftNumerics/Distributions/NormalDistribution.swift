/// The normal distribution with mean 0 and standard deviation 1.
///
/// The error of a tail is below 10⁻¹² of it as far as it is a normal number, down to 10⁻³⁰⁷; below 10⁻¹⁴ within ±8.
package enum NormalDistribution {
    /// One over the square root of 2π.
    private static let density = 0.3989422804014327

    /// Returns the probability of a value below `z`.
    package static func below(_ z: Double) -> Double { above(-z) }

    /// Returns the probability of a value above `z`.
    package static func above(_ z: Double) -> Double { z < 0 ? 1 - tail(-z) : tail(z) }

    /// Returns the probability of a value as far from zero as `z`, on either side.
    package static func bothTails(beyond z: Double) -> Double { min(1, 2 * tail(z.magnitude)) }

    /// Near the middle the series of the area, which only adds; further out the continued fraction of the tail.
    private static func tail(_ z: Double) -> Double {
        guard z < 39 else { return z.isNaN ? z : 0 }
        let square = z * z
        let height = density * Elementary.exponential(-square / 2)
        guard z >= 2.5 else {
            var (term, sum, odd) = (z, z, 1.0)
            while term > sum * 0x1p-56 {
                odd += 2
                term *= square / odd
                sum += term
            }
            return 0.5 - height * sum
        }
        var fraction = z
        for step in stride(from: (12 + 350 / square).rounded(), to: 0, by: -1) { fraction = z + step / fraction }
        return height / fraction
    }

    /// Returns the value below which a value lies with `probability`.
    ///
    /// The result is exact to 10⁻¹⁵ of itself. A tail is better asked for from below: there is no number between
    /// 1 − 10⁻¹⁷ and 1.
    ///
    /// - Parameter probability: Above zero and below one.
    /// - Source: algorithm AS 241, M. J. Wichura, "The Percentage Points of the Normal Distribution" (1988),
    ///   <https://doi.org/10.2307/2347330>.
    package static func quantile(_ probability: Double) -> Double {
        precondition(probability > 0 && probability < 1, "a quantile is asked for within 0 and 1")
        let distance = probability - 0.5
        guard distance.magnitude > 0.425 else {
            let square = 0.180625 - distance * distance
            return distance * polynomial(middle.over, square) / polynomial(middle.under, square)
        }
        let tail = distance < 0 ? probability : 1 - probability
        let depth = (-Elementary.logarithm(tail)).squareRoot()
        let (part, start) = depth <= 5 ? (near, 1.6) : (far, 5)
        let magnitude = polynomial(part.over, depth - start) / polynomial(part.under, depth - start)
        return distance < 0 ? -magnitude : magnitude
    }

    /// The polynomial of the seventh degree with these coefficients, the highest power first.
    private static func polynomial(_ coefficients: [Double], _ value: Double) -> Double {
        var sum = coefficients[0]
        for power in 1..<8 { sum = sum * value + coefficients[power] }
        return sum
    }

    private struct Part {
        let over: [Double]
        let under: [Double]
    }

    private static let middle = Part(
        over: [
            2.5090809287301226727e3, 3.3430575583588128105e4, 6.7265770927008700853e4,
            4.5921953931549871457e4, 1.3731693765509461125e4, 1.9715909503065514427e3,
            1.3314166789178437745e2, 3.3871328727963666080,
        ],
        under: [
            5.2264952788528545610e3, 2.8729085735721942674e4, 3.9307895800092710610e4,
            2.1213794301586595867e4, 5.3941960214247511077e3, 6.8718700749205790830e2,
            4.2313330701600911252e1, 1,
        ]
    )
    private static let near = Part(
        over: [
            7.74545014278341407640e-4, 2.27238449892691845833e-2, 2.41780725177450611770e-1,
            1.27045825245236838258, 3.64784832476320460504, 5.76949722146069140550,
            4.63033784615654529590, 1.42343711074968357734,
        ],
        under: [
            1.05075007164441684324e-9, 5.47593808499534494600e-4, 1.51986665636164571966e-2,
            1.48103976427480074590e-1, 6.89767334985100004550e-1, 1.67638483018380384940,
            2.05319162663775882187, 1,
        ]
    )
    private static let far = Part(
        over: [
            2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.24266094738807843860e-3,
            2.65321895265761230930e-2, 2.96560571828504891230e-1, 1.78482653991729133580,
            5.46378491116411436990, 6.65790464350110377720,
        ],
        under: [
            2.04426310338993978564e-15, 1.42151175831644588870e-7, 1.84631831751005468180e-5,
            7.86869131145613259100e-4, 1.48753612908506148525e-2, 1.36929880922735805310e-1,
            5.99832206555887937690e-1, 1,
        ]
    )
}
