public import GiftModel

/// The reasons that approvals give.
@nonexhaustive
public enum ApprovalReason: String, ReasonCode {
    /// The gift costs too little to need an approval.
    case approvalNotNeeded = "approvalNotNeeded"
    /// The gift needs an approval that it does not have.
    case approvalNeeded = "approvalNeeded"
    /// The gift was approved.
    case approvedBy = "approvedBy"
    /// Whoever approved the gift had asked for it.
    case approvedByRequester = "approvedByRequester"
    /// The approval is good no longer.
    case approvalExpired = "approvalExpired"
    /// The gift costs more than was approved.
    case costAboveApproval = "costAboveApproval"
}

extension ApprovalReason {
    public var phrase: LocalizedText {
        switch self {
        case .approvalNotNeeded: LocalizedText(english: "{cost} needs no approval", chinese: "{cost}无须审批")
        case .approvalNeeded:
            LocalizedText(
                english: "{cost} needs an approval ({approval}) by: {roles}",
                chinese: "{cost}须审批（{approval}）：{roles}"
            )
        case .approvedBy:
            LocalizedText(
                english: "approved by {approver}, {role}, at {approved} ({approval})",
                chinese: "已由{role}{approver}按{approved}批准（{approval}）"
            )
        case .approvedByRequester:
            LocalizedText(english: "{approver} asked for it and may not approve it", chinese: "{approver}为申请人，不得自批")
        case .approvalExpired:
            LocalizedText(
                english: "the approval by {approver} was good for {limit} and is over",
                chinese: "{approver}的批准有效期{limit}已过"
            )
        case .costAboveApproval:
            LocalizedText(
                english: "{cost} is more than {tolerance} above the {approved} that {approver} approved",
                chinese: "{cost}超出{approver}批准的{approved}，且超过容差{tolerance}"
            )
        }
    }
}
