/// In what capacity somebody receives a gift, on which the law and the recipient's employer set limits.
///
/// Where it is not known it is absent, never guessed: a public official taken for a private person is the costliest
/// mistake that a gift can make. A struct and not an enum, because laws and hosts know more kinds:
///
/// ```swift
/// extension RecipientKind { static let journalist: RecipientKind = "journalist" }
/// ```
///
/// - Wire format: a bare string, such as `"publicOfficial"`.
public struct RecipientKind: OpenWord {
    public let name: Identifier<RecipientKind>

    public init(_ name: Identifier<RecipientKind>) { self.name = name }

    /// On one's own account.
    public static let privatePerson: RecipientKind = "privatePerson"
    /// As somebody's employee.
    public static let employee: RecipientKind = "employee"
    /// In public office, or working for what the state owns.
    public static let publicOfficial: RecipientKind = "publicOfficial"
    /// Prescribing, dispensing or buying for patients.
    public static let healthProfessional: RecipientKind = "healthProfessional"

    /// In words; one of the host's own is shown by its name.
    public var title: LocalizedText {
        switch self {
        case .privatePerson: LocalizedText(english: "private person", chinese: "个人")
        case .employee: LocalizedText(english: "employee", chinese: "企业员工")
        case .publicOfficial: LocalizedText(english: "public official", chinese: "公职人员")
        case .healthProfessional: LocalizedText(english: "health professional", chinese: "医疗卫生人员")
        default: LocalizedText(english: name.text, chinese: name.text)
        }
    }
}
