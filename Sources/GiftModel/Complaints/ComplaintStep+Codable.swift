extension ComplaintStep: Codable {
    public init(from decoder: any Decoder) throws {
        let fields = try decoder.activity(.complaintStep, .complaint, .state, .grade)
        try self.init(
            id: fields.value(.id),
            customer: fields.value(.customer),
            of: fields.value(.complaint),
            occurredAt: fields.value(.at),
            to: fields.value(.state),
            grade: fields.optional(.grade),
            channel: fields.optional(.channel)
        )
    }

    public func encode(to encoder: any Encoder) throws {
        var fields = try encoder.activity(.complaintStep, id, of: customer, at: occurredAt, by: channel)
        try fields.encode(complaint, forKey: .complaint)
        try fields.encode(state, forKey: .state)
        try fields.encodeIfPresent(grade, forKey: .grade)
    }
}
