import GiftModel
import GiftPolicy
import Segmentation
import Testing

@Suite struct `The words of a policy` {
    @Test func `R-POL-11 Exist for every reason in both languages, with the same facts`() throws {
        for code in PolicyReason.allCases {
            let phrase = try #require(Phrasebook.policy.phrase(for: code.rawValue))
            #expect(phrase[.english] != phrase[.chinese])
            func facts(_ language: Language) -> [String] {
                phrase[language].matches(of: /\{\w+\}/).map { String($0.output) }
            }
            #expect(facts(.english).sorted() == facts(.chinese).sorted())
        }
    }

    @Test func `R-POL-11 Include those of segmentation`() {
        #expect(Phrasebook.policy.phrase(for: StageReason.noPurchase.rawValue) != nil)
        let own = Set(PolicyReason.allCases.map(\.rawValue))
        let below = StageReason.allCases.map(\.rawValue) + ScoreReason.allCases.map(\.rawValue)
        #expect(own.isDisjoint(with: below + ChannelReason.allCases.map(\.rawValue)), "one code would hide the other")
    }
}
