import GiftModel
import GiftPolicy
import GiftPolicyFixtures
import Segmentation
import Testing

@Suite struct `A check that asks no customer` {
    // MARK: Money

    @Test func `R-POL-10 J153 Finds a budget that covers some customers only`() throws {
        let check = try #require(
            BudgetCheck(budget: money("5000.00 CNY"), cheapest: money("30.00 CNY"), customers: 400)
        )
        let finding = try #require(check.finding(at: "/budget"))
        let problem = PolicyFinding.Problem.budgetTooSmall(
            need: money("12000.00 CNY"),
            have: money("5000.00 CNY"),
            covered: 166,
            of: 400
        )
        #expect(finding == PolicyFinding(at: "/budget", problem))
        #expect(finding.severity == .warning)
        #expect(finding.paths == ["/budget"])
        #expect(
            finding.description == "/budget: the budget of 5000.00 CNY covers 166 of 400: 12000.00 CNY would be needed"
        )
        #expect(finding.text.chinese == "预算5000.00 CNY仅够400人中的166人：共需12000.00 CNY")
    }

    @Test func `R-POL-10 Says nothing of a budget that is enough, or cannot be compared`() throws {
        func check(_ budget: String, _ cheapest: String, _ customers: Int64) -> BudgetCheck? {
            BudgetCheck(budget: money(budget), cheapest: money(cheapest), customers: customers)
        }
        #expect(try #require(check("90.00 EUR", "30.00 EUR", 3)).finding(at: "") == nil)
        #expect(try #require(check("89.99 EUR", "30.00 EUR", 3)).covered == 2)
        #expect(try #require(check("-1.00 EUR", "30.00 EUR", 3)).covered == 0)
        #expect(try #require(check("0.00 EUR", "30.00 EUR", 0)).finding(at: "") == nil)
        #expect(try #require(check("0.00 EUR", "30.00 EUR", .max)).need.minorUnits == .max)
        let demands = [("20.00 EUR", 2), ("5.00 EUR", 3), ("0.00 EUR", 4)]
            .map { BudgetCheck.Demand(cheapest: money($0), customers: $1) }
        let several = try #require(BudgetCheck(budget: money("54.99 EUR"), demands: demands))
        #expect(several.need == money("55.00 EUR"))
        #expect(several.customers == 9)
        #expect(several.covered == 8, "the cheapest first")
        #expect(BudgetCheck(budget: money("55.00 EUR"), demands: demands)?.finding(at: "") == nil)
        #expect(check("90.00 EUR", "30.00 USD", 3) == nil)
        #expect(check("90.00 EUR", "0.00 EUR", 3) == nil)
        #expect(check("90.00 EUR", "1.00 EUR", -1) == nil)
    }

    @Test func `R-POL-10 J154 Finds that no gift costs as little as a recipient may be given`() throws {
        let name = RecipientKind.healthProfessional.title
        let check = PriceCheck(for: name, through: money("100.00 CNY"))
        let costs = [money("300.00 CNY"), money("128.00 CNY")]
        let finding = try #require(check.finding(among: costs, at: "/rules/2/gift"))
        let problem = PolicyFinding.Problem.noGiftFits(
            name,
            cheapest: money("128.00 CNY"),
            from: nil,
            through: money("100.00 CNY")
        )
        #expect(finding.problem == problem)
        #expect(finding.severity == .warning)
        #expect(
            finding.text.english
                == "no gift for \(name.english) through 100.00 CNY, the cheapest costs 128.00 CNY"
        )
        #expect(check.finding(among: costs + [money("100.00 CNY")], at: "") == nil)
        #expect(check.finding(among: [money("1.00 USD")], at: "") != nil, "another currency cannot be compared")
        let band = PriceCheck(for: name, from: money("5.00 CNY"), through: money("9.00 CNY"))
        #expect(band.finding(among: [money("4.99 CNY"), money("9.01 CNY")], at: "") != nil)
        #expect(band.finding(among: [money("5.00 CNY")], at: "") == nil)
        #expect(PriceCheck(for: name).finding(among: [], at: "") != nil)
        #expect(PriceCheck(for: name).finding(among: [money("1.00 USD")], at: "") == nil)
    }

    @Test func `R-POL-10 Finds an approval that nobody can give, and one for which there is no time`() {
        let roles = LocalizedText(english: "manager", chinese: "经理")
        func problem(_ approvers: Set<String>, _ requesters: Set<String>) -> PolicyFinding.Problem? {
            ApproverCheck(roles, approvers: approvers, requesters: requesters).finding(at: "/approvals/0")?.problem
        }
        #expect(problem([], ["b"]) == .nobodyApproves(roles))
        #expect(problem(["a"], ["a", "b"]) == .onlyRequesterApproves(roles))
        #expect(problem(["a"], ["b"]) == nil)
        #expect(problem(["a", "b"], ["a", "b"]) == nil)
        func atOnce(_ lowest: String, _ threshold: String) -> PolicyFinding? {
            .approvalAtOnce("r", for: roles, from: money(lowest), threshold: money(threshold), at: "/rules/2")
        }
        #expect(
            atOnce("800.00 CNY", "500.00 CNY")?.problem
                == .approvalAtOnce("r", for: roles, lowest: money("800.00 CNY"), threshold: money("500.00 CNY"))
        )
        #expect(atOnce("500.00 CNY", "500.00 CNY") != nil)
        #expect(atOnce("499.99 CNY", "500.00 CNY") == nil)
        #expect(atOnce("800.00 CNY", "500.00 EUR") == nil)
    }

    // MARK: Time

    @Test(
        arguments: [
            ("P3D", "P2D", true), ("P3D", "P3D", false), ("P1M", "P27D", true), ("P1M", "P28D", false),
            ("P1Y", "P364D", true), ("P366D", "P1Y", false), ("P367D", "P1Y", true), ("P32D", "P1M", true),
            ("P31D", "P1M", false), ("P0D", "P0D", false),
        ] as [(Period, Period, Bool)]
    )
    func `R-POL-10 J155 Finds a gift that rests longer than it may be given`(
        waiting: Period,
        validity: Period,
        isTold: Bool
    ) {
        let finding = WaitingCheck(waiting: waiting, validFor: validity).finding(at: "/rules/6")
        #expect((finding != nil) == isTold)
        #expect(finding.map(\.problem) == (isTold ? .neverFires(waiting: waiting, validFor: validity) : nil))
        #expect(finding.map(\.severity) == (isTold ? .error : nil))
    }

    @Test func `R-POL-10 J155 Says so in both languages`() {
        let finding = WaitingCheck(waiting: "P3D", validFor: "P2D").finding(at: "/rules/6")
        #expect(finding?.description == "/rules/6: never fires: it waits for P3D and is valid for P2D")
        #expect(finding?.text.chinese == "永远不会触发：需等待P3D，而有效期仅P2D")
    }

    private func cap(_ gifts: Int64, _ window: CapWindow, exempt: Set<Rule.ID> = []) -> Cap {
        var cap = Cap(id: "yearly", atMost: gifts, of: .gifts, in: window)
        cap.exempt = exempt
        return cap
    }

    @Test func `R-POL-10 J159 Finds a rule that a cap leaves nothing for`() {
        let festival = CapCheck.Demand("spring-festival", at: "/rules/0", priority: 90, timesPerYear: 1)
        let birthday = CapCheck.Demand("birthday", at: "/rules/1", priority: 50, timesPerYear: 1)
        let found = CapCheck(cap(1, .rolling(days: 365)), [festival, birthday]).findings
        #expect(found.map(\.problem) == [.starved("birthday", by: ["spring-festival"], cap: "yearly")])
        #expect(found.map(\.paths) == [["/rules/1", "/rules/0"]])
        #expect(found.map(\.severity) == [.warning])
        #expect(
            found.map(\.text.english) == ["the cap “yearly” is always used up by “spring-festival” before “birthday”"]
        )
        func isTold(_ cap: Cap) -> Bool { !CapCheck(cap, [birthday, festival]).findings.isEmpty }
        #expect(isTold(cap(1, .calendar(.year))))
        #expect(isTold(cap(1, .lifetime)))
        #expect(!isTold(cap(2, .rolling(days: 365))))
        #expect(!isTold(cap(1, .rolling(days: 364))))
        #expect(!isTold(cap(1, .calendar(.quarter))))
        #expect(!isTold(cap(1, .rolling(days: 365), exempt: ["birthday"])))
        var scoped = cap(1, .rolling(days: 365))
        let scope = { (rules: Set<Rule.ID>) in
            var scope = CapScope.gifts
            scope.rules = rules
            return scope
        }
        scoped = Cap(id: "yearly", atMost: 1, of: scope(["birthday"]), in: .rolling(days: 365))
        #expect(!isTold(scoped), "the cap does not count the festival")
    }

    @Test func `R-POL-10 Ranks rules of equal priority by name, and counts several that go before`() {
        func demand(_ rule: Rule.ID, _ priority: Int64, _ times: Int64) -> CapCheck.Demand {
            CapCheck.Demand(rule, at: "/\(rule)", priority: priority, timesPerYear: times)
        }
        let demands = [demand("a", 50, 1), demand("b", 50, 1), demand("c", 50, 0), demand("d", 90, 0)]
        #expect(
            CapCheck(cap(1, .rolling(days: 365)), demands).findings.map(\.problem) == [
                .starved("b", by: ["a"], cap: "yearly"), .starved("c", by: ["a"], cap: "yearly"),
            ]
        )
        #expect(
            CapCheck(cap(2, .rolling(days: 365)), demands).findings.map(\.problem) == [
                .starved("c", by: ["a", "b"], cap: "yearly")
            ]
        )
    }

    @Test func `R-POL-10 Finds a gift whose time runs out while a cap rests after another`() {
        let birthday = CapCheck.Demand("birthday", at: "/rules/3", priority: 80, validDays: 6)
        let upgrade = CapCheck.Demand("upgrade", at: "/rules/2", priority: 90, validDays: 0)
        let wakeUp = CapCheck.Demand("wake-up", at: "/rules/6", priority: 40)
        let month = Cap(id: "month", atMost: 1, of: .gifts, in: .rolling(days: 30))
        #expect(
            CapCheck(month, [upgrade, wakeUp]).findings.map(\.problem) == [
                .outwaited("upgrade", by: ["wake-up"], cap: "month", capDays: 30, validDays: 0)
            ]
        )
        let both = CapCheck(month, [upgrade, birthday, wakeUp]).findings
        #expect(both.count == 2)
        #expect(both.first?.paths == ["/rules/2", "/rules/3"], "one of the others is enough")
        #expect(CapCheck(month, [upgrade]).findings == [])
        let three = Cap(id: "month", atMost: 3, of: .gifts, in: .rolling(days: 30))
        #expect(CapCheck(three, [upgrade, birthday, wakeUp]).findings == [], "two others take two of three")
        let long = CapCheck.Demand("long", at: "/rules/3", priority: 80, validDays: 30)
        #expect(CapCheck(month, [long, wakeUp]).findings == [])
    }

    @Test func `R-POL-10 Finds quiet hours that last as long as something may be sent`() throws {
        let night = try #require(QuietHours(from: TimeOfDay("22:00:00")!, until: TimeOfDay("08:00:00")!))
        func problem(_ due: String?, _ hours: Int64) -> PolicyFinding.Problem? {
            QuietCheck(night, due: due.map { TimeOfDay($0)! }, validSeconds: hours * 3600).finding(at: "/quiet")?
                .problem
        }
        let late = TimeOfDay("23:30:00")!
        #expect(problem("23:30:00", 8) == .quietThroughout(due: late, validSeconds: 28_800))
        #expect(problem("23:30:00", 9) == nil)
        #expect(problem("08:00:00", 1) == nil)
        #expect(problem("07:00:00", 1) != nil)
        #expect(problem("07:00:01", 1) == nil)
        #expect(problem(nil, 10) == .quietAtTimes(validSeconds: 36_000))
        #expect(problem(nil, 11) == nil)
        let noon = try #require(QuietHours(from: TimeOfDay("12:00:00")!, until: TimeOfDay("13:00:00")!))
        #expect(QuietCheck(noon, validSeconds: 3600).finding(at: "") != nil)
        #expect(QuietCheck(noon, validSeconds: 3601).finding(at: "") == nil)
        #expect(QuietCheck(noon, due: late, validSeconds: 1).finding(at: "") == nil)
    }

    // MARK: The calendar

    @Test func `R-POL-10 S02 Finds birthdays whose gift of three days before lies outside of their week`() throws {
        let check = try #require(BirthdayCheck(inYear: 2026))
        let before = OccasionDays.around(from: -3, through: -3)
        func finding(_ days: OccasionDays, _ others: OccasionDays) -> PolicyFinding? {
            check.finding(of: "reminder", on: days, outside: "week", on: others, at: "/rules/1/on")
        }
        let found = try #require(finding(before, .week(from: .monday)))
        #expect(
            found.problem
                == .outsideWindow(
                    "reminder",
                    of: "week",
                    birthdays: 156,
                    among: 365,
                    year: 2026,
                    weekdays: [.monday, .tuesday, .wednesday]
                )
        )
        #expect(
            found.text.english
                == "the days of “reminder” lie outside of those of “week” for 156 of the 365 birthdays of 2026: "
                + "Monday, Tuesday, Wednesday"
        )
        #expect(finding(before, .around(from: -3, through: 3)) == nil)
        let birthdays = check.birthdays(with: before, outside: .week(from: .monday))
        #expect(birthdays.first == day("2026-01-05"))
        #expect(!birthdays.contains(day("2026-03-19")))
        #expect(birthdays.contains(day("2026-03-18")))
        let others = finding(.around(from: -3, through: 3), before)
        let weekdays = Weekday.allCases
        #expect(
            others?.problem
                == .outsideWindow(
                    "reminder",
                    of: "week",
                    birthdays: 365,
                    among: 365,
                    year: 2026,
                    weekdays: weekdays
                )
        )
    }

    @Test func `R-POL-10 Finds birthdays that meet a holiday, also over the turn of the year`() throws {
        let check = try #require(BirthdayCheck(inYear: 2026))
        let week = OccasionDays.around(from: -3, through: 3)
        let autumn = day("2026-09-25")
        let meeting = try #require(check.meeting(of: week, with: [autumn...autumn], by: Shop.document.defaults))
        #expect(meeting == BirthdayMeeting(inYear: 2026, solar: 7, of: 365, lunar: 7))
        let birthdays = check.birthdays(with: week, meeting: [autumn...autumn])
        #expect(birthdays.map(\.description).first == "2026-09-22")
        #expect(birthdays.map(\.description).last == "2026-09-28")
        let newYear = day("2026-01-01")
        #expect(
            check.birthdays(with: week, meeting: [newYear...newYear]).map(\.description) == [
                "2026-01-01", "2026-01-02", "2026-01-03", "2026-01-04", "2026-12-29", "2026-12-30", "2026-12-31",
            ]
        )
        #expect(check.meeting(of: week, with: [], by: Shop.document.defaults) == nil)
        let lunar = try #require(check.lunarBirthdays(with: week, meeting: [autumn...autumn]))
        #expect(lunar == (12...18).map { AnnualLunarDate(month: 8, day: $0)! })
        #expect(BirthdayCheck(inYear: 2101)?.lunarBirthdays(with: week, meeting: [autumn...autumn]) == nil)
        #expect(BirthdayCheck(inYear: 1800)?.lunarBirthdays(with: week, meeting: []) == nil)
        let leap = try #require(BirthdayCheck(inYear: 2028))
        let last = day("2029-02-25")
        #expect(leap.days.count == 366)
        #expect(leap.birthdays(with: week, meeting: [last...last]).last == day("2028-02-29"), "on 02-28 in 2029")
        #expect(BirthdayCheck(inYear: 1) == nil)
        #expect(BirthdayCheck(inYear: 9999) == nil)
    }

    @Test func `R-POL-10 Says each finding in words of its own in both languages`() {
        let (name, cap) = (LocalizedText(english: "manager", chinese: "经理"), Cap.ID(stringLiteral: "c"))
        let amount = money("1.00 EUR")
        let problems: [PolicyFinding.Problem] = [
            .neverHolds("a"), .alwaysHolds("a"), .unreachable("a", behind: ["b"]), .subsumed("a", by: "b"),
            .tied("a", with: "b"), .tooComplex("a"), .budgetTooSmall(need: amount, have: amount, covered: 1, of: 2),
            .noGiftFits(name, cheapest: amount, from: amount, through: amount),
            .noGiftFits(name, cheapest: nil, from: nil, through: nil), .neverFires(waiting: "P3D", validFor: "P2D"),
            .starved("a", by: ["b"], cap: cap), .outwaited("a", by: ["b"], cap: cap, capDays: 1, validDays: 0),
            .nobodyApproves(name), .onlyRequesterApproves(name),
            .approvalAtOnce("a", for: name, lowest: amount, threshold: amount), .forbidden("a", by: "g"),
            .uncovered("g"), .coverTooComplex("g"),
            .quietThroughout(due: .midnight, validSeconds: 1), .quietAtTimes(validSeconds: 1),
            .outsideWindow("a", of: "b", birthdays: 1, among: 2, year: 2026, weekdays: []),
            .outsideWindow("a", of: "b", birthdays: 1, among: 2, year: 2026, weekdays: [.monday]),
            .occasionsMeet("a", "b", BirthdayMeeting(inYear: 2026, solar: 1, of: 2, lunar: nil)),
            .occasionsMeet("a", "b", BirthdayMeeting(inYear: 2026, solar: 1, of: 2, lunar: 3)),
            .occasionsMeet(
                "a",
                "b",
                BirthdayMeeting(
                    inYear: 2026,
                    solar: 1,
                    of: 2,
                    lunar: 3,
                    everyYear: AnnualLunarDate(month: 8, day: 15)
                )
            ), .datesMeet("a", "b", day("2026-01-01")...day("2026-01-02")),
        ]
        let texts = problems.map { PolicyFinding(at: "", $0).text }
        #expect(Set(texts.map(\.english)).count == problems.count)
        #expect(Set(texts.map(\.chinese)).count == problems.count)
        let errors = problems.filter { PolicyFinding(at: "", $0).severity == .error }
        #expect(
            errors == [
                .neverHolds("a"), .neverFires(waiting: "P3D", validFor: "P2D"), .nobodyApproves(name),
                .forbidden("a", by: "g"), .quietThroughout(due: .midnight, validSeconds: 1),
            ]
        )
    }
}
