import GiftNumerics

/// Groups of points around centers, so that the squared distances to the nearest center sum up to little.
///
/// Every step runs in the order of the points and takes the first of several that are level, so that the same points in
/// the same order and the same seed give the same bits.
///
/// - Source: S. P. Lloyd, "Least squares quantization in PCM", IEEE Transactions on Information Theory 28 (1982),
///   <https://doi.org/10.1109/TIT.1982.1056489>; first centers after D. Arthur and S. Vassilvitskii, "k-means++: the
///   advantages of careful seeding", SODA 2007, <https://dl.acm.org/doi/10.5555/1283383.1283494>.
struct KMeans {
    /// The points, one after another, and how many numbers each has.
    private let points: [Double]
    private let width: Int
    private let count: Int

    /// Centers, and what they come to.
    struct Solution {
        /// The centers, one after another.
        var centers: [Double]
        /// The center that is nearest to each point.
        var nearest: [Int32]
        /// How many points each center is nearest to.
        var sizes: [Int64]
        /// The sum of the squared distances.
        var inertia: Double
    }

    init(points: [Double], width: Int) {
        self.points = points
        self.width = width
        self.count = points.count / width
    }

    /// Returns the best of several solutions, each from `clusters` first centers of its own, or fewer when there are
    /// not as many different points.
    func solution(clusters: Int, seed: UInt64, attempts: Int, rounds: Int) -> Solution {
        var seeds = SplitMix64(seed: seed)
        var best = improved(firstCenters(clusters, seed: seeds.next()), rounds: rounds)
        for _ in 1..<attempts {
            let next = improved(firstCenters(clusters, seed: seeds.next()), rounds: rounds)
            if next.inertia < best.inertia { best = next }
        }
        return best
    }

    /// Draws centers among the points, each point with a chance in proportion to its squared distance from those drawn
    /// before.
    private func firstCenters(_ clusters: Int, seed: UInt64) -> [Double] {
        var random = SplitMix64(seed: seed)
        var centers = Array(points[point(min(count - 1, Int(random.nextUnit() * Double(count))))])
        var distances = [Double](repeating: .infinity, count: count)
        for drawn in 1..<clusters {
            var total = 0.0
            for index in 0..<count {
                let distance = squaredDistance(of: index, to: drawn - 1, of: centers)
                distances[index] = min(distances[index], distance)
                total += distances[index]
            }
            guard total > 0, let farthest = distances.lastIndex(where: { $0 > 0 }) else { break }
            var left = random.nextUnit() * total
            let index = distances.firstIndex { distance in
                left -= distance
                return left < 0
            }
            centers += points[point(index ?? farthest)]
        }
        return centers
    }

    /// Moves each center into the middle of the points that are nearest to it until nothing changes.
    ///
    /// A center that is nearest to no point moves to the point that is farthest from its own.
    private func improved(_ firstCenters: [Double], rounds: Int) -> Solution {
        var centers = firstCenters
        var nearest: [Int32] = []
        for _ in 0..<rounds {
            var (solution, distances, sums) = assigned(to: centers)
            if solution.nearest == nearest { return solution }
            nearest = solution.nearest
            for (cluster, size) in solution.sizes.enumerated() {
                if size > 0 {
                    for feature in 0..<width {
                        centers[cluster * width + feature] = sums[cluster * width + feature] / Double(size)
                    }
                } else if let farthest = distances.indices.max(by: { distances[$0] < distances[$1] }) {
                    for feature in 0..<width {
                        centers[cluster * width + feature] = points[farthest * width + feature]
                    }
                    distances[farthest] = 0
                }
            }
        }
        return assigned(to: centers).solution
    }

    /// Assigns each point to its nearest center, the first of several.
    private func assigned(to centers: [Double]) -> (solution: Solution, distances: [Double], sums: [Double]) {
        let clusters = centers.count / width
        var solution = Solution(centers: centers, nearest: [], sizes: [], inertia: 0)
        solution.nearest.reserveCapacity(count)
        solution.sizes = [Int64](repeating: 0, count: clusters)
        var distances: [Double] = []
        distances.reserveCapacity(count)
        // The coordinates by center, then the squared distances of all.
        var sums = ChunkedSums(width: centers.count + 1)
        for index in 0..<count {
            var (best, distance) = (0, squaredDistance(of: index, to: 0, of: centers))
            for cluster in 1..<max(1, clusters) {
                let other = squaredDistance(of: index, to: cluster, of: centers)
                if other < distance { (best, distance) = (cluster, other) }
            }
            solution.nearest.append(Int32(best))
            solution.sizes[best] += 1
            distances.append(distance)
            sums.addRow { sums in
                for feature in 0..<width { sums[best * width + feature] += points[index * width + feature] }
                sums[centers.count] += distance
            }
        }
        let total = sums.total
        solution.inertia = total[centers.count]
        return (solution, distances, total)
    }

    private func point(_ index: Int) -> Range<Int> { index * width..<(index + 1) * width }

    private func squaredDistance(of index: Int, to cluster: Int, of centers: [Double]) -> Double {
        var sum = 0.0
        for feature in 0..<width {
            let distance = points[index * width + feature] - centers[cluster * width + feature]
            sum += distance * distance
        }
        return sum
    }
}
