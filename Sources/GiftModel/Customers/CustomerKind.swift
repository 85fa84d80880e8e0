/// Whether a customer is a human being or something that human beings act for.
///
/// The two are all there are, so this enum is closed: a company, a public office and a club are organizations alike,
/// and a merchant who trades alone is the one or the other by how the host deals with them. Where it is not known it is
/// absent.
///
/// - Wire format: a bare word, such as `"organization"`.
public enum CustomerKind: String, Hashable, Sendable, CaseIterable {
    /// One human being, also as the contact of an organization.
    case person = "person"
    /// A company, an office or a club, which receives nothing itself: its contacts do.
    case organization = "organization"
}

extension CustomerKind {
    /// In words.
    public var title: LocalizedText {
        switch self {
        case .person: LocalizedText(english: "person", chinese: "个人")
        case .organization: LocalizedText(english: "organization", chinese: "组织")
        }
    }
}

extension CustomerKind: Codable {
    public init(from decoder: any Decoder) throws { self = try decoder.word() }
}
