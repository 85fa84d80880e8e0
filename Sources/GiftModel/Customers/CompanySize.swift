/// How many people work for a customer's company, as closely as it is known.
///
/// Hosts often know a band only, so a size is a range; a number that is known exactly is a range of one.
///
/// - Range: zero or more people.
/// - Wire format: `{"atLeast":50,"through":249}`; without `through` there is no known end.
public struct CompanySize: Hashable, Sendable {
    /// The least number it can be.
    public let atLeast: Int64
    /// The greatest number it can be, or `nil` when that is not known.
    public let through: Int64?

    /// A size in that range, or `nil` when it is empty or begins below zero.
    public init?(atLeast: Int64, through: Int64? = nil) {
        guard atLeast >= 0, atLeast <= through ?? .max else { return nil }
        self.atLeast = atLeast
        self.through = through
    }
}

extension CompanySize: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case atLeast = "atLeast"
        case through = "through"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        let size = Self(
            atLeast: try container.decode(Int64.self, forKey: .atLeast),
            through: try container.decodeIfPresent(Int64.self, forKey: .through)
        )
        guard let size else {
            let problem = "the size of a company begins at zero or more and does not end before it begins"
            throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: problem))
        }
        self = size
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(atLeast, forKey: .atLeast)
        try container.encodeIfPresent(through, forKey: .through)
    }
}
