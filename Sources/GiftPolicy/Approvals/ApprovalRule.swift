public import GiftModel

/// From which cost on a gift needs somebody's approval, whose, and how long that is good.
///
/// Never is an approval by whoever asked for the gift. A limit may name the rule that lifts it; a rule without an
/// amount is there for that alone.
///
/// ```swift
/// let rule = ApprovalRule(id: "manager", atLeast: Money("500.00 CNY")!, by: [.manager], validDays: 30)
/// ```
///
/// - Wire format: `{"atLeast":"500.00 CNY","by":["manager"],"id":"manager","tolerance":"1/20","validDays":30}`; without
///   `tolerance`, none.
public struct ApprovalRule: Identifiable, Hashable, Sendable {
    /// The name of a rule within its policy.
    public typealias ID = Identifier<ApprovalRule>

    /// The identity within the policy.
    public let id: ID
    /// The cost from which on every gift needs it, or `nil` when only limits ask for it.
    public let atLeast: Money?
    /// Who may approve: somebody in one of these roles.
    public let roles: Set<ApproverRole>
    /// How long an approval is good, in times of 24 hours; at the end of the last one it is not.
    public let validDays: Int64
    /// By which part of the approved cost the real cost may be above it.
    public let tolerance: Share

    /// Gifts that cost `amount` or more need an approval by somebody in one of `roles`.
    public init(
        id: ID,
        atLeast amount: Money?,
        by roles: Set<ApproverRole>,
        validDays: Int64,
        tolerance: Share = ApprovalRule.noTolerance
    ) {
        self.id = id
        self.atLeast = amount
        self.roles = roles
        self.validDays = validDays
        self.tolerance = tolerance
    }

    /// Not a cent above what was approved.
    public static let noTolerance = Share("0/1")!
}

extension ApprovalRule {
    /// Returns whether a gift that costs `cost` needs it; so does one that costs in another currency.
    func covers(_ cost: Money) -> Bool {
        guard let atLeast else { return false }
        return cost.currency != atLeast.currency || cost.minorUnits >= atLeast.minorUnits
    }

    /// Returns whether an approval of `approved` is good for `cost`, compared exactly.
    func tolerates(_ cost: Money, approved: Money) -> Bool {
        guard cost.currency == approved.currency, approved.minorUnits >= 0 else { return false }
        let (numerator, denominator) = (Int128(tolerance.ratio.numerator), Int128(tolerance.ratio.denominator))
        let excess = Int128(cost.minorUnits) - Int128(approved.minorUnits)
        // Both factors of either product fit in 64 bits.
        return excess <= 0 || excess * denominator <= Int128(approved.minorUnits) * numerator
    }

    /// Returns the first instant at which an approval of `instant` is good no longer.
    func end(ofApprovalAt instant: Timestamp) -> Timestamp {
        let (length, first) = validDays.multipliedReportingOverflow(by: 86_400_000)
        let (end, second) = instant.milliseconds.addingReportingOverflow(length)
        return Timestamp(milliseconds: first || second ? .max : end)
    }

    /// The rule in one sentence; two different rules never read alike.
    ///
    /// - Complexity: O(*n* log *n*) in the roles.
    public var sentence: LocalizedText {
        let name = LocalizedText(quoting: id.text)
        let list = roles.sorted().map { LocalizedText(quoting: $0.title, $0.name.text) }
        let days = FactValue.days(validDays).text(in: .english)
        return LocalizedText(
            english:
                "\(name.english): \(atLeast.map { "from \($0) on" } ?? "where a limit asks for it") an approval by "
                + "\(list.map(\.english).joined(separator: " or ")), not by who asked, good for \(days) "
                + "and up to \(tolerance) above the approved cost.",
            chinese: "\(name.chinese)：\(atLeast.map { "\($0)起" } ?? "限额要求时")须由"
                + "\(list.map(\.chinese).joined(separator: "或"))审批，申请人不得自批，\(validDays)天内有效，"
                + "实际成本不得超出获批成本的\(tolerance)。"
        )
    }
}

extension ApprovalRule: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case id = "id"
        case atLeast = "atLeast"
        case roles = "by"
        case validDays = "validDays"
        case tolerance = "tolerance"
    }

    public init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        let id = object.read(ID.self, .id)
        let atLeast = object.readMoneyIfPresent(.atLeast)
        let roles = object.readSet(of: ApproverRole.self, .roles)
        let validDays = object.read(Int64.self, .validDays)
        let tolerance = object.readIfPresent(Share.self, .tolerance)
        guard let id, let atLeast, let roles, let validDays, let tolerance else { throw object.failure }
        self.init(
            id: id,
            atLeast: atLeast,
            by: roles,
            validDays: validDays,
            tolerance: tolerance ?? Self.noTolerance
        )
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(id, forKey: .id)
        try container.encodeIfPresent(atLeast?.description, forKey: .atLeast)
        if !roles.isEmpty { try container.encode(roles.sorted(), forKey: .roles) }
        try container.encode(validDays, forKey: .validDays)
        if tolerance != Self.noTolerance { try container.encode(tolerance, forKey: .tolerance) }
    }
}
