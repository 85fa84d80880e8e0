import GiftModel
import GiftTesting
import Testing

private func instant(_ milliseconds: Int64) -> Timestamp { Timestamp(milliseconds: milliseconds) }

private func given(_ purpose: Purpose = .surveys, at: Int64, until: Int64? = nil) -> ConsentChange {
    ConsentChange(
        to: purpose,
        givenAt: instant(at),
        until: until.map(instant),
        notice: "2026-01",
        proof: "form-7"
    )!
}

private func withdrawn(_ purpose: Purpose = .surveys, at: Int64) -> ConsentChange {
    ConsentChange(to: purpose, withdrawnAt: instant(at))
}

@Suite struct `Consent` {
    @Test func `R-DATA-06 Is never given until it is`() {
        let consents = Consents([given(at: 10)])
        #expect(consents.status(of: .surveys, at: instant(9)) == .neverGiven)
        #expect(consents.status(of: .surveys, at: instant(10)) == .given(since: instant(10), until: nil))
        #expect(consents.status(of: .marketing, at: instant(10)) == .neverGiven)
        #expect(Consents().status(of: .surveys, at: instant(.max)) == .neverGiven)
    }

    @Test func `R-DATA-06 Counts at the instant from which and not at the one until which it was given`() {
        let consents = Consents([given(at: 10, until: 20)])
        #expect(consents.status(of: .surveys, at: instant(19)) == .given(since: instant(10), until: instant(20)))
        #expect(consents.status(of: .surveys, at: instant(20)) == .expired(at: instant(20)))
        #expect(consents.status(of: .surveys, at: instant(99)) == .expired(at: instant(20)))
    }

    @Test func `R-DATA-06 Follows the later change`() {
        let consents = Consents([given(at: 30), withdrawn(at: 20), given(at: 10)])
        #expect(consents.status(of: .surveys, at: instant(19)) == .given(since: instant(10), until: nil))
        #expect(consents.status(of: .surveys, at: instant(29)) == .withdrawn(at: instant(20)))
        #expect(consents.status(of: .surveys, at: instant(30)) == .given(since: instant(30), until: nil))
    }

    @Test func `R-DATA-06 Is withdrawn where it was given at the same instant`() {
        for changes in [[given(at: 10), withdrawn(at: 10)], [withdrawn(at: 10), given(at: 10)]] {
            #expect(Consents(changes).status(of: .surveys, at: instant(10)) == .withdrawn(at: instant(10)))
        }
    }

    @Test func `R-DATA-06 Ends early where it was given for two times at the same instant`() {
        let changes = [given(at: 10, until: 20), given(at: 10), given(at: 10, until: 30)]
        let status = Consents(changes).status(of: .surveys, at: instant(10))
        #expect(status == .given(since: instant(10), until: instant(20)))
    }

    @Test func `R-DATA-06 May be refused before anyone asked, and stays withdrawn when its time is over`() {
        #expect(Consents([withdrawn(at: 5)]).status(of: .surveys, at: instant(5)) == .withdrawn(at: instant(5)))
        let late = Consents([given(at: 1, until: 3), withdrawn(at: 5)])
        #expect(late.status(of: .surveys, at: instant(6)) == .withdrawn(at: instant(5)))
    }

    @Test func `R-DATA-06 Permits one purpose while it is given, and nothing else`() {
        let consents = Consents([given(at: 10, until: 20), given(.personalization, at: 1), withdrawn(at: 30)])
        let asked = [9, 10, 19, 20, 30].map { consents.permits(.surveys, at: instant($0)) }
        #expect(asked == [false, true, true, false, false])
        #expect(consents.permits(.personalization, at: instant(30)))
        #expect(!consents.permits(.giftDelivery, at: instant(30)))
    }

    @Test func `R-DATA-06 Names the change from which an answer follows`() {
        let consents = Consents([given(at: 10, until: 20), withdrawn(at: 30)])
        #expect(consents.finding(on: .surveys, at: instant(9)).evidence == nil)
        #expect(consents.finding(on: .surveys, at: instant(25)).evidence?.proof == "form-7")
        #expect(consents.finding(on: .surveys, at: instant(25)).evidence?.notice == "2026-01")
        #expect(consents.finding(on: .surveys, at: instant(30)).evidence == withdrawn(at: 30))
    }

    @Test func `R-DATA-06 Says whether a customer may be served by personalization, and why not`() {
        struct Case {
            let consents: Consents
            let isGiven: Bool
            let english: String
            let chinese: String
        }
        let cases = [
            Case(
                consents: Consents(),
                isGiven: false,
                english: "consent to personalization never given",
                chinese: "从未同意个性化"
            ),
            // Whoever objects before anybody asked has opted out, whatever else they agreed to.
            Case(
                consents: Consents([given(.marketing, at: 0), withdrawn(.personalization, at: 0)]),
                isGiven: false,
                english: "consent to personalization withdrawn at 1970-01-01 00:00:00 UTC",
                chinese: "已于1970-01-01 00:00:00 UTC撤回对个性化的同意"
            ),
            Case(
                consents: Consents([given(.personalization, at: 0)]),
                isGiven: true,
                english: "consent to personalization given at 1970-01-01 00:00:00 UTC (notice 2026-01, proof form-7)",
                chinese: "已于1970-01-01 00:00:00 UTC同意个性化（告知书2026-01，凭证form-7）"
            ),
        ]
        for test in cases {
            let finding = test.consents.finding(on: .personalization, at: instant(1))
            #expect(finding.isGiven == test.isGiven)
            #expect(test.consents.permits(.personalization, at: instant(1)) == test.isGiven)
            #expect(finding.reason.text(in: .english, from: .consent) == test.english)
            #expect(finding.reason.text(in: .chinese, from: .consent) == test.chinese)
        }
    }

    @Test func `R-DATA-06 Is needed for every purpose that an act serves, and the first that lacks it is named`() {
        let consents = Consents([given(.giftDelivery, at: 1), given(.surveys, at: 1, until: 9)])
        #expect(consents.obstacle(to: [.giftDelivery, .surveys], at: instant(8)) == nil)
        #expect(consents.obstacle(to: [.giftDelivery, .surveys], at: instant(9))?.status == .expired(at: instant(9)))
        let obstacle = consents.obstacle(to: [.marketing, .surveys], at: instant(9))
        #expect(obstacle == consents.finding(on: .marketing, at: instant(9)))
        #expect(consents.obstacle(to: [], at: instant(0)) == nil)
    }

    @Test func `R-DATA-06 S18 Taken back at 16:00 stops what is dispatched at 17:00 and not at 15:59`() {
        let date = CalendarDate("2026-02-02")!
        func clock(_ time: String) -> Timestamp { Timestamp(date, at: TimeOfDay(time)!, in: .utc) }
        var consents = Consents([given(.giftDelivery, at: 0)])
        consents.add(ConsentChange(to: .giftDelivery, withdrawnAt: clock("16:00:00")))
        #expect(!consents.permits(.giftDelivery, at: clock("17:00:00")))
        #expect(!consents.permits(.giftDelivery, at: clock("16:00:00")))
        #expect(consents.permits(.giftDelivery, at: clock("15:59:59")))
    }
}

@Suite struct `A reason of consent` {
    struct Case: CustomTestStringConvertible {
        let at: Int64
        let english: String
        let chinese: String
        var testDescription: String { english }
    }

    private static let consents = Consents([
        given(at: 1_000), withdrawn(at: 2_000), given(at: 3_000, until: 86_400_000),
    ])

    @Test(arguments: [
        Case(at: 999, english: "consent to surveys never given", chinese: "从未同意问卷调查"),
        Case(
            at: 1_000,
            english: "consent to surveys given at 1970-01-01 00:00:01 UTC (notice 2026-01, proof form-7)",
            chinese: "已于1970-01-01 00:00:01 UTC同意问卷调查（告知书2026-01，凭证form-7）"
        ),
        Case(
            at: 2_000,
            english: "consent to surveys withdrawn at 1970-01-01 00:00:02 UTC",
            chinese: "已于1970-01-01 00:00:02 UTC撤回对问卷调查的同意"
        ),
        Case(
            at: 3_000,
            english: "consent to surveys given at 1970-01-01 00:00:03 UTC until 1970-01-02 00:00:00 UTC "
                + "(notice 2026-01, proof form-7)",
            chinese: "已于1970-01-01 00:00:03 UTC同意问卷调查，1970-01-02 00:00:00 UTC起失效"
                + "（告知书2026-01，凭证form-7）"
        ),
        Case(
            at: 86_400_000,
            english: "consent to surveys expired at 1970-01-02 00:00:00 UTC (notice 2026-01, proof form-7)",
            chinese: "对问卷调查的同意已于1970-01-02 00:00:00 UTC到期（告知书2026-01，凭证form-7）"
        ),
    ])
    func `R-DATA-06 Reads as a sentence in both languages`(test: Case) {
        let reason = Self.consents.finding(on: .surveys, at: instant(test.at)).reason
        #expect(reason.text(in: .english, from: .consent) == test.english)
        #expect(reason.text(in: .chinese, from: .consent) == test.chinese)
    }

    @Test func `R-DATA-06 Says that a customer was erased`() {
        let reason = Reason(ConsentReason.customerErased)
        #expect(reason.text(in: .english, from: .consent) == "the customer was erased")
        #expect(reason.text(in: .chinese, from: .consent) == "客户信息已删除")
    }

    @Test func `Shows an instant that no calendar holds as a number`() {
        let reason = Consents([withdrawn(at: .min)]).finding(on: .surveys, at: instant(0)).reason
        #expect(reason["at"] == .code("-9223372036854775808 ms"))
    }

    @Test func `Calls a purpose of the host's by its name`() {
        let reason = Consents().finding(on: "prizeDraws", at: instant(0)).reason
        #expect(reason.text(in: .english, from: .consent) == "consent to prizeDraws never given")
        let purposes: [Purpose] = [.marketing, .giftDelivery, .personalization, .surveys]
        #expect(purposes.map(\.title.english) == ["marketing", "gift delivery", "personalization", "surveys"])
        #expect(purposes.map(\.title.chinese) == ["营销", "礼品寄送", "个性化", "问卷调查"])
    }
}

@Suite struct `A history of consent` {
    private func changes(using generator: inout SeededGenerator) -> [ConsentChange] {
        (0..<Int.random(in: 0...9, using: &generator))
            .map { _ in
                let purpose: Purpose = Bool.random(using: &generator) ? .surveys : .marketing
                let at = Int64.random(in: 0...4, using: &generator)
                guard Bool.random(using: &generator) else { return withdrawn(purpose, at: at) }
                let length = Int64.random(in: 0...3, using: &generator)
                return given(purpose, at: at, until: length == 0 ? nil : at + length)
            }
    }

    /// What the rules say, read from all changes without their order.
    private func naiveStatus(of purpose: Purpose, at now: Int64, in changes: [ConsentChange]) -> ConsentStatus {
        let heard = changes.filter { $0.purpose == purpose && $0.at <= instant(now) }
        guard let last = heard.map(\.at).max() else { return .neverGiven }
        let counting = heard.filter { $0.at == last }
        if counting.contains(where: { $0.kind == .withdrawn }) { return .withdrawn(at: last) }
        guard let until = counting.compactMap(\.until).min() else { return .given(since: last, until: nil) }
        return until <= instant(now) ? .expired(at: until) : .given(since: last, until: until)
    }

    @Test(arguments: 0..<200)
    func `R-DATA-06 Says what a naive reading says, whatever the order of arrival`(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        let changes = changes(using: &generator)
        let consents = Consents(changes)
        for purpose in [Purpose.surveys, .marketing] {
            for now in Int64(-1)...9 {
                let expected = naiveStatus(of: purpose, at: now, in: changes)
                #expect(consents.status(of: purpose, at: instant(now)) == expected)
            }
        }
        var other = Consents()
        for change in changes.shuffled(using: &generator) + changes.prefix(3) { other.add(change) }
        #expect(other == consents)
    }

    @Test(arguments: 0..<200)
    func `R-DATA-06 Merges exactly, in any order, and twice as once`(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        let parts = (0..<3).map { _ in changes(using: &generator) }
        let whole = Consents(parts.flatMap(\.self))
        var merged = Consents()
        for part in parts.shuffled(using: &generator) + [parts[0]] { merged.merge(Consents(part)) }
        #expect(merged == whole)
        var right = Consents(parts[1])
        right.merge(Consents(parts[2]))
        var left = Consents(parts[0])
        left.merge(right)
        #expect(left == whole)
    }

    @Test func `Tells changes apart by purpose, notice and proof`() {
        let proofs: [ConsentChange] = ["b", "a"]
            .map { proof in
                ConsentChange(to: .surveys, givenAt: instant(1), notice: "n", proof: Identifier(proof)!)!
            }
        #expect(Consents(proofs).changes.map(\.proof) == ["a", "b"])
        #expect(Consents(proofs) == Consents(proofs.reversed()))
    }

    @Test func `Gives nothing for a time that is over when it begins`() {
        for until in Int64(8)...10 {
            #expect(
                ConsentChange(to: .surveys, givenAt: instant(10), until: instant(until), notice: "n", proof: "p") == nil
            )
        }
    }

    @Test func `The wire format never changes`() throws {
        try expectWireFormat(
            of: Consents([withdrawn(at: 2_000), given(at: 1_000, until: 9_000), given("prizeDraws", at: 3_000)]),
            toBe: #"{"changes":[{"at":1000,"change":"given","notice":"2026-01","proof":"form-7","purpose":"surveys","#
                + #""until":9000},{"at":2000,"change":"withdrawn","purpose":"surveys"},"#
                + #"{"at":3000,"change":"given","notice":"2026-01","proof":"form-7","purpose":"prizeDraws"}],"v":1}"#
        )
        try expectWireFormat(
            of: ConsentChange(to: .marketing, withdrawnAt: instant(5), proof: "call-2"),
            toBe: #"{"at":5,"change":"withdrawn","proof":"call-2","purpose":"marketing"}"#
        )
    }

    @Test(arguments: [
        #"{"at":1,"change":"given","notice":"n","purpose":"surveys"}"#,
        #"{"at":1,"change":"given","proof":"p","purpose":"surveys"}"#,
        #"{"at":1,"change":"given","notice":"n","proof":"p","purpose":"surveys","until":1}"#,
        #"{"at":1,"change":"withdrawn","notice":"n","purpose":"surveys"}"#,
        #"{"at":1,"change":"withdrawn","purpose":"surveys","until":2}"#,
    ])
    func `R-DATA-06 Holds no consent without notice and proof`(stored: String) {
        #expect(refusal(of: stored, as: ConsentChange.self).hasPrefix("consent is given with `notice` and `proof`"))
    }

    @Test func `Refuses what it does not know`() {
        #expect(
            refusal(of: #"{"changes":[],"v":2}"#, as: Consents.self)
                == "consents of format 2 cannot be read; known is 1"
        )
        #expect(
            refusal(of: #"{"changes":[],"more":1,"v":1}"#, as: Consents.self)
                == "unknown key `more`; known are `v`, `changes`"
        )
        #expect(
            refusal(of: #"{"at":1,"change":"granted","purpose":"surveys"}"#, as: ConsentChange.self)
                == "unknown word `granted`; known are `given`, `withdrawn`"
        )
    }
}
