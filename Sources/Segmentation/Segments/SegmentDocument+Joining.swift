import GiftModel

extension SegmentDocument {
    /// The segments of both documents, those of `other` last, which refer to the same ones as before by new names.
    ///
    /// Currency and tiers are those of `other`; a label that both declare is declared as in this one.
    package func joined(with other: SegmentDocument) -> SegmentDocument {
        let known = Set(labels.map(\.id))
        return SegmentDocument(
            id: other.id,
            currency: other.currency,
            tiers: other.tiers,
            labels: labels + other.labels.filter { !known.contains($0.id) },
            segments: numbered(from: 0) + other.numbered(from: segments.count)
        )
    }

    private func numbered(from first: Int) -> [Segment] {
        func name(_ position: Int) -> Segment.ID { Segment.ID(stringLiteral: "\(first + position)") }
        let positions = Dictionary(segments.enumerated().map { ($1.id, $0) }) { first, _ in first }
        return segments.enumerated()
            .map { index, segment in
                Segment(
                    id: name(index),
                    name: segment.name,
                    where: segment.condition.referring { id in positions[id].map(name) ?? id }
                )
            }
    }

    /// The attributes that a segment asks about, itself or through those that it refers to.
    package func attributes(ofSegmentAt position: Int) -> Set<SegmentAttribute> {
        let positions = Dictionary(segments.enumerated().map { ($1.id, $0) }) { first, _ in first }
        var (seen, waiting): (Set<Int>, [Int]) = ([], [position])
        var attributes: Set<SegmentAttribute> = []
        while let index = waiting.popLast() {
            guard seen.insert(index).inserted else { continue }
            attributes.formUnion(segments[index].condition.attributes)
            waiting += segments[index].condition.references.compactMap { positions[$0] }
        }
        return attributes
    }
}

extension SegmentCondition {
    /// Whether it refers to no segment.
    package var isSelfContained: Bool { references.isEmpty }

    /// The same condition, in which segments are called otherwise.
    fileprivate func referring(to name: (Segment.ID) -> Segment.ID) -> SegmentCondition {
        switch self {
        case .all(let parts): .all(parts.map { $0.referring(to: name) })
        case .any(let parts): .any(parts.map { $0.referring(to: name) })
        case .not(let part): .not(part.referring(to: name))
        case .segment(let id): .segment(name(id))
        case .compared, .oneOf, .noneOf, .known, .unknown: self
        }
    }
}
