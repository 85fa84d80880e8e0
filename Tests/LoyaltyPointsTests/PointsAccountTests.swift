import Foundation
import GiftModel
import GiftTesting
import LoyaltyPoints
import Testing

@Suite struct `A points account` {
    let noon = Timestamp(milliseconds: 1_300_000_000_000)

    @Test func `R-PTS-08 Holds what was earned`() throws {
        var account = PointsAccount(of: "c-1")
        try account.perform(PointsCommand(.earn(100), key: 1), at: noon)
        try account.perform(PointsCommand(.earn(20), key: 2), at: noon)
        #expect(account.balance.available == 120)
        #expect(account.entries.map(\.sequence) == [1, 2])
    }

    @Test func `R-PTS-10 Records earning nothing as well`() throws {
        // Case 15.
        var account = PointsAccount(of: "c-1")
        let outcome = try account.perform(PointsCommand(.earn(0), key: 1), at: noon)
        #expect(outcome.entries.count == 1)
        #expect(account.balance == .zero)
    }

    @Test func `R-PTS-10 Answers a repeated command with its first outcome and changes nothing`() throws {
        // Case 48.
        var account = PointsAccount(of: "c-1")
        let first = try account.perform(PointsCommand(.earn(100), key: 1), at: noon)
        let before = account
        let again = try account.perform(PointsCommand(.earn(100), key: 1), at: Timestamp(milliseconds: .max))
        #expect(again.isReplay && !first.isReplay)
        #expect(again.entries == first.entries)
        #expect(account == before)
    }

    @Test func `R-PTS-10 Refuses another command under a used key and leaves no trace`() throws {
        // Case 49.
        var account = PointsAccount(of: "c-1")
        try account.perform(PointsCommand(.earn(100), key: 1), at: noon)
        let before = account
        #expect(throws: PointsError.keyConflict(1)) { try account.perform(PointsCommand(.earn(200), key: 1), at: noon) }
        #expect(account == before)
    }

    @Test func `Refuses points beyond 64 bits and leaves no trace`() throws {
        var account = PointsAccount(of: "c-1")
        try account.perform(PointsCommand(.earn(Points(.max)!), key: 1), at: noon)
        let before = account
        #expect(throws: PointsError.overflow) { try account.perform(PointsCommand(.earn(1), key: 2), at: noon) }
        #expect(account == before)
    }

    @Test func `Never records a time before the last one`() throws {
        var account = PointsAccount(of: "c-1")
        try account.perform(PointsCommand(.earn(1), key: 1), at: noon)
        let late = try account.perform(PointsCommand(.earn(1), key: 2), at: Timestamp(milliseconds: 0))
        #expect(late.entries.map(\.recordedAt) == [noon])
    }

    @Test(arguments: 0..<100 as Range<UInt64>)
    func `Follows from its entries alone`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var account = PointsAccount(of: "c-1")
        var sum: Int64 = 0
        for key in 0..<UInt128(Int.random(in: 0...20, using: &random)) {
            let count = Int64.random(in: 0...1_000_000, using: &random)
            let command = PointsCommand(.earn(Points(count)!), key: RequestKey(key))
            for _ in 0...Int.random(in: 0...2, using: &random) {
                try account.perform(command, at: Timestamp(milliseconds: .random(in: 0...99, using: &random)))
            }
            sum += count
        }
        var replayed = PointsAccount(of: "c-1")
        for entry in account.entries { try replayed.apply(entry) }
        #expect(replayed == account)
        #expect(account.balance.available.count == sum)
    }

    @Test func `R-PTS-10 Refuses stored entries that do not follow, and is left as it was`() throws {
        var account = PointsAccount(of: "c-1")
        try account.perform(PointsCommand(.earn(Points(.max)!), key: 1), at: noon)
        let before = account
        func stored(_ sequence: Int64, at time: Timestamp, key: RequestKey, earned: Int64) -> PointsEntry {
            let text =
                #"{"change":{"earned":\#(earned)},"key":"\#(key)","recordedAt":\#(time.milliseconds),"#
                + #""sequence":\#(sequence),"v":1}"#
            do {
                return try JSONDecoder().decode(PointsEntry.self, from: Data(text.utf8))
            } catch {
                preconditionFailure("\(error)")
            }
        }
        let early = Timestamp(milliseconds: noon.milliseconds - 1)
        let cases: [(PointsEntry, ReplayError)] = [
            (stored(3, at: early, key: 1, earned: 1), .outOfSequence(3, expected: 2)),
            (stored(2, at: early, key: 1, earned: 1), .timeWentBack(early, last: noon)),
            (stored(2, at: noon, key: 1, earned: 1), .keyReused(1)),
            (stored(2, at: noon, key: 2, earned: 1), .impossibleChange(sequence: 2)),
        ]
        for (entry, error) in cases {
            #expect(throws: error) { try account.apply(entry) }
            #expect(account == before)
        }
        #expect(
            cases.map(\.1.description) == [
                "entry `3` where `2` comes next",
                "an entry recorded at `1299999999999` ms after one at `1300000000000` ms",
                "the key `00000000000000000000000000000001` belongs to an earlier request",
                "what entry `2` changes cannot happen there",
            ]
        )
    }

    @Test func `The wire format of an entry never changes`() throws {
        var account = PointsAccount(of: "c-1")
        try account.perform(PointsCommand(.earn(100), key: 0xABC), at: noon)
        let stored =
            #"{"change":{"earned":100},"key":"00000000000000000000000000000abc","#
            + #""recordedAt":1300000000000,"sequence":1,"v":1}"#

        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        #expect(String(decoding: try encoder.encode(account.entries[0]), as: UTF8.self) == stored)
        #expect(try JSONDecoder().decode(PointsEntry.self, from: Data(stored.utf8)) == account.entries[0])
    }

    @Test func `An entry of an unknown version or change is an error, never skipped`() {
        for stored in [
            #"{"change":{"earned":1},"key":"00000000000000000000000000000abc","recordedAt":0,"sequence":1,"v":2}"#,
            #"{"change":{"gained":1},"key":"00000000000000000000000000000abc","recordedAt":0,"sequence":1,"v":1}"#,
        ] {
            #expect(throws: DecodingError.self) { try JSONDecoder().decode(PointsEntry.self, from: Data(stored.utf8)) }
        }
    }

    @Test func `Says what was wrong in one line`() {
        #expect(
            "\(PointsError.keyConflict(1))" == "the key `00000000000000000000000000000001` was used for another command"
        )
        #expect("\(PointsError.overflow)" == "the balance does not fit in 64 bits")
    }
}
