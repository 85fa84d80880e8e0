public import GiftModel

/// A touch or a task that is called for and does not come about, and why.
///
/// It holds what was found; its reasons are told on demand.
public struct TouchRefusal: Hashable, Sendable {
    /// What was called for.
    public let subject: Subject
    /// For what.
    public let origin: TouchOrigin
    /// What stands in the way.
    public let kind: Refusal.Kind
    /// The first moment at which it could leave if only time passes, or `nil` when waiting does not help.
    public let earliest: Moment?
    let cause: Cause

    /// What can be called for.
    ///
    /// The two are all there are, so this enum is closed.
    public enum Subject: Hashable, Sendable {
        /// A touch of this kind.
        case touch(TouchKind)
        /// A task to do this work.
        case task(Identifier<StaffTask.Work>)
    }

    /// What was found.
    enum Cause: Hashable {
        case reasons([Reason])
        case guards([GuardEvidence.Consent], GuardVerdict)
        case caps(ChannelChoice)
        case group(ConflictGroup, heldBy: [RuleReference.ID])
    }
}

extension TouchRefusal {
    /// Whether another rule of its conflict group went first.
    var isOutranked: Bool { if case .group = cause { true } else { false } }

    /// Returns why, most important first; never empty.
    ///
    /// - Parameter name: What a rule is called.
    /// - Complexity: O(*n*) in what was looked at.
    public func reasons(calling name: (RuleReference.ID) -> LocalizedText) -> [Reason] {
        switch cause {
        case .reasons(let reasons): reasons
        case .guards(let consents, let verdict):
            // What the touch needs by itself, a guard often asks for as well.
            verdict.failed.flatMap(\.reasons)
                .reduce(into: consents.map(\.reason)) { told, reason in
                    if !told.contains(reason) { told.append(reason) }
                }
        case .caps(let choice): choice.reasons(calling: name)
        case .group(let group, let holders): group.reasons(heldBy: holders, calling: name)
        }
    }
}

extension TouchRefusal.Subject {
    /// In words.
    public var title: LocalizedText {
        switch self {
        case .touch(let kind): kind.title
        case .task(let work): LocalizedText(quoting: work.text)
        }
    }
}
