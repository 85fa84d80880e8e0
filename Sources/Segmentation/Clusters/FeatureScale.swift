/// Mean and standard deviation of each feature, by which features of different units are made comparable.
struct FeatureScale: Hashable {
    let means: [Double]
    /// The deviations of the whole, not of a sample; one where all customers are equal.
    let deviations: [Double]

    init(means: [Double], deviations: [Double]) {
        self.means = means
        self.deviations = deviations
    }

    /// The scale of `table`, which has a customer.
    ///
    /// Sums are taken of distances from the first customer, so that equal numbers deviate by exactly nothing.
    init(of table: FeatureTable) {
        let (width, numbers) = (table.features.count, table.numbers)
        func means(of term: (Double, Int) -> Double) -> [Double] {
            var sums = ChunkedSums(width: width)
            for start in stride(from: 0, to: numbers.count, by: width) {
                sums.addRow { sums in
                    for feature in 0..<width { sums[feature] += term(numbers[start + feature], feature) }
                }
            }
            return sums.total.map { $0 / Double(table.customers.count) }
        }
        let shifts = means { $0 - numbers[$1] }
        let variances = means { number, feature in
            let distance = (number - numbers[feature]) - shifts[feature]
            return distance * distance
        }
        self.means = (0..<width).map { numbers[$0] + shifts[$0] }
        self.deviations = variances.map { $0 > 0 ? $0.squareRoot() : 1 }
    }

    /// Returns `number` of `feature` in deviations from the mean.
    func standardized(_ number: Double, of feature: Int) -> Double { (number - means[feature]) / deviations[feature] }

    /// Returns what `number` of `feature`, in deviations from the mean, is in the units of the feature.
    func restored(_ number: Double, of feature: Int) -> Double { means[feature] + number * deviations[feature] }
}
