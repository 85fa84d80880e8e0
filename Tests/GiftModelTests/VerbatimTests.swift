import GiftModel
import GiftTesting
import Testing

private typealias Term = Identifier<MentionCounts.Term>

private func counts(_ spellings: [Term: [String]], in text: String) -> [Term: Int64] {
    TermList(spellings)!.mentions(in: text).counts
}

@Suite struct `A sentiment` {
    @Test func `R-DATA-04 Has a label, a score from -1000 through 1000 and a model`() {
        let sentiment = Sentiment(.anger, scorePerMille: -820, by: "mood-3")
        #expect(sentiment?.label == .anger && sentiment?.scorePerMille == -820 && sentiment?.model == "mood-3")
        #expect([-1000, 1000].allSatisfy { Sentiment(.joy, scorePerMille: $0, by: "m") != nil })
        #expect([-1001, 1001, .min, .max].allSatisfy { Sentiment(.joy, scorePerMille: $0, by: "m") == nil })
    }

    @Test func `R-DATA-04 Has titles in both languages, or the host's own name`() {
        let labels: [SentimentLabel] = [.anger, .anxiety, .disappointment, .neutral, .satisfaction, .joy]
        #expect(labels.map { $0.title[.chinese] } == ["愤怒", "焦虑", "失望", "中性", "满意", "喜悦"])
        #expect(labels.map { $0.title[.english].lowercased() } == labels.map(\.name.text))
        #expect(SentimentLabel("gratitude").title[.chinese] == "gratitude")
    }

    @Test func `The wire format never changes`() throws {
        let sentiment = Sentiment("gratitude", scorePerMille: 900, by: "mood-3")!
        try expectWireFormat(of: sentiment, toBe: #"{"label":"gratitude","model":"mood-3","scorePerMille":900}"#)
        let unknown = refusal(
            of: #"{"label":"joy","model":"m","scorePerMille":1,"text":"so glad"}"#,
            as: Sentiment.self
        )
        #expect(unknown.hasPrefix("unknown key `text`"), "a stored value holds no words of a customer's")
        try expectWireFormat(of: Verbatim(id: "t-7"), toBe: #"{"id":"t-7"}"#)
    }
}

@Suite struct `An analyzer` {
    private struct Unreachable: Error {}

    /// Stands in for a model: it feels anger in exclamation marks, and tires of long texts.
    private struct Marks: SentimentAnalyzer {
        func sentiment(of text: String) async throws -> Sentiment? {
            guard text.count < 40 else { throw Unreachable() }
            guard !text.isEmpty else { return nil }
            return Sentiment(
                text.contains("!") ? .anger : .neutral,
                scorePerMille: text.contains("!") ? -700 : 0,
                by: "marks"
            )
        }
    }

    private let terms = TermList(["case": ["case", "手机壳"], "screen": ["screen"]])!

    @Test func `R-DATA-04 Is asked for the sentiment of a text, of which only the name is kept`() async throws {
        let verbatim = try await Marks().verbatim("t-7", saying: "The case! 手机壳坏了!", mentioning: terms)
        #expect(verbatim.id == "t-7")
        #expect(verbatim.sentiment == Sentiment(.anger, scorePerMille: -700, by: "marks"))
        #expect(verbatim.mentions.counts == ["case": 2])
    }

    @Test func `R-DATA-04 May not be able to tell, which is not neutral`() async throws {
        #expect(try await Marks().verbatim("t", saying: "", mentioning: terms).sentiment == nil)
    }

    @Test func `R-DATA-04 Passes on what its model throws`() async {
        let long = String(repeating: "case ", count: 9)
        await #expect(throws: Unreachable.self) {
            try await Marks().verbatim("t", saying: long, mentioning: terms)
        }
    }
}

@Suite struct `A list of terms` {
    struct Case: CustomTestStringConvertible {
        let spellings: [String]
        let text: String
        let count: Int64
        let testDescription: String

        init(_ count: Int64, _ spellings: String..., in text: String) {
            (self.count, self.spellings, self.text) = (count, spellings, text)
            self.testDescription = "\(spellings) in \(text)"
        }
    }

    @Test(arguments: [
        Case(2, "art", in: "art, ART"), Case(0, "art", in: "party arts cart"), Case(1, "ART", in: "(art)"),
        Case(0, "art", in: "art1 1art artÉ éart art\u{435}"), Case(2, "art", in: "art_ art-house"),
        Case(1, "art", in: "art's"),
        Case(1, "電池", in: "換電池了"), Case(2, "电池", in: "电池电池"), Case(1, "iPhone", in: "我的iPhone要换"),
        Case(1, "5G", in: "用5G手机"), Case(0, "5G", in: "15G 5GB"), Case(2, "5G手机", in: "5G手机5g手机"),
        Case(1, "手机app", in: "手机APP好"), Case(0, "手机app", in: "手机apps"), Case(1, "アプリ", in: "このアプリは"),
        Case(1, "C++", in: "C++, not C"), Case(1, "C++", in: "C++17"),
        Case(2, "phone case", in: "phone case phone case"),
        Case(1, "phone", "phone case", in: "phone case"), Case(2, "phone", "phone case", in: "phone phone case"),
        Case(1, "phone case", "case study", in: "phone case study"),
        Case(1, "phone", "phone case", "case", in: "phone case"), Case(2, "哈哈", in: "哈哈哈哈哈"),
        Case(1, "ab", "b c", in: "ab c"), Case(1, "battery", "battery", in: "Battery"),
        Case(0, "cafe", in: "cafe\u{301}"), Case(0, "caf\u{E9}", in: "cafe\u{301}"),
        Case(1, "cafe\u{301}", in: "le cafe\u{301}."), Case(0, "b", in: "e\u{301}b"),
        Case(1, "iPhone", in: "❤\u{FE0F}iPhone"), Case(1, "❤", in: "ab❤\u{FE0F}cd"), Case(0, "É", in: "é"),
        Case(0, "tea", in: ""), Case(1, "tea", in: "tea"),
    ])
    func `R-DATA-04 Finds words where they stand alone, and Chinese anywhere, once in one place`(test: Case) {
        let found = counts(["term": test.spellings], in: test.text)
        #expect(found == (test.count == 0 ? [:] : ["term": test.count]))
    }

    @Test func `R-DATA-04 Looks for each term by itself`() {
        let spellings: [Term: [String]] = ["case": ["case"], "phone": ["phone", "phone case"], "tea": ["茶"]]
        #expect(counts(spellings, in: "Phone case, 奶茶") == ["case": 1, "phone": 1, "tea": 1])
    }

    @Test func `R-DATA-04 Has no term without a spelling and no empty spelling`() {
        #expect(TermList([:])?.mentions(in: "tea").counts == [:])
        #expect(TermList(["tea": []]) == nil && TermList(["tea": ["tea", ""]]) == nil)
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func `R-DATA-04 Counts as does who lists every occurrence and takes them from the left, the longest first`(
        seed: UInt64
    ) {
        var random = SeededGenerator(seed: seed)
        func text(_ lengths: ClosedRange<Int>) -> String {
            (0..<Int.random(in: lengths, using: &random))
                .map { _ in ["a", "A", "茶", "电", "é", "+"].randomElement(using: &random)! }.joined()
        }
        let spellings: [Term: [String]] = [
            "x": (0..<4).map { _ in text(1...3) }, "y": (0..<2).map { _ in text(1...2) },
        ]
        let said = text(0...40)
        let letters = said.map { String($0) }
        let words: Set = ["a", "A", "é"]
        let naive = spellings.mapValues { texts -> Int64 in
            var places: [Range<Int>] = []
            for spelling in texts {
                for start in letters.indices where start + spelling.count <= letters.count {
                    let end = start + spelling.count
                    guard letters[start..<end].joined().lowercased() == spelling.lowercased() else { continue }
                    let runsOnBefore = start > 0 && words.contains(letters[start - 1]) && words.contains(letters[start])
                    let runsOnAfter =
                        end < letters.count && words.contains(letters[end]) && words.contains(letters[end - 1])
                    if !runsOnBefore && !runsOnAfter { places.append(start..<end) }
                }
            }
            places.sort { ($0.lowerBound, $1.count) < ($1.lowerBound, $0.count) }
            var taken: [Range<Int>] = []
            for place in places where taken.allSatisfy({ !$0.overlaps(place) }) { taken.append(place) }
            return Int64(taken.count)
        }
        #expect(counts(spellings, in: said) == naive.filter { $0.value > 0 })
    }
}

@Suite struct `Mentions` {
    @Test(arguments: 0..<200 as Range<UInt64>)
    func `R-DATA-04 Add up to the same in every order and in parts`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let terms: [Term] = ["a", "b", "c"]
        let texts = (0..<6)
            .map { _ in
                let counts = terms.map { ($0, Int64.random(in: 0...9, using: &random)) }.filter { $0.1 > 0 }
                return MentionCounts(Dictionary(uniqueKeysWithValues: counts))!
            }
        func sum(_ texts: some Sequence<MentionCounts>) -> MentionCounts {
            texts.reduce(into: MentionCounts()) { $0.merge($1) }
        }
        let whole = sum(texts)
        for term in terms { #expect(whole[term] == texts.reduce(0) { $0 + $1[term] }) }
        #expect(sum(texts.shuffled(using: &random)) == whole)
        #expect(sum([sum(texts[..<3]), sum(texts[3...])]) == whole)
    }

    @Test func `R-DATA-04 Are one or more of every term, and stay at the greatest number there is`() {
        #expect(MentionCounts(["a": 0]) == nil && MentionCounts(["a": -1]) == nil)
        var most = MentionCounts(["a": .max])!
        most.merge(MentionCounts(["a": 1, "b": 1])!)
        #expect(most.counts == ["a": .max, "b": 1] && most["c"] == 0)
    }

    @Test func `The wire format never changes`() throws {
        try expectWireFormat(of: MentionCounts(["电池": 2, "delivery": 1])!, toBe: #"{"delivery":1,"电池":2}"#)
    }
}
