import Foundation
import GiftNumerics
import GiftTesting
import Testing

/// One row of the table of reference: a function, its arguments and its value to twenty digits.
struct SpecialValue: CustomTestStringConvertible {
    let function: String
    let x: Double
    let parameters: [Double]
    let exact: Double

    var testDescription: String { "\(function)(\(x); \(parameters))" }

    static let all: [SpecialValue] = {
        let url = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/special_functions.csv")
        let text = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").dropFirst()
            .map { line in
                let cells = line.split(separator: ",", omittingEmptySubsequences: false)
                return SpecialValue(
                    function: String(cells[0]),
                    x: Double(cells[1])!,
                    parameters: cells[2...3].compactMap { Double($0) },
                    // Below the smallest number the text is not read.
                    exact: Double(cells[4]) ?? 0
                )
            }
    }()

    var found: Double {
        switch function {
        case "normal_cdf": NormalDistribution.below(x)
        case "normal_sf": NormalDistribution.above(x)
        case "normal_ppf": NormalDistribution.quantile(x)
        case "t_two_sided_p": StudentDistribution(degrees: parameters[0]).bothTails(beyond: x)
        case "t_ppf": StudentDistribution(degrees: parameters[0]).quantile(above: 1 - x)
        case "chi2_sf": ChiSquareDistribution(degrees: Int(parameters[0])).above(x)
        case "beta_inc_reg": IncompleteBeta.lower(parameters[0], parameters[1], below: x, rest: 1 - x)
        default: GammaFunction.logarithm(of: x)
        }
    }
}

@Suite struct `A special function` {
    @Test func `R-POL-09 Agrees with sixty digits to a millionth of a millionth, in tails down to 1e-300`() {
        var counts: [String: Int] = [:]
        for value in SpecialValue.all {
            counts[value.function, default: 0] += 1
            let found = value.found
            switch value.exact {
            case _ where value.function == "ln_gamma" && value.exact == 0: #expect(found.magnitude < 1e-14)
            case ..<1e-300 where value.exact >= 0: #expect(found < 1e-300 && found >= 0, "\(value.testDescription)")
            default: #expect((found / value.exact - 1).magnitude <= 1e-12, "\(value.testDescription): \(found)")
            }
        }
        #expect(
            counts == [
                "normal_cdf": 35, "normal_sf": 18, "normal_ppf": 19, "t_two_sided_p": 120, "t_ppf": 60, "chi2_sf": 68,
                "beta_inc_reg": 61, "ln_gamma": 6,
            ]
        )
    }

    @Test func `R-POL-09 Agrees with the platform's where that has it`() {
        for z in stride(from: -37.0, through: 37, by: 0.0371) {
            let platform = erfc(z / 2.0.squareRoot()) / 2
            #expect((NormalDistribution.above(z) / platform - 1).magnitude < 1e-12, "\(z)")
        }
        for value in stride(from: 0.001, through: 300, by: 0.0937) {
            let platform = tgamma(value)
            guard platform < .infinity else { break }
            let found = GammaFunction.logarithm(of: value)
            #expect((found - log(platform)).magnitude <= 4e-14 * max(1, found.magnitude), "\(value)")
        }
    }

    /// The values were computed with mpmath from the series and the continued fractions at 60 digits.
    @Test func `R-POL-09 Is exact for large shapes and rare ones as well`() {
        for (shape, border, exact) in [
            (1e4, 1.01e4, 0.158_651_249_552_820_38), (1e4, 9.9e3, 0.841_348_807_806_435_34),
            (250.5, 900, 1.118_957_113_970_777_6e-145), (0.01, 1e-5, 0.103_663_201_732_802_8),
        ] {
            #expect((IncompleteGamma.upper(shape, above: border) / exact - 1).magnitude < 1e-12)
        }
        for (first, second, border, exact) in [
            (1e6, 1e6, 0.5005, 0.921_350_422_419_075_33), (1e6, 1e6, 0.49, 2.490_453_657_610_394_3e-176),
            (1e5, 2e5, 0.32, 3.687_281_679_163_025_3e-55), (0.5, 1e6, 1e-6, 0.842_700_844_838_196_36),
            (3, 0.01, 0.9, 0.009_970_255_203_267_279_6),
        ] {
            let found = IncompleteBeta.lower(first, second, below: border, rest: 1 - border)
            #expect((found / exact - 1).magnitude < 1e-12, "\(first), \(second), \(border)")
        }
        for (degrees, t, exact) in [
            (2e7, 30, 9.913_513_440_786_579_1e-198), (2e7, 37, 1.172_296_404_206_090_3e-299),
            (1e9, 3, 0.002_699_796_129_737_915_7), (1.5, 1e10, 7.541_704_864_032_492_7e-16),
            (3, 1e60, 2.205_315_581_687_168_5e-180),
        ] {
            let found = StudentDistribution(degrees: degrees).bothTails(beyond: t)
            #expect((found / exact - 1).magnitude < 1e-12, "\(degrees), \(t)")
        }
        #expect(StudentDistribution(degrees: 1).bothTails(beyond: 1e151) == 0)
    }

    @Test func `R-POL-09 Has quantiles that lead back to the tail`() {
        for degrees in [1, 1.3, 2, 3, 7.7, 30, 1e5, 1e7] {
            for tail in [0.25, 0.1, 0.025, 1e-3, 1e-10, 1e-100] {
                let student = StudentDistribution(degrees: degrees)
                let back = student.bothTails(beyond: student.quantile(above: tail)) / 2
                #expect((back / tail - 1).magnitude < 1e-12, "\(degrees), \(tail)")
            }
        }
        for exponent in 1...300 {
            let tail = exp(-Double(exponent) * 2.3)
            #expect((NormalDistribution.below(NormalDistribution.quantile(tail)) / tail - 1).magnitude < 1e-12)
        }
        #expect(NormalDistribution.quantile(0.5) == 0)
    }

    @Test func `R-POL-09 Has tails that fall, add up and end`() {
        var random = SeededGenerator(seed: 9)
        for _ in 0..<2_000 {
            let (a, b) = (Double.random(in: 0.5...400, using: &random), Double.random(in: 0.5...400, using: &random))
            let x = Double.random(in: 0...1, using: &random)
            let lower = IncompleteBeta.lower(a, b, below: x, rest: 1 - x)
            #expect((lower + IncompleteBeta.lower(b, a, below: 1 - x, rest: x) - 1).magnitude < 1e-12)
            #expect(lower <= IncompleteBeta.lower(a, b, below: x * 0.5 + 0.5, rest: (1 - x) * 0.5) + 1e-13)
            let border = Double.random(in: 0...800, using: &random)
            #expect(IncompleteGamma.upper(a, above: border) + 1e-13 >= IncompleteGamma.upper(a, above: border + 1))
            // One degree of freedom is the square of a normal value, two are an exponential one.
            #expect(
                (ChiSquareDistribution(degrees: 1).above(x * x * 9) / NormalDistribution.bothTails(beyond: 3 * x) - 1)
                    .magnitude < 1e-12
            )
            #expect((ChiSquareDistribution(degrees: 2).above(border) / exp(-border / 2) - 1).magnitude < 1e-12)
        }
        #expect(IncompleteBeta.lower(2, 3, below: 0, rest: 1) == 0)
        #expect(IncompleteBeta.lower(2, 3, below: 1, rest: 0) == 1)
        #expect(IncompleteGamma.upper(2, above: 0) == 1)
        #expect(IncompleteGamma.upper(2, above: .infinity) == 0)
        #expect(StudentDistribution(degrees: 3).bothTails(beyond: 0) == 1)
        #expect(StudentDistribution(degrees: 3).bothTails(beyond: .infinity) == 0)
        #expect(NormalDistribution.above(.infinity) == 0 && NormalDistribution.below(-.infinity) == 0)
        #expect(NormalDistribution.bothTails(beyond: 0) == 1)
    }
}

@Suite struct `Fisher's exact test` {
    /// Every table with these margins, counted out in whole numbers.
    private static func naive(_ count: Int, drawing drawn: Int, from marked: Int, and unmarked: Int) -> Double {
        func ways(_ n: Int, _ k: Int) -> Int128 {
            (0..<max(k, 0)).reduce(Int128(1)) { $0 * Int128(n - $1) / Int128($1 + 1) }
        }
        let weights = (max(0, drawn - unmarked)...min(drawn, marked))
            .map { (count: $0, ways: ways(marked, $0) * ways(unmarked, drawn - $0)) }
        let own = weights.first { $0.count == count }!.ways
        let all = weights.reduce(Int128(0)) { $0 + $1.ways }
        return Double(weights.filter { $0.ways <= own }.reduce(Int128(0)) { $0 + $1.ways }) / Double(all)
    }

    @Test func `R-POL-09 Agrees with counting out every table of up to twelve and twelve`() {
        for (marked, unmarked) in [(1, 1), (3, 5), (7, 4), (12, 12), (0, 6), (9, 0), (12, 5)] {
            for drawn in 0...(marked + unmarked) {
                let test = HypergeometricDistribution(drawing: Int64(drawn), from: Int64(marked), and: Int64(unmarked))
                for count in max(0, drawn - unmarked)...min(drawn, marked) {
                    let naive = Self.naive(count, drawing: drawn, from: marked, and: unmarked)
                    #expect((test.bothTails(around: Int64(count)) / naive - 1).magnitude < 1e-13)
                }
            }
        }
    }

    /// The values were computed with mpmath from the logarithms of factorials at 40 digits.
    @Test(
        arguments: [
            (1_000, 120, 1_000, 150, 0.057_595_850_868_926_788_733),
            (1_000, 0, 1_000, 50, 9.478_614_586_173_893_461_8e-16),
            (1_000_000, 50_000, 1_000_000, 50_500, 0.106_277_792_996_377_955_15),
            (100_000, 10, 100_000, 30, 0.002_219_237_250_987_977_628_9),
        ] as [(Int64, Int64, Int64, Int64, Double)]
    )
    func `R-POL-09 Is exact for large groups as well`(
        marked: Int64,
        hits: Int64,
        unmarked: Int64,
        others: Int64,
        exact: Double
    ) {
        let test = HypergeometricDistribution(drawing: hits + others, from: marked, and: unmarked)
        #expect((test.bothTails(around: hits) / exact - 1).magnitude < 1e-13)
    }
}

@Suite struct `A hash that scatters names` {
    /// - Source: the test vectors of RFC 9923 and of the authors' page, <http://www.isthe.com/chongo/tech/comp/fnv/>.
    @Test(
        arguments: [
            ("", 0x811c_9dc5), ("a", 0xe40c_292c), ("b", 0xe70c_2de5), ("foobar", 0xbf9c_f968), ("foo", 0xa9f3_7ed7),
        ] as [(String, UInt32)]
    )
    func `R-POL-09 Has the published values`(text: String, hash: UInt32) {
        var found = FNV1a()
        found.combine(text)
        #expect(found.hash == hash)
    }
}
