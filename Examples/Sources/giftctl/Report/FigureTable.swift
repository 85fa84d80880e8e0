/// Rows of figures, each under its name.
struct FigureTable {
    var caption: String?
    let columns: [String]
    let rows: [Row]

    /// A name with its figures.
    struct Row {
        let name: String
        let cells: [String]
    }
}
