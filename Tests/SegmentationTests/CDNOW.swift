import Foundation

/// The CDNOW customers with their reference scores; see the fixture's README.
enum CDNOW {
    struct Row {
        let customer: Int
        /// Recency, frequency, monetary value and months, in the sense of scores: more is better.
        let values: [Int64]
        /// The four scores under each convention.
        let scores: [String: [Int]]
    }

    static let rows: [Row] = {
        let url = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/cdnow_rfm.csv")
        let lines = ((try? String(contentsOf: url, encoding: .utf8)) ?? "").split(separator: "\n")
        let names = lines.first?.split(separator: ",").map(String.init) ?? []
        return lines.dropFirst()
            .map { line in
                let fields = line.split(separator: ",")
                let values = fields[1...4].map { Int64($0)! }
                let scores = fields[5...].map { $0.map { $0.wholeNumberValue! } }
                return Row(
                    customer: Int(fields[0])!,
                    values: [-values[0]] + values[1...],
                    scores: Dictionary(uniqueKeysWithValues: zip(names[5...], scores))
                )
            }
    }()

    /// All values of the first, second, third or fourth metric.
    static func sample(_ metric: Int) -> [Int64] { rows.map { $0.values[metric] } }
}
