public import GiftModel

extension InvalidPolicy {
    /// Returns the faults with the line and column at which `json`, the text of the policy, shows them.
    ///
    /// - Throws: `InvalidDocument` when `json` is no JSON, and so not the text of the policy.
    /// - Complexity: O(*n* · *f*) for a text of length *n* and *f* faults.
    public func places(in json: String) throws(InvalidDocument) -> [DocumentFault] {
        var places: [DocumentFault] = []
        for fault in faults {
            let position = try Document.position(of: fault.path, in: json)
            places.append(
                DocumentFault(path: fault.path, at: position, problem: .impossible(fault.problem.description))
            )
        }
        return places
    }
}
