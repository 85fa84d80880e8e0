public import GiftModel

/// One thing that is wrong with touches, tasks or follow-up steps, and where.
public struct TouchFault: Hashable, Sendable {
    /// The place within what was checked, such as `/channels/1`.
    public let path: String
    /// What is wrong there.
    public let problem: Problem

    /// `problem` at `path`.
    public init(at path: String, _ problem: Problem) {
        self.path = path
        self.problem = problem
    }

    /// What can be wrong.
    @nonexhaustive
    public enum Problem: Hashable, Sendable {
        /// A call needs somebody who makes it.
        case callIsTask
        /// No channel is named, so that nothing would ever go out.
        case noChannel
        /// The channel is named before.
        case repeatedChannel(ContactChannel)
        /// What goes out is not named, and the occasion does not tell either.
        case noContent(TouchKind)
        /// The number lies outside these bounds, both included.
        case outOfRange(Int64, lowest: Int64, highest: Int64)
        /// Another one of the same rule has this name or is of this kind, so that they could not be told apart.
        case repeated(String)
        /// What stops the step has happened when it begins.
        case stoppedFromTheStart(FollowUpStop)
        /// This can be said of gifts alone, and the rule gives none.
        case noGift
    }
}

extension TouchFault: CustomStringConvertible {
    public var description: String { "\(path): \(problem)" }
}

extension TouchFault.Problem: CustomStringConvertible {
    public var description: String {
        switch self {
        case .callIsTask: "somebody has to make a call, which makes it a task"
        case .noChannel: "no channel is named, so that nothing would go out"
        case .repeatedChannel(let channel): "the channel `\(channel.name)` is named before"
        case .noContent(let kind): "a `\(kind.rawValue)` names its content"
        case .outOfRange(let number, let lowest, let highest): "`\(number)` is not \(lowest) through \(highest)"
        case .repeated(let name): "another one of the rule is called or of the kind `\(name)`"
        case .stoppedFromTheStart(let stop): "what stops it, `\(stop.rawValue)`, has happened when it begins"
        case .noGift: "the rule gives no gift of which this could be said"
        }
    }
}

extension TouchFault {
    /// A fault at `path` unless `hours` are at least `lowest` and at most those of a year.
    static func hours(_ hours: Int64, from lowest: Int64, at path: String) -> [TouchFault] {
        (lowest...8784).contains(hours)
            ? [] : [TouchFault(at: path, .outOfRange(hours, lowest: lowest, highest: 8784))]
    }

    /// A fault for each of `names` that was there before, at `path` and its place.
    static func repeated(_ names: [String], at path: String, _ member: String) -> [TouchFault] {
        var seen: Set<String> = []
        return names.enumerated()
            .compactMap { index, name in
                seen.insert(name).inserted ? nil : TouchFault(at: "\(path)/\(index)\(member)", .repeated(name))
            }
    }
}
