import GiftModel
import GiftNumerics

/// How many values of a part of the customers lie where in the ranges of a question: its answer.
///
/// Answers of different customers to one question add up to that of all of them, in any order.
///
/// - Wire format: an object with `"v":1`, the `question`, and `counts`: for each of its ranges an array of pairs, the
///   bucket and how many values are in it, buckets ascending and none of them empty.
public struct CutPointCounts: Hashable, Sendable {
    /// The question that is answered.
    public let question: CutPointQuestion
    var histogram: ValueHistogram

    /// The counts of a part without any customer.
    public init(for question: CutPointQuestion) {
        self.question = question
        self.histogram = ValueHistogram(of: question.ranges)
    }

    /// The counts of `values`, one for each customer of a part, in any order.
    ///
    /// - Complexity: O(*n* · *r*) in the numbers of values and of ranges, of which there are fewer than levels.
    public init(of values: [Int64], for question: CutPointQuestion) {
        self.init(for: question)
        histogram.add(values.span)
    }
}

extension CutPointCounts {
    /// Adds the counts of `other`, which must be of other customers, or refuses and changes nothing.
    ///
    /// - Throws: ``CutPointSearchError/otherQuestion``, ``CutPointSearchError/overflow``.
    /// - Complexity: O(*b*) in the number of buckets, which is 14,592 on the first pass and at most 4,096 for each
    ///   range on every other.
    public mutating func merge(_ other: CutPointCounts) throws(CutPointSearchError) {
        guard other.question == question else { throw .otherQuestion }
        guard histogram.merge(other.histogram) else { throw .overflow }
    }
}

extension CutPointCounts: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case formatVersion = "v"
        case question = "question"
        case counts = "counts"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        try container.requireVersion(1, of: "counts for cut points", forKey: .formatVersion)
        self.init(for: try container.decode(CutPointQuestion.self, forKey: .question))
        let counts = try container.decode([[[Int64]]].self, forKey: .counts)
        var isSound = counts.count == question.ranges.count
        for (position, pairs) in counts.enumerated() where isSound {
            for pair in pairs where isSound {
                isSound =
                    pair.count == 2
                    && histogram.set(Int(clamping: pair[0]), ofRangeAt: position, to: pair[1])
            }
            isSound = isSound && zip(pairs, pairs.dropFirst()).allSatisfy { $0[0] < $1[0] }
        }
        guard isSound else {
            throw DecodingError.dataCorruptedError(
                forKey: .counts,
                in: container,
                debugDescription: "each range has pairs of a bucket of it and a count above zero, and buckets ascend"
            )
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(1, forKey: .formatVersion)
        try container.encode(question, forKey: .question)
        let counts = question.ranges.indices.map { position in
            let counts = histogram.counts(ofRangeAt: position)
            return counts.indices
                .filter { counts[$0] > 0 }
                .map { [Int64($0 - counts.startIndex), counts[$0]] }
        }
        try container.encode(counts, forKey: .counts)
    }
}
