public import GiftModel

/// Something that a segment can ask about a customer, always of one kind of value.
///
/// A window of so many days ends on and includes the day asked about; without a window everything up to that day
/// counts. The list is closed; what hosts know beside it are labels, whose kinds the document declares.
public enum SegmentAttribute: Hashable, Sendable {
    /// How many things there were. A number.
    case count(Counted, inDays: Int64?)
    /// How many things there were in the last days, divided by those in as many days before. A ratio.
    ///
    /// It is not known where there were none before.
    case change(Counted, inDays: Int64)
    /// What was spent or paid back. Money; an average is not known where there is no order.
    case amount(Amount, inDays: Int64?)
    /// How many days have passed since the first day with an order. A number; not known without one.
    case daysSinceFirstPurchase
    /// How many days have passed since the last day with an order. A number; not known without one.
    case daysSinceLastPurchase
    /// A score against all other customers. A number.
    case score(ScoreDimension)
    /// The stage of life. A word.
    case stage
    /// The tier. A word, which the order of the document's tiers also compares.
    case tier
    /// The value band. A word.
    case valueBand
    /// The quadrant of value and interaction. A word.
    case quadrant
    /// Whether a tag is held. A truth.
    case tag(CustomerTag.ID)
    /// A label of the host's. Of the kind that the document declares.
    case label(Identifier<Label>)
    /// What the customer record says. A word or a number.
    case trait(Trait)

    /// What can be counted.
    ///
    /// The five are all there are, so this enum is closed.
    public enum Counted: Hashable, Sendable {
        /// Orders.
        case orders
        /// Days with an order.
        case purchaseDays
        /// Returns; one that names a known order counts on the day of that order.
        case returns
        /// Complaints.
        case complaints
        /// Interactions of a kind, or of any, in a channel, or in any.
        case interactions(InteractionKind? = nil, in: ActivityChannel? = nil)
    }

    /// What can be spent or paid back.
    ///
    /// The four are all there are, so this enum is closed.
    public enum Amount: String, Hashable, Sendable, CaseIterable {
        /// What the orders came to.
        case sales = "sales"
        /// What was paid back.
        case refunds = "refunds"
        /// Sales without refunds.
        case net = "net"
        /// Sales divided by orders, exactly.
        case averageOrder = "averageOrder"
    }

    /// What a customer record says of a customer.
    ///
    /// The eleven are all that segments ask about, so this enum is closed.
    public enum Trait: String, Hashable, Sendable, CaseIterable {
        /// Whether it is a person or an organization. A word.
        case customerKind = "customerKind"
        /// The line of business. A word.
        case industry = "industry"
        /// What the customer does at work. A word.
        case jobRole = "jobRole"
        /// In what capacity the customer receives gifts. A word.
        case recipientKind = "recipientKind"
        /// Where the customer lives. A word of two capital letters.
        case country = "country"
        /// Whose law says what the customer may be given. A word of two capital letters.
        case jurisdiction = "jurisdiction"
        /// What the customer reads. A word, which is the whole tag: `zh` is another than `zh-Hans`.
        case language = "language"
        /// How many people work for the customer's company. A number, which may be known as a range only.
        case employees = "employees"
        /// How many years old the customer is. A number; who was born on 29 February grows older on 1 March.
        case age = "age"
        /// In which month the birthday is, 1 through 12. A number; not known of a birthday kept by the lunar calendar.
        case birthdayMonth = "birthdayMonth"
        /// How many days have passed since the customer registered. A number.
        case daysSinceRegistration = "daysSinceRegistration"
    }
}

extension SegmentAttribute {
    /// The kind of its values, or `nil` of a label, whose kind the document declares.
    public var kind: SegmentValue.Kind? {
        switch self {
        case .count, .daysSinceFirstPurchase, .daysSinceLastPurchase, .score: .number
        case .change: .ratio
        case .amount: .money
        case .stage, .tier, .valueBand, .quadrant: .word
        case .tag: .truth
        case .label: nil
        case .trait(let trait):
            switch trait {
            case .customerKind, .industry, .jobRole, .recipientKind, .country, .jurisdiction, .language: .word
            case .employees, .age, .birthdayMonth, .daysSinceRegistration: .number
            }
        }
    }

    /// The words that there are, or `nil` when hosts have words of their own.
    var knownWords: [String]? {
        switch self {
        case .stage: Stage.allCases.map(\.rawValue)
        case .valueBand: ValueBand.allCases.map(\.rawValue)
        case .quadrant: ValueQuadrant.allCases.map(\.rawValue)
        case .trait(.customerKind): CustomerKind.allCases.map(\.rawValue)
        default: nil
        }
    }

    /// Returns what is wrong with a word that this attribute never has, or `nil` when it may have it.
    func problem(of word: String) -> DocumentProblem? {
        if let knownWords {
            return knownWords.contains(word) ? nil : KnownWords(knownWords).unknown("word", word)
        }
        switch self {
        case .trait(.country), .trait(.jurisdiction):
            return CountryCode(word) == nil
                ? .unreadable(text: word, expected: "a country of two capital letters such as CN") : nil
        case .trait(.language):
            return LanguageTag(word)?.text == word
                ? nil : .unreadable(text: word, expected: "a language in its usual case such as zh-Hans")
        default: return nil
        }
    }
}
