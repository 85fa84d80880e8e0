import GiftModel
import GiftTesting
import Testing

@Suite struct `Splitting money` {
    struct Split: CustomTestStringConvertible {
        let whole: Int64
        let weights: [Int64]
        let parts: [Int64]
        var testDescription: String { "\(whole) by \(weights) is \(parts)" }

        init(_ whole: Int64, by weights: [Int64], is parts: [Int64]) {
            (self.whole, self.weights, self.parts) = (whole, weights, parts)
        }
    }

    @Test(arguments: [
        Split(10_00, by: [1, 1, 1], is: [3_34, 3_33, 3_33]), Split(5, by: [3, 7], is: [2, 3]),
        Split(100_00, by: [1, 1, 1], is: [33_34, 33_33, 33_33]),
        Split(-10, by: [1, 1, 1], is: [-4, -3, -3]), Split(7, by: [0, 1], is: [0, 7]),
        Split(1000_01, by: [52_000, 31_000, 17_000], is: [520_01, 310_00, 170_00]),
        // S17: 200,000.00 by 3, 5, 7 and 6.
        Split(200_000_00, by: [3, 5, 7, 6], is: [28_571_43, 47_619_05, 66_666_66, 57_142_86]),
        Split(.max, by: [1, 1], is: [.max / 2 + 1, .max / 2]), Split(.min, by: [.max], is: [.min]),
        Split(.max, by: [.max, .max], is: [.max / 2 + 1, .max / 2]),
    ])
    func `R-POL-03 D68 D69 Gives left-over units to the largest remainders`(split: Split) throws {
        let parts = try Money(minorUnits: split.whole, in: .eur).allocated(by: split.weights)
        #expect(parts.map(\.minorUnits) == split.parts)
    }

    @Test(arguments: 0..<300 as Range<UInt64>)
    func `R-POL-03 Loses nothing, and puts every part within a unit of its share`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let whole = Int64.random(in: .min ... .max, using: &random) >> Int64.random(in: 0...60, using: &random)
        let scale = Int64.max >> Int64.random(in: 0...62, using: &random)
        let weights =
            (0...Int.random(in: 0...9, using: &random)).map { _ in Int64.random(in: 0...scale, using: &random) } + [1]
        let parts = try Money(minorUnits: whole, in: .eur).allocated(by: weights).map(\.minorUnits)
        let sum = weights.map { Int128($0) }.reduce(0, +)

        #expect(parts.map { Int128($0) }.reduce(0, +) == Int128(whole))
        // Naively: the parts rounded toward zero, and one unit more for those that were cut off most.
        let cut = weights.map { (Int128(whole) * Int128($0)).quotientAndRemainder(dividingBy: sum) }
        let missing = Int(abs(Int128(whole) - cut.map(\.quotient).reduce(0, +)))
        let ranked = weights.indices.sorted { left, right in
            let (a, b) = (cut[left].remainder.magnitude, cut[right].remainder.magnitude)
            return a == b ? left < right : a > b
        }
        for (index, part) in parts.enumerated() {
            let extra: Int128 = ranked.prefix(missing).contains(index) ? Int128(whole.signum()) : 0
            #expect(Int128(part) == cut[index].quotient + extra)
        }
    }

    @Test func `Has no answer for weights below zero or all at zero`() {
        let money = Money("1.00 EUR")!
        #expect(throws: MoneyError.negativeWeight(-1)) { try money.allocated(by: [0, -1]) }
        #expect(throws: MoneyError.noPositiveWeight) { try money.allocated(by: [0, 0]) }
        #expect(throws: MoneyError.noPositiveWeight) { try money.allocated(by: []) }
        #expect("\(MoneyError.negativeWeight(-1))" == "a split needs weights of zero or more, found `-1`")
        #expect("\(MoneyError.noPositiveWeight)" == "a split needs at least one weight above zero")
    }
}

@Suite struct `Splitting money by ratios` {
    private func parts(_ whole: Int64, by weights: String...) throws -> [Int64] {
        let ratios = weights.compactMap { Ratio($0) }
        return try Money(minorUnits: whole, in: .eur).allocated(byRatios: ratios).map(\.minorUnits)
    }

    @Test func `R-POL-03 Is exact whatever the denominators`() throws {
        #expect(try parts(10_00, by: "1/2", "1/3") == [6_00, 4_00])
        #expect(try parts(10_00, by: "0.5", "0.25", "0.25") == [5_00, 2_50, 2_50])
        #expect(try parts(10_00, by: "1/3", "1/3", "1/3") == [3_34, 3_33, 3_33])
        #expect(try parts(7, by: "0", "1/7") == [0, 7])
        #expect(try parts(100, by: "1/9223372036854775807", "2/9223372036854775807") == [33, 67])
        #expect(try parts(100, by: "9223372036854775807", "9223372036854775807") == [50, 50])
        #expect(try parts(10_00, by: "9223372036854775807/2", "9223372036854775807/3") == [6_00, 4_00])
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func `R-POL-03 Is the split by the whole numbers in the same proportion`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let money = Money(minorUnits: .random(in: -1_000_000...1_000_000, using: &random), in: .eur)
        let ratios = (0...Int.random(in: 0...6, using: &random))
            .map { _ in Ratio(.random(in: 1...99, using: &random), over: .random(in: 1...60, using: &random))! }
        // Naively: over the product of all denominators.
        let product = ratios.map(\.denominator).reduce(1, *)
        let wholes = ratios.map { product / $0.denominator * $0.numerator }
        #expect(try money.allocated(byRatios: ratios) == money.allocated(by: wholes))
    }

    @Test func `Has no answer for ratios below zero, all at zero or too fine`() {
        #expect(throws: MoneyError.negativeRatio(Ratio("-1/2")!)) { try parts(1, by: "1/2", "-1/2") }
        #expect(throws: MoneyError.noPositiveWeight) { try parts(1, by: "0", "0/5") }
        #expect(throws: MoneyError.noPositiveWeight) { try Money("1.00 EUR")!.allocated(byRatios: []) }
        #expect(throws: MoneyError.ratiosTooFine) { try parts(1, by: "1/9223372036854775807", "2/3") }
        let primes = ["1/9223372036854775783", "1/9223372036854775643", "1/9223372036854775549"].map { Ratio($0)! }
        #expect(throws: MoneyError.ratiosTooFine) { try Money("1.00 EUR")!.allocated(byRatios: primes) }
        #expect("\(MoneyError.negativeRatio(.percent(-50)))" == "a split needs weights of zero or more, found `-1/2`")
        let tooFine = "the ratios of a split are not those of whole numbers within 64 bits"
        #expect("\(MoneyError.ratiosTooFine)" == tooFine)
    }
}

@Suite struct `Rounding money` {
    static let quarters: [(Rounding, [Int64])] = [
        (.towardZero, [-2, -1, -1, -1, 0, 1, 1, 1, 2]), (.awayFromZero, [-2, -2, -2, -2, 0, 2, 2, 2, 2]),
        (.down, [-2, -2, -2, -2, 0, 1, 1, 1, 2]), (.up, [-2, -1, -1, -1, 0, 2, 2, 2, 2]),
        (.halfAwayFromZero, [-2, -2, -2, -1, 0, 1, 2, 2, 2]), (.halfTowardZero, [-2, -2, -1, -1, 0, 1, 1, 2, 2]),
        (.halfEven, [-2, -2, -2, -1, 0, 1, 2, 2, 2]),
    ]

    @Test(arguments: quarters)
    func `Is as it is named`(rounding: Rounding, quarters: [Int64]) throws {
        // -2.00, -1.75, -1.50, -1.25, 0, 1.25, 1.50, 1.75, 2.00
        let found = try [-8, -7, -6, -5, 0, 5, 6, 7, 8]
            .map { count in
                try Money(minorUnits: count, in: .jpy).multiplied(by: Ratio(1, over: 4)!, rounding: rounding).minorUnits
            }
        #expect(found == quarters)
        let halves = try [1, 3, 5]
            .map { try Money(minorUnits: $0, in: .jpy).multiplied(by: .percent(50), rounding: .halfEven).minorUnits }
        #expect(halves == [0, 2, 2])
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func `Stays within one of the exact value, and within a half for the nearest`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let amount = Int64.random(in: -1_000_000...1_000_000, using: &random)
        let ratio = Ratio(.random(in: -1000...1000, using: &random), over: .random(in: 1...1000, using: &random))!
        for rounding in Rounding.allCases {
            let rounded = try Money(minorUnits: amount, in: .jpy).multiplied(by: ratio, rounding: rounding).minorUnits
            let error = abs(rounded * ratio.denominator - amount * ratio.numerator)
            #expect(error < ratio.denominator)
            if rounding.rawValue.hasPrefix("half") { #expect(2 * error <= ratio.denominator) }
        }
    }
}

@Suite struct `A ratio` {
    @Test func `Is equal to every spelling of the same fraction`() {
        #expect(Ratio(2, over: 4) == Ratio("0.5"))
        #expect(Ratio("50/100") == .percent(50))
        #expect(Ratio.perMille(-5) == Ratio("-0.005"))
        #expect(Ratio(0, over: 7)?.description == "0/1")
        #expect(Ratio("6.9912")?.description == "8739/1250")
        #expect(Ratio("0.999999999999999999")! < Ratio("1")!)
    }

    @Test func `Has any numerator, the lowest too, and a denominator above zero`() {
        #expect(Ratio(.min, over: 2)?.numerator == -4_611_686_018_427_387_904)
        #expect(Ratio(.min, over: .max)?.description == "-9223372036854775808/9223372036854775807")
        #expect(Ratio("-9223372036854775808")?.numerator == .min)
        #expect(Ratio(1, over: 0) == nil && Ratio(1, over: -1) == nil && Ratio(1, over: .min) == nil)
    }

    @Test(arguments: [
        "", ".", "1.", ".5", "-", "-.5", "1/0", "1/-2", "1//2", "+1", "1.+5", "1.-5", "1e3", "1/2/3",
        "0.1234567890123456789", "9223372036854775808",
    ])
    func `Is no other text`(text: String) {
        #expect(Ratio(text) == nil)
    }

    @Test func `The wire format never changes`() throws {
        try expectWireFormat(of: Ratio("-6.9912")!, toBe: #""-8739/1250""#)
        #expect(refusal(of: #""a""#, as: Ratio.self) == "`a` is not a ratio such as 8739/1250 or 6.9912")
    }
}

@Suite struct `Converting money` {
    @Test func `R-POL-05 Is exact at the limit and over it`() throws {
        // A limit of 50 USD against 350.00 CNY: at 7.00 exactly 50.00, at 6.99 a little more.
        let gift = Money("350.00 CNY")!
        let even = ExchangeRate(from: .cny, to: .usd, rate: Ratio(100, over: 700)!)!
        let dear = ExchangeRate(from: .cny, to: .usd, rate: Ratio(100, over: 699)!)!
        #expect(try gift.converted(by: even, rounding: .up) == Money("50.00 USD"))
        #expect(try gift.converted(by: dear, rounding: .up) == Money("50.08 USD"))
        #expect(try gift.converted(by: dear, rounding: .down) == Money("50.07 USD"))
    }

    @Test func `Minds the decimals of both currencies`() throws {
        let yen = ExchangeRate(from: .usd, to: .jpy, rate: Ratio("151.23")!)!
        #expect(try Money("10.01 USD")!.converted(by: yen, rounding: .halfEven) == Money("1514 JPY"))
        let dinar = ExchangeRate(from: .jpy, to: Currency(code: "KWD")!, rate: Ratio("0.002")!)!
        #expect(try Money("1001 JPY")!.converted(by: dinar, rounding: .towardZero) == Money("2.002 KWD"))
    }

    @Test func `Refuses another currency, a rate of nothing and a sum that does not fit`() {
        let rate = ExchangeRate(from: .usd, to: .jpy, rate: Ratio("151.23")!)!
        #expect(throws: MoneyError.currencyMismatch(.eur, .usd)) {
            try Money("1.00 EUR")!.converted(by: rate, rounding: .up)
        }
        #expect(ExchangeRate(from: .usd, to: .jpy, rate: Ratio(0, over: 1)!) == nil)
        #expect(ExchangeRate(from: .eur, to: .eur, rate: Ratio(2, over: 1)!) == nil)
        #expect(ExchangeRate(from: .eur, to: .eur, rate: Ratio(3, over: 3)!) != nil)
        let huge = ExchangeRate(from: .jpy, to: Currency(code: "CLF")!, rate: Ratio(.max, over: 1)!)!
        #expect(throws: MoneyError.overflow) {
            try Money(minorUnits: .max, in: .jpy).converted(by: huge, rounding: .up)
        }
        #expect(throws: MoneyError.overflow) {
            try Money(minorUnits: .max, in: .jpy).multiplied(by: .percent(101), rounding: .up)
        }
    }

    @Test func `The wire format never changes`() throws {
        let rate = ExchangeRate(from: .usd, to: .cny, rate: Ratio("6.9912")!)!
        try expectWireFormat(of: rate, toBe: #"{"from":"USD","rate":"8739/1250","to":"CNY"}"#)
        for stored in [#"{"from":"USD","rate":"-1","to":"CNY"}"#, #"{"from":"EUR","rate":"2","to":"EUR"}"#] {
            #expect(refusal(of: stored, as: ExchangeRate.self) == "a rate is above zero, and 1 within a currency")
        }
    }
}
