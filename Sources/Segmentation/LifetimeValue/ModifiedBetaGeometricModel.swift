import GiftModel

/// How customers buy and cease to buy: at random times, and after each purchase some leave for good.
///
/// A customer buys at a rate of its own and, after each purchase including the first, leaves with a probability of its
/// own; rates are spread over the customers by a gamma distribution of shape ``r`` and rate ``alpha``, probabilities
/// by a beta distribution of ``a`` and ``b``. Nobody tells the host that they left; the model tells how likely it is.
///
/// ```swift
/// let model = try ModifiedBetaGeometricModel(r: 0.525, alpha: 6.183, a: 0.891, b: 1.614, daysPerUnit: 7)
/// let isStillBuying = model.activityProbability(of: figures)          // 0.706
/// let repeatBuys = model.expectedPurchases(of: figures, inDays: 90)   // 0.49
/// ```
///
/// - Range: parameters of 10⁻⁹ through 10⁹, and a unit of time of 1 through 366 days.
/// - Wire format: `{"a":0.891,"alpha":6.183,"b":1.614,"daysPerUnit":7,"r":0.525,"v":1}`.
/// - Source: MBG/NBD, E. P. Batislam, M. Denizel and A. Filiztekin (2007),
///   <https://doi.org/10.1016/j.ijresmar.2006.12.005>.
public struct ModifiedBetaGeometricModel: Hashable, Sendable {
    /// The shape of the purchase rates: the smaller, the more the customers differ.
    public let r: Double
    /// The rate of the purchase rates, in units of time: the mean customer buys `r / alpha` times in one.
    public let alpha: Double
    /// The weight of leaving after a purchase.
    public let a: Double
    /// The weight of staying after a purchase.
    public let b: Double
    /// How many days make up the unit of time in which ``alpha`` is given: 1 for days, 7 for weeks.
    public let daysPerUnit: Int

    /// A model of these parameters.
    ///
    /// - Throws: ``ModifiedBetaGeometricModelError``, in the order of its cases.
    public init(
        r: Double,
        alpha: Double,
        a: Double,
        b: Double,
        daysPerUnit: Int
    ) throws(ModifiedBetaGeometricModelError) {
        for (name, value) in [("r", r), ("alpha", alpha), ("a", a), ("b", b)] {
            guard (1e-9...1e9).contains(value) else { throw .parameterOutOfRange(name, value) }
        }
        guard (1...366).contains(daysPerUnit) else { throw .unitOutOfRange(days: daysPerUnit) }
        (self.r, self.alpha, self.a, self.b, self.daysPerUnit) = (r, alpha, a, b, daysPerUnit)
    }
}

/// A reason why parameters do not make a model, in the order in which the reasons are checked.
@nonexhaustive
public enum ModifiedBetaGeometricModelError: Error, Hashable, Sendable {
    /// The parameter of this name is not 10⁻⁹ through 10⁹.
    case parameterOutOfRange(String, Double)
    /// The unit of time is not 1 through 366 days.
    case unitOutOfRange(days: Int)
}

extension ModifiedBetaGeometricModelError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .parameterOutOfRange(let name, let value): "`\(name)` is `\(value)`, not 1e-9 through 1e9"
        case .unitOutOfRange(let days): "a unit of time of `\(days)` is not 1 through 366 days"
        }
    }
}

extension ModifiedBetaGeometricModel: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case version = "v"
        case r = "r"
        case alpha = "alpha"
        case a = "a"
        case b = "b"
        case daysPerUnit = "daysPerUnit"
    }

    private static let version: Int64 = 1

    public init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        let isKnown = object.attempt { try $0.requireVersion(Self.version, of: "a model", forKey: .version) } != nil
        let r = object.read(Double.self, .r)
        let alpha = object.read(Double.self, .alpha)
        let a = object.read(Double.self, .a)
        let b = object.read(Double.self, .b)
        let daysPerUnit = object.read(Int.self, .daysPerUnit)
        guard isKnown, let r, let alpha, let a, let b, let daysPerUnit else { throw object.failure }
        self = try decoder.whole { try Self(r: r, alpha: alpha, a: a, b: b, daysPerUnit: daysPerUnit) }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(Self.version, forKey: .version)
        try container.encode(r, forKey: .r)
        try container.encode(alpha, forKey: .alpha)
        try container.encode(a, forKey: .a)
        try container.encode(b, forKey: .b)
        try container.encode(daysPerUnit, forKey: .daysPerUnit)
    }
}
