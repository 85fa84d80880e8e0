extension String {
    /// Returns what `body` makes of the bytes of this text, which are not copied on systems that know how.
    func withBytes<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
        guard #available(macOS 26, iOS 26, tvOS 26, watchOS 26, visionOS 26, *) else {
            return body(ContiguousArray(utf8).span)
        }
        return body(utf8.span)
    }
}
