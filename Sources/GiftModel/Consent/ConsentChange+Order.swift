/// By time; at the same instant, what permits less comes later and so prevails.
///
/// A withdrawal comes after what was given, a shorter consent after a longer one. Changes that permit the same are told
/// apart by the bytes of their purpose, notice and proof, so that every order of arrival ends in the same history.
extension ConsentChange: Comparable {
    public static func < (left: Self, right: Self) -> Bool {
        if left.at != right.at { return left.at < right.at }
        if left.kind != right.kind { return left.kind == .given }
        if left.until != right.until { return left.end > right.end }
        return left.names.lexicographicallyPrecedes(right.names) { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// When it ends, with what never ends after everything else.
    private var end: (Int, Int64) { until.map { (0, $0.milliseconds) } ?? (1, 0) }

    private var names: [String] { [purpose.name.text, notice?.text ?? "", proof?.text ?? ""] }
}
