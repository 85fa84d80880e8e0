extension UInt128 {
    /// Reads 32 hexadecimal digits, or returns `nil` for any other text.
    init?(hexadecimal text: some StringProtocol) {
        guard text.utf8.count == 32, text.allSatisfy(\.isHexDigit) else { return nil }
        self.init(text, radix: 16)
    }

    /// The 128 bits as 32 hexadecimal digits in lower case.
    var hexadecimal: String {
        UInt64(truncatingIfNeeded: self >> 64).hexadecimal + UInt64(truncatingIfNeeded: self).hexadecimal
    }
}

extension UInt64 {
    fileprivate var hexadecimal: String {
        let digits = String(self, radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }
}
