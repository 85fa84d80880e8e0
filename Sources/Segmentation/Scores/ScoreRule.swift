import GiftModel

/// How customers are scored on one dimension: by cut points that are learned, or by fixed ones.
///
/// - Wire format: `{"dimension":"recency","levels":5,"rule":"typeOne"}`, or
///   `{"cutPoints":[1,2,4,8],"dimension":"frequency"}`; recency counts days below zero.
public struct ScoreRule: Hashable, Sendable {
    /// What is scored.
    public let dimension: ScoreDimension
    /// Where the score rises.
    public let cuts: Cuts

    /// Where cut points come from; the two are all there are, so this enum is closed.
    public enum Cuts: Hashable, Sendable {
        /// Learned from all customers, for so many levels.
        case learned(CutRule, levels: Int)
        /// Fixed by the host, whoever the customers are.
        case given(CutPoints)

        /// How many scores there are to be.
        public var levels: Int {
            switch self {
            case .learned(_, let levels): levels
            case .given(let cutPoints): cutPoints.levels
            }
        }
    }

    /// A rule that scores `dimension` by `cuts`.
    public init(_ dimension: ScoreDimension, _ cuts: Cuts) {
        self.dimension = dimension
        self.cuts = cuts
    }
}

extension ScoreRule: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case dimension = "dimension"
        case rule = "rule"
        case levels = "levels"
        case cutPoints = "cutPoints"
    }

    public init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        let dimension = object.read(ScoreDimension.self, .dimension)
        let cuts: Cuts?
        if object.keys.contains(.cutPoints) {
            for key in [CodingKeys.rule, .levels] where object.keys.contains(key) {
                object.refuse("/\(key.rawValue)", .impossible("cut points that are given are not learned"))
            }
            cuts = object.read(CutPoints.self, .cutPoints).map { .given($0) }
        } else {
            let rule = object.read(CutRule.self, .rule)
            let levels = object.read(Int.self, .levels)
            cuts = if let rule, let levels { .learned(rule, levels: levels) } else { nil }
        }
        guard let dimension, let cuts else { throw object.failure }
        self.init(dimension, cuts)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(dimension, forKey: .dimension)
        switch cuts {
        case .learned(let rule, let levels):
            try container.encode(rule, forKey: .rule)
            try container.encode(levels, forKey: .levels)
        case .given(let cutPoints): try container.encode(cutPoints, forKey: .cutPoints)
        }
    }
}
