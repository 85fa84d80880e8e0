/// Where a gift is on its way from plan to effect.
///
/// The eighteen states are all there are, for every part of the library, so this enum is closed. ``next`` is the
/// whole table of what may follow; the diagram in the book is drawn from it.
public enum GrantState: String, Hashable, Sendable, CaseIterable {
    /// A plan calls for the gift; budget is held for it.
    case planned = "planned"
    /// The gift may be given, by a person's word or because none was needed.
    case approved = "approved"
    /// A person said no.
    case rejected = "rejected"
    /// The customer was asked whether it is wanted.
    case offered = "offered"
    /// The customer wants it.
    case claimed = "claimed"
    /// The customer does not want it.
    case declined = "declined"
    /// Nobody answered or sent it in time.
    case expired = "expired"
    /// One is taken out of stock for it.
    case reserved = "reserved"
    /// It was called off before it left.
    case cancelled = "cancelled"
    /// It left.
    case dispatched = "dispatched"
    /// It arrived.
    case delivered = "delivered"
    /// It was opened.
    case unboxed = "unboxed"
    /// It was used.
    case used = "used"
    /// It came back.
    case returned = "returned"
    /// It came back and can be given again.
    case restocked = "restocked"
    /// It was thrown away.
    case discarded = "discarded"
    /// Nobody knows where it is.
    case lost = "lost"
    /// Its cost was given up.
    case writtenOff = "writtenOff"
}

extension GrantState {
    /// The states that may follow this one; none where the way ends.
    public var next: [GrantState] {
        switch self {
        case .planned: [.approved, .rejected, .cancelled]
        case .approved: [.offered, .reserved, .expired, .cancelled]
        case .offered: [.claimed, .declined, .expired, .cancelled]
        case .claimed: [.reserved, .expired, .cancelled]
        case .reserved: [.dispatched, .expired, .cancelled]
        case .dispatched: [.delivered, .returned, .lost]
        case .delivered: [.unboxed, .used, .returned, .discarded]
        case .unboxed: [.used, .returned, .discarded]
        case .used: [.returned, .discarded]
        case .returned: [.restocked, .discarded, .writtenOff]
        case .lost: [.delivered, .returned, .writtenOff]
        case .rejected, .declined, .expired, .cancelled, .restocked, .discarded, .writtenOff: []
        }
    }

    /// Whether the step to this state may be concluded from a later one.
    ///
    /// Such a step happens outside, and reports of it get lost.
    /// A decision, such as an approval, is never concluded.
    public var isInferable: Bool { self == .dispatched || self == .delivered }

    /// Whether the gift has left, so that each of its parts may go on by itself.
    public var hasLeft: Bool {
        switch self {
        case .planned, .approved, .rejected, .offered, .claimed, .declined, .expired, .reserved, .cancelled: false
        case .dispatched, .delivered, .unboxed, .used, .returned, .restocked, .discarded, .lost, .writtenOff: true
        }
    }

    /// The state in words.
    public var title: LocalizedText {
        switch self {
        case .planned: LocalizedText(english: "Planned", chinese: "已计划")
        case .approved: LocalizedText(english: "Approved", chinese: "已批准")
        case .rejected: LocalizedText(english: "Rejected", chinese: "已驳回")
        case .offered: LocalizedText(english: "Offered", chinese: "待领取")
        case .claimed: LocalizedText(english: "Claimed", chinese: "已领取")
        case .declined: LocalizedText(english: "Declined", chinese: "已谢绝")
        case .expired: LocalizedText(english: "Expired", chinese: "已过期")
        case .reserved: LocalizedText(english: "Reserved", chinese: "已备货")
        case .cancelled: LocalizedText(english: "Cancelled", chinese: "已取消")
        case .dispatched: LocalizedText(english: "Dispatched", chinese: "已发出")
        case .delivered: LocalizedText(english: "Delivered", chinese: "已签收")
        case .unboxed: LocalizedText(english: "Unboxed", chinese: "已开箱")
        case .used: LocalizedText(english: "Used", chinese: "已使用")
        case .returned: LocalizedText(english: "Returned", chinese: "已退回")
        case .restocked: LocalizedText(english: "Restocked", chinese: "已重新入库")
        case .discarded: LocalizedText(english: "Discarded", chinese: "已丢弃")
        case .lost: LocalizedText(english: "Lost", chinese: "已遗失")
        case .writtenOff: LocalizedText(english: "Written off", chinese: "已报损")
        }
    }
}

extension GrantState: Codable {
    public init(from decoder: any Decoder) throws { self = try decoder.word() }
}
