import Foundation
import GiftModel
import Segmentation
import Testing

@Suite struct `A model of customers who leave` {
    static let cdnow = model(
        r: 0.524837983665605,
        alpha: 6.18299201967216,
        a: 0.8913561553315179,
        b: 1.6139993347304291
    )

    static func model(
        r: Double = 0.525,
        alpha: Double = 6.183,
        a: Double = 0.891,
        b: Double = 1.614,
        daysPerUnit: Int = 7
    ) -> ModifiedBetaGeometricModel {
        do {
            return try ModifiedBetaGeometricModel(r: r, alpha: alpha, a: a, b: b, daysPerUnit: daysPerUnit)
        } catch {
            preconditionFailure("\(error)")
        }
    }

    /// The rows of a fixture, without its header.
    private static func rows(of name: String) -> [[Substring]] {
        let url = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/\(name).csv")
        let text = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").dropFirst()
            .map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    }

    private func expect(_ found: Double, near truth: Double, within error: Double, _ comment: Comment) {
        // Below the least ordinary number there is nothing to be near to.
        #expect(abs(found - truth) <= error * truth || max(found, truth) < 1e-307, comment)
    }

    @Test func `R-SEG-03 Believes in a customer less with every day of silence`() throws {
        let summary = Shop.summary([("2026-01-01", 1), ("2026-02-01", 1), ("2026-03-01", 1)])
        let probabilities = try ["2026-03-01", "2026-03-15", "2026-06-01", "2027-03-01"]
            .map { Self.model().activityProbability(of: try #require(summary.figures(asOf: day($0)))) }
        #expect(zip(probabilities, probabilities.dropFirst()).allSatisfy(>))
        #expect(probabilities.allSatisfy { 0 <= $0 && $0 <= 1 })
    }

    @Test func `R-SEG-03 Counts repeat purchases from the first purchase on, in its unit of time`() throws {
        let summary = Shop.summary([("2026-01-01", 1), ("2026-02-05", 1), ("2026-02-05", 1)])
        let figures = try #require(summary.figures(asOf: day("2026-03-05")))
        let model = Self.model()
        let byHand = model.activityProbability(repeatPurchases: 1, ageAtLastPurchase: 5, age: 9)
        #expect(model.activityProbability(of: figures) == byHand)
        let expected = model.expectedPurchases(repeatPurchases: 1, ageAtLastPurchase: 5, age: 9, within: 2)
        #expect(model.expectedPurchases(of: figures, inDays: 14) == expected)
        let inDays = Self.model(alpha: 7 * 6.183, daysPerUnit: 1)
        expect(inDays.activityProbability(of: figures), near: byHand, within: 1e-14, "in days")
        expect(inDays.expectedPurchases(of: figures, inDays: 14), near: expected, within: 1e-13, "in days")
    }

    @Test func `R-SEG-10 Agrees with the closed forms on 200 real customers`() {
        let rows = Self.rows(of: "mbg_customers")
        #expect(rows.count == 200, "a fixture that silently fails to load would agree with anything")
        for row in rows {
            let numbers = row.map { Double($0)! }
            let (x, ageAtLast, age) = (Int(numbers[1]), numbers[2], numbers[3])
            let active = Self.cdnow.activityProbability(repeatPurchases: x, ageAtLastPurchase: ageAtLast, age: age)
            expect(active, near: numbers[4], within: 1e-12, "customer \(row[0])")
            for (weeks, truth) in zip([1.0, 13, 26, 39], numbers[5...]) {
                let expected = Self.cdnow.expectedPurchases(
                    repeatPurchases: x,
                    ageAtLastPurchase: ageAtLast,
                    age: age,
                    within: weeks
                )
                expect(expected, near: truth, within: 1e-10, "customer \(row[0]), \(weeks) weeks")
            }
        }
    }

    @Test func `R-SEG-10 Stays exact at the edge of what is possible`() {
        let rows = Self.rows(of: "mbg_edge_cases")
        #expect(rows.count > 300, "a fixture that silently fails to load would agree with anything")
        for row in rows {
            let numbers = row.map { Double($0) ?? 0 }
            let model = Self.model(r: numbers[0], alpha: numbers[1], a: numbers[2], b: numbers[3])
            let (x, ageAtLast, age) = (Int(numbers[4]), numbers[5], numbers[6])
            if row[7] == "palive" {
                let active = model.activityProbability(repeatPurchases: x, ageAtLastPurchase: ageAtLast, age: age)
                expect(active, near: numbers[9], within: 1e-12, "\(row)")
            } else {
                let expected = model.expectedPurchases(
                    repeatPurchases: x,
                    ageAtLastPurchase: ageAtLast,
                    age: age,
                    within: numbers[8]
                )
                // The reference itself is that far off where `a` is 1 and the time next to nothing.
                expect(expected, near: numbers[9], within: numbers[2] == 1 ? 2e-9 : 1e-12, "\(row)")
            }
        }
    }

    /// Customers as much alike as they can be, or of whom nearly nobody leaves; by quadrature of 30 digits.
    @Test(
        arguments: [
            ([50, 50, 0.9, 1.6], 0, [0, 0, 365], 10.826575472573765),
            ([100, 100, 0.5, 0.5], 0, [0, 0, 100], 10.29804783523727),
            ([1e3, 1e3, 0.9, 1.6], 5, [18, 20, 100], 11.745397892758049),
            ([1e6, 1e3, 3, 3], 5, [18, 20, 100], 0),
            ([1e9, 1e9, 0.5, 0.5], 0, [0, 0, 100], 10.312036679282585),
            ([0.0163, 0.0627, 0.449, 105_000], 0, [0, 98.2, 244], 0.040474761705060482),
            ([0.25, 0.6, 2.25, 612_000], 1, [3, 4.25, 0.9], 0.23195734709401165),
            ([1e-9, 1e-9, 9, 1e9], 0, [0, 1, 5], 4.9999998375000058e-9),
            ([2e3, 1e3, 0.9, 1.6], 0, [0, 0, 2000], 18.099482430311872),
            ([1e4, 1e3, 0.9, 1.6], 0, [0, 0, 1000], 21.371383600681300),
            ([1e9, 1e-9, 1, 1], 0, [0, 0, 2e-9], 20.993628682407839),
        ] as [([Double], Int, [Double], Double)]
    )
    func `R-SEG-10 Stays exact where the terms of the series cancel out or overflow`(
        parameters: [Double],
        repeatPurchases: Int,
        ages: [Double],
        truth: Double
    ) {
        let model = Self.model(r: parameters[0], alpha: parameters[1], a: parameters[2], b: parameters[3])
        let expected = model.expectedPurchases(
            repeatPurchases: repeatPurchases,
            ageAtLastPurchase: ages[0],
            age: ages[1],
            within: ages[2]
        )
        expect(expected, near: truth, within: 1e-12, "\(parameters)")
    }

    @Test func `R-SEG-10 Expects nothing within no time, and more with time`() {
        let expectations = [0, 1e-9, 1, 60, 61, 62, 1e4, 1e9]
            .map {
                Self.cdnow.expectedPurchases(repeatPurchases: 0, ageAtLastPurchase: 0, age: 0.5, within: $0)
            }
        #expect(expectations[0] == 0)
        #expect(zip(expectations, expectations.dropFirst()).allSatisfy(<))
    }

    @Test func `Takes parameters in range`() {
        for bad in [0, -1, .nan, .infinity, 1e-10, 1.1e9] {
            #expect(throws: ModifiedBetaGeometricModelError.self) {
                try ModifiedBetaGeometricModel(r: 1, alpha: 1, a: bad, b: 1, daysPerUnit: 1)
            }
        }
        let error = ModifiedBetaGeometricModelError.parameterOutOfRange("alpha", 0)
        #expect(throws: error) { try ModifiedBetaGeometricModel(r: 1, alpha: 0, a: 0, b: 1, daysPerUnit: 0) }
        #expect("\(error)" == "`alpha` is `0.0`, not 1e-9 through 1e9")
        let unit = ModifiedBetaGeometricModelError.unitOutOfRange(days: 367)
        #expect(throws: unit) { try ModifiedBetaGeometricModel(r: 1, alpha: 1, a: 1, b: 1, daysPerUnit: 367) }
        #expect("\(unit)" == "a unit of time of `367` is not 1 through 366 days")
    }

    @Test func `The wire format never changes`() throws {
        let stored = #"{"a":0.891,"alpha":6.183,"b":1.614,"daysPerUnit":7,"r":0.525,"v":1}"#
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        #expect(String(decoding: try encoder.encode(Self.model()), as: UTF8.self) == stored)
        #expect(try JSONDecoder().decode(ModifiedBetaGeometricModel.self, from: Data(stored.utf8)) == Self.model())
        for (part, wrong) in [("\"v\":1", "\"v\":2"), (",\"v\":1", ""), ("0.525", "0"), ("\"r\"", "\"R\""), ("7", "0")]
        {
            let text = stored.replacing(part, with: wrong)
            #expect(throws: DecodingError.self) {
                try JSONDecoder().decode(ModifiedBetaGeometricModel.self, from: Data(text.utf8))
            }
        }
    }
}
