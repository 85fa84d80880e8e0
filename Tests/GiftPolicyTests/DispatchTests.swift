import Foundation
import GiftModel
import GiftPolicy
import GiftPolicyFixtures
import Testing

@Suite struct `The check at dispatch` {
    private static let consent = Guard(id: "consent", .consent(to: Guard.usualPurposes))
    private static let planned = day("2026-02-01")
    private static let terms = Guarded.terms(costing: "199.00 CNY", on: "2026-02-01")
    private static let newest = PolicyReference(id: "guards", version: 8, hash: ContentHash(of: "guards/8"))

    private static func instant(_ date: String, _ time: String) -> Timestamp {
        Timestamp(day(date), at: TimeOfDay(time)!, in: .utc)
    }

    private static let dispatch = instant("2026-02-02", "09:00:00")

    private static func reserved(then states: [GrantState] = []) -> GiftGrant {
        Guarded.grant(terms, then: [.approved, .reserved] + states)
    }

    private static func consents(withdrawnAt time: String? = nil) -> Consents {
        var consents = Guarded.consents(Array(Guard.usualPurposes) + [.surveys])
        if let time {
            consents.add(ConsentChange(to: .giftDelivery, withdrawnAt: instant("2026-02-02", time)))
        }
        return consents
    }

    private func customer(
        _ consents: Consents? = consents(),
        _ record: CustomerRecord? = nil,
        before guards: [Guard] = [consent],
        grants: [GiftGrant] = [reserved()],
        activities: [Activity] = [],
        at now: Timestamp = dispatch,
        giving catalog: Catalog = Guarded.gifts
    ) -> GuardCase {
        let today = LocalClock(at: now, in: Shop.utc)!.today
        let facts = Guarded.facts(record, consents, grants: grants, activities: activities, asOf: today)
        return Guarded.customer(facts, before: guards, now: now, giving: catalog)
    }

    private func answer(
        for grant: GiftGrant = reserved(),
        of customer: GuardCase,
        _ change: (inout DispatchCheck) -> Void = { _ in }
    ) -> DispatchAnswer {
        var check = DispatchCheck(by: Self.newest, validSeconds: 60)
        change(&check)
        return check.answer(for: grant, of: customer)
    }

    private func held(_ answer: DispatchAnswer) -> [String]? {
        if case .held(let reasons, _) = answer { reasons.text() } else { nil }
    }

    private func cancelled(_ answer: DispatchAnswer) -> [String]? {
        if case .cancelled(let reasons) = answer { reasons.text() } else { nil }
    }

    // MARK: Permits

    @Test func `R-POL-05 Gives a permit that is good for the stated time and for this gift`() throws {
        let permit = try #require(answer(of: customer()).permit)
        let until = Timestamp(milliseconds: Self.dispatch.milliseconds + 60_000)
        #expect((permit.issuedAt, permit.until) == (Self.dispatch, until))
        #expect((permit.grant, permit.cost) == (Self.terms.id, money("199.00 CNY")))
        let last = Timestamp(milliseconds: until.milliseconds - 1)
        #expect(permit.permits(Self.terms.id, costing: money("199.00 CNY"), at: last))
        #expect(permit.permits(Self.terms.id, costing: money("0.00 CNY"), at: Self.dispatch))
        #expect(!permit.permits(Self.terms.id, costing: money("199.00 CNY"), at: until))
        #expect(!permit.permits(Self.terms.id, costing: money("199.01 CNY"), at: last))
        #expect(!permit.permits(Self.terms.id, costing: money("199.00 USD"), at: last))
        #expect(!permit.permits("another", costing: money("199.00 CNY"), at: last))
        let before = Timestamp(milliseconds: Self.dispatch.milliseconds - 1)
        #expect(!permit.permits(Self.terms.id, costing: money("199.00 CNY"), at: before))
        #expect(
            permit.reasons.text() == [
                "consent to gift delivery given at 2020-01-01 12:00:00 UTC (notice 2020-01, proof form-7)",
                "consent to marketing given at 2020-01-01 12:00:00 UTC (notice 2020-01, proof form-7)",
                "199.00 CNY needs no approval",
            ]
        )
        #expect(answer(of: customer()).action(at: Self.dispatch) == nil)
    }

    @Test func `R-POL-05 Ends a permit before anything that is known to change`() {
        let soon = Timestamp(milliseconds: Self.dispatch.milliseconds + 10_000)
        let ending = Consents(
            Guard.usualPurposes.map {
                ConsentChange(to: $0, givenAt: Guarded.noon(day("2026-01-01")), until: soon, notice: "n", proof: "p")!
            }
        )
        #expect(answer(of: customer(ending)).permit?.until == soon)
        let paused = RuleSwitches([RuleSwitch("birthday", to: .paused, at: soon)])
        #expect(answer(of: customer()) { $0.switches = paused }.permit?.until == soon)
        let other = RuleSwitches([RuleSwitch("welcome", to: .paused, at: soon)])
        #expect(answer(of: customer()) { $0.switches = other }.permit?.until.milliseconds == soon.milliseconds + 50_000)
        let late = Self.instant("2026-02-02", "23:59:30")
        #expect(answer(of: customer(at: late)).permit?.until == Self.instant("2026-02-03", "00:00:00"))
        let approved = answer(of: customer()) {
            $0.approvalRules = [
                ApprovalRule(id: "manager", atLeast: money("100.00 CNY"), by: [.manager], validDays: 1)
            ]
            $0.approvals = [
                Approval(
                    of: Self.terms.id,
                    costing: money("199.00 CNY"),
                    askedBy: nil,
                    by: "m-1",
                    as: .manager,
                    at: Timestamp(milliseconds: soon.milliseconds - 86_400_000)
                )
            ]
        }
        #expect(approved.permit?.until == soon)
    }

    // MARK: Consent

    @Test func `R-DATA-06 E85 Cancels what is not wanted any more, which gives stock, budget and cap back`() throws {
        let withdrawn = customer(Self.consents(withdrawnAt: "08:00:00"))
        let answer = answer(of: withdrawn)
        #expect(cancelled(answer) == ["consent to gift delivery withdrawn at 2026-02-02 08:00:00 UTC"])
        var grant = Self.reserved()
        #expect((grant.stockTaken, grant.held) == (1, money("199.00 CNY")))
        let action = try #require(answer.action(at: Self.dispatch))
        try grant.perform(GrantCommand(action, key: 99), at: Self.dispatch)
        #expect((grant.state, grant.stockTaken, grant.held) == (.cancelled, 0, money("0.00 CNY")))
        #expect((grant.stands, LimitEntry(grant)) == (false, nil))
        #expect(grant.step(to: .cancelled)?.reason == answer.reasons.first)
        #expect(self.answer(for: grant, of: withdrawn) == .notWaiting(.cancelled))
    }

    @Test func `R-DATA-06 E86 S18 Lets what has left travel on, and suppresses what would follow`() {
        let grant = Self.reserved(then: [.dispatched])
        let consents = Self.consents(withdrawnAt: "08:00:00")
        #expect(answer(for: grant, of: customer(consents, grants: [grant])) == .notWaiting(.dispatched))
        func obstacles(_ kind: TouchKind, _ consents: Consents?, at time: String = "09:00:00") -> [String] {
            grant.obstacles(toFollowUp: kind, for: .known("c-1"), under: consents, at: Self.instant("2026-02-02", time))
                .text()
        }
        let withdrawn = "consent to gift delivery withdrawn at 2026-02-02 08:00:00 UTC"
        for kind in TouchKind.allCases {
            #expect(obstacles(kind, consents) == [withdrawn])
            #expect(obstacles(kind, consents, at: "07:59:59").isEmpty)
            #expect(!obstacles(kind, nil).isEmpty)
            #expect(
                grant.obstacles(toFollowUp: kind, for: .erased, under: Self.consents(), at: Self.dispatch).text()
                    == ["the customer was erased"]
            )
        }
        #expect(obstacles(.survey, Guarded.consents()) == ["consent to surveys never given"])
        #expect(obstacles(.message, Guarded.consents([.giftDelivery])) == ["consent to marketing never given"])
        #expect(obstacles(.reminder, Guarded.consents([.giftDelivery])).isEmpty)
    }

    @Test func `R-DATA-06 S18 Calls off Ning's gift when she withdraws an hour before, and the cap does not count it`()
        throws
    {
        let cap = Guard.limit(total: GiftLimit.Total(within: .rolling("P30D"), count: 1))
        let now = Self.instant("2026-02-02", "17:00:00")
        let early = customer(Self.consents(withdrawnAt: "16:00:00"), before: [Self.consent, cap], at: now)
        let answer = answer(of: early)
        #expect(cancelled(answer)?.count == 1)
        var grant = Self.reserved()
        #expect((10 - grant.stockTaken, grant.held) == (9, money("199.00 CNY")))
        try grant.perform(GrantCommand(try #require(answer.action(at: now)), key: 99), at: now)
        #expect((10 - grant.stockTaken, grant.held) == (10, money("0.00 CNY")))
        let after = customer(before: [cap], grants: [grant], at: now)
        #expect(after.verdict(on: "mug", costing: money("45.00 CNY")).isAllowed)
        // Half an hour later it has left, and is not asked about again.
        let late = customer(Self.consents(withdrawnAt: "17:30:00"), before: [Self.consent, cap], at: now)
        #expect(self.answer(of: late).permit != nil)
    }

    @Test func `R-DATA-06 Holds a gift while nobody knows what the customer said`() {
        #expect(
            held(answer(of: customer(nil))) == ["consent to gift delivery not known", "consent to marketing not known"]
        )
    }

    @Test func `R-DATA-06 E91 Calls off what waits for who was erased, and the books keep what they need`() throws {
        let answer = answer(of: customer()) { $0.identity = .erased }
        #expect(cancelled(answer) == ["the customer was erased"])
        var grant = Self.reserved()
        try grant.perform(GrantCommand(try #require(answer.action(at: Self.dispatch)), key: 99), at: Self.dispatch)
        #expect(grant.terms?.id == Self.terms.id)
        #expect(grant.terms?.rule.policy.version == 7)
        #expect(grant.terms?.cost.expected == money("199.00 CNY"))
        #expect(grant.held == money("0.00 CNY"))
    }

    // MARK: Versions

    @Test func `R-POL-05 C59 Asks the guards of the newest version, and leaves the choice as it was made`() throws {
        let permit = try #require(answer(of: customer()).permit)
        #expect((permit.plannedBy.version, permit.checkedBy.version) == (7, 8))
        // Version 8 forbids what version 7 gave.
        let limit = Guard.limit(perGift: "198.99 CNY")
        #expect(
            cancelled(answer(of: customer(before: [Self.consent, limit]))) == [
                "199.00 CNY for one gift, 0.01 CNY above the limit of 198.99 CNY (limit)", "no approval lifts it",
            ]
        )
        // A cheaper gift that would fit is not looked for, and a dearer catalog changes nothing.
        let dear = Shop.trapping {
            try Catalog(
                Guarded.gifts.gifts.map { gift in
                    Gift(
                        id: gift.id,
                        name: gift.name,
                        kind: gift.kind,
                        cost: LandedCost(goods: 999_00, in: .cny)!,
                        stock: 0
                    )!
                },
                in: .cny
            )
        }
        #expect(answer(of: customer(giving: dear)).permit?.cost == money("199.00 CNY"))
    }

    @Test func `R-POL-05 Takes what the gift costs now`() {
        let limit = Guard.limit(perGift: "199.00 CNY")
        #expect(answer(of: customer(before: [limit])) { $0.cost = money("199.00 CNY") }.permit != nil)
        #expect(cancelled(answer(of: customer(before: [limit])) { $0.cost = money("199.01 CNY") }) != nil)
        #expect(
            answer(of: customer(before: [limit])) { $0.cost = money("150.00 CNY") }.permit?.cost == money("150.00 CNY")
        )
    }

    @Test func `R-POL-05 Does not count the gift itself among the earlier ones`() {
        let total = GiftLimit.Total(within: .rolling("P12M"), amount: money("199.00 CNY"), count: 1)
        let limits = [Guard.limit(total: total)]
        #expect(answer(of: customer(before: limits)).permit != nil)
        let other = Guarded.grant(Guarded.terms(costing: "0.01 CNY", on: "2026-01-05"))
        #expect(cancelled(answer(of: customer(before: limits, grants: [other, Self.reserved()]))) != nil)
    }

    // MARK: The occasion

    @Test func `R-TRIG-02 S04 Cancels an upgrade gift whose order came back whole, with that reason`() throws {
        let reason = Reason(PolicyReason.tierReachedLongAgo)
        let answer = answer(of: customer()) { $0.occasion = .over(reason) }
        guard case .cancelled(let reasons) = answer else { return #expect(Bool(false), "it is to be called off") }
        #expect(reasons == [reason])
        #expect(answer.action(at: Self.dispatch) == .report(.cancelled, at: Self.dispatch, because: reason))
        guard case .held(let unknown, let earliest) = self.answer(of: customer(), { $0.occasion = .unknown(reason) })
        else { return #expect(Bool(false), "it waits for what is not known") }
        #expect((unknown, earliest) == ([reason], nil))
    }

    // MARK: What waits

    @Test func `R-POL-08 Holds every gift while a complaint is open, and lets the recovery gift leave`() {
        let source = Guard(id: "complaint", .openComplaint(except: GuardExceptions(rules: ["recovery"])))
        let steps = [Guarded.step("t-1", .opened, on: "2026-02-01")]
        let customer = customer(before: [source], activities: steps)
        #expect(held(answer(of: customer)) == ["complaint t-1 open since 2026-02-01, Opened"])
        let terms = Guarded.terms(costing: "50.00 CNY", on: "2026-02-01", for: .recovery, by: "recovery")
        let recovery = Guarded.grant(terms, then: [.approved, .reserved])
        #expect(answer(for: recovery, of: customer).permit != nil)
        // The rule of that name in another policy is another rule.
        var check = DispatchCheck(
            by: PolicyReference(id: "other", version: 1, hash: ContentHash(of: "other")),
            validSeconds: 60
        )
        #expect(held(check.answer(for: recovery, of: customer)) != nil)
        check.identity = .erased
        #expect(cancelled(check.answer(for: recovery, of: customer))?.count == 2)
    }

    @Test func `R-POL-05 Holds a gift that needs an approval until it has one`() {
        let rule = ApprovalRule(id: "manager", atLeast: money("199.00 CNY"), by: [.manager], validDays: 30)
        func answer(_ approvals: [(String, Identifier<Approval.Person>)]) -> DispatchAnswer {
            self.answer(of: customer()) {
                $0.approvalRules = [rule]
                $0.approvals = approvals.map { cost, approver in
                    Approval(
                        of: Self.terms.id,
                        costing: money(cost),
                        askedBy: "m-1",
                        by: approver,
                        as: .manager,
                        at: Guarded.noon(Self.planned)
                    )
                }
            }
        }
        #expect(held(answer([])) == ["199.00 CNY needs an approval (manager) by: manager"])
        #expect(held(answer([("199.00 CNY", "m-1")]))?.last == "m-1 asked for it and may not approve it")
        #expect(held(answer([("198.00 CNY", "m-2")]))?.count == 2)
        #expect(
            answer([("199.00 CNY", "m-2")]).permit?.reasons.text().last
                == "approved by m-2, manager, at 199.00 CNY (manager)"
        )
    }

    @Test func `R-POL-05 Holds a gift above a limit that an approval lifts, also while a complaint is open`() {
        let limit = Guard.limit(perGift: "100.00 CNY", override: .approval("compliance"))
        let complaint = Guard(id: "complaint", .openComplaint())
        let rule = ApprovalRule(id: "compliance", atLeast: nil, by: [.compliance], validDays: 30)
        let steps = [Guarded.step("t-1", .opened, on: "2026-02-01")]
        #expect(
            held(
                answer(of: customer(before: [limit, complaint], activities: steps)) { $0.approvalRules = [rule] }
            ) == [
                "complaint t-1 open since 2026-02-01, Opened",
                "199.00 CNY needs an approval (compliance) by: compliance",
                "199.00 CNY for one gift, 99.00 CNY above the limit of 100.00 CNY (limit)",
                "the approval compliance lifts it",
            ]
        )
        let approval = Approval(
            of: Self.terms.id,
            costing: money("199.00 CNY"),
            askedBy: nil,
            by: "c-9",
            as: .compliance,
            at: Guarded.noon(Self.planned)
        )
        let approved = answer(of: customer(before: [limit])) {
            $0.approvalRules = [rule]
            $0.approvals = [approval]
        }
        #expect(approved.permit != nil)
    }

    @Test func `R-POL-05 Looks at whom the gift suits once more`() throws {
        let restrictions = try #require(GiftRestrictions(minimumAge: 18))
        var gift = try #require(Guarded.gifts["tea-set"])
        gift.restrictions = restrictions
        let catalog = Shop.trapping { try Catalog([gift], in: .cny) }
        #expect(held(answer(of: customer(giving: catalog))) == ["age not known, from 18 on"])
        let young = Guarded.record { $0.birthday = Birthday(.solar(AnnualDate(month: 2, day: 3)!), bornIn: 2008) }
        #expect(
            cancelled(answer(of: customer(Self.consents(), young, giving: catalog))) == ["17 years old, from 18 on"]
        )
        let grown = Guarded.record { $0.birthday = Birthday(.solar(AnnualDate(month: 2, day: 2)!), bornIn: 2008) }
        #expect(answer(of: customer(Self.consents(), grown, giving: catalog)).permit != nil)
        let other = Shop.trapping { try Catalog([], in: .cny) }
        #expect(held(answer(of: customer(giving: other))) == ["tea-set is not in the catalog"])
    }

    @Test func `R-POL-05 Tells when waiting alone helps, where it does`() {
        let minors = Guard(id: "minors", .guardian(GuardianRule(under: 14)))
        let young = Guarded.record { $0.birthday = Birthday(.solar(AnnualDate(month: 2, day: 3)!), bornIn: 2012) }
        guard case .held(_, let earliest) = answer(of: customer(nil, young, before: [minors])) else {
            return #expect(Bool(false), "it waits for what is not known")
        }
        #expect(earliest?.day == day("2026-02-03"))
        guard case .held(_, let never) = answer(of: customer(nil, young, before: [minors, Self.consent])) else {
            return #expect(Bool(false), "it waits for what is not known")
        }
        #expect(never == nil)
    }

    @Test func `R-POL-05 Lets nothing leave that nobody reserved, and asks nothing of what is over`() {
        let approved = Guarded.grant(Self.terms)
        #expect(held(answer(for: approved, of: customer())) == ["not reserved yet, the state is Approved"])
        #expect(answer(for: GiftGrant(id: Self.terms.id), of: customer()) == .notWaiting(nil))
        for states: [GrantState] in [[.dispatched], [.dispatched, .lost], [.expired], [.cancelled]] {
            #expect(answer(for: Self.reserved(then: states), of: customer()) == .notWaiting(states.last))
        }
    }

    // MARK: Rules that are switched

    @Test func `R-POL-17 Holds what a paused rule called for, and calls off what a stopped one did`() {
        let morning = Self.instant("2026-02-01", "08:00:00")
        func answer(_ switches: RuleSwitch...) -> DispatchAnswer {
            self.answer(of: customer()) { $0.switches = RuleSwitches(switches) }
        }
        #expect(answer().permit != nil)
        #expect(answer(RuleSwitch("birthday", to: .started, at: morning)).permit != nil)
        #expect(
            held(answer(RuleSwitch("birthday", to: .paused, at: morning))) == ["the rule is paused since 2026-02-01"]
        )
        #expect(held(answer(RuleSwitch(nil, to: .paused, at: morning))) == ["the rule is paused since 2026-02-01"])
        #expect(
            cancelled(answer(RuleSwitch("birthday", to: .stopped, at: morning))) == [
                "the rule was stopped on 2026-02-01"
            ]
        )
        #expect(cancelled(answer(RuleSwitch(nil, to: .stopped, at: morning))) == ["the rule was stopped on 2026-02-01"])
        #expect(answer(RuleSwitch("welcome", to: .stopped, at: morning)).permit != nil)
    }

    // MARK: Everything at once

    @Test func `R-POL-11 Tells all that stands in the way, what calls the gift off first`() {
        let guards = [
            Guard(id: "b-complaint", .openComplaint()), Self.consent, Guard.limit("officials", perGift: "0.00 CNY"),
            Guard(id: "minors", .guardian(GuardianRule(under: 14))),
        ]
        let customer = customer(
            Self.consents(withdrawnAt: "08:00:00"),
            before: guards,
            activities: [Guarded.step("t-1", .opened, on: "2026-02-01")]
        )
        let answer = answer(of: customer) {
            $0.switches = RuleSwitches([RuleSwitch(nil, to: .paused, at: Self.dispatch)])
            $0.approvalRules = [
                ApprovalRule(id: "manager", atLeast: money("100.00 CNY"), by: [.manager], validDays: 30)
            ]
        }
        #expect(
            cancelled(answer) == [
                "consent to gift delivery withdrawn at 2026-02-02 08:00:00 UTC",
                "199.00 CNY for one gift, 199.00 CNY above the limit of 0.00 CNY (officials)", "no approval lifts it",
                "the rule is paused since 2026-02-02", "complaint t-1 open since 2026-02-01, Opened",
                "age not known, from 14 on", "199.00 CNY needs an approval (manager) by: manager",
            ]
        )
        #expect(answer.permit == nil)
    }
}

@Suite struct `The switches of rules` {
    private func at(_ hour: Int64) -> Timestamp { Timestamp(milliseconds: hour * 3_600_000) }

    @Test func `R-POL-17 Leave a rule started that nobody switched`() {
        #expect(RuleSwitches().state(of: "a", at: at(0)) == .started)
        #expect(RuleSwitches().change(of: "a", at: at(0)) == nil)
    }

    @Test(arguments: [(Int64(0), RuleState.started), (1, .paused), (2, .stopped), (3, .started), (9, .started)])
    func `R-POL-17 Hold from their instant until the next`(hour: Int64, state: RuleState) {
        let switches = RuleSwitches([
            RuleSwitch("a", to: .started, at: at(3)), RuleSwitch("a", to: .paused, at: at(1)),
            RuleSwitch("a", to: .stopped, at: at(2)), RuleSwitch("b", to: .stopped, at: at(0)),
        ])
        #expect(switches.state(of: "a", at: at(hour)) == state)
    }

    @Test func `R-POL-17 Of a rule and of all at once hold with the stricter of both`() {
        for own in RuleState.allCases {
            for common in RuleState.allCases {
                let switches = RuleSwitches([
                    RuleSwitch("a", to: own, at: at(1)), RuleSwitch(nil, to: common, at: at(2)),
                ])
                let order = RuleState.allCases
                let stricter = order[max(order.firstIndex(of: own)!, order.firstIndex(of: common)!)]
                #expect(switches.state(of: "a", at: at(2)) == stricter)
                #expect(switches.state(of: "b", at: at(2)) == common)
                #expect(switches.state(of: nil, at: at(2)) == common)
                #expect(switches.state(of: "a", at: at(1)) == own)
            }
        }
    }

    @Test func `R-POL-17 Of one instant hold with the strictest, in any order and however often they come`() {
        let all =
            RuleState.allCases.map { RuleSwitch("a", to: $0, at: at(1)) } + [RuleSwitch(nil, to: .paused, at: at(1))]
        var other = RuleSwitches()
        for change in all.reversed() + all { other.add(change) }
        #expect(RuleSwitches(all) == other)
        #expect(other.state(of: "a", at: at(1)) == .stopped)
        #expect(other.state(of: "b", at: at(1)) == .paused)
    }

    @Test func `R-POL-17 Are stored in a format that never changes`() throws {
        let switches = RuleSwitches([RuleSwitch("a", to: .paused, at: at(1)), RuleSwitch(nil, to: .started, at: at(0))])
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        let stored = #"{"switches":[{"at":0,"to":"started"},{"at":3600000,"rule":"a","to":"paused"}],"v":1}"#
        #expect(String(decoding: try encoder.encode(switches), as: UTF8.self) == stored)
        #expect(try JSONDecoder().decode(RuleSwitches.self, from: Data(stored.utf8)) == switches)
        for (found, wrong) in [(#""v":1"#, #""v":2"#), ("paused", "resting"), (#""rule""#, #""rôle""#)] {
            let text = stored.replacing(found, with: wrong)
            #expect(throws: DecodingError.self) { try JSONDecoder().decode(RuleSwitches.self, from: Data(text.utf8)) }
        }
    }
}
