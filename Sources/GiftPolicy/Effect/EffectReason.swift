public import GiftModel

/// The reasons that measures of effect give.
@nonexhaustive
public enum EffectReason: String, ReasonCode {
    /// A rate, with what it rests on.
    case rateKnown = "rateKnown"
    /// There is nothing to take a rate of.
    case rateOfNothing = "rateOfNothing"
    /// An average, with what it rests on.
    case averageKnown = "averageKnown"
    /// There is nothing to spread an amount over.
    case averageOfNothing = "averageOfNothing"
    /// The net promoter score.
    case netPromoterScore = "netPromoterScore"
    /// Nobody answered.
    case nobodyAnswered = "nobodyAnswered"
    /// The return is above nothing, also at its lower end.
    case returnProven = "returnProven"
    /// The return may be above nothing or below it.
    case returnNotProven = "returnNotProven"
    /// The return is below nothing, also at its upper end.
    case returnLoss = "returnLoss"
    /// Nothing was spent, so there is no return on it.
    case returnWithoutCost = "returnWithoutCost"
    /// The figures do not fit in 64 bits.
    case effectTooLarge = "effectTooLarge"
    /// What the return would be without anybody to compare with.
    case returnMisleading = "returnMisleading"
}

extension EffectReason {
    public var phrase: LocalizedText {
        switch self {
        case .rateKnown:
            LocalizedText(
                english: "{measure}: {rate} ({numerator} {count}, {denominator} {total}, window {window})",
                chinese: "{measure}：{rate}（{numerator}{count}，{denominator}{total}，窗口{window}）"
            )
        case .rateOfNothing:
            LocalizedText(
                english:
                    "{measure}: none, because the denominator is zero ({denominator} {total}, {numerator} {count}, "
                    + "window {window})",
                chinese: "{measure}：无法计算，分母为零（{denominator}{total}，{numerator}{count}，窗口{window}）"
            )
        case .averageKnown:
            LocalizedText(
                english: "{measure}: {average} ({amount} over {denominator} {total})",
                chinese: "{measure}：{average}（{amount}，{denominator}{total}）"
            )
        case .averageOfNothing:
            LocalizedText(
                english: "{measure}: none, because the denominator is zero ({amount} over {denominator} {total})",
                chinese: "{measure}：无法计算，分母为零（{amount}，{denominator}{total}）"
            )
        case .netPromoterScore:
            LocalizedText(
                english: "net promoter score {score}, standard error {error} ({promoters} promoters, "
                    + "{passives} passives, {detractors} detractors)",
                chinese: "净推荐值{score}，标准误{error}（推荐者{promoters}，中立者{passives}，贬损者{detractors}）"
            )
        case .nobodyAnswered: LocalizedText(english: "nobody answered", chinese: "无人作答")
        case .returnProven: Self.returns("proven", "已证实")
        case .returnNotProven: Self.returns("not proven", "未证实")
        case .returnLoss: Self.returns("a loss", "亏损")
        case .returnWithoutCost:
            LocalizedText(
                english: "no return on a cost of {cost}; {orders} orders more, a difference of {difference}, "
                    + "{lower} through {upper}",
                chinese: "成本为{cost}，无投资回报率；增量订单{orders}，差异{difference}，区间{lower}至{upper}"
            )
        case .effectTooLarge: LocalizedText(english: "the figures are too large", chinese: "数值过大")
        case .returnMisleading:
            LocalizedText(
                english: "misleading: without a group kept without gifts the return would read {return}",
                chinese: "误导性数字：若无对照组，投资回报率将显示为{return}"
            )
        }
    }

    private static func returns(_ english: String, _ chinese: String) -> LocalizedText {
        LocalizedText(
            english: "return {return} on {cost}, \(english): between {least} and {most}; {orders} orders more, "
                + "a difference of {difference}, {lower} through {upper}, break-even at {breakEven}",
            chinese: "成本{cost}的投资回报率{return}，\(chinese)：区间{least}至{most}；增量订单{orders}，"
                + "差异{difference}，区间{lower}至{upper}，盈亏平衡点{breakEven}"
        )
    }
}
