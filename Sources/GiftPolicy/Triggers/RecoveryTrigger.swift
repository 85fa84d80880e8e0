public import GiftModel

/// Makes a gift fall due some time after a complaint was settled, never before; once for each complaint.
///
/// Reopening begins the time anew. While any complaint is open nothing is due, and once all are settled one gift is,
/// for all of which none was planned yet: it falls due when the time of the last of them is over. A gift that was
/// planned covers every complaint that had been opened by then.
///
/// - Wire format: `{"afterHours":72,"counting":"resolution","openDays":30}`.
public struct RecoveryTrigger: Hashable, Sendable {
    /// How many hours have to pass, elapsed ones: 72 are three days.
    public let afterHours: Int64
    /// From where they are counted.
    public let start: Start
    /// For how many days, of 24 hours each, the gift stays open; a complaint that was settled longer ago has none.
    public let openDays: Int64

    /// From where the waiting time is counted.
    ///
    /// The two answers are all there are, so this enum is closed.
    ///
    /// - Wire format: a bare word, such as `"resolution"`.
    public enum Start: String, Hashable, Sendable, CaseIterable {
        /// From the last time the complaint was settled.
        case resolution = "resolution"
        /// From the opening of the complaint; the gift waits all the same until it is settled.
        case opening = "opening"
    }

    /// Due so many hours after `start`.
    public init(afterHours: Int64 = 72, counting start: Start = .resolution, openDays: Int64 = 30) {
        self.afterHours = afterHours
        self.start = start
        self.openDays = openDays
    }
}

extension RecoveryTrigger {
    /// How long has to pass.
    var wait: ElapsedTime { ElapsedTime(hours: afterHours) }

    /// How long the gift stays open.
    var open: ElapsedTime {
        let (hours, overflow) = openDays.multipliedReportingOverflow(by: 24)
        return ElapsedTime(hours: overflow ? .max : hours)
    }

    /// Returns when a gift for `complaint` falls due, or `nil` while it is not settled.
    ///
    /// - Complexity: O(*n*) in the steps of the complaint.
    public func due(for complaint: Complaint) -> Timestamp? {
        guard !complaint.state.isOpen, let resolved = complaint.lastResolvedAt else { return nil }
        switch start {
        case .resolution: return resolved.adding(wait)
        case .opening: return max(resolved, complaint.openedAt.adding(wait))
        }
    }

    /// What makes no sense in this trigger.
    public var faults: [ActivityFault] {
        ActivityFault.outOfRange(afterHours, 0...8784, "/afterHours")
            + ActivityFault.outOfRange(openDays, 1...366, "/openDays")
    }

    /// The trigger in words: triggers that mean different times read differently.
    public var sentence: LocalizedText {
        let (wait, open) = (wait.words, FactValue.days(openDays))
        let (english, chinese) =
            switch start {
            case .resolution: ("after a complaint was settled", "投诉解决")
            case .opening: ("after a complaint was opened, once it is settled", "投诉提出（且已解决）")
            }
        return LocalizedText(
            english: "\(wait.english) \(english), open for \(open.text(in: .english))",
            chinese: "\(chinese)后满\(wait.chinese)，有效\(open.text(in: .chinese))"
        )
    }
}

extension RecoveryTrigger.Start: Codable {
    public init(from decoder: any Decoder) throws { self = try decoder.word() }
}

extension RecoveryTrigger: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case afterHours = "afterHours"
        case start = "counting"
        case openDays = "openDays"
    }

    public init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        let hours = object.read(Int64.self, .afterHours)
        let start = object.read(Start.self, .start)
        let days = object.read(Int64.self, .openDays)
        guard let hours, let start, let days else { throw object.failure }
        self.init(afterHours: hours, counting: start, openDays: days)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(afterHours, forKey: .afterHours)
        try container.encode(start, forKey: .start)
        try container.encode(openDays, forKey: .openDays)
    }
}
