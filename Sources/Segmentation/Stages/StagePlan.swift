import GiftModel

/// The rules of stages as they are tried: one list of tests on whole numbers, cut into rules.
///
/// It never changes, and all assessments by the same rules share it.
final class StagePlan: Sendable {
    let rules: [StageRule]
    let steps: [StageStep]
    let tests: [StageTest]
    let otherwise: Stage
    let comparedDays: Int
    let minimumGaps: Int
    let minimumStayDays: Int
    let changesOnPurchase: Bool
    let hasRhythm: Bool
    let hasActivity: Bool
    let hasStays: Bool
    /// Whether nobody bought on half as many days and nobody on more, when no rule holds.
    let otherwiseIsSteady: Bool
    /// Whether a stage depends on the stage before.
    let hasMemory: Bool
    private let enteredAtOnce: UInt8

    init(
        _ rules: [StageRule],
        otherwise: Stage,
        comparedDays: Int?,
        minimumGaps: Int,
        minimumStayDays: Int,
        enteredAtOnce: Set<Stage>,
        changesOnPurchase: Bool
    ) {
        var tests: [StageTest] = []
        var steps: [StageStep] = []
        for rule in rules {
            let start = tests.count
            tests += rule.when.map(StageTest.init)
            let middle = tests.count
            tests += rule.stays.map(StageTest.init)
            steps.append(StageStep(stage: rule.stage, when: start..<middle, stays: middle..<tests.count))
        }
        self.rules = rules
        self.steps = steps
        self.tests = tests
        self.otherwise = otherwise
        self.comparedDays = comparedDays ?? 0
        self.minimumGaps = minimumGaps
        self.minimumStayDays = minimumStayDays
        self.changesOnPurchase = changesOnPurchase
        self.hasRhythm = tests.contains { $0.quantity == .ownRhythm }
        self.hasActivity = tests.contains { $0.quantity == .activityProbability }
        self.hasStays = rules.contains { !$0.stays.isEmpty }
        self.otherwiseIsSteady =
            rules.contains { $0.when == StageRule.fewerPurchaseDays }
            && rules.contains { $0.when == StageRule.morePurchaseDays }
        self.hasMemory = minimumStayDays > 0 || hasStays
        self.enteredAtOnce = enteredAtOnce.reduce(0) { $0 | $1.bit }
    }

    /// Whether `stage` is entered without waiting for the minimum stay.
    func isEnteredAtOnce(_ stage: Stage) -> Bool { enteredAtOnce & stage.bit != 0 }
}

extension StagePlan: Hashable {
    static func == (left: StagePlan, right: StagePlan) -> Bool {
        left === right
            || left.rules == right.rules && left.otherwise == right.otherwise
                && left.comparedDays == right.comparedDays && left.minimumGaps == right.minimumGaps
                && left.minimumStayDays == right.minimumStayDays && left.enteredAtOnce == right.enteredAtOnce
                && left.changesOnPurchase == right.changesOnPurchase
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(rules)
        hasher.combine(otherwise)
    }
}

/// One rule: its stage, and its tests by their places in the plan.
struct StageStep: Sendable {
    let stage: Stage
    let when: Range<Int>
    let stays: Range<Int>
}

/// A condition as a test on a whole number: that it lies in a range, or that it does not.
///
/// For ratios the number is what is left when both sides are multiplied out and subtracted, so nothing is rounded.
struct StageTest: Sendable {
    let quantity: StageCondition.Field
    let numerator: Int
    let denominator: Int
    /// For probabilities, which models give as floating-point numbers.
    let threshold: Double
    private let low: Int
    private let high: Int
    private let isInverted: Bool

    init(_ condition: StageCondition) {
        let (field, comparison, value) = condition.parts
        self.quantity = field
        self.numerator = Int(value.numerator)
        self.denominator = Int(value.denominator)
        self.threshold = Double(value.numerator) / Double(value.denominator)
        let limit =
            switch field {
            case .ownRhythm, .windowRatio, .activityProbability: 0
            default: Int(value.numerator)
            }
        switch comparison {
        case .equal, .notEqual: (self.low, self.high) = (limit, limit)
        case .below: (self.low, self.high) = (-Self.endless, limit - 1)
        case .atMost: (self.low, self.high) = (-Self.endless, limit)
        case .above: (self.low, self.high) = (limit + 1, Self.endless)
        case .atLeast: (self.low, self.high) = (limit, Self.endless)
        }
        self.isInverted = comparison == .notEqual
    }

    /// Returns whether the test holds of `number`.
    func holds(_ number: Int) -> Bool { (low <= number && number <= high) != isInverted }

    /// Returns for which days around `day` the answer is that for `number`, which grows by `step` from day to day.
    @inline(__always)
    func days(around day: Int, _ number: Int, growingBy step: Int = 1) -> StageStretch {
        // All numbers are far from the ends of 64 bits.
        let lower = number > high ? high &+ 1 : number >= low ? low : -Self.endless
        let upper = number < low ? low : number <= high ? high &+ 1 : Self.endless
        return StageStretch(
            first: day &- (number &- lower) / step,
            next: day &+ (upper &- number &+ step &- 1) / step
        )
    }

    /// Beyond every number that is compared, and far enough from the ends of 64 bits to be reckoned with.
    private static let endless = 1 << 60
}

/// Days on which nothing turns that something rests on, back to the last purchase and on to the next.
struct StageStretch {
    /// The first of them; where it lies before the last purchase, it begins with that.
    var first: Int = .min
    /// The day after the last of them.
    var next: Int = .max

    mutating func narrow(to other: Self) {
        first = max(first, other.first)
        next = min(next, other.next)
    }
}

extension Stage {
    /// A bit of its own.
    fileprivate var bit: UInt8 {
        switch self {
        case .prospect: 1
        case .new: 2
        case .growing: 4
        case .mature: 8
        case .declining: 16
        case .dormant: 32
        case .churned: 64
        }
    }
}
