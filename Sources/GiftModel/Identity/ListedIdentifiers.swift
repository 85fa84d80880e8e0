/// Identifiers to be listed page by page, ascending; they are put in order when they are asked for and not before.
struct ListedIdentifiers<Subject> {
    private var identifiers: [Identifier<Subject>] = []
    private var isSorted = true

    /// Takes in `identifier`, which must not be listed yet.
    mutating func add(_ identifier: Identifier<Subject>) {
        if let last = identifiers.last, identifier < last { isSorted = false }
        identifiers.append(identifier)
    }

    /// Returns those after `last`, or all of them.
    ///
    /// - Complexity: O(log *n*), and O(*n* log *n*) once after identifiers were taken in.
    mutating func identifiers(after last: Identifier<Subject>?) -> ArraySlice<Identifier<Subject>> {
        if !isSorted {
            identifiers.sort()
            isSorted = true
        }
        guard let last else { return identifiers[...] }
        var (low, high) = (0, identifiers.count)
        while low < high {
            let middle = (low + high) / 2
            if identifiers[middle] <= last { low = middle + 1 } else { high = middle }
        }
        return identifiers[low...]
    }
}
