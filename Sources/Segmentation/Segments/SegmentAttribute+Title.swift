public import GiftModel

extension SegmentAttribute.Counted {
    /// What is counted, in words.
    public var title: LocalizedText {
        switch self {
        case .orders: return LocalizedText(english: "orders", chinese: "订单数")
        case .purchaseDays: return LocalizedText(english: "purchase days", chinese: "购买天数")
        case .returns: return LocalizedText(english: "returns", chinese: "退货数")
        case .complaints: return LocalizedText(english: "complaints", chinese: "投诉数")
        case .interactions(let kind, let channel):
            let any = LocalizedText(english: "any", chinese: "")
            let what = kind.map { LocalizedText(quoting: $0.title, $0.name.text) } ?? any
            guard let place = channel.map({ LocalizedText(quoting: $0.title, $0.name.text) }) else {
                return LocalizedText(english: "interactions (\(what.english))", chinese: "\(what.chinese)互动数")
            }
            return LocalizedText(
                english: "interactions (\(what.english), \(place.english))",
                chinese: "\(place.chinese)\(what.chinese)互动数"
            )
        }
    }
}

extension SegmentAttribute.Amount {
    /// What is spent or paid back, in words.
    public var title: LocalizedText {
        switch self {
        case .sales: LocalizedText(english: "sales", chinese: "销售额")
        case .refunds: LocalizedText(english: "refunds", chinese: "退款额")
        case .net: LocalizedText(english: "net spend", chinese: "净消费额")
        case .averageOrder: LocalizedText(english: "average order value", chinese: "客单价")
        }
    }
}

extension ScoreDimension {
    /// The score in words; that of the host's own is shown by its name.
    var scoreTitle: LocalizedText {
        switch self {
        case .recency: LocalizedText(english: "recency score", chinese: "近度得分")
        case .frequency: LocalizedText(english: "frequency score", chinese: "频度得分")
        case .monetary: LocalizedText(english: "monetary score", chinese: "额度得分")
        default:
            LocalizedText(
                english: "score of \(LocalizedText(naming: name.text).english)",
                chinese: "\(LocalizedText(naming: name.text).chinese)得分"
            )
        }
    }
}

extension SegmentAttribute.Trait {
    /// What the record says, in words.
    public var title: LocalizedText {
        switch self {
        case .customerKind: LocalizedText(english: "kind of customer", chinese: "客户类型")
        case .industry: LocalizedText(english: "line of business", chinese: "行业")
        case .jobRole: LocalizedText(english: "job role", chinese: "职务角色")
        case .recipientKind: LocalizedText(english: "recipient kind", chinese: "收礼人身份")
        case .country: LocalizedText(english: "country", chinese: "国家")
        case .jurisdiction: LocalizedText(english: "jurisdiction", chinese: "适用法域")
        case .language: LocalizedText(english: "language", chinese: "语言")
        case .employees: LocalizedText(english: "employees", chinese: "员工人数")
        case .age: LocalizedText(english: "age", chinese: "年龄")
        case .birthdayMonth: LocalizedText(english: "month of the birthday", chinese: "生日月份")
        case .daysSinceRegistration: LocalizedText(english: "time since registration", chinese: "注册至今")
        }
    }
}

extension SegmentAttribute {
    /// The attribute in words, window included; what hosts name is shown by its name.
    public var title: LocalizedText {
        switch self {
        case .count(let counted, let days): counted.title.inLast(days)
        case .change(let counted, let days):
            LocalizedText(
                english: "\(counted.title.inLast(days).english) against the \(days) before",
                chinese: "\(counted.title.inLast(days).chinese)与此前\(days)天之比"
            )
        case .amount(let amount, let days): amount.title.inLast(days)
        case .daysSinceFirstPurchase: LocalizedText(english: "time since the first purchase", chinese: "首次购买至今")
        case .daysSinceLastPurchase: LocalizedText(english: "time since the last purchase", chinese: "上次购买至今")
        case .score(let dimension): dimension.scoreTitle
        case .stage: LocalizedText(english: "stage", chinese: "阶段")
        case .tier: LocalizedText(english: "tier", chinese: "等级")
        case .valueBand: LocalizedText(english: "value band", chinese: "价值分层")
        case .quadrant: LocalizedText(english: "quadrant", chinese: "象限")
        case .tag(let name): LocalizedText(naming: name.text).after("tag ", "标签")
        case .label(let name): LocalizedText(naming: name.text).after("label ", "字段")
        case .trait(let trait): trait.title
        }
    }
}

extension LocalizedText {
    fileprivate func inLast(_ days: Int64?) -> LocalizedText {
        guard let days else { return self }
        return LocalizedText(english: "\(english) in the last \(days) days", chinese: "近\(days)天\(chinese)")
    }

    fileprivate func after(_ englishNoun: String, _ chineseNoun: String) -> LocalizedText {
        LocalizedText(english: englishNoun + english, chinese: chineseNoun + chinese)
    }
}
