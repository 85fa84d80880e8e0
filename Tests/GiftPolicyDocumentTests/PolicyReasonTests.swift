import GiftModel
import GiftPolicy
import Segmentation
import Testing

@Suite struct `The words of a policy` {
    /// Every code that this module gives.
    static let codes: [String] =
        PolicyReason.allCases.map(\.rawValue) + ActivityReason.allCases.map(\.rawValue)
        + ApprovalReason.allCases.map(\.rawValue) + CalendarReason.allCases.map(\.rawValue)
        + CapReason.allCases.map(\.rawValue) + DispatchReason.allCases.map(\.rawValue)
        + GiftMatchReason.allCases.map(\.rawValue) + GuardReason.allCases.map(\.rawValue)
        + LimitReason.allCases.map(\.rawValue) + QuietReason.allCases.map(\.rawValue)
        + ServiceReason.allCases.map(\.rawValue) + TouchReason.allCases.map(\.rawValue)
        + ProposalReason.allCases.map(\.rawValue)
        + ComparisonReason.allCases.map(\.rawValue)
        + EffectReason.allCases.map(\.rawValue) + ExperimentReason.allCases.map(\.rawValue)

    @Test func `R-POL-11 Exist for every reason in both languages, with the same facts`() throws {
        #expect(Set(Self.codes).count == Self.codes.count)
        for code in Self.codes {
            let phrase = try #require(Phrasebook.policy.phrase(for: code))
            #expect(phrase[.english] != phrase[.chinese])
            func facts(_ language: Language) -> [String] {
                phrase[language].matches(of: /\{\w+\}/).map { String($0.output) }
            }
            #expect(facts(.english).sorted() == facts(.chinese).sorted())
        }
    }

    @Test func `R-POL-11 Include those of segmentation`() {
        #expect(Phrasebook.policy.phrase(for: StageReason.noPurchase.rawValue) != nil)
        let own = Set(Self.codes)
        for below in [Phrasebook.segmentation, .restrictions, .consent] {
            #expect(own.allSatisfy { below.phrase(for: $0) == nil }, "one code would hide the other")
        }
    }
}
