public import GiftModel

/// The reasons that comparisons of groups give.
@nonexhaustive
public enum ComparisonReason: String, ReasonCode {
    /// A group has nobody in it.
    case groupEmpty = "groupEmpty"
    /// Nobody did it, in either group.
    case nobodyDid = "nobodyDid"
    /// Everybody did it, in both groups.
    case everybodyDid = "everybodyDid"
    /// A group is too small for its values to vary.
    case groupTooSmall = "groupTooSmall"
    /// The values do not vary within either group.
    case valuesDoNotVary = "valuesDoNotVary"
    /// What was known before does not vary, so nothing can be adjusted by it.
    case earlierValuesDoNotVary = "earlierValuesDoNotVary"
    /// A group's denominators sum to nothing.
    case denominatorZero = "denominatorZero"
    /// The arms are filled as they were meant to be.
    case armsBalanced = "armsBalanced"
    /// The arms are not filled as they were meant to be.
    case armsUnbalanced = "armsUnbalanced"
    /// Somebody is in an arm that is given to nobody.
    case armImpossible = "armImpossible"
    /// Nobody is in any arm.
    case armsEmpty = "armsEmpty"
    /// Only one arm is given to anybody.
    case oneArmOnly = "oneArmOnly"
    /// Fewer are counted than were planned.
    case horizonNotReached = "horizonNotReached"
    /// Nothing is shown yet, and looking on is allowed.
    case nothingShownYet = "nothingShownYet"
    /// The difference is larger than chance explains.
    case differenceShown = "differenceShown"
    /// Chance explains the difference.
    case differenceNotShown = "differenceNotShown"
}

extension ComparisonReason {
    /// What those who were not treated are called.
    static let control = LocalizedText(english: "control", chinese: "对照组")
    /// What those who were treated are called.
    static let treated = LocalizedText(english: "treated", chinese: "实验组")

    public var phrase: LocalizedText {
        switch self {
        case .groupEmpty: LocalizedText(english: "nobody is in the group: {group}", chinese: "{group}没有样本")
        case .nobodyDid:
            LocalizedText(english: "none of all {units} did it, so no test can tell", chinese: "共{units}个样本均未发生，无法检验")
        case .everybodyDid:
            LocalizedText(english: "all {units} did it, so no test can tell", chinese: "共{units}个样本全部发生，无法检验")
        case .groupTooSmall:
            LocalizedText(
                english: "{units} in the group {group} are too few to tell how values vary",
                chinese: "{group}仅有{units}个样本，无法估计离散程度"
            )
        case .valuesDoNotVary:
            LocalizedText(english: "no value varies within a group, so no test can tell", chinese: "组内数值没有差异，无法检验")
        case .earlierValuesDoNotVary:
            LocalizedText(english: "earlier values do not vary, so nothing is adjusted", chinese: "前期数值没有差异，无法调整")
        case .denominatorZero:
            LocalizedText(
                english: "the denominators of the group {group} sum to zero",
                chinese: "{group}的分母合计为零"
            )
        case .armsBalanced:
            LocalizedText(
                english: "{units} fill the arms as planned, at most {deviation} away (p {p})",
                chinese: "{units}个样本按计划分配，偏差不超过{deviation}（p值{p}）"
            )
        case .armsUnbalanced:
            LocalizedText(
                english: "{units} do not fill the arms as planned, {deviation} away (p {p}, below {limit}): "
                    + "the assignment or the count is broken",
                chinese: "{units}个样本的分配偏离计划{deviation}（p值{p}，低于{limit}），分组或统计有误"
            )
        case .armImpossible:
            LocalizedText(
                english: "{units} are in arms that are given to nobody, which is impossible",
                chinese: "权重为零的组中有{units}个样本，不应出现"
            )
        case .armsEmpty: LocalizedText(english: "nobody is in any arm", chinese: "各组均无样本")
        case .oneArmOnly: LocalizedText(english: "only one arm is given to anybody", chinese: "仅有一组有权重")
        case .horizonNotReached:
            LocalizedText(
                english: "not final: {units} of {limit} planned, {wait} to go",
                chinese: "尚非最终结果：计划{limit}个样本，已有{units}个，还差{wait}个"
            )
        case .nothingShownYet:
            LocalizedText(
                english: "nothing shown yet at {units} (p {p}, not below {limit})",
                chinese: "{units}个样本时尚无定论（p值{p}，未低于{limit}）"
            )
        case .differenceShown:
            LocalizedText(
                english: "a difference of {difference} is more than chance explains (p {p}, below {limit})",
                chinese: "差异{difference}超出偶然（p值{p}，低于{limit}）"
            )
        case .differenceNotShown:
            LocalizedText(
                english: "a difference of {difference} is no more than chance explains (p {p}, not below {limit})",
                chinese: "差异{difference}未超出偶然（p值{p}，未低于{limit}）"
            )
        }
    }
}
