/// The currencies in use and those retired, by how many decimals their amounts have.
enum CurrencyTable {
    /// Of the currencies in use, the number of decimals under the three letters of each code, as `Currency` packs them.
    static let minorUnitDigits = table([(0, withNone), (2, withTwo), (3, withThree), (4, withFour)])

    /// Of retired currencies, the same.
    static let retiredMinorUnitDigits = table([(0, retiredWithNone), (2, retiredWithTwo)])

    private static func table(_ groups: [(digits: UInt8, codes: StaticString)]) -> [UInt32: UInt8] {
        var digits: [UInt32: UInt8] = [:]
        for group in groups {
            for code in "\(group.codes)".split(whereSeparator: \.isWhitespace) {
                guard let letters = letters(of: code.utf8) else { preconditionFailure("\(code) is no code") }
                digits[letters] = group.digits
            }
        }
        return digits
    }

    private static let withNone: StaticString = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"

    private static let withTwo: StaticString = """
        AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW
        CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF
        IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK
        MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP
        SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XAD XCD XCG
        YER ZAR ZMW ZWG
        """

    private static let withThree: StaticString = "BHD IQD JOD KWD LYD OMR TND"

    private static let withFour: StaticString = "CLF UYW"

    private static let retiredWithNone: StaticString = "ADP BYR ESP ITL PTE TRL"

    private static let retiredWithTwo: StaticString = """
        ANG ATS BGL BGN CSD CUC CYP DEM EEK FIM FRF HRK IEP LTL LVL MRO MTL NLG RUR SIT SKK SLL STD USS VEB VEF YUM ZMK
        ZWD ZWL ZWN ZWR
        """

    /// Packs three capital ASCII letters into 24 bits, or returns `nil` for any other text.
    static func letters(of bytes: some Collection<UInt8>) -> UInt32? {
        guard bytes.count == 3, bytes.allSatisfy({ (65...90).contains($0) }) else { return nil }
        return bytes.reduce(0) { $0 << 8 | UInt32($1) }
    }
}
