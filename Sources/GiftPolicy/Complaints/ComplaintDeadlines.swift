public import GiftModel

/// Until when complaints have to be answered, solved and followed up, and who sees to them.
///
/// Times are elapsed ones, counted from the opening of a complaint and anew from each reopening. At the deadline itself
/// a duty is in time. A question that is no complaint has a deadline for its answer too.
///
/// ```swift
/// let deadlines = ComplaintDeadlines()
/// deadlines.due(.answer, since: askedAt, by: .weCom)      // an hour later
/// ```
///
/// - Wire format: `{"answerMinutes":120,"answerMinutesByChannel":{"weCom":60},"escalateAfterMinutes":240,`
///   `"followUpMinutes":2880,"handlers":{"complex":"expertTeam","grave":"management","simple":"frontLine"},`
///   `"solutionMinutes":1440}`; without `answerMinutesByChannel` no channel is another, and without
///   `escalateAfterMinutes` nothing escalates.
public struct ComplaintDeadlines: Hashable, Sendable {
    /// Within how many minutes an answer is due.
    public let answerMinutes: Int64
    /// The same where a channel has another time.
    public let answerMinutesByChannel: [ActivityChannel: Int64]
    /// Within how many minutes a solution has to be offered.
    public let solutionMinutes: Int64
    /// Within how many minutes somebody has to ask whether all is well.
    public let followUpMinutes: Int64
    /// Who sees to complaints of each grade.
    public let handlers: Handlers
    /// For each so many minutes by which a duty is overdue, the next handler takes over; `nil` when none does.
    public let escalateAfterMinutes: Int64?

    /// Who sees to complaints of each grade; one without a grade is handled as a simple one.
    public struct Handlers: Hashable, Sendable {
        /// Who sees to simple ones.
        public let simple: ComplaintHandler
        /// Who sees to complex ones.
        public let complex: ComplaintHandler
        /// Who sees to grave ones.
        public let grave: ComplaintHandler

        /// Handlers as described.
        public init(
            simple: ComplaintHandler = .frontLine,
            complex: ComplaintHandler = .expertTeam,
            grave: ComplaintHandler = .management
        ) {
            self.simple = simple
            self.complex = complex
            self.grave = grave
        }

        /// Returns who sees to complaints of `grade`.
        public func handler(of grade: ComplaintGrade?) -> ComplaintHandler {
            switch grade {
            case .simple, nil: simple
            case .complex: complex
            case .grave: grave
            }
        }
    }

    /// Two hours for an answer, one in WeCom, a day for a solution and two for the follow-up, unless said otherwise.
    public init(
        answerMinutes: Int64 = 120,
        answerMinutesByChannel: [ActivityChannel: Int64] = [.weCom: 60],
        solutionMinutes: Int64 = 1440,
        followUpMinutes: Int64 = 2880,
        handlers: Handlers = Handlers(),
        escalateAfterMinutes: Int64? = nil
    ) {
        self.answerMinutes = answerMinutes
        self.answerMinutesByChannel = answerMinutesByChannel
        self.solutionMinutes = solutionMinutes
        self.followUpMinutes = followUpMinutes
        self.handlers = handlers
        self.escalateAfterMinutes = escalateAfterMinutes
    }
}

extension ComplaintDeadlines {
    /// Returns the last instant at which `duty` is in time for a complaint or a question of `start` in `channel`.
    public func due(_ duty: ComplaintDuty, since start: Timestamp, by channel: ActivityChannel?) -> Timestamp {
        let minutes =
            switch duty {
            case .answer: channel.flatMap { answerMinutesByChannel[$0] } ?? answerMinutes
            case .solution: solutionMinutes
            case .followUp: followUpMinutes
            }
        return start.adding(ElapsedTime(minutes: minutes))
    }

    private static let range: ClosedRange<Int64> = 1...525_600

    /// What makes no sense in these deadlines.
    public var faults: [ActivityFault] {
        var faults: [ActivityFault] = []
        let times = [("answer", answerMinutes), ("solution", solutionMinutes), ("followUp", followUpMinutes)]
        for (name, minutes) in times { faults += ActivityFault.outOfRange(minutes, Self.range, "/\(name)Minutes") }
        for (_, minutes) in answerMinutesByChannel.sorted(by: { $0.key < $1.key }) {
            faults += ActivityFault.outOfRange(minutes, Self.range, "/answerMinutesByChannel")
        }
        for (earlier, later) in zip(times, times.dropFirst()) where later.1 <= earlier.1 {
            faults.append(ActivityFault(at: "/\(later.0)Minutes", .dutyOutOfOrder(minutes: later.1, before: earlier.1)))
        }
        return faults
            + (escalateAfterMinutes.map { ActivityFault.outOfRange($0, Self.range, "/escalateAfterMinutes") } ?? [])
    }

    /// The deadlines in words: deadlines that mean something else read differently.
    public var sentence: LocalizedText {
        let times = ComplaintDuty.allCases
            .map { duty -> LocalizedText in
                let start = Timestamp(milliseconds: 0)
                let time = ElapsedTime(from: start, until: due(duty, since: start, by: nil)).words
                return LocalizedText(
                    english: "\(duty.title.english) within \(time.english)",
                    chinese: "\(time.chinese)内\(duty.title.chinese)"
                )
            }
        let channels = answerMinutesByChannel.sorted { $0.key < $1.key }
            .map { channel, minutes -> LocalizedText in
                let time = ElapsedTime(minutes: minutes).words
                let (title, name) = (
                    LocalizedText(quoting: channel.title, channel.name.text), LocalizedText(naming: channel.name.text)
                )
                return LocalizedText(
                    english: "answer by \(title.english) (\(name.english)) within \(time.english)",
                    chinese: "\(title.chinese)（\(name.chinese)）\(time.chinese)内响应"
                )
            }
        let grades = ComplaintGrade.allCases
            .map { grade -> LocalizedText in
                let handler = handlers.handler(of: grade)
                return LocalizedText(
                    english: "\(grade.title.english) to the \(handler.title.english)",
                    chinese: "\(grade.title.chinese)交\(handler.title.chinese)"
                )
            }
        let escalation = escalateAfterMinutes.map { minutes -> LocalizedText in
            let time = ElapsedTime(minutes: minutes).words
            return LocalizedText(
                english: "one handler up for each \(time.english) overdue",
                chinese: "每逾期\(time.chinese)升一级"
            )
        }
        return LocalizedText(listing: times + channels + grades + (escalation.map { [$0] } ?? []))
    }
}

extension ComplaintDeadlines: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case answerMinutes = "answerMinutes"
        case answerMinutesByChannel = "answerMinutesByChannel"
        case solutionMinutes = "solutionMinutes"
        case followUpMinutes = "followUpMinutes"
        case handlers = "handlers"
        case escalateAfterMinutes = "escalateAfterMinutes"
    }

    public init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        let answer = object.read(Int64.self, .answerMinutes)
        var channels: [Identifier<ActivityChannel>: Int64]? = [:]
        if object.keys.contains(.answerMinutesByChannel) {
            channels = object.readMap(
                by: Identifier<ActivityChannel>.self,
                in: Self.range,
                .answerMinutesByChannel
            )
        }
        let solution = object.read(Int64.self, .solutionMinutes)
        let followUp = object.read(Int64.self, .followUpMinutes)
        let handlers = object.read(Handlers.self, .handlers)
        let escalation = object.readIfPresent(Int64.self, .escalateAfterMinutes)
        guard let answer, let channels, let solution, let followUp, let handlers, let escalation else {
            throw object.failure
        }
        self.init(
            answerMinutes: answer,
            answerMinutesByChannel: Dictionary(
                uniqueKeysWithValues: channels.map { (ActivityChannel($0.key), $0.value) }
            ),
            solutionMinutes: solution,
            followUpMinutes: followUp,
            handlers: handlers,
            escalateAfterMinutes: escalation
        )
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(answerMinutes, forKey: .answerMinutes)
        if !answerMinutesByChannel.isEmpty {
            let channels = answerMinutesByChannel.map { ($0.key.name, $0.value) }
            try container.encode(Dictionary(uniqueKeysWithValues: channels), forKey: .answerMinutesByChannel)
        }
        try container.encode(solutionMinutes, forKey: .solutionMinutes)
        try container.encode(followUpMinutes, forKey: .followUpMinutes)
        try container.encode(handlers, forKey: .handlers)
        try container.encodeIfPresent(escalateAfterMinutes, forKey: .escalateAfterMinutes)
    }
}

extension ComplaintDeadlines.Handlers: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case simple = "simple"
        case complex = "complex"
        case grave = "grave"
    }

    public init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        let simple = object.read(ComplaintHandler.self, .simple)
        let complex = object.read(ComplaintHandler.self, .complex)
        let grave = object.read(ComplaintHandler.self, .grave)
        guard let simple, let complex, let grave else { throw object.failure }
        self.init(simple: simple, complex: complex, grave: grave)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(simple, forKey: .simple)
        try container.encode(complex, forKey: .complex)
        try container.encode(grave, forKey: .grave)
    }
}
