/// What was found in one field of one record, and what became of it.
public struct CleaningRemark: Hashable, Sendable {
    /// Where the record stands.
    public let place: SourcePlace
    /// The field.
    public let field: ActivityField
    /// What the field held, or `nil` when it was missing.
    public let value: String?
    /// The repair or the fault; the phrases are in ``Phrasebook/cleaning``.
    public let reason: Reason

    init(
        _ code: CleaningReason,
        at place: SourcePlace,
        _ field: ActivityField,
        _ value: String?,
        _ facts: [Fact]
    ) {
        let value = value?.isEmpty == true ? nil : value
        self.place = place
        self.field = field
        self.value = value
        let field = Fact("field", .name(field.title))
        self.reason = Reason(code, (value.map { [field, Fact("value", .code($0))] } ?? [field]) + facts)
    }
}

extension Reason {
    fileprivate init(_ code: CleaningReason, _ facts: [Fact]) {
        self.code = code.rawValue
        self.facts = facts
    }
}
