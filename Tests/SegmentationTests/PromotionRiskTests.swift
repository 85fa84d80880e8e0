import Foundation
import GiftModel
import GiftTesting
import Segmentation
import Testing

@Suite struct `The risk of promotion abuse` {
    static let book = Phrasebook(PromotionRiskReason.self)

    static func counts(_ set: (inout PromotionCounts) -> Void) -> PromotionCounts {
        var counts = PromotionCounts()
        set(&counts)
        return counts
    }

    static func texts(_ risk: PromotionRisk, in language: Language = .english) -> [String] {
        risk.reasons.map { $0.text(in: language, from: book) }
    }

    @Test func `R-SEG-11 Adds up points for what is beyond the innocent`() {
        let counts = Self.counts {
            $0.accountsOnDevice = 5
            $0.accountsWithPayment = 2
            $0.accountsAtAddress = 100
            $0.daysToFirstRedemption = 1
            $0.discountedOrders = 9
            $0.orders = 10
            $0.ordersJustAboveThreshold = 0
            $0.selfReferrals = 1
            $0.identicalCarts = 1
        }
        let risk = PromotionRiskRules.usual.risk(of: "c-1", by: counts)
        #expect(risk.contributions.map(\.points) == [20, 20, 12, 10, 20])
        #expect(risk.score == 82)
        #expect(risk.band == .high)
        #expect(risk.missing == [.refundAfterGift, .burst])
        #expect(
            Self.texts(risk) == [
                "risk of promotion abuse high: 82 points",
                "20 points for accounts on one device: 5, of which 3 are innocent",
                "20 points, the most there are, for accounts at one address: 100, of which 4 are innocent",
                "12 points for days too early for a first redemption: 6, of which 0 are innocent",
                "10 points for percent of orders with a discount: 90, of which 80 are innocent",
                "20 points for referrals of oneself: 1, of which 0 are innocent",
                "refunds after a gift: not counted", "redemptions in the first hours of campaigns: not counted",
            ]
        )
        #expect(
            Self.texts(risk, in: .chinese).prefix(3) == [
                "薅羊毛风险高：82分", "同一设备的账户数5，其中3属正常，计20分", "同一地址的账户数100，其中4属正常，计上限20分",
            ]
        )
        #expect(Self.texts(risk, in: .chinese).last == "活动初始时段兑换次数：未统计")
    }

    @Test func `R-SEG-11 Is low for whom the host allows, whatever the points say`() throws {
        let rules = try PromotionRiskRules(
            [PromotionRiskRules.Rule(.sharedAddress, free: 4, points: 50, cap: 100)],
            elevatedFrom: 30,
            highFrom: 60,
            allowed: ["office"]
        )
        let counts = Self.counts { $0.accountsAtAddress = 6 }
        let risk = rules.risk(of: "office", by: counts)
        #expect(risk.isAllowed && risk.band == .low && risk.score == 100)
        #expect(
            Self.texts(risk) == [
                "risk of promotion abuse low: on the list of those allowed, whatever 100 points say",
                "100 points for accounts at one address: 6, of which 4 are innocent",
            ]
        )
        #expect(rules.risk(of: "other", by: counts).band == .high)
    }

    @Test func `R-SEG-11 Is low and says so where nobody counted anything`() {
        let risk = PromotionRiskRules.usual.risk(of: "c-1", by: PromotionCounts())
        #expect(risk.score == 0 && risk.band == .low && risk.contributions.isEmpty)
        #expect(risk.missing == PromotionEvidence.allCases)
    }

    struct Case: CustomTestStringConvertible {
        let testDescription: String
        let points: Int64
        let counts: PromotionCounts

        init(_ name: String, adds points: Int64 = 0, _ set: (inout PromotionCounts) -> Void) {
            (self.testDescription, self.points) = (name, points)
            self.counts = `The risk of promotion abuse`.counts(set)
        }
    }

    @Test(arguments: [
        Case("three accounts on a device", adds: 0) { $0.accountsOnDevice = 3 },
        Case("four accounts on a device", adds: 10) { $0.accountsOnDevice = 4 },
        Case("more accounts than can be", adds: 40) { $0.accountsOnDevice = .max },
        Case("less than none", adds: 0) { $0.selfReferrals = -3 },
        Case("redeemed at seven days", adds: 0) { $0.daysToFirstRedemption = 7 },
        Case("redeemed at six days", adds: 2) { $0.daysToFirstRedemption = 6 },
        Case("redeemed at once", adds: 14) { $0.daysToFirstRedemption = 0 },
        Case("redeemed before it was opened", adds: 14) { $0.daysToFirstRedemption = .min },
        Case("redeemed after ages", adds: 0) { $0.daysToFirstRedemption = .max },
        Case("every order of four") { ($0.discountedOrders, $0.orders) = (4, 4) },
        Case("every order of five", adds: 20) { ($0.discountedOrders, $0.orders) = (5, 5) },
        Case("more than every order", adds: 20) { ($0.discountedOrders, $0.orders) = (.max, 5) },
        Case("just four fifths") { ($0.discountedOrders, $0.orders) = (4, 5) },
        Case("discounts of unknown orders") { $0.discountedOrders = 9 },
        Case("two refunds", adds: 10) { $0.refundsAfterGifts = 2 },
        Case("three redemptions in a burst", adds: 5) { $0.redemptionsInFirstHours = 3 },
        Case("three orders just above", adds: 5) { $0.ordersJustAboveThreshold = 3 },
        Case("two carts alike", adds: 5) { $0.identicalCarts = 2 },
        Case("three accounts with a card", adds: 10) { $0.accountsWithPayment = 3 },
    ])
    func `R-SEG-11 Has defaults`(standard: Case) {
        let risk = PromotionRiskRules.usual.risk(of: "c-1", by: standard.counts)
        #expect(risk.score == standard.points)
    }

    @Test func `R-SEG-11 Is high by no evidence alone`() {
        let rules = PromotionRiskRules.usual
        #expect(rules.rules.map(\.evidence) == PromotionEvidence.allCases)
        #expect(rules.rules.allSatisfy { $0.cap < rules.highFrom })
    }

    @Test(arguments: 0..<100 as Range<UInt64>)
    func `R-SEG-11 Is the sum of its contributions, and its band that of the sum`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        func some() -> Int64? { Bool.random(using: &random) ? .random(in: -1...12, using: &random) : nil }
        let counts = Self.counts {
            ($0.accountsOnDevice, $0.accountsWithPayment, $0.accountsAtAddress) = (some(), some(), some())
            ($0.daysToFirstRedemption, $0.discountedOrders, $0.orders) = (some(), some(), some())
            ($0.ordersJustAboveThreshold, $0.refundsAfterGifts) = (some(), some())
            ($0.redemptionsInFirstHours, $0.selfReferrals, $0.identicalCarts) = (some(), some(), some())
        }
        let risk = PromotionRiskRules.usual.risk(of: "c-1", by: counts)
        #expect(risk.score == risk.contributions.reduce(0) { $0 + $1.points })
        #expect(risk.band == (risk.score >= 60 ? .high : risk.score >= 30 ? .elevated : .low))
        let told = risk.reasons.dropFirst().map { $0["points"] ?? .number(0) }
        #expect(told == risk.contributions.map { .number($0.points) } + risk.missing.map { _ in .number(0) })
    }

    @Test func `Has bands in order, with titles, and counts on the wire`() throws {
        #expect(PromotionRiskBand.allCases == PromotionRiskBand.allCases.sorted())
        #expect(PromotionRiskBand.allCases.map { $0.title[.english] } == ["low", "elevated", "high"])
        #expect(try JSONDecoder().decode([PromotionRiskBand].self, from: Data(#"["high"]"#.utf8)) == [.high])
        #expect(PromotionEvidence.allCases.allSatisfy { $0.title[.chinese].contains { $0 > "\u{2E80}" } })
        let text = #"{"accountsOnDevice":4,"discountedOrders":9,"orders":10}"#
        let counts = Self.counts { ($0.accountsOnDevice, $0.discountedOrders, $0.orders) = (4, 9, 10) }
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        #expect(String(decoding: try encoder.encode(counts), as: UTF8.self) == text)
        #expect(try JSONDecoder().decode(PromotionCounts.self, from: Data(text.utf8)) == counts)
        let misspelt = text.replacing("accountsOnDevice", with: "accountOnDevice")
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(PromotionCounts.self, from: Data(misspelt.utf8))
        }
        // Every count is written and read under its own name.
        var all = PromotionCounts()
        (all.accountsOnDevice, all.accountsWithPayment, all.accountsAtAddress) = (1, 2, 3)
        (all.daysToFirstRedemption, all.discountedOrders, all.orders) = (4, 5, 6)
        (all.ordersJustAboveThreshold, all.refundsAfterGifts, all.redemptionsInFirstHours) = (7, 8, 9)
        (all.selfReferrals, all.identicalCarts) = (10, 11)
        #expect(try JSONDecoder().decode(PromotionCounts.self, from: encoder.encode(all)) == all)
    }
}

@Suite struct `Rules for the risk of promotion abuse` {
    static let text =
        #"{"allowed":["c-9"],"elevatedFrom":30,"evidence":[{"cap":40,"evidence":"sharedDevice","free":3,"points":10}],"#
        + #""highFrom":60,"minimumOrders":5,"youngDays":7}"#

    @Test func `R-SEG-11 Are read from data, and written in one form`() throws {
        let rules = try JSONDecoder().decode(PromotionRiskRules.self, from: Data(Self.text.utf8))
        #expect(rules.allowed == ["c-9"])
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        #expect(String(decoding: try encoder.encode(rules), as: UTF8.self) == Self.text)
        let standard = try encoder.encode(PromotionRiskRules.usual)
        #expect(try JSONDecoder().decode(PromotionRiskRules.self, from: standard) == .usual)
        for (right, wrong) in [
            ("sharedDevice", "sharedDevices"), ("\"cap\"", "\"most\""), ("30", "60"), ("[\"c-9\"]", "[]"),
            ("\"free\":3", "\"free\":-1"),
        ] {
            let text = Self.text.replacingOccurrences(of: right, with: wrong)
            #expect(throws: DecodingError.self) {
                try JSONDecoder().decode(PromotionRiskRules.self, from: Data(text.utf8))
            }
        }
    }

    @Test func `Say what is wrong with them, in order`() {
        let good = PromotionRiskRules.Rule(.burst, free: 0, points: 1, cap: 1)
        let bad = PromotionRiskRules.Rule(.selfReferral, free: 0, points: 0, cap: 1)
        let cases: [([PromotionRiskRules.Rule], Int64, Int64, Int64, Int64, PromotionRiskRulesError, String)] = [
            ([], 0, 0, -1, 0, .noRule, "nothing adds to the risk"),
            ([good, good], 0, 0, -1, 0, .duplicate(.burst), "evidence `burst` has two rules"),
            (
                [good, bad], 0, 0, -1, 0, .outOfRange(.selfReferral),
                "evidence `selfReferral` needs a free count of zero or more, points and a cap of 1 through 1000000"
            ),
            (
                [good], 5, 5, -1, 0, .bands(elevatedFrom: 5, highFrom: 5),
                "elevated from `5` and high from `5` do not ascend from above zero"
            ),
            ([good], 5, 6, -1, 0, .youngDays(-1), "an account is never `-1` days old"),
            ([good], 5, 6, 0, 0, .minimumOrders(0), "a share of `0` orders is none"),
        ]
        for (rules, elevated, high, young, orders, error, sentence) in cases {
            #expect(throws: error) {
                try PromotionRiskRules(
                    rules,
                    elevatedFrom: elevated,
                    highFrom: high,
                    youngDays: young,
                    minimumOrders: orders
                )
            }
            #expect("\(error)" == sentence)
        }
    }
}

@Suite struct `Accounts that share things` {
    @Test func `R-SEG-11 Hang together, also through others`() {
        var finder = ClusterFinder()
        finder.link("c-3", to: "device-1")
        finder.link("c-1", to: "device-1")
        finder.link("c-1", to: "card-2")
        finder.link("c-2", to: "card-2")
        finder.link("c-2", to: "card-2")
        finder.link("c-4", to: "device-9")
        #expect(finder.size(around: "c-2") == 3)
        #expect(finder.size(around: "c-4") == 1)
        #expect(finder.size(around: "nobody") == 1)
        #expect(finder.clusters.map(\.customers) == [["c-1", "c-2", "c-3"]])
    }

    @Test(arguments: 0..<100 as Range<UInt64>)
    func `R-SEG-13 Hang together alike in any order and from up to 64 parts`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let links = (0..<Int.random(in: 0...60, using: &random))
            .map { _ in (Int.random(in: 0..<40, using: &random), Int.random(in: 0..<40, using: &random)) }
        func finder(_ links: some Sequence<(Int, Int)>) -> ClusterFinder {
            var finder = ClusterFinder()
            for (customer, thing) in links { finder.link(Customer.ID("c\(customer)")!, to: Identifier("d\(thing)")!) }
            return finder
        }
        let count = Int.random(in: 1...64, using: &random)
        let shuffled = links.shuffled(using: &random)
        var parts = (0..<count)
            .map { part in finder(shuffled.indices.filter { $0 % count == part }.map { shuffled[$0] }) }
        while parts.count > 1 {
            let part = parts.remove(at: Int.random(in: 0..<parts.count, using: &random))
            parts[Int.random(in: 0..<parts.count, using: &random)].merge(part)
        }
        let whole = finder(links)
        #expect(parts[0].clusters == whole.clusters)

        // Naively: whoever is reached by walking from one to the next.
        for start in 0..<40 {
            var reached: Set = [start]
            while true {
                let things = Set(links.filter { reached.contains($0.0) }.map(\.1))
                let next = reached.union(links.filter { things.contains($0.1) }.map(\.0))
                if next == reached { break }
                reached = next
            }
            let customer = Customer.ID("c\(start)")!
            #expect(whole.size(around: customer) == Int64(reached.count))
            #expect(parts[0].size(around: customer) == Int64(reached.count))
            let cluster = whole.clusters.first { $0.customers.contains(customer) }
            #expect(cluster.map { $0.customers.count } ?? 1 == reached.count)
            #expect(cluster?.customers == cluster?.customers.sorted())
        }
    }
}
