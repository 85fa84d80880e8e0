public import GiftModel

extension Experiment {
    /// The experiment in one sentence; two different ones never read alike, but for words in the other language.
    ///
    /// - Complexity: O(*n*) in the arms.
    public var sentence: LocalizedText {
        let (name, seed) = (LocalizedText(quoting: id.text), LocalizedText(quoting: seed.text))
        let list = LocalizedText(listing: arms.map(\.title))
        let plan = plan?.sentencePart ?? LocalizedText(english: "", chinese: "")
        return LocalizedText(
            english:
                "\(name.english): customers drawn by the seed \(seed.english) into \(list.english)\(plan.english).",
            chinese: "\(name.chinese)：客户按种子\(seed.chinese)分入\(list.chinese)\(plan.chinese)。"
        )
    }
}

extension ExperimentArm {
    /// In words, such as `“mug” (50 %, buckets 0 until 5000)`.
    fileprivate var title: LocalizedText {
        let name = LocalizedText(quoting: id.text)
        let ranges = LocalizedText(
            listing: buckets.map {
                LocalizedText(english: "\($0.from) until \($0.until)", chinese: "\($0.from)至\($0.until)（不含）")
            }
        )
        guard !buckets.isEmpty else {
            return LocalizedText(english: "\(name.english) (nobody)", chinese: "\(name.chinese)（无人）")
        }
        let share = BucketRange.percent(weight)
        return LocalizedText(
            english: "\(name.english) (\(share.english), buckets \(ranges.english))",
            chinese: "\(name.chinese)（\(share.chinese)，桶\(ranges.chinese)）"
        )
    }
}

extension BucketRange {
    /// Returns the share that so many buckets are, such as `33.34 %`.
    static func percent(_ count: Int64) -> LocalizedText {
        let percent = Ratio(count, over: all / 100).map { FactValue.ratio($0).text(in: .english) } ?? ""
        return LocalizedText(english: "\(percent) %", chinese: "\(percent)%")
    }
}
