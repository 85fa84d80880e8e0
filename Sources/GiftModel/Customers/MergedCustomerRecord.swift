/// The one record of a customer of whom there are several, with the record from which each value came.
///
/// The records may come in any order, and more than once. What only some of them know is taken from those; where they
/// disagree, a rule for each attribute says which value wins:
///
/// | attribute | what wins |
/// |---|---|
/// | recipient kind, jurisdiction | nothing: limits on gifts must not hang on a guess, so it is not known |
/// | day of registration | the earliest |
/// | acquisition cost | that of the record registered first, for then the customer was won |
/// | opt-down, of each channel by itself | none at all, and otherwise the newest |
/// | all others, quiet hours among them | the newest |
///
/// *Newest* goes by the day as of which a record stood so; on one day the record with the smaller identity comes first.
///
/// ```swift
/// let merged = MergedCustomerRecord(of: [online, store], as: "app-4")
/// merged.record.language                                  // what the newer of them says
/// merged.trail.filter { !$0.overruled.isEmpty }           // what a person may want to look at
/// ```
public struct MergedCustomerRecord: Hashable, Sendable {
    /// What is known of the customer.
    public private(set) var record: CustomerRecord
    /// Where each value came from: one for every attribute that any record knows, in the order of the attributes.
    public private(set) var trail: [Origin] = []

    /// From which record the value of one attribute came.
    public struct Origin: Hashable, Sendable {
        /// The attribute.
        public let attribute: CustomerAttribute
        /// The record whose value won, or `nil` when none did.
        public let winner: Customer.ID?
        /// The records that say otherwise, ascending, none twice.
        public let overruled: [Customer.ID]
    }

    /// The record of the customer who goes by `id`, made of `records`; of none of them nothing is known.
    ///
    /// - Complexity: O(*n* log *n*).
    public init(of records: some Sequence<DatedCustomerRecord>, as id: Customer.ID) {
        self.record = CustomerRecord(of: id)
        let newest = Set(records).sorted().map(\.record)
        take(\.kind, of: newest, .kind)
        take(\.industry, of: newest, .industry)
        take(\.jobRole, of: newest, .jobRole)
        take(\.recipientKind, of: newest, .recipientKind, onlyIfAllAgree: true)
        take(\.jurisdiction, of: newest, .jurisdiction, onlyIfAllAgree: true)
        take(\.companySize, of: newest, .companySize)
        take(\.country, of: newest, .country)
        take(\.zone, of: newest, .zone)
        take(\.language, of: newest, .language)
        take(\.birthday, of: newest, .birthday)
        let eldest = Self.inOrderOfRegistration(newest)
        take(\.registeredOn, of: eldest, .registeredOn)
        take(\.acquisitionCost, of: eldest, .acquisitionCost)
        takeContact(of: newest)
    }

    private mutating func take<Value: Hashable>(
        _ path: WritableKeyPath<CustomerRecord, Value?>,
        of records: [CustomerRecord],
        _ attribute: CustomerAttribute,
        onlyIfAllAgree: Bool = false
    ) {
        let values = records.map { ($0.id, $0[keyPath: path]) }
        record[keyPath: path] = choose(among: values, attribute, onlyIfAllAgree: onlyIfAllAgree)
    }

    private mutating func takeContact(of records: [CustomerRecord]) {
        let contacts = records.compactMap { record in record.contact.map { (record.id, $0) } }
        guard !contacts.isEmpty else { return }
        let channels = Set(contacts.flatMap { $1.optDowns.map(\.channel) }).sorted()
        let optDowns = channels.compactMap { channel in
            let wishes = contacts.map { ($0, $1.optDown(of: channel)) }
            let none = wishes.filter { $1?.atMost == 0 }
            return choose(among: none + wishes.filter { $1?.atMost != 0 }, .optDown(channel))
        }
        let quietHours = choose(among: contacts.map { ($0, $1.quietHours) }, .quietHours)
        record.contact = ContactPreferences(optDowns: optDowns, quietHours: quietHours)
    }

    /// Returns the first value that is known, and notes where it came from.
    private mutating func choose<Value: Hashable>(
        among values: [(Customer.ID, Value?)],
        _ attribute: CustomerAttribute,
        onlyIfAllAgree: Bool = false
    ) -> Value? {
        let known = values.compactMap { id, value in value.map { (id, $0) } }
        guard let (id, value) = known.first else { return nil }
        let others = known.filter { $1 != value }
        let isTaken = others.isEmpty || !onlyIfAllAgree
        let overruled = Set((isTaken ? others : known).map(\.0)).sorted()
        trail.append(Origin(attribute: attribute, winner: isTaken ? id : nil, overruled: overruled))
        return isTaken ? value : nil
    }

    /// The records that say when, by that day, and then the others; of one day in the order in which they come.
    private static func inOrderOfRegistration(_ records: [CustomerRecord]) -> [CustomerRecord] {
        let known = records.enumerated().compactMap { index, record in record.registeredOn.map { ($0, index) } }
        return known.sorted(by: <).map { records[$1] } + records.filter { $0.registeredOn == nil }
    }
}
