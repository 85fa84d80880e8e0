import GiftModel

/// What a guard looked at, from which its reasons are told on demand.
enum GuardEvidence: Hashable {
    /// Whether the guard stands for the customer is not known.
    case audienceNotKnown(recipient: Bool, jurisdiction: Bool)
    /// It stands for others.
    case forOthers
    /// The rule or the occasion is excepted.
    case excepted
    /// How consent stands to each purpose.
    case consents([Consent])
    /// Whether a condition holds, with its reasons where it does not fail.
    case exclusion(Truth, [Reason])
    /// The complaints that are open, and those whose opening is not known.
    case complaints(open: [OpenComplaint], unclear: [Complaint.ID])
    /// A limit.
    case limit(LimitEvidence)
    /// The age against the least that will do; `nil` when it is not known.
    case age(Int64?, minimum: Int64)
    /// The age of whom a guardian has to consent, and whether one did.
    case guardian(age: Int64, minimum: Int64, Consent)
    /// Whether gifts may be chosen by what is known of the customer.
    case personalization(isOn: Bool, Consent)

    /// A complaint that waits to be settled.
    struct OpenComplaint: Hashable {
        let id: Complaint.ID
        let since: CalendarDate
        let state: ComplaintState

        var reason: Reason {
            Reason(
                GuardReason.complaintOpen,
                Fact("complaint", .code(id.text)),
                Fact("since", .date(since)),
                Fact("state", .name(state.title))
            )
        }
    }

    /// How consent to one purpose stands.
    enum Consent: Hashable {
        case known(ConsentFinding)
        case notKnown(Purpose)

        var isGiven: Bool { if case .known(let finding) = self { finding.isGiven } else { false } }

        /// When it ends by itself, or `nil` when it does not.
        var until: Timestamp? {
            if case .known(let finding) = self, case .given(_, let until) = finding.status { until } else { nil }
        }

        var reason: Reason {
            switch self {
            case .known(let finding): finding.reason
            case .notKnown(let purpose): Reason(GuardReason.consentNotKnown, Fact("purpose", .name(purpose.title)))
            }
        }
    }
}

extension GuardEvidence {
    /// What the guard called `id` found, most important first.
    func reasons(_ id: Guard.ID, on today: CalendarDate) -> [Reason] {
        let source = Fact("guard", .code(id.text))
        switch self {
        case .audienceNotKnown(let recipient, let jurisdiction):
            return (recipient ? [Reason(RestrictionReason.recipientNotKnown)] : [])
                + (jurisdiction ? [Reason(GuardReason.jurisdictionNotKnown)] : [])
        case .forOthers: return [Reason(GuardReason.guardForOthers, source)]
        case .excepted: return [Reason(GuardReason.guardExcepted, source)]
        case .consents(let consents): return consents.map(\.reason)
        case .exclusion(.holds, let reasons): return [Reason(GuardReason.excluded, source)] + reasons
        case .exclusion(.unknown, let reasons): return [Reason(GuardReason.exclusionNotKnown, source)] + reasons
        case .exclusion(.fails, _): return [Reason(GuardReason.notExcluded, source)]
        case .complaints(let open, let unclear):
            if open.isEmpty, unclear.isEmpty { return [Reason(GuardReason.noComplaintOpen)] }
            return open.map(\.reason)
                + unclear.map { Reason(GuardReason.complaintUnclear, Fact("complaint", .code($0.text))) }
        case .limit(let limit): return limit.reasons(id, on: today)
        case .age(nil, let minimum):
            return [Reason(RestrictionReason.ageNotKnown, Fact("minimum", .number(minimum)))]
        case .age(let age?, let minimum):
            let facts = [Fact("age", .number(age)), Fact("minimum", .number(minimum))]
            return age < minimum
                ? [Reason(RestrictionReason.underAge, facts: facts)] : [Reason(GuardReason.ofAge, facts: facts)]
        case .guardian(let age, let minimum, let consent):
            let facts = [Fact("age", .number(age)), Fact("minimum", .number(minimum))]
            return [Reason(GuardReason.needsGuardian, facts: facts), consent.reason]
        case .personalization(let isOn, let consent):
            return [Reason(isOn ? GuardReason.personalizationOn : .personalizationOff), consent.reason]
        }
    }
}
