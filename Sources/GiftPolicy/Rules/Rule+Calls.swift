public import GiftModel

extension Rule {
    /// Whether it calls for anything but a gift at once.
    var calls: Bool { !touches.isEmpty || !tasks.isEmpty }

    /// Every fault of what it calls for beside a gift, in the order of its members.
    var callFaults: [TouchFault] {
        func place(_ faults: [TouchFault], at path: String) -> [TouchFault] {
            faults.map { TouchFault(at: path + $0.path, $0.problem) }
        }
        return TouchFault.repeated(touches.map(\.kind.rawValue), at: "/touches", "/kind")
            + touches.enumerated().flatMap { place($1.faults, at: "/touches/\($0)") }
            + TouchFault.repeated(tasks.map(\.work.text), at: "/tasks", "/work")
            + tasks.enumerated().flatMap { place($1.faults, at: "/tasks/\($0)") }
            + place(FollowUpStep.faults(of: followUps), at: "/followUps")
            + giftless.map { TouchFault(at: $0, .noGift) }
    }

    /// Where something is said of gifts that the rule does not give.
    private var giftless: [String] {
        guard selection == nil else { return [] }
        return (followUps.isEmpty ? [] : ["/followUps"]) + (restDays == nil ? [] : ["/restDays"])
            + (budget == nil ? [] : ["/budget"]) + (offer == nil ? [] : ["/offer"])
    }

    /// What it calls for beside a gift, each in one sentence: touches, tasks, then what follows gifts.
    public var callSentences: [LocalizedText] { callPhrases.map(\.asSentence) }

    /// What it calls for beside a gift, as parts of a sentence.
    var callPhrases: [LocalizedText] { touches.map(\.phrase) + tasks.map(\.phrase) + followUps.map(\.phrase) }
}
