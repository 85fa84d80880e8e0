extension LunarDate {
    /// The days whose number depends on which side of midnight in Beijing a far new moon falls.
    private static let provisional = [
        LunarDate(year: 2057, month: 8, day: 30)!...LunarDate(year: 2057, month: 9, day: 29)!,
        LunarDate(year: 2089, month: 8, day: 1)!...LunarDate(year: 2089, month: 8, day: 30)!,
        LunarDate(year: 2097, month: 7, day: 1)!...LunarDate(year: 2097, month: 7, day: 30)!,
    ]

    /// Whether published tables differ on this day and a later release may move it by one.
    ///
    /// Three new moons are so close to midnight that it cannot be told yet on which day their months begin: 2057-09-29
    /// or the day before, 2089-09-04 or the day after, 2097-08-07 or the day after. The 30 days between each pair of
    /// answers are provisional, Double Ninth 2057, Mid-Autumn 2089, and Qixi and Ghost Festival 2097 among them.
    ///
    /// - Source: the footnote of the Hong Kong Observatory's conversion table,
    ///   <https://www.hko.gov.hk/en/gts/time/conversion.htm>.
    public var isProvisional: Bool { Self.provisional.contains { $0.contains(self) } }
}
