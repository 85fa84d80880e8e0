import GiftModel
import Segmentation

extension GuardCase {
    /// What one guard comes to.
    struct Outcome {
        let answer: GuardFinding.Answer
        let evidence: GuardEvidence
        var earliest: CalendarDate?

        init(_ answer: GuardFinding.Answer, _ evidence: GuardEvidence, earliest: CalendarDate? = nil) {
            self.answer = answer
            self.evidence = evidence
            self.earliest = earliest
        }
    }

    func outcome(
        of source: Guard,
        at index: Int,
        on occasion: Occasion?,
        by rule: RuleReference.ID?,
        giving gift: (id: Gift.ID, cost: Money)?
    ) -> Outcome {
        func isExcepted(_ exceptions: GuardExceptions) -> Bool {
            occasion.map { exceptions.covers($0, by: rule) } ?? false
        }
        switch source.audience.includes(facts.record) {
        case .fails: return Outcome(.passes, .forOthers)
        case .unknown:
            if case .personalization = source.kind { return personalization(.withConsent, isFor: false) }
            let evidence = GuardEvidence.audienceNotKnown(
                recipient: source.audience.includesRecipient(of: facts.record) == .unknown,
                jurisdiction: source.audience.isSubject(facts.record) == .unknown
            )
            return Outcome(.unknown, evidence)
        case .holds: break
        }
        switch source.kind {
        case .consent(let purposes): return consent(to: purposes)
        case .exclusion(_, let exceptions):
            return isExcepted(exceptions) ? Outcome(.passes, .excepted) : exclusion(at: index)
        case .openComplaint(let exceptions):
            return isExcepted(exceptions) ? Outcome(.passes, .excepted) : complaints()
        case .limit(let limit): return self.limit(limit, costing: gift?.cost)
        case .minimumAge(let limit): return minimumAge(limit, for: gift?.id)
        case .guardian(let rule): return guardian(rule)
        case .personalization(let basis): return personalization(basis, isFor: true)
        }
    }

    func standing(of purpose: Purpose) -> GuardEvidence.Consent {
        facts.consents.map { .known($0.finding(on: purpose, at: clock.now.instant)) } ?? .notKnown(purpose)
    }

    private func consent(to purposes: Set<Purpose>) -> Outcome {
        let consents = purposes.sorted().map(standing)
        guard !consents.allSatisfy(\.isGiven) else { return Outcome(.passes, .consents(consents)) }
        let failing = consents.filter { !$0.isGiven }
        return Outcome(facts.consents == nil ? .unknown : .forbids, .consents(failing))
    }

    private func exclusion(at index: Int) -> Outcome {
        guard let answers, let position = guards.positions[index] else {
            preconditionFailure("an exclusion has a condition")
        }
        let truth = answers[position]
        if truth == .fails { return Outcome(.passes, .exclusion(.fails, [])) }
        let segment = guards.conditions.document.segments[position].id
        let reasons = guards.conditions.answer(for: facts.attributes, in: segment)?.reasons ?? []
        return Outcome(truth == .holds ? .forbids : .unknown, .exclusion(truth, reasons))
    }

    func complaints() -> Outcome {
        let now = clock.now.instant
        let steps = facts.activities.compactMap { activity -> ComplaintStep? in
            if case .complaintStep(let step) = activity, step.occurredAt <= now { step } else { nil }
        }
        if steps.isEmpty { return Outcome(.passes, .complaints(open: [], unclear: [])) }
        let report = ComplaintReport(on: steps)
        let open = report.complaints.filter(\.state.isOpen)
            .map { complaint in
                let since = clock.moment(at: complaint.openedAt)?.day ?? clock.today
                return GuardEvidence.OpenComplaint(id: complaint.id, since: since, state: complaint.state)
            }
        let opened = Set(report.complaints.map(\.id))
        // Of a complaint whose opening is not known, the last step tells whether it goes on.
        let unopened = report.rejected.map(\.step).filter { !opened.contains($0.complaint) }
        let last = Dictionary(unopened.map { ($0.complaint, $0) }) { $1 }
        let unclear = last.values.filter(\.state.isOpen).map(\.complaint).sorted()
        let answer: GuardFinding.Answer = !open.isEmpty ? .forbids : unclear.isEmpty ? .passes : .unknown
        return Outcome(answer, .complaints(open: open, unclear: unclear))
    }

    private func minimumAge(_ limit: AgeLimit, for gift: Gift.ID?) -> Outcome {
        guard limit.gifts.isEmpty || gift.map(limit.gifts.contains) ?? false else {
            return Outcome(.passes, .forOthers)
        }
        guard let age else { return Outcome(.unknown, .age(nil, minimum: limit.years)) }
        let evidence = GuardEvidence.age(age, minimum: limit.years)
        return age < limit.years
            ? Outcome(.forbids, evidence, earliest: day(ofAge: limit.years)) : Outcome(.passes, evidence)
    }

    private func guardian(_ rule: GuardianRule) -> Outcome {
        guard let age else { return Outcome(.unknown, .age(nil, minimum: rule.under)) }
        guard age < rule.under else { return Outcome(.passes, .age(age, minimum: rule.under)) }
        let consent = standing(of: rule.purpose)
        let evidence = GuardEvidence.guardian(age: age, minimum: rule.under, consent)
        if consent.isGiven { return Outcome(.passes, evidence) }
        return Outcome(facts.consents == nil ? .unknown : .forbids, evidence, earliest: day(ofAge: rule.under))
    }

    private var age: Int64? {
        facts.record?.birthday?.age(on: clock.today, leapDay: leapDay).map(Int64.init)
    }

    /// The day on which the customer has completed so many years.
    private func day(ofAge years: Int64) -> CalendarDate? { facts.record?.day(ofAge: years, leapDay: leapDay) }

    private func personalization(_ basis: PersonalizationBasis, isFor known: Bool) -> Outcome {
        let consent = standing(of: .personalization)
        let isOn: Bool
        switch (basis, consent) {
        case (_, .notKnown): isOn = false
        case (.withConsent, .known(let finding)): isOn = known && finding.isGiven
        case (.unlessObjected, .known(let finding)):
            if case .withdrawn = finding.status { isOn = false } else { isOn = true }
        }
        return Outcome(isOn ? .passes : .notPersonalized, .personalization(isOn: isOn, consent))
    }

    private func limit(_ limit: GiftLimit, costing cost: Money?) -> Outcome {
        let evidence = evidence(of: limit, costing: cost, on: clock.today)
        guard evidence.forbids || !evidence.unknown.isEmpty else { return Outcome(.passes, .limit(evidence)) }
        // Waiting never helps against what does not depend on earlier gifts.
        let waits = evidence.exceedsCount || evidence.exceedsAmount
        return Outcome(
            evidence.forbids ? .forbids : .unknown,
            .limit(evidence),
            earliest: waits ? opening(of: limit, costing: cost) : nil
        )
    }
}
