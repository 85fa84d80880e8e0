/// The complaints that some steps tell of, and the steps that fit into none.
///
/// Steps may come in any order and more than once: the report is the same. They are taken in the order of time, and of
/// several at one instant the one that may follow and is least far along first, so that dates without a time will do.
/// A step that may not follow is kept out, and the complaint stays where it was; so is, of two different steps of one
/// name, the later.
///
/// ```swift
/// let report = ComplaintReport(on: steps)
/// report.complaints.contains { $0.isOpen(asOf: now) }   // true: no birthday gift today
/// ```
///
/// ## Invariants
/// 1. Each step given is in exactly one complaint or is rejected, copies apart.
/// 2. Complaints are in ascending order of their identities, rejected steps in that of their instants.
public struct ComplaintReport: Hashable, Sendable {
    /// Every complaint that was opened.
    public private(set) var complaints: [Complaint] = []
    /// The steps that were kept out, each with the reason.
    public private(set) var rejected: [RejectedStep] = []

    /// What `steps` tell, of one complaint or of many.
    ///
    /// - Complexity: O(*n* log *n*), times the steps that one complaint has at one instant.
    public init(on steps: some Sequence<ComplaintStep>) {
        var known: Set<ComplaintStep.ID> = []
        var stepsByComplaint: [Complaint.ID: [ComplaintStep]] = [:]
        for step in Set(steps).sorted(by: Self.precedes) {
            if known.insert(step.id).inserted {
                stepsByComplaint[step.complaint, default: []].append(step)
            } else {
                rejected.append(RejectedStep(step, .stepContradicted, Fact("step", .code(step.id.text))))
            }
        }
        for (_, steps) in stepsByComplaint.sorted(by: { $0.key < $1.key }) { follow(steps[...]) }
        rejected.sort { Self.precedes($0.step, $1.step) }
    }
}

extension ComplaintReport {
    /// Follows one complaint through `steps`, which are in order.
    private mutating func follow(_ steps: ArraySlice<ComplaintStep>) {
        var waiting = steps
        var taken: [ComplaintStep] = []
        while let instant = waiting.first?.occurredAt {
            var simultaneous = Array(waiting.prefix { $0.occurredAt == instant })
            waiting = waiting.dropFirst(simultaneous.count)
            while let next = simultaneous.firstIndex(where: { Self.may($0, follow: taken.last) }) {
                taken.append(simultaneous.remove(at: next))
            }
            rejected += simultaneous.map { RejectedStep($0, after: taken.last) }
        }
        if let opening = taken.first { complaints.append(Complaint(opening, taken.dropFirst())) }
    }

    private static func may(_ step: ComplaintStep, follow last: ComplaintStep?) -> Bool {
        last.map { $0.state.mayBecome(step.state) } ?? (step.state == .opened)
    }

    /// By time, then by how far along; the rest only tells steps apart.
    private static func precedes(_ left: ComplaintStep, _ right: ComplaintStep) -> Bool {
        if left.occurredAt != right.occurredAt { return left.occurredAt < right.occurredAt }
        if left.state != right.state { return left.state.rank < right.state.rank }
        return left.names.lexicographicallyPrecedes(right.names) { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}

/// A step that was kept out of its complaint, with the reason.
public struct RejectedStep: Hashable, Sendable {
    /// The step as it was given.
    public let step: ComplaintStep
    /// Why; the phrases are in ``Phrasebook/complaints``.
    public let reason: Reason

    fileprivate init(_ step: ComplaintStep, after last: ComplaintStep?) {
        let state = Fact("state", .name(step.state.title))
        self.step = step
        self.reason =
            switch last {
            case let last?: Reason(ComplaintReason.stepOutOfTurn, state, Fact("previous", .name(last.state.title)))
            case nil: Reason(ComplaintReason.stepBeforeOpening, state)
            }
    }

    fileprivate init(_ step: ComplaintStep, _ code: ComplaintReason, _ fact: Fact) {
        self.step = step
        self.reason = Reason(code, fact)
    }
}

extension ComplaintState {
    /// How far along; the cases are declared in that order.
    fileprivate var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

extension ComplaintStep {
    fileprivate var names: [String] {
        [id.text, complaint.text, customer.text, grade?.rawValue ?? "", channel?.name.text ?? ""]
    }
}
