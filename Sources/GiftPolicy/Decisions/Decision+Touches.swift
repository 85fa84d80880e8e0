public import GiftModel

extension Decision {
    /// What goes to the customer and what is to be done, what follows earlier gifts among it.
    var due: (touches: [PlannedTouch], tasks: [PlannedTask]) {
        var (touches, tasks) = (touches, tasks)
        for case .due(let action) in followUps.map(\.standing) {
            switch action {
            case .touch(let touch): touches.append(touch)
            case .task(let task): tasks.append(task)
            }
        }
        return (touches, tasks)
    }

    /// What this decision brings to the customer that is no gift, as caps count it.
    var approaches: [Approach] {
        let (touches, tasks) = due
        func approach(_ channel: ContactChannel, for origin: TouchOrigin, at moment: Moment) -> Approach {
            Approach(.touch(channel), by: origin.rule, on: origin.occurrence.occasion, at: moment)
        }
        return touches.map { approach($0.channel, for: $0.origin, at: $0.dispatch) }
            + tasks.compactMap { task in
                task.choice?.channel.map { approach($0, for: task.origin, at: task.start) }
            }
    }

    /// Returns why `touch` goes out: what made its rule speak, and when and how it leaves.
    ///
    /// - Complexity: that of asking the rule once more, because words are worked out when somebody reads them.
    public func reasons(for touch: PlannedTouch) -> [Reason] {
        speaking(touch.origin) + touch.reasons(calling: name)
    }

    /// Returns why `task` is to be done: what made its rule speak, and when and how it is to be done.
    ///
    /// - Complexity: as that of touches.
    public func reasons(for task: PlannedTask) -> [Reason] { speaking(task.origin) + task.reasons(calling: name) }

    /// Returns why what `refusal` is about does not come about, most important first.
    ///
    /// - Complexity: O(*n*) in what was looked at.
    public func reasons(for refusal: TouchRefusal) -> [Reason] { refusal.reasons(calling: name) }

    private func name(_ rule: RuleReference.ID) -> LocalizedText {
        asked?.policy.name(ofRule: rule) ?? LocalizedText(quoting: rule.text)
    }

    private func speaking(_ origin: TouchOrigin) -> [Reason] {
        guard let asked, let index = asked.policy.document.rules.firstIndex(where: { $0.id == origin.rule }) else {
            return []
        }
        let question = RuleQuestion(index, of: asked, tells: true)
        guard case .come(let due) = question.turn else { return [] }
        return [due.reason] + question.conditionReasons + question.exemptions
    }
}
