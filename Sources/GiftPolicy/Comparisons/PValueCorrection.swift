/// How probabilities are put right where several questions are asked at once.
///
/// Of twenty questions whose answer is no, one seems to be yes by chance. The first two keep the chance of any such
/// answer low, the other two the share of them among all answers of yes.
///
/// The four answers are all there are, so this enum is closed.
public enum PValueCorrection: String, Hashable, Sendable, CaseIterable {
    /// Each is multiplied by their number.
    case bonferroni = "bonferroni"
    /// The lowest by their number, the next by one less, and so on; never weaker than the first.
    case holm = "holm"
    /// Each by their number over its rank.
    case benjaminiHochberg = "benjaminiHochberg"
    /// The same where the questions depend on each other in any way.
    case benjaminiYekutieli = "benjaminiYekutieli"
}

extension PValueCorrection {
    /// Returns `values` put right, in their order, none above one.
    ///
    /// - Parameter values: Probabilities, zero through one.
    /// - Complexity: O(*n* log *n*).
    /// - Source: <https://en.wikipedia.org/wiki/Holm%E2%80%93Bonferroni_method>, Y. Benjamini and Y. Hochberg (1995)
    ///   and Y. Benjamini and D. Yekutieli (2001),
    ///   <https://en.wikipedia.org/wiki/False_discovery_rate#Controlling_procedures>.
    public func corrected(_ values: [Double]) -> [Double] {
        precondition(values.allSatisfy { (0...1).contains($0) }, "a probability is zero through one")
        let count = Double(values.count)
        let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
        var corrected = values
        switch self {
        case .bonferroni:
            corrected = values.map { min(1, $0 * count) }
        case .holm:
            var highest = 0.0
            for (rank, index) in order.enumerated() {
                highest = max(highest, min(1, values[index] * (count - Double(rank))))
                corrected[index] = highest
            }
        case .benjaminiHochberg, .benjaminiYekutieli:
            let penalty = self == .benjaminiHochberg ? 1 : (0..<values.count).reduce(0) { $0 + 1 / Double($1 + 1) }
            var lowest = 1.0
            for (rank, index) in order.enumerated().reversed() {
                lowest = min(lowest, values[index] * (count / Double(rank + 1) * penalty))
                corrected[index] = lowest
            }
        }
        return corrected
    }
}
