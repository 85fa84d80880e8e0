import GiftModel

/// Reads the bytes after the first by the parser that the first byte chooses.
///
/// What is read must come back from its text.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = UnsafeBufferPointer(start: start, count: count)
    guard let choice = bytes.first else { return 0 }
    let text = String(decoding: bytes.dropFirst(), as: UTF8.self)
    parsers[Int(choice) % parsers.count](text)
    return 0
}

private let parsers: [@Sendable (String) -> Void] = [
    { comesBack($0, Money.init(_:), \.description) },
    { text in
        for currency in [Currency.jpy, .eur, Currency(code: "KWD")!, Currency(code: "CLF")!] {
            comesBack(text, { Money(decimal: $0, in: currency) }, \.decimalText)
        }
    },
    { comesBack($0, Ratio.init(_:), \.description) },
    { comesBack($0, CalendarDate.init(_:), \.description, isOnlyText: true) },
    { comesBack($0, TimeOfDay.init(_:), \.description, isOnlyText: true) },
    { comesBack($0, Period.init(_:), \.description, isOnlyText: true) },
    { comesBack($0, AnnualDate.init(_:), \.description, isOnlyText: true) },
    { comesBack($0, ISOWeek.init(_:), \.description, isOnlyText: true) },
    { comesBack($0, Identifier<Gift>.init(_:), \.text, isOnlyText: true) },
    { comesBack($0, RequestKey.init(hexadecimal:), \.description) },
    { comesBack($0, ContentHash.init(hexadecimal:), \.description) },
    { comesBack($0, Currency.init(code:), \.code, isOnlyText: true) },
]

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
