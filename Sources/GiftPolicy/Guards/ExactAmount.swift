import GiftModel

/// An amount as an exact fraction of the minor unit of a currency.
struct ExactAmount: Hashable {
    private let numerator: Int128
    private let denominator: Int128

    init(minorUnits: Int128) {
        self.numerator = minorUnits
        self.denominator = 1
    }

    private init(_ numerator: Int128, over denominator: Int128) {
        var (larger, smaller) = (denominator.magnitude, numerator.magnitude)
        while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
        self.numerator = numerator / Int128(larger)
        self.denominator = denominator / Int128(larger)
    }

    /// `minorUnits` of one currency in another that has so many more decimals, or `nil` when that does not fit.
    init?(minorUnits: Int128, at rate: Ratio, moreDecimals: Int) {
        let power = (0..<abs(moreDecimals)).reduce(Int128(1)) { power, _ in power * 10 }
        let factor = Int128(rate.numerator) * (moreDecimals > 0 ? power : 1)
        let (product, overflow) = minorUnits.multipliedReportingOverflow(by: factor)
        guard !overflow else { return nil }
        self.init(product, over: Int128(rate.denominator) * (moreDecimals < 0 ? power : 1))
    }

    /// Returns the exact sum, or `nil` when it does not fit.
    func adding(_ other: ExactAmount) -> ExactAmount? {
        let (left, first) = numerator.multipliedReportingOverflow(by: other.denominator)
        let (right, second) = other.numerator.multipliedReportingOverflow(by: denominator)
        let (sum, third) = left.addingReportingOverflow(right)
        let (common, fourth) = denominator.multipliedReportingOverflow(by: other.denominator)
        return first || second || third || fourth ? nil : ExactAmount(sum, over: common)
    }

    /// The next whole number of minor units; it is above a whole number exactly when this amount is.
    var roundedUp: Int128 { Rounding.up.quotient(of: numerator, by: denominator) }

    /// The fraction itself, or `nil` when it does not fit.
    var ratio: Ratio? {
        guard let numerator = Int64(exactly: numerator), let denominator = Int64(exactly: denominator) else {
            return nil
        }
        return Ratio(numerator, over: denominator)
    }
}

/// What some amounts come to in the currency of a limit.
enum LimitMeasure: Hashable {
    /// So many minor units, the last of them begun; and the fraction itself, where it fits.
    case worth(Int64, exact: Ratio?, rate: Ratio?)
    /// Nobody set a rate from this currency.
    case rateMissing(Currency)
    /// The newest rate from this currency is too old.
    case rateStale(Currency, setOn: CalendarDate)
    /// It is more than the library counts.
    case tooLarge
}

/// The rates that are good on a day, in both directions.
struct RateBook {
    private let rates: [Circumstances.DatedRate]
    private let today: CalendarDate
    private let mostDays: Int64

    /// The rates that were set by `today`; of several of the newest day the one that makes an amount largest counts.
    init(_ rates: [Circumstances.DatedRate], on today: CalendarDate, mostDays: Int64) {
        self.rates = rates.filter { $0.setOn <= today }
        self.today = today
        self.mostDays = mostDays
    }

    /// Returns what `amounts` come to in `currency`, whatever their order.
    func measure(_ amounts: some Sequence<Money>, in currency: Currency) -> LimitMeasure {
        var sums: [(currency: Currency, minorUnits: Int128)] = []
        for amount in amounts where amount.minorUnits != 0 {
            if let index = sums.firstIndex(where: { $0.currency == amount.currency }) {
                sums[index].minorUnits += Int128(amount.minorUnits)
            } else {
                sums.append((amount.currency, Int128(amount.minorUnits)))
            }
        }
        if sums.count > 1 { sums.sort { $0.currency.code < $1.currency.code } }
        var (total, only): (ExactAmount?, Ratio?) = (ExactAmount(minorUnits: 0), nil)
        for sum in sums {
            if sum.currency == currency {
                total = total?.adding(ExactAmount(minorUnits: sum.minorUnits))
                continue
            }
            guard let newest = newest(from: sum.currency, to: currency) else { return .rateMissing(sum.currency) }
            guard newest.setOn.days(until: today) <= mostDays else {
                return .rateStale(sum.currency, setOn: newest.setOn)
            }
            only = sums.count == 1 ? newest.rate : nil
            let decimals = currency.minorUnitDigits - sum.currency.minorUnitDigits
            guard let part = ExactAmount(minorUnits: sum.minorUnits, at: newest.rate, moreDecimals: decimals) else {
                return .tooLarge
            }
            total = total?.adding(part)
        }
        guard let total, let minorUnits = Int64(exactly: total.roundedUp) else { return .tooLarge }
        return .worth(minorUnits, exact: total.ratio, rate: only)
    }

    private func newest(from source: Currency, to target: Currency) -> (rate: Ratio, setOn: CalendarDate)? {
        rates.compactMap { dated -> (rate: Ratio, setOn: CalendarDate)? in
            let rate = dated.rate
            if rate.source == source, rate.target == target { return (rate.rate, dated.setOn) }
            guard rate.source == target, rate.target == source else { return nil }
            return Ratio(rate.rate.denominator, over: rate.rate.numerator).map { ($0, dated.setOn) }
        }
        .max { $0.setOn == $1.setOn ? $0.rate < $1.rate : $0.setOn < $1.setOn }
    }
}
