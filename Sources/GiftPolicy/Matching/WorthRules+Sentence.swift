public import GiftModel

extension WorthRules {
    /// The weights in one sentence; two different ones never read alike.
    public var sentence: LocalizedText {
        LocalizedText(
            english:
                "A gift is worth \(rule) for each step of its rule's priority, \(frequency) for each point of the "
                + "frequency score and \(monetary) of the monetary score, up to \(price) for its price, \(gift) for "
                + "each point of its own, and \(kind) where it is of the preferred kind.",
            chinese: "礼品估值：优先级每级\(rule)，频度每分\(frequency)，额度每分\(monetary)，价格至多\(price)，"
                + "礼品自身每分\(gift)，偏好类别\(kind)。"
        )
    }
}
