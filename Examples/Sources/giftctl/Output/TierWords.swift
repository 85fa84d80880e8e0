import GiftModel
import Segmentation

extension TierRung {
    /// What reaches the tier, in words.
    func requirement(in language: Language) -> String {
        goals.compactMap { TierWords(spend: $0.spend, $0.orders, $0.points, $0.interactions).text(in: language) }
            .joined(separator: language.wording(" or ", " 或 "))
    }
}

/// Amounts that tiers ask for, in words.
private struct TierWords {
    private let words: [LocalizedText]

    init(spend: Money?, _ orders: Int64?, _ points: Int64?, _ interactions: Int64?) {
        func count(_ number: Int64?, _ one: String, _ chinese: String) -> LocalizedText? {
            guard let number, number != 0 else { return nil }
            let digits = Figure.count(number)
            return LocalizedText(english: "\(digits) \(one)\(number == 1 ? "" : "s")", chinese: "\(digits)\(chinese)")
        }
        let money = spend.map { LocalizedText(english: Figure.money($0), chinese: Figure.money($0)) }
        let counts = [
            count(orders, "order", "笔订单"), count(points, "point", "积分"), count(interactions, "interaction", "次互动"),
        ]
        self.words = ([money] + counts).compactMap(\.self)
    }

    func text(in language: Language) -> String? {
        words.isEmpty ? nil : words.map { $0[language] }.joined(separator: language.wording(" and ", "、"))
    }
}
