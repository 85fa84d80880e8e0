public import GiftModel

/// For whom a guard stands: recipients of some kinds, under the law of some countries, or everybody.
///
/// Whatever is said holds together, and a list that is empty says nothing. Where what it asks for is not known, it may
/// stand for the customer, and so it forbids.
///
/// - Wire format: `{"jurisdictions":["CN"],"recipients":["employee"]}`; an empty list is left out.
public struct GuardAudience: Hashable, Sendable {
    /// In what capacity gifts are received.
    public var recipients: Set<RecipientKind>
    /// Whose law says what may be given.
    public var jurisdictions: Set<CountryCode>

    /// Recipients of these kinds, under the law of these countries.
    public init(recipients: Set<RecipientKind> = [], jurisdictions: Set<CountryCode> = []) {
        self.recipients = recipients
        self.jurisdictions = jurisdictions
    }

    /// Everybody, and nothing needs to be known.
    public static let everybody = GuardAudience()
}

extension GuardAudience {
    /// Returns whether the customer of `record` is one of them; of who has no record nothing is known.
    public func includes(_ record: CustomerRecord?) -> Truth {
        includesRecipient(of: record).and(isSubject(record))
    }

    func includesRecipient(of record: CustomerRecord?) -> Truth {
        if recipients.isEmpty { return .holds }
        return record?.recipientKind.map { Truth(recipients.contains($0)) } ?? .unknown
    }

    func isSubject(_ record: CustomerRecord?) -> Truth {
        if jurisdictions.isEmpty { return .holds }
        return record?.jurisdiction.map { Truth(jurisdictions.contains($0)) } ?? .unknown
    }

    /// In words, to stand before what a guard says; empty for everybody.
    var title: LocalizedText {
        guard self != .everybody else { return LocalizedText(english: "", chinese: "") }
        let kinds = LocalizedText(listing: recipients.sorted().map { LocalizedText(quoting: $0.title, $0.name.text) })
        let countries = jurisdictions.sorted().map(\.letters)
        let english = [
            recipients.isEmpty ? nil : kinds.english,
            countries.isEmpty ? nil : "under the law of \(countries.joined(separator: ", "))",
        ]
        let chinese = [
            recipients.isEmpty ? nil : kinds.chinese,
            countries.isEmpty ? nil : "适用\(countries.joined(separator: "、"))法律者",
        ]
        return LocalizedText(
            english: "for \(english.compactMap(\.self).joined(separator: " ")): ",
            chinese: "对\(chinese.compactMap(\.self).joined(separator: "且"))："
        )
    }
}

extension GuardAudience: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case recipients = "recipients"
        case jurisdictions = "jurisdictions"
    }

    public init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        let recipients = object.readSet(of: RecipientKind.self, .recipients)
        let jurisdictions = object.readSet(of: CountryCode.self, .jurisdictions)
        guard let recipients, let jurisdictions else { throw object.failure }
        self.init(recipients: recipients, jurisdictions: jurisdictions)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        if !recipients.isEmpty { try container.encode(recipients.sorted(), forKey: .recipients) }
        if !jurisdictions.isEmpty { try container.encode(jurisdictions.sorted(), forKey: .jurisdictions) }
    }
}
