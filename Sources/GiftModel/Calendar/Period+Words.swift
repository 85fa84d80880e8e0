extension Period {
    /// The length in words, such as `1 year and 6 months`; periods of other parts read differently.
    package var words: LocalizedText {
        let units = [(years, "year", "年"), (months, "month", "个月"), (days, "day", "天")]
        let parts = units.filter { $0.0 > 0 }
        let told = parts.isEmpty ? [units[2]] : parts
        return LocalizedText(
            english: told.map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }.joined(separator: " and "),
            chinese: told.map { "\($0.0)\($0.2)" }.joined()
        )
    }
}
