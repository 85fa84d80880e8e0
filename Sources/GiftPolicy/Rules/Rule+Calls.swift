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
            + (selection == nil && !followUps.isEmpty ? [TouchFault(at: "/followUps", .noGift)] : [])
    }

    /// What it calls for beside a gift, each in one sentence: touches, tasks, then what follows gifts.
    public var callSentences: [LocalizedText] {
        touches.map(\.sentence) + tasks.map(\.sentence) + followUps.map(\.sentence)
    }
}
