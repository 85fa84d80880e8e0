import GiftModel
import Segmentation
import Testing

@Suite struct `The words of segmentation` {
    private func names<Code: ReasonCode>(of type: Code.Type) -> [String] { type.allCases.map(\.rawValue) }

    static let codes: [any ReasonCode.Type] = [
        ScoreReason.self,
        StageReason.self,
        TierReason.self,
        TierStandingReason.self,
        ChannelReason.self,
        GiftKindReason.self,
        ValueBandReason.self,
        QuadrantReason.self,
        SensitivityReason.self,
        EngagementReason.self,
        TagReason.self,
        ChurnReason.self,
        PromotionRiskReason.self,
        ClusterReason.self,
        SegmentReason.self,
    ]

    @Test func `R-POL-11 Exist for every reason in both languages, with the same facts, and no code twice`() throws {
        var seen: Set<String> = []
        for type in Self.codes {
            for name in names(of: type) {
                #expect(seen.insert(name).inserted, "one code would hide the other: \(name)")
                let phrase = try #require(Phrasebook.segmentation.phrase(for: name))
                #expect(!phrase[.english].isEmpty)
                #expect(phrase[.chinese].contains { $0 > "\u{2E80}" })
                func facts(_ language: Language) -> [String] {
                    phrase[language].matches(of: /\{\w+\}/).map { String($0.output) }
                }
                #expect(facts(.english).sorted() == facts(.chinese).sorted())
            }
        }
    }
}
