public import GiftModel

extension PolicyDocument {
    /// Returns `findings` of this document with the line and column at which `json`, its text, shows them.
    ///
    /// - Returns: A place for each finding, in their order; its problem is the finding in English.
    /// - Throws: `InvalidDocument` when `json` is no JSON, and so not the text of the policy.
    /// - Complexity: O(*n* · *f*) for a text of length *n* and *f* findings.
    public func places(
        of findings: [PolicyFinding],
        in json: String
    ) throws(InvalidDocument) -> [DocumentFault] {
        var places: [DocumentFault] = []
        for finding in findings {
            let position = try Document.position(of: finding.path, in: json)
            places.append(
                DocumentFault(path: finding.path, at: position, problem: .impossible(finding.text.english))
            )
        }
        return places
    }
}
