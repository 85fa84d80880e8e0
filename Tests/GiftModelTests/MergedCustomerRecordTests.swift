import GiftModel
import GiftTesting
import Testing

private func day(_ text: String) -> CalendarDate { CalendarDate(text)! }

private func record(
    _ id: Customer.ID,
    on text: String = "2026-03-10",
    _ fill: (inout CustomerRecord) -> Void
) -> DatedCustomerRecord {
    var record = CustomerRecord(of: id)
    fill(&record)
    return DatedCustomerRecord(record, on: day(text))
}

@Suite struct `Two customer records` {
    private let online = record("u-17", on: "2026-03-01") {
        $0.language = LanguageTag("zh-Hans")
        $0.country = CountryCode("CN")
        $0.registeredOn = day("2024-05-01")
        $0.acquisitionCost = Money("12.50 CNY")
        $0.recipientKind = .privatePerson
    }
    private let store = record("8801", on: "2026-03-05") {
        $0.language = LanguageTag("en")
        $0.zone = "Asia/Shanghai"
        $0.registeredOn = day("2025-01-01")
        $0.acquisitionCost = Money("3.00 CNY")
        $0.recipientKind = .publicOfficial
    }

    private func origin(of attribute: CustomerAttribute, in merged: MergedCustomerRecord) -> MergedCustomerRecord
        .Origin?
    {
        merged.trail.first { $0.attribute == attribute }
    }

    @Test func `R-DATA-01 Become one, with the record from which each value came`() {
        let merged = MergedCustomerRecord(of: [online, store], as: "8801")
        var expected = CustomerRecord(of: "8801")
        expected.language = LanguageTag("en")
        expected.country = CountryCode("CN")
        expected.zone = "Asia/Shanghai"
        expected.registeredOn = day("2024-05-01")
        expected.acquisitionCost = Money("12.50 CNY")
        #expect(merged.record == expected)
        #expect(
            merged.trail.map(\.attribute)
                == [.recipientKind, .country, .zone, .language, .registeredOn, .acquisitionCost]
        )
        #expect(merged.trail.map(\.winner) == [nil, "u-17", "8801", "8801", "u-17", "u-17"])
        #expect(merged.trail.map(\.overruled) == [["8801", "u-17"], [], [], ["u-17"], ["8801"], ["8801"]])
    }

    @Test func `R-DATA-01 Know nobody's capacity and law unless they agree`() {
        let other = record("u-18", on: "2026-03-09") {
            $0.recipientKind = .privatePerson
            $0.jurisdiction = CountryCode("DE")
        }
        let merged = MergedCustomerRecord(of: [online, other], as: "u-17")
        #expect(merged.record.recipientKind == .privatePerson)
        #expect(merged.record.jurisdiction == CountryCode("DE"))
        #expect(origin(of: .recipientKind, in: merged)?.winner == "u-18")
        let french = record("u-19", on: "2026-03-10") { $0.jurisdiction = CountryCode("FR") }
        let torn = MergedCustomerRecord(of: [online, other, french], as: "u-17")
        #expect(torn.record.jurisdiction == nil)
        #expect(origin(of: .jurisdiction, in: torn)?.overruled == ["u-18", "u-19"])
    }

    @Test func `R-DATA-01 Keep a channel closed that one of them closed, and otherwise the newest wish`() {
        let old = record("a", on: "2026-01-01") {
            $0.contact = ContactPreferences(
                optDowns: [OptDown(outOf: .telephone), OptDown(of: .email, atMost: 1, inDays: 30)!],
                quietHours: QuietHours(from: .midnight, until: TimeOfDay("08:00:00")!)
            )
        }
        let new = record("b", on: "2026-02-01") {
            $0.contact = ContactPreferences(
                optDowns: [OptDown(of: .telephone, atMost: 1, inDays: 7)!, OptDown(of: .email, atMost: 2, inDays: 7)!]
            )
        }
        let merged = MergedCustomerRecord(of: [new, old], as: "a")
        let contact = merged.record.contact
        #expect(contact?.optDown(of: .telephone) == OptDown(outOf: .telephone))
        #expect(contact?.optDown(of: .email) == OptDown(of: .email, atMost: 2, inDays: 7))
        #expect(contact?.quietHours == QuietHours(from: .midnight, until: TimeOfDay("08:00:00")!))
        #expect(merged.trail.map(\.attribute) == [.optDown(.email), .optDown(.telephone), .quietHours])
        #expect(merged.trail.map(\.winner) == ["b", "a", "a"])
        #expect(merged.trail.map(\.overruled) == [["a"], ["b"], []])
    }

    @Test func `R-DATA-01 Give the one with the smaller identity the word on one day`() {
        let (one, other) = (record("a") { $0.kind = .person }, record("b") { $0.kind = .organization })
        #expect(MergedCustomerRecord(of: [other, one], as: "a").record.kind == .person)
        #expect(MergedCustomerRecord(of: [] as [DatedCustomerRecord], as: "a").record == CustomerRecord(of: "a"))
        #expect(MergedCustomerRecord(of: [] as [DatedCustomerRecord], as: "a").trail.isEmpty)
    }

    @Test func `R-DATA-01 R-DATA-06 Are three customers before they are linked, one afterwards, and none when erased`()
    {
        let social = record("w-88", on: "2026-03-08") { $0.jobRole = .decisionMaker }
        let records = [online, store, social]
        var map = IdentityMap()
        #expect(map.merged(records).map(\.record) == [store, online, social].map(\.record))
        for _ in 0..<2 {
            for other: Customer.ID in ["8801", "w-88"] {
                map.add(IdentityMerge(of: "u-17", and: other, by: "clerk-7", at: Timestamp(milliseconds: 1))!)
            }
            let merged = map.merged(records + records)
            #expect(merged == [MergedCustomerRecord(of: records, as: "8801")])
            #expect(merged.first?.record.jobRole == .decisionMaker)
        }
        map.erase("w-88")
        #expect(map.merged(records).isEmpty)
    }

    /// The value of the record that no other that knows one comes before, or `nil` where two disagree and must not.
    private func naive<Value: Hashable>(
        _ path: KeyPath<CustomerRecord, Value?>,
        of records: [DatedCustomerRecord],
        mustAgree: Bool = false,
        _ isBefore: (DatedCustomerRecord, DatedCustomerRecord) -> Bool
    ) -> (Value?, Customer.ID?) {
        let known = records.filter { $0.record[keyPath: path] != nil }
        if mustAgree, Set(known.map { $0.record[keyPath: path] }).count > 1 { return (nil, nil) }
        let first = known.first { one in known.allSatisfy { !isBefore($0, one) } }
        return (first?.record[keyPath: path], first?.record.id)
    }

    @Test(arguments: 0..<200)
    func `R-DATA-01 Become the same in any order, as a naive reading of the rules says`(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        let ids = ["d", "b", "c", "a"].shuffled(using: &generator).prefix(Int.random(in: 1...4, using: &generator))
        let records = ids.map { id in
            record(Customer.ID(id)!, on: "2026-03-0\(Int.random(in: 1...3, using: &generator))") { record in
                func some<Value>(_ values: Value?...) -> Value? { values.randomElement(using: &generator)! }
                record.kind = some(.person, .organization, nil)
                record.recipientKind = some(.employee, .employee, .publicOfficial, nil)
                record.jurisdiction = some(CountryCode("CN"), CountryCode("CN"), CountryCode("DE"), nil)
                record.registeredOn = some(day("2024-01-01"), day("2025-01-01"), nil)
                record.acquisitionCost = some(Money("1.00 CNY"), Money("2.00 CNY"), nil)
            }
        }
        func isNewer(_ one: DatedCustomerRecord, _ other: DatedCustomerRecord) -> Bool {
            one.day == other.day ? one.record.id < other.record.id : one.day > other.day
        }
        func isElder(_ one: DatedCustomerRecord, _ other: DatedCustomerRecord) -> Bool {
            let days = [one, other].map { $0.record.registeredOn ?? day("9999-12-31") }
            return days[0] == days[1] ? isNewer(one, other) : days[0] < days[1]
        }
        let merged = MergedCustomerRecord(of: records, as: "a")
        #expect(MergedCustomerRecord(of: records.shuffled(using: &generator) + records, as: "a") == merged)

        let kind = naive(\.kind, of: records, isNewer)
        #expect(merged.record.kind == kind.0)
        #expect(origin(of: .kind, in: merged)?.winner == kind.1)
        let recipient = naive(\.recipientKind, of: records, mustAgree: true, isNewer)
        #expect(merged.record.recipientKind == recipient.0)
        #expect(origin(of: .recipientKind, in: merged)?.winner == recipient.1)
        let jurisdiction = naive(\.jurisdiction, of: records, mustAgree: true, isNewer)
        #expect(merged.record.jurisdiction == jurisdiction.0)
        let registration = naive(\.registeredOn, of: records, isElder)
        #expect(merged.record.registeredOn == records.compactMap(\.record.registeredOn).min())
        #expect(origin(of: .registeredOn, in: merged)?.winner == registration.1)
        let cost = naive(\.acquisitionCost, of: records, isElder)
        #expect(merged.record.acquisitionCost == cost.0)
        #expect(origin(of: .acquisitionCost, in: merged)?.winner == cost.1)
        for origin in merged.trail { #expect(origin.winner.map { !origin.overruled.contains($0) } ?? true) }
    }

    @Test func `R-DATA-01 Of one identity and one day become the same in either order`() {
        let (one, other) = (record("a") { $0.kind = .person }, record("a") { $0.kind = .organization })
        let merged = MergedCustomerRecord(of: [one, other], as: "a")
        #expect(MergedCustomerRecord(of: [other, one], as: "a") == merged)
        #expect(merged.record.kind == .organization)
    }

    @Test func `R-DATA-02 Lose no attribute`() {
        let full = record("a") {
            $0.kind = .person
            $0.industry = "C26"
            $0.jobRole = .purchaser
            $0.recipientKind = .employee
            $0.jurisdiction = CountryCode("DE")
            $0.companySize = CompanySize(atLeast: 1)
            $0.country = CountryCode("CN")
            $0.zone = "Asia/Shanghai"
            $0.language = LanguageTag("en")
            $0.birthday = Birthday(.solar(AnnualDate("--02-29")!))
            $0.registeredOn = day("2024-01-01")
            $0.acquisitionCost = Money("1.00 CNY")
            $0.contact = ContactPreferences(
                optDowns: [OptDown(outOf: .post)],
                quietHours: QuietHours(from: .midnight, until: TimeOfDay("08:00:00")!)
            )
        }
        let merged = MergedCustomerRecord(of: [full, record("b") { _ in }], as: "a")
        #expect(merged.record == full.record)
        #expect(merged.trail.count == 14)
        #expect(merged.trail.allSatisfy { $0.winner == "a" && $0.overruled.isEmpty })
        let known = Mirror(reflecting: full.record).children.filter { $0.label != "id" }
        #expect(known.count == 13)
    }
}
