public import GiftModel

/// What an experiment is to show, and what is then done, written down before it starts.
///
/// Whoever decides afterwards what was to be shown always finds something.
///
/// - Wire format: `{"alpha":"1/20","baseline":"9/100","control":"none","decision":{…},"effect":"3/100","horizon":
///   {"customers":20000},"hypothesis":{…},"measure":"repurchase","power":"4/5","startsOn":"2027-01-01",
///   "writtenOn":"2026-12-15"}`; a horizon of `{"sharpestAt":5000}` may be looked at at any time.
public struct ExperimentPlan: Hashable, Sendable {
    /// What is thought to be so.
    public let hypothesis: LocalizedText
    /// What is done when it shows, and what when it does not.
    public let decision: LocalizedText
    /// What is measured.
    public let measure: MeasureName
    /// The arm with which the others are compared.
    public let control: ExperimentArm.ID
    /// The share that the control is expected to reach.
    public let baseline: Ratio
    /// The least difference from it that matters, below zero where less is hoped for.
    public let effect: Ratio
    /// How often a difference may be found where there is none, over all comparisons together.
    public let alpha: Ratio
    /// How often such a difference is found where there is one.
    public let power: Ratio
    /// When the result is read.
    public let horizon: Horizon
    /// The day on which this was written.
    public let writtenOn: CalendarDate
    /// The first day of the experiment.
    public let startsOn: CalendarDate

    /// When a result is read.
    ///
    /// The two answers are all there are, so this enum is closed.
    public enum Horizon: Hashable, Sendable {
        /// Once, when so many customers are counted, all arms together.
        case fixed(customers: Int64)
        /// As often as one likes, by a test that allows it.
        case sequential(SequentialDesign)
    }

    /// A plan as described.
    public init(
        hypothesis: LocalizedText,
        decision: LocalizedText,
        measure: MeasureName,
        against control: ExperimentArm.ID,
        baseline: Ratio,
        effect: Ratio,
        alpha: Ratio = .percent(5),
        power: Ratio = .percent(80),
        horizon: Horizon,
        writtenOn: CalendarDate,
        startsOn: CalendarDate
    ) {
        self.hypothesis = hypothesis
        self.decision = decision
        self.measure = measure
        self.control = control
        self.baseline = baseline
        self.effect = effect
        self.alpha = alpha
        self.power = power
        self.horizon = horizon
        self.writtenOn = writtenOn
        self.startsOn = startsOn
    }
}

extension ExperimentPlan {
    /// The plan as it continues the sentence of its experiment.
    var sentencePart: LocalizedText {
        func text(_ ratio: Ratio) -> String { FactValue.ratio(ratio).text(in: .english) }
        func quoted(_ text: LocalizedText) -> LocalizedText {
            LocalizedText(
                english: LocalizedText(quoting: text.english).english,
                chinese: LocalizedText(quoting: text.chinese).chinese
            )
        }
        let control = LocalizedText(quoting: control.text)
        let measure = LocalizedText(quoting: measure.title, measure.name.text)
        let (hypothesis, decision) = (quoted(hypothesis), quoted(decision))
        let read =
            switch horizon {
            case .fixed(let customers):
                LocalizedText(english: "read once, at \(customers) customers", chinese: "满\(customers)名客户时一次判读")
            case .sequential(let design):
                LocalizedText(
                    english: "read at any time, sharpest at \(design.sharpestAt) customers",
                    chinese: "可随时判读，\(design.sharpestAt)名客户时最灵敏"
                )
            }
        return LocalizedText(
            english: "; written on \(writtenOn), from \(startsOn) on, to show against \(control.english) by "
                + "\(measure.english): \(hypothesis.english), \(text(effect)) from \(text(baseline)), "
                + "alpha \(text(alpha)), power \(text(power)), \(read.english); then: \(decision.english)",
            chinese: "；\(writtenOn)立项，\(startsOn)开始，对照\(control.chinese)，指标\(measure.chinese)："
                + "\(hypothesis.chinese)，基准\(text(baseline))，变化\(text(effect))，显著性水平\(text(alpha))，"
                + "功效\(text(power))，\(read.chinese)；决策：\(decision.chinese)"
        )
    }
}
