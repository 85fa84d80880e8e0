/// The templates of a host, from which the best for a receiver is chosen.
public struct MessageTemplates: Hashable, Sendable {
    private let templates: [MessageTemplate]

    /// A collection of `templates`, of which of equally good ones the first is chosen.
    public init(_ templates: [MessageTemplate]) { self.templates = templates }
}

extension MessageTemplates {
    /// Returns the template for `occasion` that a reader of `language` can read, or `nil` when there is none.
    ///
    /// The nearest language comes first: for `zh-Hans-CN` that is `zh-Hans-CN`, then `zh-Hans`, then `zh`; no other
    /// language is put in its place. Then a template for the occasion comes before one for any, and one of the tone
    /// before one without; one of another occasion or tone is never chosen.
    ///
    /// - Complexity: O(*n*) in the templates.
    /// - Source: the lookup of RFC 4647, section 3.4, <https://www.rfc-editor.org/rfc/rfc4647>.
    public func template(
        for occasion: Occasion,
        in language: LanguageTag,
        tone: MessageTone? = nil
    ) -> MessageTemplate? {
        let fitting = templates.filter { template in
            (template.occasion == nil || template.occasion == occasion)
                && (template.tone == nil || template.tone == tone)
        }
        for range in language.ranges {
            let written = fitting.filter { $0.language.text == range }
            let ranked = written.map {
                (template: $0, misses: ($0.occasion == nil ? 2 : 0) + ($0.tone == tone ? 0 : 1))
            }
            if let best = ranked.min(by: { $0.misses < $1.misses }) { return best.template }
        }
        return nil
    }
}

extension LanguageTag {
    /// The tag and what is left of it as its last subtags are taken off, a single letter with the one behind it.
    fileprivate var ranges: [String] {
        var subtags = text.split(separator: "-")
        var ranges: [String] = []
        while !subtags.isEmpty {
            ranges.append(subtags.joined(separator: "-"))
            subtags.removeLast()
            if let last = subtags.last, last.utf8.count == 1 { subtags.removeLast() }
        }
        return ranges
    }
}
