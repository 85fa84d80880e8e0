import Foundation
import GiftModel
import GiftPolicy
import Testing

@testable import giftctl

@Suite struct `The policy of Harbour Tea & Home` {
    private static let folder = SmallShop.data.appending(path: "../harbour-tea").standardizedFileURL
    private static let policy = folder.appending(path: "policy.json").path
    private static let catalog = folder.appending(path: "catalog.json").path
    private static let ordersOnly = folder.appending(path: "orders-only.json").path

    private func check(_ arguments: String...) throws -> Run {
        try Run(["policy", "check", Self.policy, "--gifts", Self.catalog, "--year", "2026"] + arguments)
    }

    private func document(_ path: String) throws -> PolicyDocument {
        try PolicyDocument(json: String(contentsOfFile: path, encoding: .utf8))
    }

    /// What the check says where `path` begins, one line for each finding.
    private func findings(at path: String, in output: String) -> [Substring] {
        output.split(separator: "\n").filter { $0.contains(": \(path): ") }
    }

    @Test func `R-POL-10 Loads with all its examples, and has no fault`() throws {
        let document = try document(Self.policy)
        #expect(document.faults == [])
        #expect((document.rules.count, document.examples.count) == (25, 6))
        #expect(try self.document(Self.ordersOnly).faults == [])
    }

    @Test func `R-POL-10 Has an upgrade that a birthday gift of the same month takes away, and the check finds it`()
        throws
    {
        let run = try check()
        #expect(run.status == 0, "there are warnings and no errors")
        let found = findings(at: "/rules/2", in: run.output)
        #expect(found.count == 1)
        #expect(
            found[0]
                .contains("“upgrade-gold” is valid for 7 days, but the cap “one-in-30-days” rests for 30 days after ")
        )
        #expect(found[0].contains("“birthday”"))
    }

    @Test func `R-POL-10 Has birthdays on Mid-Autumn, and the check finds them`() throws {
        let found = findings(at: "/rules/9", in: try check().output)
        #expect(
            found.contains {
                $0.contains(
                    "“birthday” and “mid-autumn” come round at once for 21 of the 365 birthdays of 2026 and for 22 of "
                        + "360 by the lunar calendar, every year for those on the lunar 8-15, for example: "
                )
            }
        )
    }

    @Test func `R-POL-10 Has an upgrade at once that needs an approval, and the check finds it`() throws {
        let found = findings(at: "/rules/3/gift", in: try check().output)
        #expect(
            found.contains {
                $0.hasSuffix(
                    "“upgrade-diamond” cannot leave at once for Diamond: its gifts cost 946.60 CNY or more, and from "
                        + "500.00 CNY on somebody has to approve, for example: tier exactly diamond"
                )
            }
        )
        let chinese = try check("--language", "zh").output
        #expect(chinese.contains("“upgrade-diamond”对钻石无法立即发出：礼品946.60 CNY起，而500.00 CNY起须经审批"))
    }

    @Test(arguments: [("en", "Lunar", "Nothing leaves from 22:00:00"), ("zh", "农历", "客户当地22:00:00")])
    func `R-POL-01 Reads as sentences in both languages`(language: String, lunar: String, quiet: String) throws {
        let output = try Run(["policy", "render", Self.policy, "--language", language]).output
        #expect(output.lowercased().contains(lunar.lowercased()) && output.contains(quiet))
        let sentences = output.split(separator: "\n")
        #expect(sentences.count == 61)
        #expect(Set(sentences).count == sentences.count)
    }

    @Test func `R-POL-10 Asks for nothing but orders where it is said to`() throws {
        let document = try document(Self.ordersOnly)
        #expect(document.guards.isEmpty && document.labels.isEmpty)
        #expect(document.rules.allSatisfy { $0.touches.isEmpty && $0.tasks.isEmpty && $0.selection != nil })
        let run = try Run(
            [
                "policy", "simulate", Self.ordersOnly, "--gifts",
                Self.folder.appending(path: "orders-only-gifts.json").path,
            ]
                + ["--from", "2011-04-01", "--through", "2011-04-02", "--format", "csv"]
        )
        #expect(run.status == 0)
        let gifts = run.output.split(separator: "\n").dropFirst()
            .compactMap { $0.split(separator: ",").dropFirst().first }
        #expect(gifts.contains { $0 != "0" })
    }
}
