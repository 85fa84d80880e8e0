/// A document that is no policy, with every fault in it.
public struct InvalidPolicy: Error, Hashable, Sendable {
    /// The faults, in the order of the document.
    public let faults: [PolicyFault]
}

extension InvalidPolicy: CustomStringConvertible {
    public var description: String { faults.map(\.description).joined(separator: "; ") }
}
