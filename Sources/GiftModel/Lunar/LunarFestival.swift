/// A festival of the Chinese lunar calendar.
///
/// These nine are the ones that the library knows by name, and the list is closed; every other festival is a
/// ``HolidayRule`` on its lunar date. All of them lie in regular months and on days that every year has.
///
/// - Wire format: a bare word, such as `"midAutumn"`.
public enum LunarFestival: String, Hashable, Sendable, CaseIterable {
    /// Spring Festival 春节, the first day of the year.
    case springFestival = "springFestival"
    /// Lantern Festival 元宵节, the 15th day of the first month.
    case lantern = "lantern"
    /// Dragon Boat Festival 端午节, the 5th day of the fifth month.
    case dragonBoat = "dragonBoat"
    /// Qixi 七夕节, the 7th day of the seventh month.
    case qixi = "qixi"
    /// Ghost Festival 中元节, the 15th day of the seventh month.
    case ghost = "ghost"
    /// Mid-Autumn Festival 中秋节, the 15th day of the eighth month.
    case midAutumn = "midAutumn"
    /// Double Ninth Festival 重阳节, the 9th day of the ninth month.
    case doubleNinth = "doubleNinth"
    /// Laba Festival 腊八节, the 8th day of the twelfth month.
    case laba = "laba"
    /// New Year's Eve 除夕, the last day of the year, which is the 29th or the 30th of the twelfth month.
    case newYearsEve = "newYearsEve"
}

extension LunarFestival {
    /// Returns the day of the festival in `year`; that of Laba and of New Year's Eve lies in the next Gregorian year.
    public func day(in year: LunarYear) -> CalendarDate {
        guard let (month, day) = monthAndDay else { return year.newYearsEve }
        return year.firstDay(ofMonth: month)!.adding(days: day - 1)!
    }

    private var monthAndDay: (month: Int, day: Int)? {
        switch self {
        case .springFestival: (1, 1)
        case .lantern: (1, 15)
        case .dragonBoat: (5, 5)
        case .qixi: (7, 7)
        case .ghost: (7, 15)
        case .midAutumn: (8, 15)
        case .doubleNinth: (9, 9)
        case .laba: (12, 8)
        case .newYearsEve: nil
        }
    }

    /// Returns the first time that the festival comes round on or after `day`.
    ///
    /// - Throws: ``LunarError/outOfRange(_:)`` and ``LunarError/noneOnOrAfter(_:)``.
    public func nextOccurrence(onOrAfter day: CalendarDate) throws(LunarError) -> LunarOccurrence {
        try LunarOccurrence.next(onOrAfter: day) { [self.day(in: $0)] }
    }

    /// Returns the last time that the festival came round on or before `day`.
    ///
    /// - Throws: ``LunarError/outOfRange(_:)`` and ``LunarError/noneOnOrBefore(_:)``.
    public func previousOccurrence(onOrBefore day: CalendarDate) throws(LunarError) -> LunarOccurrence {
        try LunarOccurrence.previous(onOrBefore: day) { [self.day(in: $0)] }
    }

    /// The festival in words.
    public var title: LocalizedText {
        switch self {
        case .springFestival: LocalizedText(english: "Spring Festival", chinese: "春节")
        case .lantern: LocalizedText(english: "Lantern Festival", chinese: "元宵节")
        case .dragonBoat: LocalizedText(english: "Dragon Boat Festival", chinese: "端午节")
        case .qixi: LocalizedText(english: "Qixi Festival", chinese: "七夕节")
        case .ghost: LocalizedText(english: "Ghost Festival", chinese: "中元节")
        case .midAutumn: LocalizedText(english: "Mid-Autumn Festival", chinese: "中秋节")
        case .doubleNinth: LocalizedText(english: "Double Ninth Festival", chinese: "重阳节")
        case .laba: LocalizedText(english: "Laba Festival", chinese: "腊八节")
        case .newYearsEve: LocalizedText(english: "Lunar New Year's Eve", chinese: "除夕")
        }
    }
}

extension LunarFestival: Codable {
    public init(from decoder: any Decoder) throws { self = try decoder.word() }
}
