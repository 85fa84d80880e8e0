import GiftModel
import Segmentation

extension GuardCase {
    /// Returns the first later moment at which all that `verdict` forbids may be let pass although nothing happens, or
    /// `nil` when that never is.
    ///
    /// It is never late, and may be early: what guards look at may change then in a way that does not help.
    func opening(of verdict: GuardVerdict) -> Moment? {
        var latest: Moment?
        for finding in verdict.failed {
            guard let opening = opening(of: finding) else { return nil }
            latest = max(latest ?? opening, opening)
        }
        return latest
    }

    private func opening(of finding: GuardFinding) -> Moment? {
        let changes: [Moment?]
        switch finding.source.kind {
        case .consent(let purposes): changes = [nextChange(ofConsentTo: purposes)]
        case .guardian(let rule): changes = [nextChange(ofConsentTo: [rule.purpose])]
        case .exclusion: changes = [nextChange(ofExclusion: finding.source)]
        case .limit: changes = [nextRate, measurable(finding)]
        case .openComplaint, .minimumAge, .personalization: changes = []
        }
        return (changes + [finding.earliest]).compactMap(\.self).min()
    }

    /// When consent that is known today is next given or taken back, as a change that was recorded in advance says.
    private func nextChange(ofConsentTo purposes: Set<Purpose>) -> Moment? {
        facts.consents?.changes.filter { purposes.contains($0.purpose) && clock.now.instant < $0.at }.map(\.at).min()
            .flatMap(clock.moment)
    }

    private func nextChange(ofExclusion source: Guard) -> Moment? {
        guard let index = guards.guards.firstIndex(of: source), let position = guards.positions[index] else {
            return nil
        }
        let segment = guards.conditions.document.segments[position].id
        return guards.conditions.answer(for: facts.attributes, in: segment)?.nextPossibleChange.map(clock.start)
    }

    /// When nothing falls under a limit any more that cannot be measured.
    private func measurable(_ finding: GuardFinding) -> Moment? {
        guard case .limit(let evidence) = finding.evidence, !evidence.unknown.isEmpty else { return nil }
        return opening(of: evidence.limit, costing: evidence.cost).map(clock.start)
    }

    /// When the next rate counts that was set in advance.
    private var nextRate: Moment? {
        circumstances.rates.map(\.setOn).filter { clock.today < $0 }.min().map(clock.start)
    }
}
