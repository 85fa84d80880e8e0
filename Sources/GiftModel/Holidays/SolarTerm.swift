/// One of the 24 solar terms 节气 of the Chinese calendar, in the order in which they come round in a Gregorian year.
///
/// A term is the day on which the sun's apparent longitude reaches a multiple of 15°, so it moves by no more than three
/// days within its month. It is the day of China (UTC+8), wherever the customer lives, also in years when clocks in
/// China kept another time. Tradition counts from ``startOfSpring``. These 24 are all there are, so this enum is
/// closed: switch over it without a default.
///
/// - Wire format: a bare word, such as `"winterSolstice"`.
/// - Source: GB/T 33661-2017, *Calculation and promulgation of the Chinese calendar*.
public enum SolarTerm: String, Hashable, Sendable, CaseIterable {
    /// Minor Cold 小寒, when the sun stands at 285°, January 4 through 7.
    case minorCold = "minorCold"
    /// Major Cold 大寒, when the sun stands at 300°, January 19 through 21.
    case majorCold = "majorCold"
    /// Start of Spring 立春, when the sun stands at 315°, February 3 through 5.
    case startOfSpring = "startOfSpring"
    /// Rain Water 雨水, when the sun stands at 330°, February 18 through 20.
    case rainWater = "rainWater"
    /// Awakening of Insects 惊蛰, when the sun stands at 345°, March 4 through 7.
    case awakeningOfInsects = "awakeningOfInsects"
    /// Spring Equinox 春分, when the sun stands at 0°, March 19 through 22.
    case springEquinox = "springEquinox"
    /// Qingming 清明, when the sun stands at 15°, April 4 through 6.
    case qingming = "qingming"
    /// Grain Rain 谷雨, when the sun stands at 30°, April 19 through 21.
    case grainRain = "grainRain"
    /// Start of Summer 立夏, when the sun stands at 45°, May 4 through 7.
    case startOfSummer = "startOfSummer"
    /// Grain Buds 小满, when the sun stands at 60°, May 20 through 22.
    case grainBuds = "grainBuds"
    /// Grain in Ear 芒种, when the sun stands at 75°, June 4 through 7.
    case grainInEar = "grainInEar"
    /// Summer Solstice 夏至, when the sun stands at 90°, June 20 through 22.
    case summerSolstice = "summerSolstice"
    /// Minor Heat 小暑, when the sun stands at 105°, July 6 through 8.
    case minorHeat = "minorHeat"
    /// Major Heat 大暑, when the sun stands at 120°, July 22 through 24.
    case majorHeat = "majorHeat"
    /// Start of Autumn 立秋, when the sun stands at 135°, August 6 through 9.
    case startOfAutumn = "startOfAutumn"
    /// End of Heat 处暑, when the sun stands at 150°, August 22 through 24.
    case endOfHeat = "endOfHeat"
    /// White Dew 白露, when the sun stands at 165°, September 6 through 9.
    case whiteDew = "whiteDew"
    /// Autumn Equinox 秋分, when the sun stands at 180°, September 22 through 24.
    case autumnEquinox = "autumnEquinox"
    /// Cold Dew 寒露, when the sun stands at 195°, October 7 through 9.
    case coldDew = "coldDew"
    /// Frost's Descent 霜降, when the sun stands at 210°, October 22 through 24.
    case frostDescent = "frostDescent"
    /// Start of Winter 立冬, when the sun stands at 225°, November 6 through 8.
    case startOfWinter = "startOfWinter"
    /// Minor Snow 小雪, when the sun stands at 240°, November 21 through 23.
    case minorSnow = "minorSnow"
    /// Major Snow 大雪, when the sun stands at 255°, December 6 through 8.
    case majorSnow = "majorSnow"
    /// Winter Solstice 冬至, when the sun stands at 270°, December 21 through 23.
    case winterSolstice = "winterSolstice"
}

extension SolarTerm {
    /// Returns the day of the term in `year`, or `nil` when the table does not hold that year, 1900 through 2100.
    public func day(inYear year: Int) -> CalendarDate? {
        SolarTermTable.day(ofTermAt: Self.allCases.firstIndex(of: self)!, inYear: year)
    }

    /// Returns the first day of the term on or after `day`.
    ///
    /// - Throws: ``LunarError/solarTermOutOfRange(_:)`` when `day` or the day sought lies outside the table's years.
    public func nextDay(onOrAfter day: CalendarDate) throws(LunarError) -> CalendarDate {
        guard let sameYear = self.day(inYear: day.year),
            let found = sameYear >= day ? sameYear : self.day(inYear: day.year + 1)
        else { throw .solarTermOutOfRange(day) }
        return found
    }

    /// Returns the last day of the term on or before `day`.
    ///
    /// - Throws: ``LunarError/solarTermOutOfRange(_:)`` when `day` or the day sought lies outside the table's years.
    public func previousDay(onOrBefore day: CalendarDate) throws(LunarError) -> CalendarDate {
        guard let sameYear = self.day(inYear: day.year),
            let found = sameYear <= day ? sameYear : self.day(inYear: day.year - 1)
        else { throw .solarTermOutOfRange(day) }
        return found
    }

    /// The term in words.
    public var title: LocalizedText {
        switch self {
        case .minorCold: LocalizedText(english: "Minor Cold", chinese: "小寒")
        case .majorCold: LocalizedText(english: "Major Cold", chinese: "大寒")
        case .startOfSpring: LocalizedText(english: "Start of Spring", chinese: "立春")
        case .rainWater: LocalizedText(english: "Rain Water", chinese: "雨水")
        case .awakeningOfInsects: LocalizedText(english: "Awakening of Insects", chinese: "惊蛰")
        case .springEquinox: LocalizedText(english: "Spring Equinox", chinese: "春分")
        case .qingming: LocalizedText(english: "Qingming", chinese: "清明")
        case .grainRain: LocalizedText(english: "Grain Rain", chinese: "谷雨")
        case .startOfSummer: LocalizedText(english: "Start of Summer", chinese: "立夏")
        case .grainBuds: LocalizedText(english: "Grain Buds", chinese: "小满")
        case .grainInEar: LocalizedText(english: "Grain in Ear", chinese: "芒种")
        case .summerSolstice: LocalizedText(english: "Summer Solstice", chinese: "夏至")
        case .minorHeat: LocalizedText(english: "Minor Heat", chinese: "小暑")
        case .majorHeat: LocalizedText(english: "Major Heat", chinese: "大暑")
        case .startOfAutumn: LocalizedText(english: "Start of Autumn", chinese: "立秋")
        case .endOfHeat: LocalizedText(english: "End of Heat", chinese: "处暑")
        case .whiteDew: LocalizedText(english: "White Dew", chinese: "白露")
        case .autumnEquinox: LocalizedText(english: "Autumn Equinox", chinese: "秋分")
        case .coldDew: LocalizedText(english: "Cold Dew", chinese: "寒露")
        case .frostDescent: LocalizedText(english: "Frost's Descent", chinese: "霜降")
        case .startOfWinter: LocalizedText(english: "Start of Winter", chinese: "立冬")
        case .minorSnow: LocalizedText(english: "Minor Snow", chinese: "小雪")
        case .majorSnow: LocalizedText(english: "Major Snow", chinese: "大雪")
        case .winterSolstice: LocalizedText(english: "Winter Solstice", chinese: "冬至")
        }
    }
}

extension SolarTerm: Codable {
    public init(from decoder: any Decoder) throws { self = try decoder.word() }
}
