import GiftModel

/// A number as the page writes it: digits in threes, shares to a tenth of a percent.
enum Figure {
    static func count(_ number: Int64) -> String { (number < 0 ? "-" : "") + grouped(String(number.magnitude)) }

    static func money(_ money: Money) -> String {
        let parts = money.decimalText.split(separator: ".")
        let sign = money.minorUnits < 0 ? "-" : ""
        let whole = sign + grouped(String(parts[0].dropFirst(sign.count)))
        return "\(([whole] + parts.dropFirst().map(String.init)).joined(separator: ".")) \(money.currency)"
    }

    /// Returns `part` of `whole` in percent, rounded half up; something is never shown as nothing.
    static func share(of part: Int64, in whole: Int64) -> String {
        guard whole > 0 else { return "–" }
        let tenths = thousandths(of: part, in: whole)
        return part > 0 && tenths == 0 ? "<0.1%" : "\(tenths / 10).\(tenths % 10)%"
    }

    /// Returns `part` of `whole` in thousandths, rounded half up; of nothing it is none.
    static func thousandths(of part: Int64, in whole: Int64) -> Int {
        whole > 0 ? Int((Int128(part) * 2000 + Int128(whole)) / (2 * Int128(whole))) : 0
    }

    private static func grouped(_ digits: String) -> String {
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(",") }
            text.append(digit)
        }
        return text
    }
}
