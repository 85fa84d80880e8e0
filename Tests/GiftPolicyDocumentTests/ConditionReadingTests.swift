import GiftModel
import GiftPolicy
import Segmentation
import Testing

@Suite struct `Reading the conditions of a policy` {
    private func text(_ rule: String, labels: String = "") -> String {
        `A policy document`.stored.replacing(#""rules":["#, with: #""labels":[\#(labels)],"rules":[\#n\#(rule),"#)
    }

    private func rule(when conditions: String...) -> String {
        #"{"id":"r","name":{"en":"r","zh":"r"},"occasion":"upgrade","goal":"loyalty","priority":1,"#
            + #""on":{"inactive":{"moreThanDays":90}},"when":{"all":["# + conditions.joined(separator: ",")
            + #"]},"gift":{"from":"2.00 EUR","through":"10.00 EUR"}}"#
    }

    private func faults(_ text: String) -> [String] {
        do {
            _ = try PolicyDocument(json: text)
            return []
        } catch {
            return error.faults.map { "\($0.path): \($0.problem)" }
        }
    }

    @Test func `R-POL-10 J157 Tells a value of another kind, an unknown currency and a broken day, all at once`() {
        let found = faults(
            text(
                rule(
                    when: #"{"field":"sales","inDays":90,"op":">","value":5000}"#,
                    #"{"field":"sales","inDays":90,"op":">","value":"5000"}"#,
                    #"{"field":"sales","inDays":90,"op":">","value":"5000.00 XYZ"}"#,
                    #"{"field":"daysSinceLastPurchase","op":">","value":90.5}"#
                )
            )
        )
        #expect(
            found == [
                "/rules/0/when/all/0/value: expected a text, found `5000`",
                "/rules/0/when/all/1/value: `5000` is not an amount such as `1000.00 GBP`",
                "/rules/0/when/all/2/value: `XYZ` is not a currency of ISO 4217",
                "/rules/0/when/all/3/value: expected a whole number, found `90.5`",
            ]
        )
    }

    private static let labels =
        #"{"id":"spend90d","kind":"money"},{"id":"daysInactive","kind":"number","from":0}"#

    @Test func `R-POL-10 J157 Tells the same of the host's own fields`() throws {
        let broken = text(
            rule(
                when: #"{"field":"label","name":"spend90d","op":">","value":{"money":"5000.00 XYZ"}}"#,
                #"{"field":"label","name":"daysInactive","op":">","value":90.5}"#
            ),
            labels: Self.labels
        )
        #expect(
            faults(broken) == [
                "/rules/0/when/all/0/value/money: `XYZ` is not a currency of ISO 4217",
                "/rules/0/when/all/1/value: "
                    + "expected a whole number, a word, `true`, `false` or an object, found `90.5`",
            ]
        )
        let readable = text(
            rule(
                when: #"{"field":"label","name":"spend90d","op":">","value":"5000"}"#,
                #"{"field":"label","name":"daysInactive","op":">","value":"90"}"#,
                #"{"field":"label","name":"spend90d","op":">","value":{"money":"5000.00 USD"}}"#,
                #"{"field":"label","name":"daysInactiv","op":">","value":90}"#
            ),
            labels: Self.labels
        )
        let error = #expect(throws: InvalidPolicy.self) { try Policy(validating: PolicyDocument(json: readable)) }
        #expect(
            error?.faults.map(\.description) == [
                "/rules/0/when/all/0/value: compared with a value of the kind `word`, it is of the kind `money`",
                "/rules/0/when/all/1/value: compared with a value of the kind `word`, it is of the kind `number`",
                "/rules/0/when/all/2/value: an amount in `USD`, the document is in `EUR`",
                "/rules/0/when/all/3/name: unknown label `daysInactiv`, perhaps `daysInactive`; known are `spend90d`, "
                    + "`daysInactive`",
            ]
        )
        #expect(try error?.places(in: readable).map(\.line) == [2, 2, 2, 2])
    }

    @Test func `R-POL-10 J158 Tells a key that stands twice and one that there is not, with line and column`() {
        let rule = #"{"id":"a","id":"b","prioritty":5}"#
        let error = #expect(throws: InvalidDocument.self) { try PolicyDocument(json: text(rule)) }
        let found = error?.faults.map(\.description) ?? []
        #expect(found.contains("2:11: /rules/0/id: the key `id` stands twice"))
        #expect(
            found.contains { $0.hasPrefix("2:20: /rules/0/prioritty: unknown key `prioritty`, perhaps `priority`;") }
        )
        #expect(error?.faults.first { $0.path == "/rules/0/prioritty" }?.problem.nearest == "priority")
    }

    @Test func `R-POL-10 J158 Tells them within a condition too`() {
        let found = faults(
            text(
                rule(
                    when: #"{"field":"sales","field":"net","op":">","value":"1.00 EUR"}"#,
                    #"{"field":"sales","inDyas":90,"op":">","value":"1.00 EUR"}"#,
                    #"{"field":"stage","op":"in","valeu":["new"]}"#
                )
            )
        )
        #expect(found.contains("/rules/0/when/all/0/field: the key `field` stands twice"))
        #expect(found.contains { $0.hasPrefix("/rules/0/when/all/1/inDyas: unknown key `inDyas`, perhaps `inDays`;") })
        #expect(found.contains { $0.hasPrefix("/rules/0/when/all/2/valeu: unknown key `valeu`, perhaps `value`;") })
    }
}
