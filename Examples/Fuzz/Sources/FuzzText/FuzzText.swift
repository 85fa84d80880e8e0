import FuzzParsers
import GiftModel

/// Reads the bytes by a parser of texts.
///
/// What is read must come back from its text.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt { parsers.run(start, count) }

private let parsers = ParserTable<String>([
    "money": { comesBack($0, Money.init(_:), \.description) },
    "decimal": { text in
        for currency in [Currency.jpy, .eur, Currency(code: "KWD")!, Currency(code: "CLF")!] {
            comesBack(text, { Money(decimal: $0, in: currency) }, \.decimalText)
        }
    },
    "share": { comesBack($0, Share.init(_:), \.description) },
    "template": { text in
        guard let template = try? MessageTemplate(id: "t", in: LanguageTag("en")!, text) else { return }
        let values = Dictionary(uniqueKeysWithValues: template.fields.map { ($0, "{\($0.name)}") })
        let written = (try? template.text(with: values)) ?? ""
        let unbraced = text.filter { $0 != "{" && $0 != "}" }
        precondition(written.filter { $0 != "{" && $0 != "}" } == unbraced, "`\(text)` is written as `\(written)`")
        if let field = template.fields.first {
            precondition((try? template.text(with: values.filter { $0.key != field })) == nil)
        }
    },
    "terms": { text in
        let terms = TermList(["battery": ["battery", "battery life", "电池"], "art": ["art", "é", "🎁"]])!
        let counts = terms.mentions(in: text)
        precondition(counts.counts.values.allSatisfy { 0 < $0 && $0 <= text.utf8.count })
    },
    "custom-text": { text in
        let engraving = Customization(mostCharacters: 4, days: 1)!
        precondition(engraving.misfit(of: text) != nil || (1...4).contains(text.count))
    },
    "ratio": { comesBack($0, Ratio.init(_:), \.description) },
    "date": { comesBack($0, CalendarDate.init(_:), \.description, isOnlyText: true) },
    "time": { comesBack($0, TimeOfDay.init(_:), \.description, isOnlyText: true) },
    "period": { comesBack($0, Period.init(_:), \.description, isOnlyText: true) },
    "annual-date": { comesBack($0, AnnualDate.init(_:), \.description, isOnlyText: true) },
    "week": { comesBack($0, ISOWeek.init(_:), \.description, isOnlyText: true) },
    "identifier": { comesBack($0, Identifier<Gift>.init(_:), \.text, isOnlyText: true) },
    "key": { comesBack($0, RequestKey.init(hexadecimal:), \.description) },
    "hash": { comesBack($0, ContentHash.init(hexadecimal:), \.description) },
    "currency": { comesBack($0, Currency.init(code:), \.code, isOnlyText: true) },
    "language": { comesBack($0, LanguageTag.init(_:), \.text) },
    "country": { comesBack($0, CountryCode.init(_:), \.letters, isOnlyText: true) },
])

/// Expects that `text` is refused or read as a value which its own text gives again, by whole and by part of a text.
private func comesBack<Value: Equatable>(
    _ text: String,
    _ read: (Substring) -> Value?,
    _ write: (Value) -> String,
    isOnlyText: Bool = false
) {
    guard let value = read(text[...]) else { return }
    let written = write(value)
    precondition(read(written[...]) == value, "`\(text)` becomes `\(written)`, which is another value")
    let part = "?\(text)?".dropFirst().dropLast()
    // Marks that combine with the question marks leave another part.
    if part.utf8.elementsEqual(text.utf8) { precondition(read(part) == value, "`\(text)` is another value as a part") }
    if isOnlyText { precondition(written.utf8.elementsEqual(text.utf8), "`\(text)` is read as `\(written)`") }
}
