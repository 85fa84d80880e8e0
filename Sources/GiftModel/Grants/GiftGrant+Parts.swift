extension GiftGrant {
    /// Returns the steps that the part called `gift` has gone, with the others at first and then by itself.
    ///
    /// - Returns: The steps of the whole for a part that was never reported by itself, and for no part.
    /// - Complexity: O(*n*) in the number of steps.
    public func steps(of part: Gift.ID) -> [GrantStep] {
        guard let parting = log.firstIndex(where: { $0.part == part }) else { return steps }
        return log[..<parting].filter { $0.part == nil } + log[parting...].filter { $0.part == part }
    }

    /// The steps of the gift itself, and of each of its parts.
    var ways: [[GrantStep]] { [steps] + (choice?.parts ?? []).map { steps(of: $0.gift) } }

    /// Returns the steps of the whole, or of one of its parts.
    func way(of part: Gift.ID?) -> [GrantStep] { part.map(steps(of:)) ?? steps }

    /// Returns whether `part` is in the gift; the gift itself, `nil`, always is.
    func has(_ part: Gift.ID?) -> Bool {
        part == nil || choice?.parts.contains { $0.gift == part } == true
    }
}
