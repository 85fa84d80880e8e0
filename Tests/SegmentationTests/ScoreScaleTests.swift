import Foundation
import GiftModel
import GiftTesting
import Segmentation
import Testing

@Suite struct `A scale of scores` {
    static let today = day("2011-03-10")

    /// Ten customers who bought 1 to 10 times, on as many days, the last one on the last day.
    static let figures: [PurchaseFigures] = (1...10)
        .compactMap { count in
            let last = today.adding(days: count - 10)!
            let events = (0..<count).map { (last.adding(days: -$0)!.description, Int64(100)) as Shop.Event }
            return Shop.summary(events).figures(asOf: today)
        }

    static func counts(_ figures: [PurchaseFigures] = figures, by rules: ScoreRules) throws -> ScoreCounts {
        var counts = ScoreCounts(by: rules, asOf: today, in: .eur)
        try counts.add(figures)
        return counts
    }

    /// Learned, fixed and given cut points, and two dimensions beside the three.
    static func mixedRules() throws -> ScoreRules {
        try ScoreRules(
            spend: .sales,
            [
                ScoreRule("storeVisits", .learned(.midrank, levels: 3)),
                ScoreRule(.monetary, .given(#require(CutPoints([300, 800])))),
                ScoreRule(.averageOrderValue, .learned(.qcut, levels: 5)),
                ScoreRule(.recency, .given(#require(CutPoints(withinDays: [0, 3])))),
            ]
        )
    }

    static func canonical(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    @Test func `R-SEG-01 Scores recency, frequency and monetary value from 1 to 5`() throws {
        let scale = try #require(try ScoreScale(dividing: Self.figures, spend: .sales))
        #expect(Self.figures.map { scale.scores(of: $0).recency } == [1, 1, 2, 2, 3, 3, 4, 4, 5, 5])
        #expect(Self.figures.map { scale.scores(of: $0).frequency } == [1, 1, 2, 2, 3, 3, 4, 4, 5, 5])
        #expect(Self.figures.map { scale.scores(of: $0).monetary } == [1, 1, 2, 2, 3, 3, 4, 4, 5, 5])
        #expect(scale.scores(of: Self.figures[7]).cell == "444")
        #expect((scale.asOf, scale.customers, scale.spend, scale.currency) == (Self.today, 10, .sales, .eur))
    }

    @Test func `R-SEG-01 Keeps how many had each score, so that an empty level is seen`() throws {
        let few = [Self.figures[0], Self.figures[0], Self.figures[0], Self.figures[9]]
        let scale = try #require(try ScoreScale(dividing: few, spend: .sales))
        #expect(scale.frequency.distribution.counts == [3, 0, 0, 1, 0])
        #expect(scale.frequency.distribution.emptyLevels == [2, 3, 5])
        #expect(scale.frequency.rule == .typeOne)
    }

    @Test func `R-SEG-02 Mixes learned, fixed and given cut points over dimensions of the host's own`() throws {
        var counts = try Self.counts(by: Self.mixedRules())
        counts.add([4, 0, 9], on: "storeVisits")
        let scale = try #require(ScoreScale(from: counts))
        #expect(
            scale.dimensions.map(\.dimension)
                == [.recency, .frequency, .monetary, .averageOrderValue, "storeVisits"]
        )
        #expect(scale.dimensions.map(\.rule) == [nil, .typeOne, nil, .qcut, .midrank])
        #expect(
            Self.figures.map { scale.scores(of: $0).cell }.joined(separator: " ")
                == "111 111 121 122 132 132 242 242 253 353"
        )
        #expect([-1, 0, 4, 5, 9].map { scale.score(of: $0, on: "storeVisits") } == [1, 1, 2, 3, 3])
        #expect(scale.score(of: 4, on: .engagement) == nil)
        #expect(scale["storeVisits"]?.distribution.counts == [1, 1, 1])
        let visits = scale.reason(for: 4, on: "storeVisits")
        #expect(
            visits?.text(in: .english, from: .segmentation) == "storeVisits scores 2: 4, within 1 to 4"
        )
        #expect(scale.reason(for: 4, on: .points) == nil)
    }

    @Test func `R-SEG-02 Scores what customers pay at a time, and the points they have`() throws {
        let rules = try ScoreRules(
            spend: .net,
            [
                ScoreRule(.averageOrderValue, .learned(.typeOne, levels: 2)),
                ScoreRule(.points, .given(#require(CutPoints([0, 500])))),
                ScoreRule(.engagement, .learned(.typeOne, levels: 5)),
            ]
        )
        let orders = [[100, 200], [300], [900, -100]]
            .map { amounts in
                Shop.summary(amounts.map { ("2011-03-01", $0) }).figures(asOf: Self.today)!
            }
        #expect(orders.map { $0.value(on: .averageOrderValue, spend: .net) } == [150, 300, 800])
        #expect(orders[0].value(on: .points, spend: .net) == nil)
        let returned = Shop.summary(of: [
            Shop.order("o-1", "2011-03-01", 1_00), Shop.order("o-2", "2011-03-02", 9_01),
            Shop.goods("r", of: "o-2", "2011-03-03", 9_02),
        ])
        let figures = try #require(returned.figures(asOf: Self.today))
        #expect(figures.value(on: .averageOrderValue, spend: .sales) == 5_00, "what came back was two orders once")
        #expect(figures.value(on: .averageOrderValue, spend: .net) == 99)
        let scale = try #require(ScoreScale(from: Self.counts(orders, by: rules)))
        #expect(scale[.averageOrderValue]?.cutPoints.values == [300])
        #expect(
            scale.reason(for: 800, on: .averageOrderValue)?.text(in: .english, from: .segmentation)
                == "Average order value scores 2: 8.00 EUR, at least 3.01 EUR"
        )
        #expect(scale.score(of: 700, on: .points) == 3)
        #expect(scale[.points]?.distribution.counts == [0, 0, 0])
        #expect(scale[.engagement] == nil, "nothing is known of it, so nothing can be learned")
    }

    @Test func `R-SEG-01 Needs nobody where every threshold is given, and somebody where one is learned`() throws {
        let given = try #require(CutPoints([1, 2]))
        let fixed = try ScoreRules(
            spend: .net,
            [ScoreDimension.recency, .frequency, .monetary].map { ScoreRule($0, .given(given)) }
        )
        #expect(try ScoreScale(from: Self.counts([], by: fixed))?.customers == 0)
        #expect(try ScoreScale(from: Self.counts([], by: ScoreRules(spend: .net))) == nil)
        #expect(try ScoreScale(dividing: [], spend: .net) == nil)
    }

    @Test func `R-SEG-01 Explains each score by the value and its range`() throws {
        let scale = try #require(try ScoreScale(dividing: Self.figures, spend: .sales))
        #expect(
            scale.reasons(for: Self.figures[9]).map { $0.text(in: .english, from: .segmentation) } == [
                "Recency scores 5: 0 days, at most 1 day",
                "Frequency scores 5: 10 days, at least 9 days",
                "Monetary value scores 5: 10.00 EUR, at least 8.01 EUR",
            ]
        )
        #expect(
            scale.reasons(for: Self.figures[2]).map { $0.text(in: .chinese, from: .segmentation) } == [
                "近度得2分：7天，介于6天与7天之间", "频度得2分：3天，介于3天与4天之间", "额度得2分：3.00 EUR，介于2.01 EUR与4.00 EUR之间",
            ]
        )
        #expect(
            scale.reasons(for: Self.figures[0])[0].text(in: .english, from: .segmentation)
                == "Recency scores 1: 9 days, at least 8 days"
        )
        #expect(
            scale.monetary.share(ofScore: 5)?.text(in: .english, from: .segmentation)
                == "Monetary value: 2 of 10 customers score 5 or higher"
        )
    }

    @Test func `R-SEG-01 Says that no other value scores the same, where that is so`() throws {
        let cuts = try #require(CutPoints([1, 1, 2, 3]))
        let scale = try #require(
            ScoreScale(from: Self.counts(by: try ScoreRules(spend: .net, [ScoreRule(.frequency, .given(cuts))])))
        )
        func text(_ value: Int64) -> String? {
            scale.reason(for: value, on: .frequency)?.text(in: .english, from: .segmentation)
        }
        #expect(text(2) == "Frequency scores 3: 2 days, as no other value does")
        #expect(text(4) == "Frequency scores 5: 4 days, at least 4 days")
    }

    @Test func `R-SEG-01 Explains the most distant of days without overflow`() throws {
        let ends = try #require(CutPoints([.min, .max]))
        let rules = try ScoreRules(spend: .net, [ScoreRule(.recency, .given(ends))])
        let scale = try #require(ScoreScale(from: Self.counts(by: rules)))
        for value in [Int64.min, 0, .max] { #expect(scale.reason(for: value, on: .recency) != nil) }
    }

    @Test(arguments: 0..<64 as Range<UInt64>)
    func `R-SEG-13 Is the same from any partition of the customers, merged in any order, byte for byte`(seed: UInt64)
        throws
    {
        var random = SeededGenerator(seed: seed)
        let rules = try Self.mixedRules()
        let visits = (0..<40).map { _ in Int64.random(in: 0...9, using: &random) }
        var batch = try Self.counts(by: rules)
        batch.add(visits, on: "storeVisits")

        var parts = (0...seed).map { _ in ScoreCounts(by: rules, asOf: Self.today, in: .eur) }
        for figures in Self.figures.shuffled(using: &random) {
            try parts[Int.random(in: parts.indices, using: &random)].add([figures])
        }
        for value in visits { parts[Int.random(in: parts.indices, using: &random)].add([value], on: "storeVisits") }
        var merged = ScoreCounts(by: rules, asOf: Self.today, in: .eur)
        for part in parts.shuffled(using: &random) {
            let sent = try JSONDecoder().decode(ScoreCounts.self, from: JSONEncoder().encode(part))
            try merged.merge(sent)
        }
        #expect(merged == batch)
        #expect(try Self.canonical(merged) == Self.canonical(batch))
        #expect(try Self.canonical(ScoreScale(from: merged)) == Self.canonical(ScoreScale(from: batch)))
    }

    @Test func `R-SEG-13 Is not learned from parts that do not belong together`() throws {
        let rules = try ScoreRules(spend: .net)
        var counts = ScoreCounts(by: rules, asOf: Self.today, in: .eur)
        let before = counts
        let others = [
            (ScoreCounts(by: try ScoreRules(spend: .sales), asOf: Self.today, in: .usd), ScoreCountsError.otherRules),
            (
                ScoreCounts(by: rules, asOf: day("2011-03-09"), in: .usd),
                .otherDay(day("2011-03-09"), expected: Self.today)
            ), (ScoreCounts(by: rules, asOf: Self.today, in: .usd), .currencyMismatch(.usd, expected: .eur)),
        ]
        for (other, error) in others {
            #expect(throws: error) { try counts.merge(other) }
            #expect(!"\(error)".isEmpty)
        }
        let dollars = ScoreCounts(by: rules, asOf: Self.today, in: .usd)
        #expect(throws: PurchaseSummaryError.currencyMismatch(.eur, expected: .usd)) {
            var dollars = dollars
            try dollars.add(Self.figures)
        }
        #expect(counts == before)
    }

    @Test func `The wire format never changes`() throws {
        let scale = try #require(ScoreScale(from: Self.counts(by: Self.mixedRules())))
        let stored =
            #"{"asOf":"2011-03-10","currency":"EUR","dimensions":["#
            + #"{"cutPoints":[-4,-1],"dimension":"recency","distribution":[6,3,1]},"#
            + #"{"cutPoints":[2,4,6,8],"dimension":"frequency","distribution":[2,2,2,2,2],"rule":"typeOne"},"#
            + #"{"cutPoints":[300,800],"dimension":"monetary","distribution":[3,5,2]},"#
            + #"{"cutPoints":[],"dimension":"averageOrderValue","distribution":[10],"rule":"qcut"}],"#
            + #""spend":"sales","v":1}"#
        #expect(try Self.canonical(scale) == stored)
        #expect(try JSONDecoder().decode(ScoreScale.self, from: Data(stored.utf8)) == scale)

        let counts = try Self.counts(Array(Self.figures[..<2]), by: ScoreRules(spend: .net))
        let storedCounts =
            #"{"asOf":"2011-03-10","counts":[[[-9,1],[-8,1]],[[1,1],[2,1]],[[100,1],[200,1]]],"currency":"EUR","#
            + #""rules":{"dimensions":[{"dimension":"recency","levels":5,"rule":"typeOne"},"#
            + #"{"dimension":"frequency","levels":5,"rule":"typeOne"},"#
            + #"{"dimension":"monetary","levels":5,"rule":"typeOne"}],"spend":"net"},"v":1}"#
        #expect(try Self.canonical(counts) == storedCounts)
        #expect(try JSONDecoder().decode(ScoreCounts.self, from: Data(storedCounts.utf8)) == counts)
        #expect(counts[.frequency]?.customers == 2)
    }

    @Test(arguments: [
        (#""v":1"#, #""v":2"#), ("[6,3,1]", "[6,4]"), ("[6,3,1]", "[6,3,-1]"), ("frequency", "monetary"),
        ("averageOrderValue", "recency"), ("[-4,-1]", "[-1,-4]"),
    ])
    func `Of another version, or whose dimensions do not fit together, is an error`(old: String, new: String) throws {
        let scale = try #require(ScoreScale(from: Self.counts(by: Self.mixedRules())))
        let stored = try Self.canonical(scale).replacing(old, with: new)
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(ScoreScale.self, from: Data(stored.utf8)) }
    }

    @Test(arguments: [
        (#""v":1"#, #""v":2"#), (#""counts":[[],"#, #""counts":["#), (#""counts":[[],"#, #""counts":[[[-9,1]],"#),
        ("EUR", "euro"),
    ])
    func `Counts of another version, or that do not fit their rules, are an error`(old: String, new: String) throws {
        let stored = try Self.canonical(Self.counts([], by: ScoreRules(spend: .net))).replacing(old, with: new)
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(ScoreCounts.self, from: Data(stored.utf8)) }
    }
}

@Suite struct `Rules of scores` {
    private func decoded(_ text: String) throws -> ScoreRules {
        try JSONDecoder().decode(ScoreRules.self, from: Data(text.utf8))
    }

    @Test func `R-SEG-01 Score three dimensions by quintiles where nothing is said of them`() throws {
        let rules = try decoded(#"{"spend":"net"}"#)
        #expect(try rules == ScoreRules(spend: .net))
        #expect(rules.rules.map(\.dimension) == [.recency, .frequency, .monetary])
        #expect(rules.rules.allSatisfy { $0.cuts == .learned(.typeOne, levels: 5) })
    }

    @Test func `R-SEG-01 Are written in any order, and stored in one`() throws {
        let text =
            #"{"dimensions":[{"dimension":"points","cutPoints":[500]},"#
            + #"{"dimension":"engagement","rule":"qcut","levels":3},"#
            + #"{"dimension":"frequency","cutPoints":[1,2,4,8]}],"spend":"sales"}"#
        let rules = try decoded(text)
        #expect(
            try `A scale of scores`.canonical(rules) == #"{"dimensions":["#
                + #"{"dimension":"recency","levels":5,"rule":"typeOne"},"#
                + #"{"cutPoints":[1,2,4,8],"dimension":"frequency"},"#
                + #"{"dimension":"monetary","levels":5,"rule":"typeOne"},"#
                + #"{"dimension":"engagement","levels":3,"rule":"qcut"},"#
                + #"{"cutPoints":[500],"dimension":"points"}],"spend":"sales"}"#
        )
        #expect(try decoded(`A scale of scores`.canonical(rules)) == rules)
    }

    @Test func `Have one rule for a dimension, with 2 to 100 levels`() throws {
        let twice = ScoreRule(.points, .learned(.typeOne, levels: 1))
        #expect(throws: ScoreRulesError.levelsOutOfRange(.points, levels: 1)) {
            try ScoreRules(spend: .net, [twice, twice])
        }
        let good = ScoreRule(.points, .learned(.typeOne, levels: 2))
        #expect(throws: ScoreRulesError.duplicateDimension(.points)) { try ScoreRules(spend: .net, [good, twice]) }
        let none = try #require(CutPoints([]))
        #expect(throws: ScoreRulesError.levelsOutOfRange(.recency, levels: 1)) {
            try ScoreRules(spend: .net, [ScoreRule(.recency, .given(none))])
        }
        #expect(throws: ScoreRulesError.levelsOutOfRange(.recency, levels: 101)) {
            try ScoreRules(spend: .net, [ScoreRule(.recency, .learned(.qcut, levels: 101))])
        }
        #expect("\(ScoreRulesError.duplicateDimension(.points))" == "dimension `points` has two rules")
        #expect(
            "\(ScoreRulesError.levelsOutOfRange(.points, levels: 1))"
                == "dimension `points` has `1` levels, which is not 2 through 100"
        )
    }

    @Test(arguments: [
        #"{"dimensions":[]}"#, #"{"spend":"gross"}"#, #"{"spend":"net","levels":5}"#,
        #"{"spend":"net","dimensions":[{"dimension":"points"}]}"#,
        #"{"spend":"net","dimensions":[{"dimension":"points","rule":"typeTwo","levels":5}]}"#,
        #"{"spend":"net","dimensions":[{"dimension":"points","rule":"typeOne","levels":1}]}"#,
        #"{"spend":"net","dimensions":[{"dimension":"points","rule":"typeOne","levels":5,"cutPoints":[1]}]}"#,
        #"{"spend":"net","dimensions":[{"dimension":"points","cutPoints":[2,1]}]}"#,
        #"{"spend":"net","dimensions":[{"dimension":"points","cutPoints":[2],"cuts":[1]}]}"#,
    ])
    func `With a fault are an error`(text: String) {
        #expect(throws: (any Error).self) { try decoded(text) }
    }

    @Test func `Are read with the place of a fault`() {
        let text =
            #"{"spend":"net","dimensions":[{"dimension":"points","rule":"typeOne","levels":5,"cutPoints":[1]}]}"#
        let error = #expect(throws: DecodingError.self) { try decoded(text) }
        guard case .dataCorrupted(let context) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(context.codingPath.map(\.stringValue).suffix(1) == ["rule"])
        #expect(context.debugDescription.contains("cut points that are given are not learned"))
    }
}

@Suite struct `A combined score` {
    let scores = RFMScores(recency: 5, frequency: 4, monetary: 5)

    @Test func `R-SEG-02 Is the weighted sum of scores, and what it is made of sums to it exactly`() throws {
        let weights: ScoreWeights = [.points: 7, .monetary: 1, .recency: 100, .frequency: 10]
        let composite = try #require(weights.composite(of: scores, further: [.points: 3, .engagement: 5]))
        #expect(composite.total == 566)
        #expect(composite.parts.map(\.contribution) == [500, 40, 5, 21])
        let told = composite.reasons.compactMap { $0["contribution"] }
        #expect(told == [.number(500), .number(40), .number(5), .number(21)])
        #expect(
            composite.reasons[1].text(in: .english, from: .segmentation) == "Frequency adds 40: score 4, weight 10"
        )
        #expect(composite.reasons[3].text(in: .chinese, from: .segmentation) == "积分贡献21分：得3分，权重7")
        #expect((weights[.points], weights[.engagement]) == (7, nil))
    }

    @Test func `R-SEG-02 Is not guessed where a score that counts is missing`() {
        let weights: ScoreWeights = [.recency: 1, .engagement: 1]
        #expect(weights.composite(of: scores) == nil)
        #expect(weights.composite(of: scores, further: [.engagement: 2])?.total == 7)
    }

    @Test func `R-SEG-01 Is also a cell of three digits, with hyphens where one has two`() {
        #expect(scores.cell == "545")
        #expect(RFMScores(recency: 12, frequency: 3, monetary: 10).cell == "12-3-10")
        #expect((scores[.recency], scores[.frequency], scores[.monetary], scores[.points]) == (5, 4, 5, nil))
        for row in CDNOW.rows {
            let digits = row.scores["typeOne"]!.prefix(3)
            let cell = RFMScores(recency: digits[0], frequency: digits[1], monetary: digits[2]).cell
            #expect(cell == digits.map(String.init).joined())
        }
    }

    @Test func `Has weights of one to a million`() {
        #expect(ScoreWeights([:]) == nil)
        #expect(ScoreWeights([.recency: 0]) == nil)
        #expect(ScoreWeights([.recency: 1_000_001]) == nil)
        #expect(ScoreWeights([.recency: 1_000_000]) != nil)
    }

    @Test func `The wire format of weights never changes`() throws {
        let weights: ScoreWeights = [.monetary: 1, .recency: 100, "storeVisits": 10]
        let stored = #"{"weights":{"monetary":1,"recency":100,"storeVisits":10}}"#
        #expect(try `A scale of scores`.canonical(weights) == stored)
        #expect(try JSONDecoder().decode(ScoreWeights.self, from: Data(stored.utf8)) == weights)
        for faulty in [
            "{}", #"{"weights":{}}"#, #"{"weights":{"recency":0}}"#, #"{"weights":{"recency":1},"v":1}"#,
        ] {
            #expect(throws: (any Error).self) {
                try JSONDecoder().decode(ScoreWeights.self, from: Data(faulty.utf8))
            }
        }
    }
}

@Suite struct `A dimension of scores` {
    @Test func `R-SEG-02 Is shown by a title in both languages, the host's own by its name`() {
        let known: [ScoreDimension] = [.recency, .frequency, .monetary, .averageOrderValue, .engagement, .points]
        #expect(known.allSatisfy { $0.title.english != $0.name.text && !$0.title.chinese.isEmpty })
        let own: ScoreDimension = "storeVisits"
        #expect(own.title == LocalizedText(english: "storeVisits", chinese: "storeVisits"))
    }
}
