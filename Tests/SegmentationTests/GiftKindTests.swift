import Foundation
import GiftModel
import GiftTesting
import Segmentation
import Testing

@Suite struct `A preferred kind of gift` {
    private static let book = Phrasebook(GiftKindReason.self)
    private static let today = day("2026-05-01")

    private func use(_ answers: [(GiftKind, [GrantState])], ratings: [(GiftKind, Int64)] = []) throws -> GiftKindUse {
        var use = GiftKindUse()
        for (kind, states) in answers { use.add(states, of: kind) }
        for (kind, rating) in ratings {
            let at = Timestamp(milliseconds: 0)
            let feedback = GiftFeedback(id: "f", customer: "c", givenAt: at, on: "g", rating: rating)
            use.add(try #require(feedback), of: kind)
        }
        return use
    }

    @Test func `R-SEG-15 Is that which is liked most, with the evidence`() throws {
        let use = try use(
            [
                (.coupon, [.offered, .claimed]), (.coupon, [.offered, .claimed, .used]),
                (.coupon, [.offered, .declined]),
                (.experience, [.delivered, .used]), (.experience, [.delivered, .unboxed]),
            ],
            ratings: [(.experience, 5)]
        )
        #expect(use[.coupon]?.liking == Ratio("1/3") && use[.experience]?.liking == Ratio("5/3"))
        let preference = use.preference(on: Self.today)
        #expect(preference.kind == .experience && preference.evidence?.answers == 3)
        #expect(
            preference.reason.text(in: .english, from: Self.book)
                == "experience preferred, liking 5/3: 2 taken, 1 used, 0 refused, 1 rated"
        )
        #expect(
            preference.reason.text(in: .chinese, from: Self.book) == "偏好体验型礼品，喜好度5/3：接受2次，使用1次，拒绝0次，评分1次"
        )
    }

    @Test func `R-SEG-15 Is never guessed: not from little evidence, a tie, or what was disliked least`() throws {
        let two = try use([], ratings: [(.social, 5), (.social, 5)])
        #expect(two.preference(on: Self.today).kind == nil)
        #expect(two.preference(on: Self.today, minimumAnswers: 2).kind == .social)
        let level = try use([], ratings: [(.social, 5), (.service, 5)])
        let none = level.preference(on: Self.today, minimumAnswers: 0)
        #expect(none.kind == nil && none.judgedKinds == 2)
        #expect(
            none.reason.text(in: .english, from: Self.book)
                == "none of 2 kinds of gift with 1 answers or more preferred"
        )
        #expect(try use([(.virtual, [.declined])]).preference(on: Self.today, minimumAnswers: 1).kind == nil)
        #expect(try use([], ratings: [(.virtual, 3)]).preference(on: Self.today, minimumAnswers: 1).kind == nil)
        #expect(GiftKindUse().preference(on: Self.today).kind == nil)
    }

    @Test func `R-DATA-09 R-SEG-15 Is what the customer declared, whatever the answers say`() throws {
        let use = try use([], ratings: [(.social, 5), (.social, 5), (.social, 5)])
        let declared = Preference(for: GiftKind.knowledge, .declared, by: "survey-3", on: day("2026-01-05"))
        let later = Preference(for: GiftKind.coupon, .declared, by: "survey-4", on: day("2026-05-02"))
        let guess = Preference(for: GiftKind.points, .inferred, by: "model", on: day("2026-04-30"))
        let preference = use.preference(declared: [later, guess, declared], on: Self.today)
        #expect(preference.kind == .knowledge && preference.evidence == nil)
        #expect(
            preference.reason.text(in: .english, from: Self.book)
                == "knowledge preferred: the customer said so on 2026-01-05 (survey-3)"
        )
        #expect(use.preference(declared: [guess], on: Self.today).kind == .social)
    }

    @Test(
        arguments: [
            ([.planned, .approved, .reserved, .dispatched, .delivered], nil), ([.offered, .expired], nil),
            ([.offered, .claimed, .reserved, .dispatched, .delivered, .unboxed, .used], "2"), ([.claimed], "1"),
            ([.unboxed], "1"), ([.claimed, .used, .discarded], "-2"), ([.delivered, .returned], "-2"),
            ([.declined], "-2"),
            ([.lost], nil), ([], nil),
        ] as [([GrantState], String?)]
    )
    func `R-SEG-15 Counts how a gift was answered`(states: [GrantState], liking: String?) throws {
        #expect(try use([(.physical, states)])[.physical]?.liking == liking.flatMap { Ratio($0) })
    }

    @Test func `R-SEG-15 Counts a grant by its steps`() throws {
        var use = GiftKindUse()
        use.add(GiftGrant(id: "g-1"), of: .physical)
        #expect(use == GiftKindUse(), "a grant of which nothing is recorded was not answered")
        let terms = GrantTerms(
            of: "cup",
            on: Occurrence(of: .welcome, for: "c-1", term: "first"),
            cost: try #require(LandedCost(goods: 1_99, in: .eur)),
            plannedFor: Self.today,
            by: RuleReference(
                policy: PolicyReference(id: "shop", version: 1, hash: ContentHash(of: "shop")),
                rule: "welcome"
            ),
            because: []
        )
        var grant = GiftGrant(id: terms.id)
        let noon = Timestamp(milliseconds: 0)
        try grant.perform(GrantCommand(.plan(terms), key: 0), at: noon)
        let steps: [(GrantState, GiftKind)] = [
            (.approved, .physical), (.reserved, .physical), (.used, .experience), (.discarded, .virtual),
        ]
        for (index, (state, kind)) in steps.enumerated() {
            let key = RequestKey(UInt128(index + 1))
            try grant.perform(GrantCommand(.report(state, at: noon), key: key), at: noon)
            use.add(grant, of: kind)
        }
        #expect(use[.physical] == nil && use[.experience]?.liking == Ratio("2") && use[.virtual]?.liking == Ratio("-2"))
    }

    @Test(arguments: 0..<50 as Range<UInt64>)
    func `R-SEG-13 Comes out the same in any order and from any parts`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let kinds: [GiftKind] = [.coupon, .virtual, .physical]
        let answers = (0..<Int.random(in: 0...12, using: &random))
            .map { _ -> (GiftKind, [GrantState]) in
                let state = GrantState.allCases.randomElement(using: &random)!
                return (kinds.randomElement(using: &random)!, [state])
            }
        let part = Int.random(in: 0...answers.count, using: &random)
        var merged = try use(Array(answers[part...].shuffled(using: &random)))
        merged.merge(try use(Array(answers[..<part])))
        #expect(merged == (try use(answers)))
        #expect(merged.entries.map(\.kind) == merged.entries.map(\.kind).sorted())
        #expect(try JSONDecoder().decode(GiftKindUse.self, from: JSONEncoder().encode(merged)) == merged)
    }

    @Test func `The wire format never changes`() throws {
        let use = try use(
            [(.virtual, [.declined]), (.experience, [.claimed, .used]), (.experience, [.claimed])],
            ratings: [(.experience, 5)]
        )
        let stored = #"{"kinds":[["experience",2,1,0,1,5],["virtual",0,0,1,0,0]],"v":1}"#
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        #expect(String(decoding: try encoder.encode(use), as: UTF8.self) == stored)
        #expect(try JSONDecoder().decode(GiftKindUse.self, from: Data(stored.utf8)) == use)
        for bad in [
            #"["virtual",0,0,1,0,0],["coupon",0,0,1,0,0]"#, #"["virtual",0,0,0,0,0]"#, #"["virtual",1,2,0,0,0]"#,
            #"["virtual",0,0,0,1,6]"#, #"["virtual",0,0,0,1,0]"#, #"["virtual",0,0,1,0,0,0]"#, #"["virtual",0,0,1,0]"#,
            #"["virtual",0,0,-1,2,2]"#, #"["tea",0,0,1,0,0]"#, #"["virtual",0,0,1,0,0],["virtual",0,0,1,0,0]"#,
            #"["virtual",0,0,0,-1,-1]"#,
        ] {
            let data = Data(#"{"kinds":[\#(bad)],"v":1}"#.utf8)
            #expect(throws: DecodingError.self) { try JSONDecoder().decode(GiftKindUse.self, from: data) }
        }
    }

    @Test func `Of a channel stands beside what was declared`() throws {
        var use = ChannelUse(in: .eur)
        try use.add(Shop.activity(("2026-03-01", 5_00)))
        #expect(use.preference(by: "sales", on: Self.today) == nil, "nobody recorded the channel")
        let order = Order(
            id: "o",
            customer: "c",
            placedAt: Timestamp(milliseconds: 0),
            total: Money("1.00 EUR")!,
            channel: .app
        )
        try use.add(.order(try #require(order)))
        let inferred = try #require(use.preference(by: "sales", on: Self.today))
        #expect(inferred.value == .app && inferred.origin == .inferred)
        let declared = Preference(for: ActivityChannel.store, .declared, by: "survey", on: day("2020-01-01"))
        #expect(Preference.prevailing(among: [inferred, declared], on: Self.today)?.value == .store)
    }

    @Test func `Of a channel has a wire format that never changes`() throws {
        let stored = #"{"channels":[["app",1,200,1],["store",0,0,3]],"currency":"EUR","v":1}"#
        let use = try JSONDecoder().decode(ChannelUse.self, from: Data(stored.utf8))
        #expect(use[.app]?.sales == Money("2.00 EUR") && use[.store]?.interactions == 3)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        #expect(String(decoding: try encoder.encode(use), as: UTF8.self) == stored)
        for bad in [
            #"["store",0,0,3],["app",1,200,1]"#, #"["app",0,0,0]"#, #"["app",0,1,1]"#, #"["app",-1,1,1]"#,
            #"["app",1,1,1],["app",1,1,1]"#, #"["app",1,1,1,1]"#, #"["app",1,-1,1]"#, #"["app",1,1]"#,
        ] {
            let data = Data(#"{"channels":[\#(bad)],"currency":"EUR","v":1}"#.utf8)
            #expect(throws: DecodingError.self) { try JSONDecoder().decode(ChannelUse.self, from: data) }
        }
        let future = Data(stored.replacing("\"v\":1", with: "\"v\":2").utf8)
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(ChannelUse.self, from: future) }
        var full = try JSONDecoder()
            .decode(
                ChannelUse.self,
                from: Data(#"{"channels":[["app",9223372036854775807,0,0]],"currency":"EUR","v":1}"#.utf8)
            )
        try full.merge(full)
        #expect(full[.app]?.orders == .max)
    }
}
