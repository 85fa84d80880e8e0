public import GiftModel

/// Makes a gift fall due while an outside event of some kind concerns the customer; once for each event.
///
/// The circumstances of a decision hold the events. Whether one concerns a customer of whom the country or the label is
/// not known cannot be told, and nothing is due. Of several events, the one that began first counts.
///
/// - Wire format: `{"kind":"coldSnap"}`.
public struct EventTrigger: Hashable, Sendable {
    /// The kind of events.
    public let kind: OutsideEvent.Kind

    /// Due while an event of `kind` happens.
    public init(_ kind: OutsideEvent.Kind) { self.kind = kind }
}

extension EventTrigger {
    /// The trigger in words: triggers that mean different events read differently.
    public var sentence: LocalizedText {
        let kind = LocalizedText(quoting: kind.title, kind.name.text)
        return LocalizedText(english: "outside event: \(kind.english)", chinese: "外部事件：\(kind.chinese)")
    }
}

extension EventTrigger: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case kind = "kind"
    }

    public init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        guard let kind = object.read(OutsideEvent.Kind.self, .kind) else { throw object.failure }
        self.init(kind)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(kind, forKey: .kind)
    }
}
