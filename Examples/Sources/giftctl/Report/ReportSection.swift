/// A part of the page under one heading; it shows what it has.
struct ReportSection {
    let heading: String
    let note: String
    /// Whether it takes both columns of a wide screen.
    var isWide = false
    var charts: Charts?
    var heatMap: HeatMap?
    var flow: SankeyChart?
    var stairs: TierStairs?
    var cohorts: CohortHeat?
    var gifts: GiftTable?
    var samples: Samples?
    var weeks: Weeks?
    var table: FigureTable?

    /// Charts that stand side by side.
    struct Charts { let charts: [BarChart] }

    /// Charts of weeks, one below the other.
    struct Weeks { let charts: [WeekChart] }

    /// Decisions that stand for all.
    struct Samples { let cards: [SampleDecision] }
}
