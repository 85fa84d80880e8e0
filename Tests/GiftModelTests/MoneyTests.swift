import GiftModel
import GiftTesting
import Testing

@Suite struct `An amount of money` {
    @Test func `Adds and subtracts exactly within one currency`() throws {
        let voucher = Money(minorUnits: 25_00, in: .eur)
        #expect(try voucher.adding(Money("3.50 EUR")!) == Money(minorUnits: 28_50, in: .eur))
        #expect(try voucher.subtracting(Money("30.00 EUR")!) == Money(minorUnits: -5_00, in: .eur))
        #expect(try voucher.isWithin(voucher))
        #expect(try !voucher.isWithin(Money("24.99 EUR")!))
    }

    @Test func `Does not mix currencies`() {
        let mismatch = MoneyError.currencyMismatch(.eur, .usd)
        let (euro, dollar) = (Money(minorUnits: 1, in: .eur), Money(minorUnits: 1, in: .usd))
        #expect(throws: mismatch) { try euro.adding(dollar) }
        #expect(throws: mismatch) { try euro.subtracting(dollar) }
        #expect(throws: mismatch) { try euro.isWithin(dollar) }
    }

    @Test func `Is refused and not wrapped beyond 64 bits`() {
        #expect(throws: MoneyError.overflow) {
            try Money(minorUnits: .max, in: .jpy).adding(Money(minorUnits: 1, in: .jpy))
        }
        #expect(throws: MoneyError.overflow) {
            try Money(minorUnits: .min, in: .jpy).subtracting(Money(minorUnits: 1, in: .jpy))
        }
    }

    @Test func `The wire format never changes`() throws {
        try expectWireFormat(of: Money(minorUnits: 25_00, in: .eur), toBe: #"{"currency":"EUR","minorUnits":2500}"#)
        #expect(
            refusal(of: #"{"currency":"CNX","minorUnits":1}"#, as: Money.self) == "`CNX` is not a currency of ISO 4217"
        )
        #expect(
            refusal(of: #"{"currency":"EUR","minorUnits":1,"tax":1}"#, as: Money.self)
                == "unknown key `tax`; known are `currency`, `minorUnits`"
        )
    }

    @Test func `Says what was wrong in one line`() {
        #expect("\(MoneyError.currencyMismatch(.eur, .usd))" == "amounts in `EUR` and `USD` cannot be combined")
        #expect("\(MoneyError.overflow)" == "the amount does not fit in 64 bits of minor units")
    }
}

@Suite struct `The text of money` {
    struct Case: CustomTestStringConvertible {
        let text: String
        let minorUnits: Int64?
        var testDescription: String { text }

        init(_ text: String, is minorUnits: Int64?) { (self.text, self.minorUnits) = (text, minorUnits) }
    }

    @Test(arguments: [
        Case("1000.00 GBP", is: 100_000), Case("-0.39 GBP", is: -39), Case("7 GBP", is: 700), Case("7.5 GBP", is: 750),
        Case("12 JPY", is: 12), Case("1.234 KWD", is: 1234), Case("0.0001 CLF", is: 1),
        Case("92233720368547758.07 EUR", is: .max), Case("-92233720368547758.08 EUR", is: .min),
        Case("92233720368547758.08 EUR", is: nil), Case("1.5 JPY", is: nil), Case("9.999 CNY", is: nil),
        Case("1. GBP", is: nil), Case(".5 GBP", is: nil), Case("1,000.00 GBP", is: nil), Case("1e3 GBP", is: nil),
        Case("+1.00 GBP", is: nil), Case("--1.00 GBP", is: nil), Case("1.00GBP", is: nil), Case("1.00  GBP", is: nil),
        Case("1.00 gbp", is: nil), Case("1.00 CNX", is: nil), Case("- GBP", is: nil), Case(" 1.00 GBP", is: nil),
        Case("1.0.0 GBP", is: nil), Case("１.00 GBP", is: nil), Case("", is: nil),
    ])
    func `Is read without floating point, or not at all`(text: Case) {
        #expect(Money(text.text)?.minorUnits == text.minorUnits)
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func `Reads back to the same amount`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let currency = [Currency.gbp, .jpy, Currency(code: "KWD")!, Currency(code: "CLF")!]
            .randomElement(using: &random)!
        let magnitude = Int64.max >> Int64.random(in: 0...63, using: &random)
        let money = Money(minorUnits: .random(in: -magnitude...magnitude, using: &random), in: currency)
        #expect(Money("\(money)") == money)
        #expect(Money(decimal: money.decimalText, in: currency) == money)
    }

    @Test func `Shows all decimals of the currency`() {
        #expect(Money(minorUnits: -5, in: .gbp).decimalText == "-0.05")
        #expect(Money(minorUnits: 0, in: .gbp).decimalText == "0.00")
        #expect(Money(minorUnits: 120, in: .jpy).description == "120 JPY")
    }
}

@Suite struct `A currency` {
    @Test(arguments: [("JPY", 0), ("ISK", 0), ("EUR", 2), ("CNY", 2), ("SLE", 2), ("XCG", 2), ("KWD", 3), ("UYW", 4)])
    func `Knows how many decimals its amounts have`(code: String, digits: Int) {
        #expect(Currency(code: code)?.minorUnitDigits == digits)
        #expect(Currency(code: code)?.code == code)
    }

    @Test func `Is known for every code in use`() throws {
        // The count of each number of decimals in list one of ISO 4217, and a hash over the sorted codes.
        let letters = (UInt8(ascii: "A")...UInt8(ascii: "Z")).map { String(UnicodeScalar($0)) }
        var codes: [Int: [String]] = [:]
        for first in letters {
            for second in letters {
                for third in letters {
                    guard let currency = Currency(code: first + second + third), currency.isInUse else { continue }
                    codes[currency.minorUnitDigits, default: []].append(currency.code)
                }
            }
        }
        #expect(codes.mapValues(\.count) == [0: 17, 2: 139, 3: 7, 4: 2])
        #expect(codes[3] == ["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"])
        #expect(ContentHash(of: codes[2] ?? []).description.prefix(16) == "8e20328c2960fd90")
    }

    @Test(arguments: ["", "EU", "EURO", "eur", "CNX", "BEF", "XFU", "ÉUR", "€"])
    func `Is one that ISO 4217 lists, or none`(code: String) {
        #expect(Currency(code: code) == nil)
    }

    @Test(arguments: [
        (
            0, "ADP BYR ESP ITL PTE TRL"
        ),
        (
            2,
            "ANG ATS BGL BGN CSD CUC CYP DEM EEK FIM FRF HRK IEP LTL LVL MRO MTL NLG RUR SIT SKK SLL STD USS VEB VEF "
                + "YUM ZMK ZWD ZWL ZWN ZWR"
        ),
    ])
    func `Can be read for ever, and tells that it is retired`(digits: Int, codes: String) {
        for code in codes.split(separator: " ") {
            let currency = Currency(code: code)
            #expect(currency?.minorUnitDigits == digits && currency?.isInUse == false, "\(code)")
        }
        #expect(Currency.eur.isInUse)
    }

    @Test func `Keeps the wire format of amounts when it is retired`() throws {
        let stored = #"{"currency":"HRK","minorUnits":1250}"#
        try expectWireFormat(of: Money("12.50 HRK")!, toBe: stored)
        #expect(Money("12.50 BGN")?.minorUnits == 1250 && Money("1500 ITL")?.minorUnits == 1500)
    }
}

@Suite struct `A number of points` {
    @Test func `Is never negative and never wraps`() {
        let below: Int64 = -1
        #expect(Points(below) == nil)
        #expect((3 as Points).adding(4) == 7)
        #expect(Points(.max)!.adding(1) == nil)
        #expect((3 as Points) < 4)
    }

    @Test func `The wire format never changes`() throws {
        try expectWireFormat(of: 100 as Points, toBe: "100")
        #expect(refusal(of: "-5", as: Points.self) == "`-5` points are below zero")
    }
}
