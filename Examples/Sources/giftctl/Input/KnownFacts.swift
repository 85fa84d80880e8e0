import GiftModel
import GiftPolicy
import Segmentation

/// What a host knows of one customer beside the record and the activities; what is absent is not known.
struct KnownFacts: Decodable {
    let customer: Customer.ID
    let consents: Consents?
    let cultures: Set<Culture>?
    let labels: CustomerLabels?
    let touches: [Touch]?

    private enum CodingKeys: String, CodingKey, CaseIterable {
        case customer = "customer"
        case consents = "consents"
        case cultures = "cultures"
        case labels = "labels"
        case touches = "touches"
    }

    /// A key that may be any.
    private struct AnyKey: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }

        init?(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    init(from decoder: any Decoder) throws {
        let known = CodingKeys.allCases.map(\.stringValue)
        let keys = try decoder.container(keyedBy: AnyKey.self).allKeys
        for key in keys.map(\.stringValue).sorted() where !known.contains(key) {
            let problem = "the key `\(key)` is none of \(known.joined(separator: ", "))"
            throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: problem))
        }
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.customer = try container.decode(Customer.ID.self, forKey: .customer)
        self.consents = try container.decodeIfPresent(Consents.self, forKey: .consents)
        self.cultures = try container.decodeIfPresent(Set<Culture>.self, forKey: .cultures)
        self.labels = try container.decodeIfPresent(CustomerLabels.self, forKey: .labels)
        self.touches = try container.decodeIfPresent([Touch].self, forKey: .touches)
    }
}
