import GiftModel
import GiftPolicy
import GiftPolicyFixtures
import Segmentation
import Testing

@Suite struct `A guard` {
    private static let consent = Guard(id: "consent", .consent(to: Guard.usualPurposes))
    private static let officials = Guard.limit(
        "officials",
        for: GuardAudience(recipients: [.publicOfficial]),
        perGift: "0.00 CNY"
    )
    /// The limits of story S08.
    private static let limits = [
        Guard.limit("employees", for: GuardAudience(recipients: [.employee]), perGift: "200.00 CNY"),
        Guard.limit("health", for: GuardAudience(recipients: [.healthProfessional]), perGift: "100.00 CNY"),
        officials,
    ]

    private func verdict(
        _ guards: [Guard],
        _ record: CustomerRecord? = nil,
        _ consents: Consents? = nil,
        on occasion: Occasion = .birthday,
        by rule: RuleReference.ID? = "birthday"
    ) -> GuardVerdict {
        Guarded.customer(Guarded.facts(record, consents), before: guards).verdict(on: occasion, by: rule)
    }

    // MARK: S08

    @Test(arguments: [
        (RecipientKind.employee, "employees", "68.00"), (.healthProfessional, "health", "168.00"),
        (.publicOfficial, "officials", "268.00"),
    ])
    func `R-POL-05 S08 Tells how far the wine is above the limit of its recipient`(
        kind: RecipientKind,
        guardName: String,
        excess: String
    ) {
        let customer = Guarded.customer(Guarded.facts(Guarded.recipient(kind)), before: Self.limits)
        #expect(customer.verdict(on: .birthday, by: "birthday").isAllowed)
        let verdict = customer.verdict(on: "wine", costing: money("268.00 CNY"))
        #expect(verdict.failed.map(\.source.id.text) == [guardName])
        let limit = money("268.00 CNY").minorUnits - money("\(excess) CNY").minorUnits
        #expect(
            verdict.why == [
                "268.00 CNY for one gift, \(excess) CNY above the limit of \(Money(minorUnits: limit, in: .cny)) "
                    + "(\(guardName))",
                "\(guardName) is for: \(kind.title.english)", "no approval lifts it",
            ]
        )
    }

    @Test func `R-POL-05 S08 Leaves the official the card and nothing else, whoever approves`() {
        let customer = Guarded.customer(Guarded.facts(Guarded.recipient(.publicOfficial)), before: Self.limits)
        #expect(customer.verdict(on: "card", costing: money("0.00 CNY")).isAllowed)
        for cost in ["0.01 CNY", "45.00 CNY", "60.00 CNY", "90.00 CNY", "268.00 CNY"] {
            let verdict = customer.verdict(on: "mug", costing: money(cost))
            #expect(!verdict.isAllowed)
            #expect(verdict.approvalsThatLift == nil)
        }
    }

    @Test func `R-POL-05 S08 Gives nothing, not even the card, to whom nobody has recorded`() {
        for record in [Guarded.recipient(nil), nil] {
            let verdict = verdict(Self.limits, record)
            #expect(verdict.findings.map(\.answer) == [.unknown, .unknown, .unknown])
            #expect(Set(verdict.why) == ["recipient kind not known"])
            #expect(verdict.failed.first?.reasons.text(.chinese) == ["收礼人身份未知"])
            #expect(verdict.approvalsThatLift == nil)
            let customer = Guarded.customer(Guarded.facts(record), before: Self.limits)
            #expect(!customer.verdict(on: "card", costing: money("0.00 CNY")).isAllowed)
        }
    }

    // MARK: Limits of officials

    @Test func `R-POL-05 E75 Denies an official a gift of value, and no approval overrides it`() {
        let customer = Guarded.customer(Guarded.facts(Guarded.recipient(.publicOfficial)), before: [Self.officials])
        let verdict = customer.verdict(on: "mug", costing: money("30.00 CNY"))
        #expect(verdict.findings.map(\.answer) == [.forbids])
        #expect(verdict.approvalsThatLift == nil)
        let rule = ApprovalRule(id: "top", atLeast: money("0.00 CNY"), by: [.compliance], validDays: 30)
        let grant = Guarded.terms(costing: "30.00 CNY", on: "2026-07-01").id
        let approval = Approval(
            of: grant,
            costing: money("30.00 CNY"),
            askedBy: nil,
            by: "m-1",
            as: .compliance,
            at: Guarded.noon(day("2026-06-30"))
        )
        let finding = ApprovalFinding(
            by: [rule],
            for: money("30.00 CNY"),
            of: grant,
            under: verdict,
            given: [approval],
            at: Guarded.noon(Guarded.today)
        )
        #expect(finding.answer == .refused)
        #expect(
            finding.reasons.text() == [
                "30.00 CNY for one gift, 30.00 CNY above the limit of 0.00 CNY (officials)",
                "officials is for: public official", "no approval lifts it",
            ]
        )
    }

    @Test(arguments: [true, false])
    func `R-POL-05 E76 Lets a card that costs nothing go only where the policy says so`(allowed: Bool) {
        let limit = Guard.limit(
            "officials",
            for: GuardAudience(recipients: [.publicOfficial]),
            perGift: "0.00 CNY",
            allowsZeroCost: allowed
        )
        let customer = Guarded.customer(Guarded.facts(Guarded.recipient(.publicOfficial)), before: [limit])
        let verdict = customer.verdict(on: "card", costing: money("0.00 CNY"))
        #expect(verdict.isAllowed == allowed)
        // Where not even that may go, nothing has to be matched first.
        #expect(customer.verdict(on: .birthday, by: nil).isAllowed == allowed)
        if !allowed {
            #expect(verdict.why.first == "nothing may be given, not even what costs nothing (officials)")
        }
    }

    @Test func `R-POL-05 D72 Of nothing leaves what costs nothing`() {
        let customer = Guarded.customer(Guarded.facts(), before: [.limit(perGift: "0.00 CNY")])
        let passing = [("card", "0.00 CNY"), ("mug", "1.00 CNY")]
            .filter { customer.verdict(on: Gift.ID($0.0)!, costing: money($0.1)).isAllowed }
        #expect(passing.map(\.0) == ["card"])
    }

    // MARK: Consent

    @Test func `R-DATA-06 Forbids everything without consent to each purpose, and says how it stands`() {
        #expect(verdict([Self.consent], nil, Guarded.consents()).isAllowed)
        #expect(
            verdict([Self.consent], nil, Guarded.consents([.marketing])).why == ["consent to gift delivery never given"]
        )
        var withdrawn = Guarded.consents()
        withdrawn.add(ConsentChange(to: .marketing, withdrawnAt: Guarded.noon(Guarded.today)))
        #expect(verdict([Self.consent], nil, withdrawn).failed.map(\.answer) == [.forbids])
        #expect(
            verdict([Self.consent], nil, withdrawn).why
                == ["consent to marketing withdrawn at 2026-07-01 12:00:00 UTC"]
        )
        #expect(
            verdict([Self.consent], nil, Consents()).why
                == ["consent to gift delivery never given", "consent to marketing never given"]
        )
    }

    @Test func `R-DATA-06 Forbids where nobody knows what the customer said`() {
        let verdict = verdict([Self.consent])
        #expect(verdict.findings.map(\.answer) == [.unknown])
        #expect(verdict.why == ["consent to gift delivery not known", "consent to marketing not known"])
    }

    @Test func `R-DATA-06 Knows until when a consent was given`() throws {
        let until = Guarded.noon(day("2026-07-02"))
        let consents = Consents([
            ConsentChange(
                to: .giftDelivery,
                givenAt: Guarded.noon(day("2026-01-01")),
                until: until,
                notice: "n",
                proof: "p"
            )!
        ])
        let source = Guard(id: "delivery", .consent(to: [.giftDelivery]))
        #expect(verdict([source], nil, consents).findings.map(\.until) == [until])
        #expect(verdict([Self.consent], nil, Guarded.consents()).findings.map(\.until) == [nil])
    }

    // MARK: Age

    @Test func `R-DATA-06 E88 Needs a guardian's consent under the age of 14`() throws {
        let source = Guard(id: "minors", .guardian(GuardianRule(under: 14)))
        let record = Guarded.record {
            $0.birthday = Birthday(.solar(AnnualDate(month: 7, day: 1)!), bornIn: 2013)
        }
        let blocked = verdict([source], record, Consents())
        #expect(blocked.findings.map(\.answer) == [.forbids])
        #expect(
            blocked.earliest == Moment(Timestamp(day("2027-07-01"), at: .midnight, in: .utc), on: day("2027-07-01"))
        )
        #expect(
            blocked.why == [
                "13 years old, a guardian has to consent below 14", "consent to guardian's consent never given",
                "free on 2027-07-01, 365 days to go",
            ]
        )
        #expect(verdict([source], record, Guarded.consents([.guardianConsent])).isAllowed)
        #expect(verdict([source], record).findings.map(\.answer) == [.unknown])
        let grown = Guarded.customer(Guarded.facts(record, Consents(), asOf: day("2027-07-01")), before: [source])
        #expect(grown.verdict(on: .birthday, by: nil).isAllowed)
        let older = Guarded.customer(Guarded.facts(record, Consents(), asOf: day("2030-07-01")), before: [source])
        #expect(older.verdict(on: .birthday, by: nil).reasons.text() == ["17 years old, from 14 on"])
    }

    @Test func `R-DATA-06 A13 Forbids where a birthday has no year`() {
        let record = Guarded.record { $0.birthday = Birthday(.solar(AnnualDate(month: 3, day: 10)!)) }
        for kind in [Guard.Kind.minimumAge(AgeLimit(years: 18)), .guardian(GuardianRule(under: 14))] {
            let verdict = verdict([Guard(id: "age", kind)], record, Guarded.consents([.guardianConsent]))
            #expect(verdict.findings.map(\.answer) == [.unknown])
            #expect(verdict.why.first?.hasPrefix("age not known, from 1") == true)
        }
    }

    @Test(arguments: [
        ("2008-07-02", 17, false), ("2008-07-01", 18, true), ("2008-06-30", 18, true), ("2008-02-29", 18, true),
    ])
    func `R-POL-05 Lets no wine go to whom is under 18, to the day`(born: String, age: Int64, passes: Bool) {
        let birth = day(born)
        let record = Guarded.record { $0.birthday = Birthday(.solar(AnnualDate(birth)), bornIn: birth.year) }
        let source = Guard(id: "alcohol", .minimumAge(AgeLimit(years: 18, for: ["wine"])))
        let customer = Guarded.customer(Guarded.facts(record), before: [source])
        #expect(customer.verdict(on: "wine", costing: money("268.00 CNY")).isAllowed == passes)
        #expect(customer.verdict(on: "mug", costing: money("45.00 CNY")).isAllowed)
        #expect(customer.verdict(on: .birthday, by: nil).isAllowed)
        if !passes {
            #expect(customer.verdict(on: "wine", costing: money("1.00 CNY")).earliest?.day == day("2026-07-02"))
        }
        let all = Guard(id: "alcohol", .minimumAge(AgeLimit(years: 18)))
        #expect(verdict([all], record).isAllowed == passes)
    }

    @Test(arguments: [
        (LeapDayRule.dayBefore, true, "2026-02-28"), (.dayAfter, false, "2026-03-01"), (.skip, false, "2026-03-01"),
    ])
    func `R-POL-05 Counts the age of who was born on 29 February by the stated rule`(
        rule: LeapDayRule,
        passes: Bool,
        comesOfAge: String
    ) {
        let record = Guarded.record {
            $0.birthday = Birthday(.solar(AnnualDate(month: 2, day: 29)!), bornIn: 2008)
        }
        let source = Guard(id: "age", .minimumAge(AgeLimit(years: 18)))
        func verdict(_ date: String) -> GuardVerdict {
            Guarded.customer(Guarded.facts(record, asOf: day(date)), before: [source], leapDay: rule)
                .verdict(on: .birthday, by: nil)
        }
        #expect(verdict("2026-02-28").isAllowed == passes)
        #expect(verdict("2026-02-27").earliest?.day == day(comesOfAge))
        #expect(verdict(comesOfAge).isAllowed)
    }

    // MARK: Exclusions

    private static let restricted = Guard(
        id: "restricted",
        .exclusion(
            .trait(.recipientKind, in: ["publicOfficial", "healthProfessional"]),
            except: GuardExceptions(rules: ["recovery"], occasions: [.anniversary])
        )
    )

    @Test func `R-POL-05 E90 Forbids where the fact that an exclusion asks for is missing`() {
        let missing = verdict([Self.restricted], Guarded.recipient(nil))
        #expect(missing.findings.map(\.answer) == [.unknown])
        #expect(
            missing.why == [
                "not known whether restricted excludes the customer", "recipient kind is not known",
            ]
        )
        #expect(verdict([Self.restricted]).findings.map(\.answer) == [.unknown])
    }

    @Test func `R-POL-05 Excludes whom its condition holds for, and tells why`() {
        let excluded = verdict([Self.restricted], Guarded.recipient(.publicOfficial))
        #expect(excluded.findings.map(\.answer) == [.forbids])
        #expect(excluded.why.first == "excluded by restricted")
        #expect(excluded.why.count == 2)
        let passing = verdict([Self.restricted], Guarded.recipient(.employee))
        #expect(passing.isAllowed)
        #expect(passing.reasons.text() == ["not excluded by restricted"])
    }

    @Test func `R-POL-05 Lets excepted rules and occasions through, although a fact is missing`() {
        for record in [Guarded.recipient(.publicOfficial), nil] {
            #expect(verdict([Self.restricted], record, on: .recovery, by: "recovery").isAllowed)
            #expect(verdict([Self.restricted], record, on: .anniversary, by: "years").isAllowed)
            #expect(verdict([Self.restricted], record, on: .anniversary, by: nil).isAllowed)
            #expect(!verdict([Self.restricted], record, on: .recovery, by: "apology").isAllowed)
            #expect(!verdict([Self.restricted], record, on: .recovery, by: nil).isAllowed)
        }
        #expect(
            verdict([Self.restricted], on: .anniversary).reasons.text() == ["excepted from restricted"]
        )
    }

    // MARK: Complaints

    private static let complaint = Guard(
        id: "complaint",
        .openComplaint(except: GuardExceptions(rules: ["recovery"]))
    )

    @Test(
        arguments: [
            ([(.opened, "2026-06-29")], .forbids),
            ([(.opened, "2026-06-29"), (.answered, "2026-06-30")], .forbids),
            ([(.opened, "2026-06-29"), (.solutionOffered, "2026-07-01")], .forbids),
            ([(.opened, "2026-06-29"), (.resolved, "2026-07-01")], .passes),
            ([(.opened, "2026-06-29"), (.resolved, "2026-07-02")], .forbids),
            ([(.opened, "2026-06-29"), (.resolved, "2026-06-30"), (.reopened, "2026-07-01")], .forbids),
            ([(.opened, "2026-06-29"), (.resolved, "2026-06-30"), (.followedUp, "2026-07-01")], .passes),
            ([(.opened, "2026-07-02")], .passes), ([(.answered, "2026-06-30")], .unknown),
            ([(.answered, "2026-06-29"), (.resolved, "2026-06-30")], .passes), ([], .passes),
        ] as [([(ComplaintState, String)], GuardFinding.Answer)]
    )
    func `R-POL-08 Forbids all but the recovery gift while a complaint is open`(
        steps: [(ComplaintState, String)],
        answer: GuardFinding.Answer
    ) {
        let activities = steps.map { Guarded.step("t-1", $0, on: $1) }
        let customer = Guarded.customer(Guarded.facts(activities: activities), before: [Self.complaint])
        #expect(customer.verdict(on: .birthday, by: "birthday").findings.map(\.answer) == [answer])
        #expect(customer.verdict(on: .recovery, by: "recovery").isAllowed)
        #expect(customer.verdict(on: .birthday, by: "birthday").earliest == nil)
    }

    @Test func `R-POL-08 Names every complaint that is open`() {
        let activities = [
            Guarded.step("t-2", .answered, on: "2026-06-30"), Guarded.step("t-1", .opened, on: "2026-06-29"),
            Guarded.step("t-1", .answered, on: "2026-06-30"), Guarded.step("t-0", .opened, on: "2026-06-30"),
        ]
        let customer = Guarded.customer(Guarded.facts(activities: activities), before: [Self.complaint])
        #expect(
            customer.verdict(on: .birthday, by: "birthday").why == [
                "complaint t-0 open since 2026-06-30, Opened", "complaint t-1 open since 2026-06-29, Answered",
                "complaint t-2 goes on, its opening is not known",
            ]
        )
    }

    // MARK: Personalization

    private static func said(_ kind: ConsentChange.Kind?) -> Consents {
        switch kind {
        case nil: Consents()
        case .given: Guarded.consents([.personalization])
        case .withdrawn:
            Consents([ConsentChange(to: .personalization, withdrawnAt: Guarded.noon(day("2026-06-30")))])
        }
    }

    @Test(
        arguments: [
            (.unlessObjected, said(.withdrawn), false), (.unlessObjected, said(nil), true),
            (.unlessObjected, said(.given), true), (.unlessObjected, nil, false),
            (.withConsent, said(.withdrawn), false),
            (.withConsent, said(nil), false), (.withConsent, said(.given), true), (.withConsent, nil, false),
        ] as [(PersonalizationBasis, Consents?, Bool)]
    )
    func `R-DATA-06 E89 Leaves who opted out of personalization the default gift`(
        basis: PersonalizationBasis,
        consents: Consents?,
        isPersonalized: Bool
    ) {
        let verdict = verdict([Guard(id: "choice", .personalization(basis))], nil, consents, on: .festival)
        #expect(verdict.isAllowed)
        #expect(verdict.isPersonalized == isPersonalized)
        #expect(verdict.reasons.text().first == "personalization is \(isPersonalized ? "on" : "off")")
    }

    @Test func `R-DATA-06 Does not personalize where it is not known whether it has to ask`() {
        let source = Guard(
            id: "choice",
            for: GuardAudience(jurisdictions: [CountryCode("CN")!]),
            .personalization(.unlessObjected)
        )
        #expect(!verdict([source], nil, Consents()).isPersonalized)
        #expect(!verdict([source], nil, Guarded.consents([.personalization])).isPersonalized)
        #expect(verdict([source], Guarded.record { $0.jurisdiction = CountryCode("FR") }).isPersonalized)
    }

    // MARK: Audience

    @Test(
        arguments: [
            (.employee, "CN", .forbids), (.employee, "FR", .passes),
            (.privatePerson, "CN", .passes), (.privatePerson, "FR", .passes), (nil, "CN", .unknown),
            (nil, "FR", .passes), (.employee, nil, .unknown), (.privatePerson, nil, .passes), (nil, nil, .unknown),
        ] as [(RecipientKind?, String?, GuardFinding.Answer)]
    )
    func `R-POL-05 Stands for recipients of its kind under its law, and forbids where that is not known`(
        kind: RecipientKind?,
        country: String?,
        answer: GuardFinding.Answer
    ) {
        let audience = GuardAudience(recipients: [.employee], jurisdictions: [CountryCode("CN")!])
        let record = Guarded.record {
            $0.recipientKind = kind
            $0.jurisdiction = country.flatMap { CountryCode($0) }
        }
        let source = Guard(id: "gifts", for: audience, .consent(to: [.giftDelivery]))
        let verdict = verdict([source], record, Consents())
        #expect(verdict.findings.map(\.answer) == [answer])
        switch answer {
        case .forbids:
            #expect(
                verdict.why == [
                    "consent to gift delivery never given", "gifts is for: employee", "gifts is for the law of CN",
                ]
            )
        case .unknown:
            let missing =
                (kind == nil ? ["recipient kind not known"] : [])
                + (country == nil ? ["jurisdiction not known"] : [])
            #expect(verdict.why == missing)
        default: #expect(verdict.reasons.text() == ["gifts is for others"])
        }
    }

    // MARK: All of them

    @Test func `R-POL-11 Tells all that forbids, not only the first, and then what lets pass`() {
        let record = Guarded.record {
            $0.recipientKind = .publicOfficial
            $0.birthday = Birthday(.solar(AnnualDate(month: 7, day: 1)!), bornIn: 2013)
        }
        let guards = [
            Self.restricted, Self.officials, Self.consent, Self.complaint,
            Guard(id: "minors", .guardian(GuardianRule(under: 14))), Guard(id: "late", .consent(to: [.surveys])),
        ]
        let facts = Guarded.facts(
            record,
            Guarded.consents([.marketing, .surveys]),
            activities: [Guarded.step("t-1", .opened, on: "2026-06-29")]
        )
        let customer = Guarded.customer(facts, before: guards)
        let verdict = customer.verdict(on: .birthday, by: "birthday", giving: "mug", costing: money("45.00 CNY"))
        #expect(verdict.failed.map(\.source.id.text) == ["complaint", "consent", "minors", "officials", "restricted"])
        #expect(verdict.passed.map(\.source.id.text) == ["late"])
        #expect(verdict.earliest == nil)
        #expect(verdict.reasons.text().last?.hasPrefix("consent to surveys given at") == true)
        #expect(
            customer.verdict(on: "mug", costing: money("45.00 CNY")).findings.map(\.source.id.text) == ["officials"]
        )
    }

    @Test func `R-POL-11 Has words for every reason in both languages, with the same facts`() throws {
        let codes =
            GuardReason.allCases.map(\.rawValue) + LimitReason.allCases.map(\.rawValue)
            + ApprovalReason.allCases.map(\.rawValue) + DispatchReason.allCases.map(\.rawValue)
        #expect(Set(codes).count == codes.count)
        for code in codes {
            let phrase = try #require(Guarded.words.phrase(for: code))
            #expect(phrase[.english] != phrase[.chinese])
            func facts(_ language: Language) -> [String] {
                phrase[language].matches(of: /\{\w+\}/).map { String($0.output) }.sorted()
            }
            #expect(facts(.english) == facts(.chinese))
            #expect(
                Phrasebook.policy.merging(.consent).merging(.complaints).phrase(for: code).map { $0 == phrase } ?? true
            )
        }
    }
}
