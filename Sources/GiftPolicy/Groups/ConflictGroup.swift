public import GiftModel

/// Rules of which a customer is given only some where several have come round on one occasion of deciding.
///
/// Whoever holds a place in the group is found among all rules that might go out by themselves, before caps are shared
/// out among them: a rule that then is held back by a cap keeps its place, and none of lower rank slips in.
///
/// - Wire format: `{"id":"holiday","keep":"first","rules":["mid-autumn","national-day"]}`, or `"best"`, or
///   `{"stack":2}`.
public struct ConflictGroup: Identifiable, Hashable, Sendable {
    /// The name of a group within its policy.
    public typealias ID = Identifier<ConflictGroup>

    /// The identity within the policy.
    public let id: ID
    /// Which of its rules are kept.
    public let keeping: Keeping
    /// The rules, two or more.
    public let rules: Set<RuleReference.ID>

    /// A group of `rules`.
    public init(id: ID, keeping: Keeping, of rules: Set<RuleReference.ID>) {
        self.id = id
        self.keeping = keeping
        self.rules = rules
    }

    /// Which rules of a group are kept.
    ///
    /// The three answers are all there are, so this enum is closed.
    public enum Keeping: Hashable, Sendable {
        /// The one of the highest priority alone.
        case first
        /// The one alone whose best gift is worth most; of equal ones the one of the highest priority.
        case best
        /// So many, by priority.
        case stack(Int64)
    }
}

extension ConflictGroup {
    /// How many rules are kept at most.
    public var limit: Int64 {
        switch keeping {
        case .first, .best: 1
        case .stack(let count): count
        }
    }

    /// The group in one sentence; two different groups never read alike.
    ///
    /// - Complexity: O(*n* log *n*) in the rules.
    public var sentence: LocalizedText {
        let name = LocalizedText(quoting: id.text)
        let list = LocalizedText(listing: rules.sorted().map { LocalizedText(quoting: $0.text) })
        let (english, chinese) =
            switch keeping {
            case .first: ("only the first by priority", "仅保留优先级最高的一项")
            case .best: ("only the one worth most", "仅保留估值最高的一项")
            case .stack(let count): ("at most \(count) by priority", "按优先级至多保留\(count)项")
            }
        return LocalizedText(
            english: "\(name.english): of \(list.english) \(english).",
            chinese: "\(name.chinese)：\(list.chinese)中\(chinese)。"
        )
    }

    /// Every fault of `groups`, in their order, in a policy of these `rules`.
    ///
    /// - Complexity: O(*n* log *n*) in the rules.
    public static func faults(of groups: [ConflictGroup], among rules: Set<RuleReference.ID>) -> [CapFault] {
        var (seen, grouped): (Set<ID>, Set<RuleReference.ID>) = ([], [])
        var faults: [CapFault] = []
        for (index, group) in groups.enumerated() {
            if !seen.insert(group.id).inserted {
                faults.append(CapFault(at: "/\(index)/id", .repeatedName(group.id.text)))
            }
            if case .stack(let count) = group.keeping, !(1...1000).contains(count) {
                faults.append(CapFault(at: "/\(index)/keep/stack", .outOfRange(count, lowest: 1, highest: 1000)))
            }
            if group.rules.count < 2 {
                faults.append(CapFault(at: "/\(index)/rules", .tooFewRules(Int64(group.rules.count))))
            }
            for rule in group.rules.sorted() {
                if !rules.contains(rule) { faults.append(CapFault(at: "/\(index)/rules", .unknownRule(rule))) }
                if !grouped.insert(rule).inserted {
                    faults.append(CapFault(at: "/\(index)/rules", .ruleInTwoGroups(rule)))
                }
            }
        }
        return faults
    }
}

extension ConflictGroup: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case id = "id"
        case keeping = "keep"
        case rules = "rules"
    }

    public init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        let id = object.read(ID.self, .id)
        let keeping = object.read(Keeping.self, .keeping)
        let rules = object.readSet(of: RuleReference.ID.self, .rules)
        guard let id, let keeping, let rules else { throw object.failure }
        self.init(id: id, keeping: keeping, of: rules)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(id, forKey: .id)
        try container.encode(keeping, forKey: .keeping)
        try container.encode(rules.sorted(), forKey: .rules)
    }
}

extension ConflictGroup.Keeping: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case stack = "stack"
    }

    private static let words: [(word: String, keeping: ConflictGroup.Keeping)] = [("first", .first), ("best", .best)]

    public init(from decoder: any Decoder) throws {
        if let word = try? decoder.singleValueContainer().decode(String.self) {
            guard let known = Self.words.first(where: { $0.word == word }) else {
                throw KnownWords(Self.words.map(\.word)).unknown("word", word).error(at: decoder.codingPath)
            }
            self = known.keeping
            return
        }
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        guard let count = object.read(Int64.self, .stack) else { throw object.failure }
        self = .stack(count)
    }

    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .first, .best:
            try Self.words.first { $0.keeping == self }?.word.encode(to: encoder)
        case .stack(let count):
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(count, forKey: .stack)
        }
    }
}
