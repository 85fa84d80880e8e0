import GiftModel

extension SegmentAttribute {
    /// Returns what this attribute, which has no other source and is no word, comes to on `day`.
    ///
    /// - Parameter isPlain: Whether all names in it are of ASCII.
    func reading(
        in facts: SegmentFacts,
        on day: CalendarDate,
        kind: SegmentValue.Kind,
        currency: Currency,
        isPlain: Bool
    ) -> SegmentReading {
        switch self {
        case .count(.interactions(let kind, let channel), let days):
            let days = days.map(Int.init)
            return SegmentReading(facts.number(of: kind, in: channel, inDays: days, isPlain, through: day))
        case .change(.interactions(let kind, let channel), let days):
            guard let now = facts.number(of: kind, in: channel, inDays: Int(days), isPlain, through: day),
                let end = day.adding(days: -Int(days)),
                let before = facts.number(of: kind, in: channel, inDays: Int(days), isPlain, through: end)
            else { return .unknown }
            return SegmentReading(now, over: before)
        case .score(let dimension):
            for score in facts.furtherScores
            where score.dimension.name.text.isSame(dimension.name.text, isPlain: isPlain) {
                return SegmentReading(score.score.value)
            }
            return .unknown
        case .tag(let id):
            if let standings = facts.standings {
                for tag in standings where tag.tag.text.isSame(id.text, isPlain: isPlain) {
                    return SegmentReading(tag.isHeld)
                }
                return SegmentReading(false)
            }
            guard let tags = facts.tags else { return .unknown }
            for tag in tags where tag.id.text.isSame(id.text, isPlain: isPlain) {
                return SegmentReading(tag.isHeld.value)
            }
            return SegmentReading(false)
        case .label(let id): return id.reading(in: facts, on: day, kind: kind, currency: currency, isPlain: isPlain)
        case .trait(let trait): return trait.reading(in: facts, on: day)
        default: return .unknown
        }
    }

    /// Returns the word that this attribute is on `day`, or `nil` when it is not known.
    func word(in facts: SegmentFacts, on day: CalendarDate, isPlain: Bool) -> String? {
        switch self {
        case .stage: return facts.stage?.value.rawValue
        case .tier: return facts.tier?.value.text
        case .valueBand: return facts.valueBand?.value.rawValue
        case .quadrant: return facts.quadrant?.value.rawValue
        case .label(let id):
            guard case .word(let word)? = id.value(in: facts, on: day, isPlain: isPlain) else { return nil }
            return word.text
        case .trait(let trait):
            return switch trait {
            case .customerKind: facts.record?.kind?.rawValue
            case .industry: facts.record?.industry?.text
            case .jobRole: facts.record?.jobRole?.name.text
            case .recipientKind: facts.record?.recipientKind?.name.text
            case .country: facts.record?.country?.letters
            case .jurisdiction: facts.record?.jurisdiction?.letters
            case .language: facts.record?.language?.text
            case .employees, .age, .birthdayMonth, .daysSinceRegistration: nil
            }
        default: return nil
        }
    }
}

extension SegmentAttribute {
    /// The names in it that hosts gave.
    var names: [String] {
        switch self {
        case .count(.interactions(let kind, let channel), _), .change(.interactions(let kind, let channel), _):
            [kind?.name.text, channel?.name.text].compactMap(\.self)
        case .score(let dimension): [dimension.name.text]
        case .tag(let id): [id.text]
        case .label(let id): [id.text]
        default: []
        }
    }
}

extension String {
    /// Whether both have the same bytes; quick where they have not, and where this text is known to be plain ASCII.
    ///
    /// Texts that are not equal have not the same bytes. A text that equals one of ASCII without being it is longer.
    func isSame(_ other: String, isPlain: Bool) -> Bool {
        utf8.count == other.utf8.count && self == other && (isPlain || utf8.elementsEqual(other.utf8))
    }
}

extension SegmentFacts {
    /// How often anything of `kind` was done in `channel` on the days that end on `last`, or ever.
    fileprivate func number(
        of kind: InteractionKind?,
        in channel: ActivityChannel?,
        inDays length: Int?,
        _ isPlain: Bool,
        through last: CalendarDate
    ) -> Int64? {
        guard let interactions else { return nil }
        var sum: Int64 = 0
        for position in interactions.counts.lists.indices
        where interactions.counts.lists[position].subject.isCounted(as: kind, in: channel, isPlain: isPlain) {
            let days = interactions.counts.days(at: position)
            sum = sum.saturatingSum(days.sum(knownThrough: asOf, inDays: length, through: last))
        }
        return sum
    }
}

extension InteractionSummary.Deed {
    func isCounted(as kind: InteractionKind?, in channel: ActivityChannel?, isPlain: Bool) -> Bool {
        if let kind, !kind.name.text.isSame(self.kind.name.text, isPlain: isPlain) { return false }
        guard let channel else { return true }
        return self.channel.map { channel.name.text.isSame($0.name.text, isPlain: isPlain) } ?? false
    }
}

extension Identifier<Label> {
    fileprivate func value(in facts: SegmentFacts, on day: CalendarDate, isPlain: Bool) -> SegmentValue? {
        for label in facts.labels where label.id.text.isSame(text, isPlain: isPlain) && label.contains(day) {
            return label.value
        }
        return nil
    }

    fileprivate func reading(
        in facts: SegmentFacts,
        on day: CalendarDate,
        kind: SegmentValue.Kind,
        currency: Currency,
        isPlain: Bool
    ) -> SegmentReading {
        guard let value = value(in: facts, on: day, isPlain: isPlain) else { return .unknown }
        return SegmentReading(value, as: kind, in: currency)
    }
}

extension SegmentReading {
    /// What a value that is no word comes to, not known when it is of another kind or currency.
    init(_ value: SegmentValue, as kind: SegmentValue.Kind, in currency: Currency) {
        guard value.kind == kind else {
            self = .unknown
            return
        }
        self =
            switch value {
            case .number(let number): SegmentReading(number)
            case .ratio(let ratio): SegmentReading(ratio.numerator, over: ratio.denominator)
            case .date(let date): SegmentReading(Int64(date.daysAfterEpoch))
            case .money(let money): money.currency == currency ? SegmentReading(money.minorUnits) : .unknown
            case .truth(let truth): SegmentReading(truth)
            case .word: .unknown
            }
    }
}

extension SegmentAttribute.Trait {
    fileprivate func reading(in facts: SegmentFacts, on day: CalendarDate) -> SegmentReading {
        switch self {
        case .employees:
            return facts.record?.companySize.map { SegmentReading(in: $0.atLeast...($0.through ?? .max)) } ?? .unknown
        case .age: return SegmentReading(facts.record?.birthday?.age(on: day, leapDay: .dayAfter).map(Int64.init))
        case .birthdayMonth:
            guard case .solar(let annual)? = facts.record?.birthday?.day else { return .unknown }
            return SegmentReading(Int64(annual.month))
        case .daysSinceRegistration:
            guard let registered = facts.record?.registeredOn, registered <= day else { return .unknown }
            return SegmentReading(Int64(registered.days(until: day)))
        case .customerKind, .industry, .jobRole, .recipientKind, .country, .jurisdiction, .language:
            return .unknown
        }
    }
}
