/// Faults on their way from the places where they were found to whoever reads the document.
struct CollectedFaults: Error {
    private(set) var errors: [DecodingError] = []

    init() {}

    init(_ error: any Error, at path: [any CodingKey]) { add(error, at: path) }

    /// Takes in `error`, which may be many; what tells no place of its own stands at `path`.
    mutating func add(_ error: any Error, at path: [any CodingKey]) {
        switch error {
        case let faults as CollectedFaults: errors += faults.errors
        case let error as DecodingError: errors.append(error)
        default: errors.append(DocumentProblem.impossible("\(error)").error(at: path))
        }
    }
}
