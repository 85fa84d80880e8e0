public import GiftModel

/// A label of the host's, declared with the kind of its values and, where that is known, with the values themselves.
///
/// What a customer's label says beside the declared values counts as not known. Only of a label whose values are
/// declared can an analysis find that a comparison always holds.
///
/// - Wire format: `{"id":"nps","kind":"number"}`, of numbers with `"from":0` and `"through":10` where there are such
///   ends, of words with `"words":["x","y"]` where there are no others.
public struct SegmentLabel: Identifiable, Hashable, Sendable {
    /// The name by which conditions refer to it.
    public let id: Identifier<Label>
    /// What sort of value it has.
    public let kind: SegmentValue.Kind
    /// The numbers that it can be, or `nil` when it can be any or is no number.
    public let numbers: ClosedRange<Int64>?
    /// The words that it can be, or none when it can be any or is no word.
    public let words: [SegmentValue.Word]

    /// A label called `id` with any values of `kind`.
    public init(id: Identifier<Label>, kind: SegmentValue.Kind) {
        self.id = id
        self.kind = kind
        self.numbers = nil
        self.words = []
    }

    /// A label called `id` that is one of these `numbers`.
    public init(id: Identifier<Label>, numbers: ClosedRange<Int64>) {
        self.id = id
        self.kind = .number
        self.numbers = numbers == .min ... .max ? nil : numbers
        self.words = []
    }

    /// A label called `id` that is one of these `words`, in the order in which an analysis tries them.
    public init(id: Identifier<Label>, words: [SegmentValue.Word]) {
        precondition(!words.isEmpty, "a label whose words are told has some")
        self.id = id
        self.kind = .word
        self.numbers = nil
        self.words = words
    }
}

extension SegmentLabel: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case id = "id"
        case kind = "kind"
        case lowest = "from"
        case highest = "through"
        case words = "words"
    }

    public init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        let id = object.read(Identifier<Label>.self, .id)
        let kind = object.read(SegmentValue.Kind.self, .kind)
        let lowest = object.readIfPresent(Int64.self, .lowest)
        let highest = object.readIfPresent(Int64.self, .highest)
        let words = object.readIfPresent([SegmentValue.Word].self, .words)
        guard let id, let kind, let lowest, let highest, let words else { throw object.failure }
        let strange = object.keys.filter { key in
            switch key {
            case .id, .kind: false
            case .lowest, .highest: kind != .number
            case .words: kind != .word
            }
        }
        for key in strange.map(\.rawValue).sorted() {
            object.refuse("/\(key)", .impossible("a label of the kind `\(kind.rawValue)` has no `\(key)`"))
        }
        let (first, last) = (lowest ?? .min, highest ?? .max)
        if first > last { object.refuse("/through", .impossible("no number lies from \(first) through \(last)")) }
        if let words, words.isEmpty { object.refuse("/words", .impossible("the list is empty")) }
        guard strange.isEmpty, first <= last, words?.isEmpty != true else { throw object.failure }
        if let words {
            self.init(id: id, words: words)
        } else if kind == .number {
            self.init(id: id, numbers: first...last)
        } else {
            self.init(id: id, kind: kind)
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(id, forKey: .id)
        try container.encode(kind, forKey: .kind)
        if let numbers, numbers.lowerBound > .min { try container.encode(numbers.lowerBound, forKey: .lowest) }
        if let numbers, numbers.upperBound < .max { try container.encode(numbers.upperBound, forKey: .highest) }
        if !words.isEmpty { try container.encode(words, forKey: .words) }
    }
}
