/// A currency of ISO 4217, known by its alphabetic code.
///
/// A struct and not an enum, because the list belongs to ISO and changes. Codes that ISO does not list are
/// refused: `CNX` is a slip of the keyboard, and its amounts would have an unknown number of decimals.
///
/// Retired currencies are read too, for what was stored in one has to be read for ever; ``isInUse`` tells them. Left
/// out are those of which the number of decimals is in doubt, such as `BEF`.
///
/// - Wire format: the code, such as `"EUR"`.
/// - Source: ISO 4217, list one of currencies in use and list three of those withdrawn, January 2026,
///   <https://www.six-group.com/en/products-services/financial-information/data-standards.html>. List three is silent
///   on decimals: they are those on which at least two of OpenJDK 17, Joda-Money and NodaMoney agree and none differs.
public struct Currency: Hashable, Sendable {
    /// Three letters, one byte each from the highest, and the number of decimals in the lowest byte.
    private let packed: UInt32

    /// Names a currency by `code`, or returns `nil` unless ISO 4217 lists it or listed it once.
    public init?(code: some StringProtocol) {
        guard let letters = CurrencyTable.letters(of: code.utf8),
            let digits = CurrencyTable.minorUnitDigits[letters] ?? CurrencyTable.retiredMinorUnitDigits[letters]
        else { return nil }
        self.packed = letters << 8 | UInt32(digits)
    }

    private init(known code: StaticString) {
        guard let currency = Self(code: "\(code)") else { preconditionFailure("ISO 4217 does not list \(code)") }
        self = currency
    }

    /// Three capital ASCII letters, such as `"EUR"`.
    public var code: String {
        String(decoding: [24, 16, 8].map { UInt8(truncatingIfNeeded: packed >> $0) }, as: UTF8.self)
    }

    /// How many decimals an amount has: 2 for the euro, 0 for the yen, 3 for the dinar of Kuwait.
    public var minorUnitDigits: Int { Int(packed & 0xFF) }

    /// Whether the currency is on ISO's list of those in use; amounts of another are of the past, such as `12.50 HRK`.
    public var isInUse: Bool { CurrencyTable.minorUnitDigits[packed >> 8] != nil }

    /// The renminbi, counted in fen.
    public static let cny = Currency(known: "CNY")
    /// The euro, counted in cents.
    public static let eur = Currency(known: "EUR")
    /// The pound sterling, counted in pence.
    public static let gbp = Currency(known: "GBP")
    /// The Japanese yen, which has no smaller unit.
    public static let jpy = Currency(known: "JPY")
    /// The United States dollar, counted in cents.
    public static let usd = Currency(known: "USD")
}

extension Currency: CustomStringConvertible {
    public var description: String { code }
}

extension Currency: Codable {
    public init(from decoder: any Decoder) throws {
        self = try decoder.text(Self.init(code:), isNot: "a currency of ISO 4217")
    }

    public func encode(to encoder: any Encoder) throws { try code.encode(to: encoder) }
}
