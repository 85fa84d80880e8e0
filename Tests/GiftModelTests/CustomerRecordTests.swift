import Foundation
import GiftModel
import GiftTesting
import Testing

private func day(_ text: String) -> CalendarDate { CalendarDate(text)! }
private func instant(_ milliseconds: Int64) -> Timestamp { Timestamp(milliseconds: milliseconds) }

@Suite struct `A customer record` {
    private var full: CustomerRecord {
        var record = CustomerRecord(of: "c-1042")
        record.kind = .person
        record.industry = "C26"
        record.jobRole = .technicalUser
        record.recipientKind = .employee
        record.jurisdiction = CountryCode("DE")
        record.companySize = CompanySize(atLeast: 50, through: 249)
        record.country = CountryCode("CN")
        record.zone = "Asia/Shanghai"
        record.language = LanguageTag("zh-Hans")
        record.birthday = Birthday(.solar(AnnualDate("--02-29")!), bornIn: 1996)
        record.registeredOn = day("2024-05-01")
        record.acquisitionCost = Money("12.50 CNY")
        record.contact = ContactPreferences(
            optDowns: [OptDown(outOf: .telephone), OptDown(of: .email, atMost: 1, inDays: 30)!],
            quietHours: QuietHours(from: TimeOfDay("22:00:00")!, until: TimeOfDay("08:00:00")!)
        )
        return record
    }

    @Test func `R-DATA-02 Knows nothing that it was not told`() {
        let record = CustomerRecord(of: "c-1")
        #expect(record.kind == nil)
        #expect(record.zone == nil)
        #expect(record.recipientKind == nil)
        #expect(record.jurisdiction == nil)
        #expect(record.jobRole == nil)
        #expect(record.contact == nil)
    }

    @Test
    func `R-DATA-02 Takes neither the role at work for the capacity of the recipient nor the country for the law`()
        throws
    {
        let stored = #"{"country":"CN","id":"c-1","jobRole":"employee","v":1}"#
        let record = try JSONDecoder().decode(CustomerRecord.self, from: Data(stored.utf8))
        #expect(record.jobRole == "employee")
        #expect(record.recipientKind == nil)
        #expect(record.country == CountryCode("CN"))
        #expect(record.jurisdiction == nil)
    }

    @Test func `R-DATA-02 Is of a person or of an organization, in both languages`() {
        #expect(CustomerKind.allCases.map(\.title.english) == ["person", "organization"])
        #expect(CustomerKind.allCases.map(\.title.chinese) == ["个人", "组织"])
        #expect(
            refusal(of: #"{"id":"c-1","kind":"robot","v":1}"#, as: CustomerRecord.self)
                == "unknown word `robot`; known are `person`, `organization`"
        )
    }

    @Test func `The wire format never changes`() throws {
        try expectWireFormat(of: CustomerRecord(of: "c-1"), toBe: #"{"id":"c-1","v":1}"#)
        try expectWireFormat(
            of: full,
            toBe:
                #"{"acquisitionCost":{"currency":"CNY","minorUnits":1250},"birthday":{"solar":"--02-29","year":1996},"#
                + #""companySize":{"atLeast":50,"through":249},"contact":{"optDowns":["#
                + #"{"atMost":1,"channel":"email","days":30},{"atMost":0,"channel":"telephone","days":1}],"#
                + #""quietHours":{"from":"22:00:00","until":"08:00:00"}},"country":"CN","id":"c-1042","#
                + #""industry":"C26","#
                + #""jobRole":"technicalUser","jurisdiction":"DE","kind":"person","language":"zh-Hans","#
                + #""recipientKind":"employee","registeredOn":"2024-05-01","v":1,"zone":"Asia/Shanghai"}"#
        )
    }

    @Test func `R-DATA-02 Has no place for a name or an address`() {
        #expect(
            refusal(of: #"{"id":"c-1","name":"Mei","v":1}"#, as: CustomerRecord.self).hasPrefix("unknown key `name`")
        )
        #expect(
            refusal(of: #"{"id":"c-1","v":2}"#, as: CustomerRecord.self)
                == "a customer record of format 2 cannot be read; known is 1"
        )
    }

    @Test func `Names roles, capacities and channels in both languages`() {
        let roles: [JobRole] = [.decisionMaker, .technicalUser, .purchaser, .influencer, "dentist"]
        #expect(
            roles.map(\.title.english) == ["decision-maker", "technical user", "purchaser", "influencer", "dentist"]
        )
        #expect(roles.map(\.title.chinese) == ["决策者", "技术用户", "采购人员", "影响者", "dentist"])
        let kinds: [RecipientKind] = [.privatePerson, .employee, .publicOfficial, .healthProfessional, "journalist"]
        #expect(
            kinds.map(\.title.english)
                == ["private person", "employee", "public official", "health professional", "journalist"]
        )
        #expect(kinds.map(\.title.chinese) == ["个人", "企业员工", "公职人员", "医疗卫生人员", "journalist"])
        let channels: [ContactChannel] = [.email, .textMessage, .telephone, .post, .app, .weChat, "storeVisit"]
        #expect(
            channels.map(\.title.english)
                == ["e-mail", "text message", "telephone", "post", "app notice", "WeChat", "storeVisit"]
        )
        #expect(channels.map(\.title.chinese) == ["电子邮件", "短信", "电话", "邮寄", "应用内通知", "微信", "storeVisit"])
    }
}

@Suite struct `The attributes of a customer` {
    @Test func `R-DATA-02 Include a country of two capital letters`() throws {
        #expect(CountryCode("XK")?.letters == "XK")
        for text in ["", "C", "CHN", "cn", "C1", "Ü", "中"] { #expect(CountryCode(text) == nil) }
        #expect(["DE", "CN", "CH"].compactMap(CountryCode.init).sorted().map(\.description) == ["CH", "CN", "DE"])
        try expectWireFormat(of: [CountryCode("CN")!], toBe: #"["CN"]"#)
        #expect(
            refusal(of: #""cn""#, as: CountryCode.self) == "`cn` is not a country of two capital letters such as CN"
        )
    }

    @Test(arguments: [
        ("en", "en"), ("ZH-hans-cn", "zh-Hans-CN"), ("PT-br", "pt-BR"), ("es-419", "es-419"), ("yue", "yue"),
        ("de-CH-1901", "de-CH-1901"), ("en-x-TEST-us", "en-x-test-us"), ("sl-nedis", "sl-nedis"),
        ("german", "german"),
    ])
    func `R-DATA-02 Include a language in the usual case`(text: String, written: String) {
        #expect(LanguageTag(text)?.text == written)
        #expect(LanguageTag(text)?.description == written)
        #expect(LanguageTag(text) == LanguageTag(text.uppercased()))
    }

    @Test(arguments: [
        "", "e", "zh_CN", "zh-", "-zh", "zh--CN", "x-klingon", "i-ami", "engl", "en-abcdefghi", "abcdefghi", "e1",
        "en-x", "zh-汉", "\u{212A}o", "en-aaaaaaaa-bbbbbbbb-cccccccc-ddddd1",
    ])
    func `R-DATA-02 Include no language without the form of a tag`(text: String) {
        #expect(LanguageTag(text) == nil)
    }

    @Test func `R-DATA-02 Include a language of 35 bytes at most`() {
        #expect(LanguageTag("en-aaaaaaaa-bbbbbbbb-cccccccc-ddddd") != nil)
        #expect(
            refusal(of: #""zh_CN""#, as: LanguageTag.self) == "`zh_CN` is not a language such as zh-Hans"
        )
    }

    @Test func `R-DATA-02 Include the size of a company as a range`() throws {
        #expect(CompanySize(atLeast: 0, through: 0) != nil)
        #expect(CompanySize(atLeast: 5, through: 4) == nil)
        #expect(CompanySize(atLeast: -1) == nil)
        try expectWireFormat(of: CompanySize(atLeast: 250)!, toBe: #"{"atLeast":250}"#)
        #expect(
            refusal(of: #"{"atLeast":5,"through":4}"#, as: CompanySize.self)
                == "the size of a company begins at zero or more and does not end before it begins"
        )
    }
}

@Suite struct `A birthday` {
    private let leap = Birthday(.solar(AnnualDate("--02-29")!), bornIn: 1996)!

    @Test func `R-DATA-02 Says no age without a year, nor before the birth`() {
        #expect(Birthday(.solar(AnnualDate("--05-01")!)).age(on: day("2026-05-01"), leapDay: .dayBefore) == nil)
        #expect(leap.age(on: day("1996-02-28"), leapDay: .dayBefore) == nil)
        #expect(leap.age(on: day("1996-02-29"), leapDay: .dayBefore) == 0)
    }

    @Test func `R-DATA-02 On 29 February completes a year by an explicit rule`() {
        #expect(leap.age(on: day("2026-02-27"), leapDay: .dayBefore) == 29)
        #expect(leap.age(on: day("2026-02-28"), leapDay: .dayBefore) == 30)
        #expect(leap.age(on: day("2026-02-28"), leapDay: .dayAfter) == 29)
        #expect(leap.age(on: day("2026-03-01"), leapDay: .dayAfter) == 30)
        #expect(leap.age(on: day("2026-03-01"), leapDay: .skip) == 30)
        #expect(leap.age(on: day("2028-02-29"), leapDay: .dayAfter) == 32)
    }

    @Test func `R-DATA-02 By the lunar calendar has the lunar year, and an age by the Gregorian calendar`() throws {
        let annual = try #require(AnnualLunarDate(month: 12, day: 20))
        let birthday = try #require(Birthday(.lunar(annual), bornIn: 1990))
        let born = CalendarDate(try #require(LunarDate(year: 1990, month: 12, day: 20)))
        #expect(birthday.date == born)
        #expect(born.year == 1991)
        #expect(birthday.age(on: day("2026-01-01"), leapDay: .dayBefore) == 34)
        #expect(birthday.age(on: CalendarDate(year: 2026, month: born.month, day: born.day)!, leapDay: .skip) == 35)
    }

    @Test func `R-DATA-02 With a year lies on a day that the year had`() throws {
        #expect(Birthday(.solar(AnnualDate("--02-29")!), bornIn: 1997) == nil)
        #expect(Birthday(.solar(AnnualDate("--02-28")!), bornIn: 0) == nil)
        let leapMonth = try #require(AnnualLunarDate(month: 4, isLeapMonth: true, day: 1))
        #expect(Birthday(.lunar(leapMonth), bornIn: 2020)?.date == day("2020-05-23"))
        #expect(Birthday(.lunar(leapMonth), bornIn: 2019) == nil)
        #expect(Birthday(.lunar(AnnualLunarDate(month: 1, day: 1)!), bornIn: 1899) == nil)
    }

    @Test func `R-DATA-02 Comes round by the rules of its calendar, and never before the birth`() throws {
        func next(_ birthday: Birthday, _ text: String, _ leapDay: LeapDayRule = .dayBefore) throws -> CalendarDate? {
            try birthday.nextDay(onOrAfter: day(text), leapDay: leapDay, leapMonth: .regular, shortMonth: .lastDay)
        }
        func last(_ birthday: Birthday, _ text: String, _ leapDay: LeapDayRule = .dayBefore) throws -> CalendarDate? {
            try birthday.previousDay(onOrBefore: day(text), leapDay: leapDay, leapMonth: .regular, shortMonth: .lastDay)
        }
        #expect(try next(leap, "2026-01-01") == day("2026-02-28"))
        #expect(try next(leap, "2026-01-01", .dayAfter) == day("2026-03-01"))
        #expect(try next(leap, "2026-01-01", .skip) == day("2028-02-29"))
        #expect(try next(leap, "1990-01-01") == day("1996-02-29"))
        #expect(try last(leap, "2026-02-27") == day("2025-02-28"))
        #expect(try last(leap, "1996-02-29") == day("1996-02-29"))
        #expect(try last(leap, "1996-02-28") == nil)
        #expect(try next(Birthday(.solar(AnnualDate("--02-29")!)), "1990-01-01") == day("1990-02-28"))
        #expect(try next(leap, "9999-12-31") == nil)
        let autumn = try #require(Birthday(.lunar(AnnualLunarDate(month: 8, day: 15)!), bornIn: 2000))
        #expect(try next(autumn, "2026-01-01") == day("2026-09-25"))
        #expect(try last(autumn, "2026-01-01") == day("2025-10-06"))
        #expect(try next(autumn, "1999-01-01") == day("2000-09-12"))
        #expect(try last(autumn, "2000-09-11") == nil)
        #expect(throws: LunarError.outOfRange(day("2200-01-01"))) { try next(autumn, "2200-01-01") }
    }

    @Test func `R-DATA-02 By the lunar calendar comes round by the rules of leap and short months`() throws {
        let leapMonth = Birthday(.lunar(AnnualLunarDate(month: 4, isLeapMonth: true, day: 30)!))
        func next(_ leapMonth: LeapMonthRule, _ shortMonth: ShortMonthRule, of birthday: Birthday) throws
            -> CalendarDate?
        {
            try birthday.nextDay(
                onOrAfter: day("2020-05-01"),
                leapDay: .skip,
                leapMonth: leapMonth,
                shortMonth: shortMonth
            )
        }
        // The fourth month of 2020 ended on 05-22 with its 30th day, the leap month after it on 06-20 with its 29th.
        #expect(try next(.regular, .lastDay, of: leapMonth) == day("2020-05-22"))
        #expect(try next(.leapElseRegular, .lastDay, of: leapMonth) == day("2020-06-20"))
        #expect(try next(.leapElseRegular, .firstOfNext, of: leapMonth) == day("2020-06-21"))
    }

    @Test(arguments: 0..<100)
    func `R-DATA-02 Comes round on the days that a reading of the calendar, day by day, finds`(seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        let isLunar = Bool.random(using: &generator)
        let month = Int.random(in: 1...12, using: &generator)
        let number = Int.random(in: 1...28, using: &generator)
        let kept: Birthday.Day =
            isLunar
            ? .lunar(AnnualLunarDate(month: month, day: number)!) : .solar(AnnualDate(month: month, day: number)!)
        let year: Int? = Bool.random(using: &generator) ? Int.random(in: 1990...1994, using: &generator) : nil
        let birthday = try #require(year.map { Birthday(kept, bornIn: $0) } ?? Birthday(kept))
        func isBirthday(_ date: CalendarDate) -> Bool {
            if let born = birthday.date, date < born { return false }
            guard isLunar else { return (date.month, date.day) == (month, number) }
            guard let lunar = try? LunarDate(date) else { return false }
            return (lunar.month, lunar.day, lunar.isLeapMonth) == (month, number, false)
        }
        let today = day("1992-01-01").adding(days: Int.random(in: 0...1500, using: &generator))!
        let next = (0..<1600).lazy.compactMap { today.adding(days: $0) }.first(where: isBirthday)
        let previous = (0..<1600).lazy.compactMap { today.adding(days: -$0) }.first(where: isBirthday)
        #expect(
            try birthday.nextDay(onOrAfter: today, leapDay: .skip, leapMonth: .regular, shortMonth: .skip) == next
        )
        #expect(
            try birthday.previousDay(onOrBefore: today, leapDay: .skip, leapMonth: .regular, shortMonth: .skip)
                == previous
        )
    }

    @Test func `The wire format never changes`() throws {
        try expectWireFormat(of: leap, toBe: #"{"solar":"--02-29","year":1996}"#)
        try expectWireFormat(
            of: Birthday(.lunar(AnnualLunarDate(month: 8, day: 15)!)),
            toBe: #"{"lunar":{"day":15,"isLeapMonth":false,"month":8}}"#
        )
        #expect(refusal(of: #"{"year":1996}"#, as: Birthday.self) == "a birthday is either `solar` or `lunar`")
        let both = #"{"solar":"--08-15","lunar":{"day":15,"isLeapMonth":false,"month":8}}"#
        #expect(refusal(of: both, as: Birthday.self) == "a birthday is either `solar` or `lunar`")
        #expect(
            refusal(of: #"{"solar":"--02-29","year":1997}"#, as: Birthday.self) == "the year `1997` had no such day"
        )
    }
}

@Suite struct `Contact preferences` {
    private func time(_ text: String) -> TimeOfDay { TimeOfDay(text)! }

    @Test func `R-DATA-02 Ask for quiet from the first time and not at the last, also past midnight`() throws {
        let noon = try #require(QuietHours(from: time("12:00:00"), until: time("14:00:00")))
        let noons = ["11:59:59", "12:00:00", "13:59:59", "14:00:00"].map { noon.contains(time($0)) }
        #expect(noons == [false, true, true, false])
        let night = try #require(QuietHours(from: time("22:00:00"), until: time("08:00:00")))
        let nights = ["21:59:59", "22:00:00", "23:59:59", "00:00:00", "07:59:59", "08:00:00"]
        #expect(nights.map { night.contains(time($0)) } == [false, true, true, true, true, false])
        #expect(QuietHours(from: time("22:00:00"), until: .midnight)?.contains(.midnight) == false)
        #expect(QuietHours(from: .midnight, until: .midnight) == nil)
    }

    @Test(arguments: 0..<200)
    func `R-DATA-02 Ask for quiet where a hand that moves on from the first time meets no end`(seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        let hours = (0..<24).shuffled(using: &generator).prefix(2).map { TimeOfDay(hour: $0, minute: 0)! }
        let quiet = try #require(QuietHours(from: hours[0], until: hours[1]))
        var naive: Set<TimeOfDay> = []
        var hour = Int(hours[0].secondsAfterMidnight) / 3600
        while TimeOfDay(hour: hour, minute: 0) != hours[1] {
            naive.insert(TimeOfDay(hour: hour, minute: 0)!)
            hour = (hour + 1) % 24
        }
        for hour in 0..<24 {
            let time = TimeOfDay(hour: hour, minute: 0)!
            #expect(quiet.contains(time) == naive.contains(time))
        }
    }

    @Test func `R-DATA-02 Narrow one channel and leave the others open`() throws {
        let weekly = try #require(OptDown(of: .email, atMost: 2, inDays: 7))
        let preferences = try #require(ContactPreferences(optDowns: [OptDown(outOf: .textMessage), weekly]))
        #expect(preferences.optDown(of: .email) == weekly)
        #expect(preferences.optDown(of: .textMessage)?.atMost == 0)
        #expect(preferences.optDown(of: .post) == nil)
        #expect(preferences.optDowns.map(\.channel) == [.email, .textMessage])
        #expect(ContactPreferences(optDowns: [weekly, OptDown(outOf: .email)]) == nil)
    }

    @Test func `R-DATA-02 Count messages from zero and days from one`() {
        #expect(OptDown(of: .email, atMost: -1, inDays: 7) == nil)
        #expect(OptDown(of: .email, atMost: 1, inDays: 0) == nil)
        #expect(OptDown(of: .email, atMost: 0, inDays: 7) == OptDown(outOf: .email))
    }

    @Test func `Refuse what contradicts itself`() {
        let hours = #"{"from":"08:00:00","until":"08:00:00"}"#
        #expect(refusal(of: hours, as: QuietHours.self) == "quiet hours do not end at the time at which they begin")
        let down = #"{"atMost":-1,"channel":"email","days":1}"#
        #expect(
            refusal(of: down, as: OptDown.self) == "an opt-down allows zero or more messages in one day or more"
        )
        let twice = #"{"optDowns":[{"atMost":1,"channel":"email","days":1},{"atMost":2,"channel":"email","days":1}]}"#
        #expect(refusal(of: twice, as: ContactPreferences.self) == "a channel has one opt-down")
    }
}

@Suite struct `An identity map` {
    private func merge(_ one: Customer.ID, _ other: Customer.ID, at: Int64 = 1) -> IdentityMerge {
        IdentityMerge(of: one, and: other, by: "clerk-7", at: instant(at))!
    }

    @Test func `R-DATA-01 Leaves everybody alone who was not merged`() {
        #expect(IdentityMap().identity(of: "c-1") == .known("c-1"))
        #expect(IdentityMap().identities(of: "c-1") == ["c-1"])
        #expect(IdentityMap().trail(of: "c-1").isEmpty)
    }

    @Test func `R-DATA-01 Makes identities one customer under the smallest, with who found it and when`() {
        var map = IdentityMap()
        map.add(merge("shop-9", "app-4", at: 5))
        map.add(merge("shop-9", "desk-1", at: 3))
        for identity: Customer.ID in ["shop-9", "app-4", "desk-1"] {
            #expect(map.identity(of: identity) == .known("app-4"))
            #expect(map.identities(of: identity) == ["app-4", "desk-1", "shop-9"])
        }
        #expect(map.trail(of: "shop-9").map(\.at) == [instant(3), instant(5)])
        #expect(map.trail(of: "shop-9").map(\.author) == ["clerk-7", "clerk-7"])
        #expect(IdentityMerge(of: "a", and: "a", by: "clerk-7", at: instant(1)) == nil)
    }

    @Test func `R-DATA-01 Is the same after the same merge again`() {
        var map = IdentityMap()
        map.add(merge("a", "b"))
        let once = map
        map.add(merge("b", "a"))
        #expect(map == once)
        map.add(merge("a", "b", at: 2))
        #expect(map.identities(of: "a") == ["a", "b"])
        #expect(map.trail.count == 2)
    }

    @Test func `R-DATA-06 Leaves nothing of an erased customer but that they are erased`() {
        var map = IdentityMap()
        map.add(merge("a", "b"))
        map.add(merge("b", "c"))
        map.add(merge("x", "y"))
        map.erase("b")
        for identity: Customer.ID in ["a", "b", "c"] {
            #expect(map.identity(of: identity) == .erased)
            #expect(map.identities(of: identity).isEmpty)
            #expect(map.trail(of: identity).isEmpty)
        }
        #expect(map.trail == [merge("x", "y")])
        #expect(map.erased == ["a", "b", "c"])
        let once = map
        map.erase("c")
        #expect(map == once)
    }

    @Test func `R-DATA-06 Erases what is merged with an erased identity later`() {
        var map = IdentityMap()
        map.erase("a")
        map.add(merge("c", "b"))
        map.add(merge("b", "a"))
        #expect(map.erased == ["a", "b", "c"])
        #expect(map.trail.isEmpty)
    }

    /// The groups by repeated marking, and then the erased ones.
    private func naive(_ merges: [IdentityMerge], erased: [Customer.ID], of customer: Customer.ID) -> CustomerIdentity {
        var group: Set = [customer]
        for _ in merges {
            for merge in merges where group.contains(merge.smaller) || group.contains(merge.greater) {
                group.formUnion([merge.smaller, merge.greater])
            }
        }
        return erased.contains(where: group.contains) ? .erased : .known(group.min()!)
    }

    @Test(arguments: 0..<200)
    func `R-DATA-01 Is the same in every order and in parts, as a naive reading says`(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        let people = (0..<12).map { Customer.ID("c-\($0)")! }
        var merges: [IdentityMerge] = []
        for at in 0..<Int64.random(in: 0...9, using: &generator) {
            let pair = people.shuffled(using: &generator)
            merges.append(merge(pair[0], pair[1], at: at / 2))
        }
        let erased = Array(people.shuffled(using: &generator).prefix(Int.random(in: 0...3, using: &generator)))
        let map = IdentityMap(merges, erased: erased)
        for person in people {
            #expect(map.identity(of: person) == naive(merges, erased: erased, of: person))
        }

        let steps = (merges.map(Optional.some) + erased.map { _ in nil }).shuffled(using: &generator)
        var waiting = erased.shuffled(using: &generator)
        var other = IdentityMap()
        var parts = [IdentityMap(), IdentityMap(), IdentityMap()]
        for step in steps {
            let part = Int.random(in: 0..<3, using: &generator)
            if let step {
                other.add(step)
                parts[part].add(step)
            } else {
                let person = waiting.removeLast()
                other.erase(person)
                parts[part].erase(person)
            }
        }
        #expect(other == map)
        var merged = IdentityMap()
        for part in parts.shuffled(using: &generator) + [parts[0]] { merged.merge(part) }
        #expect(merged == map)
        var right = parts[1]
        right.merge(parts[2])
        var left = parts[0]
        left.merge(right)
        #expect(left == map)
    }

    @Test(arguments: 0..<50)
    func `R-DATA-01 Lists the identities that have the same one, and the merges among them`(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        let people = (0..<9).map { Customer.ID("c-\($0)")! }
        let merges = (0..<6)
            .map { _ in
                let pair = people.shuffled(using: &generator)
                return merge(pair[0], pair[1])
            }
        let map = IdentityMap(merges, erased: people.prefix(1))
        for person in people where map.identity(of: person) != .erased {
            let same = people.filter { map.identity(of: $0) == map.identity(of: person) }
            #expect(map.identities(of: person) == same)
            #expect(map.trail(of: person) == Set(merges).filter { same.contains($0.smaller) }.sorted())
        }
    }

    @Test func `The wire format never changes`() throws {
        try expectWireFormat(
            of: IdentityMap([merge("b", "a", at: 7), merge("d", "c", at: 2)], erased: ["c", "z"]),
            toBe: #"{"erased":["c","d","z"],"merges":[{"at":7,"by":"clerk-7","customers":["a","b"]}],"v":1}"#
        )
        #expect(
            refusal(of: #"{"erased":[],"merges":[],"v":0}"#, as: IdentityMap.self)
                == "an identity map of format 0 cannot be read; known is 1"
        )
        for customers in [#"["a"]"#, #"["a","a"]"#, #"["a","b","c"]"#] {
            let stored = #"{"at":7,"by":"clerk-7","customers":\#(customers)}"#
            #expect(refusal(of: stored, as: IdentityMerge.self) == "a merge is of two different customers")
        }
    }
}

@Suite struct `The contacts of an organization` {
    private func affiliation(
        _ contact: Customer.ID,
        _ organization: Customer.ID,
        from: String,
        until: String? = nil
    ) -> Affiliation {
        Affiliation(of: contact, with: organization, from: day(from), until: until.map { day($0) })!
    }

    @Test func `R-DATA-08 Stand for it from the first day and no longer on the last`() {
        let affiliations = Affiliations([
            affiliation("c-2", "o-1", from: "2025-03-01"),
            affiliation("c-1", "o-1", from: "2025-01-01", until: "2026-01-01"),
        ])
        #expect(affiliations.contacts(of: "o-1", on: day("2024-12-31")).isEmpty)
        #expect(affiliations.contacts(of: "o-1", on: day("2025-01-01")) == ["c-1"])
        #expect(affiliations.contacts(of: "o-1", on: day("2025-12-31")) == ["c-1", "c-2"])
        #expect(affiliations.contacts(of: "o-1", on: day("2026-01-01")) == ["c-2"])
        #expect(affiliations.organization(of: "c-1", on: day("2025-12-31")) == "o-1")
        #expect(affiliations.organization(of: "c-1", on: day("2026-01-01")) == nil)
        #expect(affiliations.organization(of: "c-9", on: day("2025-12-31")) == nil)
    }

    @Test func `R-DATA-08 Stand for the one they came to last, and for one only`() {
        let affiliations = Affiliations([
            affiliation("c-1", "o-1", from: "2025-01-01"),
            affiliation("c-1", "o-2", from: "2025-06-01", until: "2025-07-01"),
            affiliation("c-2", "o-4", from: "2025-01-01"),
            affiliation("c-2", "o-3", from: "2025-01-01"),
        ])
        #expect(affiliations.organization(of: "c-1", on: day("2025-05-31")) == "o-1")
        #expect(affiliations.organization(of: "c-1", on: day("2025-06-01")) == "o-2")
        #expect(affiliations.organization(of: "c-1", on: day("2025-07-01")) == "o-1")
        #expect(affiliations.contacts(of: "o-1", on: day("2025-06-01")).isEmpty)
        #expect(affiliations.organization(of: "c-2", on: day("2025-06-01")) == "o-3")
    }

    @Test func `R-DATA-08 Are others than itself, for one day or more`() {
        let first = day("2025-01-01")
        #expect(Affiliation(of: "c-1", with: "c-1", from: first) == nil)
        #expect(Affiliation(of: "c-1", with: "o-1", from: first, until: first) == nil)
        #expect(
            refusal(of: #"{"contact":"a","from":"2025-01-01","organization":"a"}"#, as: Affiliation.self)
                == "a contact stands for another customer, for one day or more"
        )
    }

    @Test(arguments: 0..<200)
    func `R-DATA-08 Are counted once in any order of what is known`(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        let start = day("2025-01-01")
        let contacts: [Customer.ID] = ["c-1", "c-2", "c-3"]
        let organizations: [Customer.ID] = ["o-1", "o-2", "o-3"]
        let known = (0..<8)
            .map { _ in
                let from = start.adding(days: Int.random(in: 0...5, using: &generator))!
                let length = Int.random(in: 0...4, using: &generator)
                return Affiliation(
                    of: contacts.randomElement(using: &generator)!,
                    with: organizations.randomElement(using: &generator)!,
                    from: from,
                    until: length == 0 ? nil : from.adding(days: length)
                )!
            }
        let affiliations = Affiliations(known)
        #expect(Affiliations(known.shuffled(using: &generator) + known) == affiliations)
        for offset in 0...10 {
            let today = start.adding(days: offset)!
            for contact in contacts {
                var naive: Affiliation?
                for one in known where one.contact == contact && one.from <= today && one.until ?? .max > today {
                    guard let best = naive else {
                        naive = one
                        continue
                    }
                    if one.from > best.from || one.from == best.from && one.organization < best.organization {
                        naive = one
                    }
                }
                #expect(affiliations.organization(of: contact, on: today) == naive?.organization)
                let listing = organizations.filter { affiliations.contacts(of: $0, on: today).contains(contact) }
                #expect(listing == (naive.map { [$0.organization] } ?? []))
            }
        }
    }

    @Test func `The wire format never changes`() throws {
        try expectWireFormat(
            of: Affiliations([
                affiliation("c-2", "o-1", from: "2025-03-01"),
                affiliation("c-1", "o-1", from: "2025-01-01"),
                affiliation("c-1", "o-1", from: "2025-01-01", until: "2026-01-01"),
            ]),
            toBe: #"{"affiliations":[{"contact":"c-1","from":"2025-01-01","organization":"o-1","until":"2026-01-01"},"#
                + #"{"contact":"c-1","from":"2025-01-01","organization":"o-1"},"#
                + #"{"contact":"c-2","from":"2025-03-01","organization":"o-1"}],"v":1}"#
        )
        #expect(
            refusal(of: #"{"affiliations":[],"v":2}"#, as: Affiliations.self)
                == "affiliations of format 2 cannot be read; known is 1"
        )
    }
}

extension CalendarDate {
    fileprivate static let max = CalendarDate("9999-12-31")!
}

@Suite struct `A preference` {
    private func preference(
        _ value: String,
        _ origin: PreferenceOrigin,
        by source: Identifier<PreferenceOrigin> = "s",
        on text: String = "2026-01-05"
    ) -> Preference<String> {
        Preference(for: value, origin, by: source, on: day(text))
    }

    private func prevailing(_ preferences: Preference<String>..., on today: String = "2026-12-31") -> String? {
        let forward = Preference.prevailing(among: preferences, on: day(today))
        #expect(forward == Preference.prevailing(among: preferences.reversed(), on: day(today)))
        return forward?.value
    }

    @Test func `R-DATA-09 Outranks what was inferred when it was declared, however old it is`() {
        let tea = preference("tea", .declared, on: "2020-01-01")
        #expect(prevailing(preference("coffee", .inferred, on: "2026-06-01"), tea) == "tea")
        #expect(prevailing(preference("coffee", .inferred)) == "coffee")
    }

    @Test func `R-DATA-09 Gives way to a newer one, then to the smaller source, then to the smaller value`() {
        #expect(
            prevailing(preference("tea", .declared, on: "2026-01-04"), preference("coffee", .declared)) == "coffee"
        )
        #expect(prevailing(preference("tea", .inferred, by: "a"), preference("coffee", .inferred, by: "b")) == "tea")
        #expect(prevailing(preference("tea", .declared), preference("coffee", .declared)) == "coffee")
    }

    @Test func `R-DATA-09 Counts from its day on`() {
        let tea = preference("tea", .declared)
        #expect(prevailing(tea, on: "2026-01-05") == "tea")
        #expect(prevailing(tea, on: "2026-01-04") == nil)
        #expect(prevailing(tea, preference("coffee", .inferred, on: "2026-01-01"), on: "2026-01-04") == "coffee")
        #expect(Preference<String>.prevailing(among: [], on: day("2026-01-05")) == nil)
    }

    @Test func `The wire format never changes`() throws {
        try expectWireFormat(
            of: preference("tea", .declared, by: "survey-3"),
            toBe: #"{"on":"2026-01-05","origin":"declared","source":"survey-3","value":"tea"}"#
        )
        #expect(
            refusal(of: #""guessed""#, as: PreferenceOrigin.self)
                == "unknown word `guessed`; known are `declared`, `inferred`"
        )
    }
}

@Suite struct `A source of customer records` {
    @Test(arguments: CustomerSourceLaw.all)
    func `R-DATA-07 In memory keeps every law`(law: CustomerSourceLaw) async throws {
        let customers = InMemoryCustomers()
        try await law.check(
            on: customers,
            store: { await customers.store($0) },
            delete: { await customers.delete($0) }
        )
    }

    /// A source in memory with one thing wrong.
    private actor WrongSource: CustomerSource {
        enum Wrong: CaseIterable {
            case startsChanged, repeatsTheLast, listsTwice, listsBackwards, pagesByNumber, hidesDeletions
            case tellsBackwards
        }

        private let customers: InMemoryCustomers
        private let wrong: Wrong
        private var listed: [Customer.ID] = []

        init(_ wrong: Wrong, of customers: InMemoryCustomers) {
            self.wrong = wrong
            self.customers = customers
        }

        func latestMark() async -> Int64 { max(wrong == .startsChanged ? 1 : 0, await customers.latestMark()) }

        func records(after last: Customer.ID?, atMost limit: Int) async -> [CustomerRecord] {
            let all = await customers.records(after: nil, atMost: 99)
            let page = Array(all.filter { record in last.map { $0 < record.id } ?? true }.prefix(limit))
            switch wrong {
            case .repeatsTheLast:
                return Array(all.filter { record in last.map { $0 <= record.id } ?? true }.prefix(limit))
            case .listsTwice: return Array(page.flatMap { [$0, $0] }.prefix(limit))
            case .listsBackwards: return page.reversed()
            case .pagesByNumber:
                // As with `OFFSET` in SQL: what is deleted before a page moves the next one.
                if last == nil { listed = [] }
                guard last == listed.last else { return page }
                let page = Array(all.dropFirst(listed.count).prefix(limit))
                listed += page.map(\.id)
                return page
            case .startsChanged, .hidesDeletions, .tellsBackwards: return page
            }
        }

        func changes(after mark: Int64, atMost limit: Int) async -> [CustomerChange] {
            let page = await customers.changes(after: mark, atMost: limit)
            switch wrong {
            case .hidesDeletions: return page.filter { $0.record != nil }
            case .tellsBackwards: return page.reversed()
            default: return page
            }
        }
    }

    private enum Law {
        static let new = "a new source has no records, no changes and the mark zero"
        static let pages = "records come by the bytes of their identities, whatever the length of a page"
        static let again = "what is stored again takes the place of what was there"
        static let changes = "changes after a mark bring old pages up to date, deletions included"
        static let between =
            "what is written between two pages comes in a page or in a change after the mark before them"
        static let mark = "nothing comes after the latest mark, and a deletion moves it"

        static func brokenBy(_ wrong: WrongSource.Wrong) -> [String] {
            switch wrong {
            case .startsChanged: [new]
            case .repeatsTheLast, .listsTwice: [pages, again, changes, between]
            case .listsBackwards: [pages, changes, between]
            case .pagesByNumber: [between]
            case .hidesDeletions: [changes, between, mark]
            case .tellsBackwards: [changes, between]
            }
        }
    }

    @Test(arguments: WrongSource.Wrong.allCases)
    private func `R-DATA-07 Is found out when it is wrong, by what it breaks`(wrong: WrongSource.Wrong) async throws {
        var broken: [String] = []
        for law in CustomerSourceLaw.all {
            let customers = InMemoryCustomers()
            do {
                try await law.check(
                    on: WrongSource(wrong, of: customers),
                    store: { await customers.store($0) },
                    delete: { await customers.delete($0) }
                )
            } catch is BrokenLaw {
                broken.append(law.description)
            }
        }
        #expect(broken == Law.brokenBy(wrong))
    }

    @Test func `R-DATA-07 Is asked by laws that are all needed`() {
        #expect(Set(WrongSource.Wrong.allCases.flatMap(Law.brokenBy)) == Set(CustomerSourceLaw.all.map(\.description)))
    }

    /// Asks a source again until it answers.
    private struct Patient: CustomerSource {
        let source: FaultyCustomerSource

        func latestMark() async throws -> Int64 { try await answer { try await source.latestMark() } }

        func records(after last: Customer.ID?, atMost limit: Int) async throws -> [CustomerRecord] {
            try await answer { try await source.records(after: last, atMost: limit) }
        }

        func changes(after mark: Int64, atMost limit: Int) async throws -> [CustomerChange] {
            try await answer { try await source.changes(after: mark, atMost: limit) }
        }

        private func answer<Answer>(_ ask: () async throws -> Answer) async throws -> Answer {
            while true {
                do { return try await ask() } catch is LostConnection { continue }
            }
        }
    }

    @Test(arguments: 0..<50 as Range<UInt64>)
    func `R-DATA-07 Can fail and still keep every law for who asks again`(seed: UInt64) async throws {
        for law in CustomerSourceLaw.all {
            let customers = InMemoryCustomers()
            try await law.check(
                on: Patient(source: FaultyCustomerSource(wrapping: customers, seed: seed)),
                store: { await customers.store($0) },
                delete: { await customers.delete($0) }
            )
        }
    }

    @Test func `R-DATA-07 Fails by refusals and by short pages`() async throws {
        let customers = InMemoryCustomers()
        for number in 0..<9 { await customers.store(CustomerRecord(of: Customer.ID("c-\(number)")!)) }
        let source = FaultyCustomerSource(wrapping: customers, seed: 1)
        var lengths: [Int] = []
        for _ in 0..<200 { lengths.append((try? await source.records(after: nil, atMost: 9).count) ?? 0) }
        #expect(Set(lengths) == Set(0...9))
        #expect(await source.faults == lengths.count { $0 < 9 })
    }

    @Test func `R-DATA-07 In memory is not asked for less than nothing`() async {
        await #expect(processExitsWith: .failure) { _ = await InMemoryCustomers().records(after: nil, atMost: 0) }
        await #expect(processExitsWith: .failure) { _ = await InMemoryCustomers().changes(after: 0, atMost: 0) }
        await #expect(processExitsWith: .failure) { _ = await InMemoryCustomers().changes(after: -1, atMost: 1) }
    }

    @Test(arguments: 0..<50)
    func `R-DATA-07 In memory gives the pages that a naive reading gives`(seed: Int) async {
        var generator = SeededGenerator(seed: UInt64(seed))
        let customers = InMemoryCustomers()
        var naive: [CustomerChange] = []
        for mark in 1...40 as ClosedRange<Int64> {
            let id = Customer.ID("c-\(Int.random(in: 0..<12, using: &generator))")!
            if Int.random(in: 0..<3, using: &generator) == 0 {
                await customers.delete(id)
                naive.append(CustomerChange(deletionOf: id, at: mark))
            } else {
                await customers.store(CustomerRecord(of: id))
                naive.append(CustomerChange(to: CustomerRecord(of: id), at: mark))
            }
            guard Int.random(in: 0..<4, using: &generator) == 0 else { continue }
            let last = naive.filter { change in
                !naive.contains { $0.customer == change.customer && $0.mark > change.mark }
            }
            let after = Customer.ID("c-\(Int.random(in: 0..<12, using: &generator))")
            let records = last.compactMap(\.record).filter { record in after.map { $0 < record.id } ?? true }
            let limit = Int.random(in: 1...9, using: &generator)
            #expect(
                await customers.records(after: after, atMost: limit)
                    == Array(records.sorted { $0.id < $1.id }.prefix(limit))
            )
            let from = Int64.random(in: 0...mark + 1, using: &generator)
            #expect(
                await customers.changes(after: from, atMost: limit)
                    == Array(last.filter { $0.mark > from }.prefix(limit))
            )
        }
    }
}
