import GiftModel
import GiftPolicy
import GiftPolicyFixtures
import Testing

@Suite struct `A campaign trigger` {
    private static func launch(for audience: CampaignTrigger.Audience? = nil) -> CampaignTrigger {
        CampaignTrigger(
            "launch-2027",
            title: Shop.name("Launch"),
            from: day("2027-03-01"),
            through: day("2027-03-10"),
            for: audience
        )
    }

    private func desk(_ triggers: CampaignTrigger...) -> CalendarDesk {
        var desk = CalendarDesk()
        desk.triggers = triggers.map(Trigger.campaign)
        return desk
    }

    private func interaction(
        _ kind: InteractionKind,
        about subject: Identifier<Interaction.Subject>?,
        at instant: String = "2027-02-01T00:00:00Z"
    ) -> Activity {
        .interaction(Interaction(kind, id: "i", customer: "c-1", occurredAt: utc(instant), about: subject)!)
    }

    @Test(arguments: [
        ("2027-02-28T23:59:59Z", nil, "Launch begins on 2027-03-01: 1 day to go"),
        ("2027-03-01T00:00:00Z", "launch-2027", "Launch runs from 2027-03-01 through 2027-03-10"),
        ("2027-03-10T23:59:59Z", "launch-2027", "Launch runs from 2027-03-01 through 2027-03-10"),
        ("2027-03-11T00:00:00Z", nil, "Launch ended on 2027-03-10"),
    ])
    func `R-TRIG-07 Runs from its first day through its last`(instant: String, term: String?, reason: String) {
        let decision = desk(Self.launch()).decision(at: utc(instant))
        #expect((decision.term(), decision.reason()) == (term, reason))
        #expect(decision.earliest()?.day == (instant < "2027-03" ? day("2027-03-01") : nil))
    }

    @Test func `R-TRIG-07 Runs by the customer's clocks`() {
        var customer = desk(Self.launch())
        customer.record.zone = Zones.shanghai.id
        #expect(customer.decision(at: utc("2027-02-01T00:00:00Z")).earliest()?.instant == utc("2027-02-28T16:00:00Z"))
        #expect(customer.decision(at: utc("2027-03-10T15:59:59Z")).term() == "launch-2027")
        #expect(customer.decision(at: utc("2027-03-10T16:00:00Z")).term() == nil)
    }

    @Test(arguments: [
        (CampaignTrigger.Audience.invited(to: "event-7"), InteractionKind.invitation, "those invited to event-7"),
        (.registered(for: "event-7"), .registration, "those registered for event-7"),
        (.attended("event-7"), .attendance, "those who attended event-7"),
    ])
    func `R-TRIG-07 Is for those alone who were invited, registered or attended, if it says so`(
        audience: CampaignTrigger.Audience,
        kind: InteractionKind,
        words: String
    ) {
        var customer = desk(Self.launch(for: audience))
        let others = [
            interaction(kind, about: "event-8"), interaction(kind, about: nil), interaction(.visit, about: "event-7"),
            interaction(kind, about: "event-7", at: "2027-03-05T09:00:01Z"),
        ]
        customer.activities = others
        let missing = customer.decision(on: "2027-03-05")
        #expect((missing.reason(), missing.earliest()) == ("Launch is for \(words)", nil))
        #expect(customer.decision(at: utc("2027-03-05T09:00:01Z")).term() == "launch-2027", "in time while it runs")
        customer.activities = others + [interaction(kind, about: "event-7")]
        #expect(customer.decision(on: "2027-03-05").term() == "launch-2027")
        #expect(customer.decision(on: "2027-02-05").earliest()?.day == day("2027-03-01"))
    }

    @Test func `R-TRIG-07 Gives once in all of the campaign`() {
        var customer = desk(Self.launch())
        customer.grants = [Shop.grant(.specialEvent, term: "launch-2027", on: "2027-03-02")]
        #expect(customer.decision(on: "2027-03-09").reason() == "given before, on 2027-03-02")
    }
}
