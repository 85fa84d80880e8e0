/// The currencies in use, by how many decimals their amounts have.
enum CurrencyTable {
    /// The number of decimals under the three letters of each code, packed as `Currency` packs them.
    static let minorUnitDigits: [UInt32: UInt8] = {
        let codes: [(digits: UInt8, codes: StaticString)] = [
            (0, withNone), (2, withTwo), (3, withThree), (4, withFour),
        ]
        var digits: [UInt32: UInt8] = [:]
        for group in codes {
            for code in "\(group.codes)".split(whereSeparator: \.isWhitespace) {
                guard let letters = letters(of: code.utf8) else { preconditionFailure("\(code) is no code") }
                digits[letters] = group.digits
            }
        }
        return digits
    }()

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

    /// Packs three capital ASCII letters into 24 bits, or returns `nil` for any other text.
    static func letters(of bytes: some Collection<UInt8>) -> UInt32? {
        guard bytes.count == 3, bytes.allSatisfy({ (65...90).contains($0) }) else { return nil }
        return bytes.reduce(0) { $0 << 8 | UInt32($1) }
    }
}
