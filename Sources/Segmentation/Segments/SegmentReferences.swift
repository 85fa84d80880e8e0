/// Which segments of a document refer to which others, all by their positions.
struct SegmentReferences {
    /// Through how many levels of segments one may refer to others, so that each is worked out in little memory.
    static let mostLevels = 32

    /// For each segment those that it refers to, in its order, as far as there are such.
    private let targets: [[Int]]
    /// For each segment those that refer to it.
    private let origins: [[Int]]
    /// How many levels of segments stand below each, or `nil` where it stands in a circle or leads to one.
    let levels: [Int?]

    init(of document: SegmentDocument) {
        let positions = Dictionary(document.segments.enumerated().map { ($1.id, $0) }) { first, _ in first }
        let targets = document.segments.map { Set($0.condition.references.compactMap { positions[$0] }).sorted() }
        var origins = [[Int]](repeating: [], count: targets.count)
        for (index, own) in targets.enumerated() { for target in own { origins[target].append(index) } }
        // Those without references come first, then each whose references have all come.
        var missing = targets.map(\.count)
        var waiting = targets.indices.filter { missing[$0] == 0 }
        var levels = [Int?](repeating: nil, count: targets.count)
        while let index = waiting.popLast() {
            levels[index] = targets[index].compactMap { levels[$0] }.max().map { $0 + 1 } ?? 0
            for origin in origins[index] {
                missing[origin] -= 1
                if missing[origin] == 0 { waiting.append(origin) }
            }
        }
        (self.targets, self.origins, self.levels) = (targets, origins, levels)
    }

    /// Returns the shortest circle that leads from a segment back to it, beginning with it.
    func circle(from start: Int) -> [Int]? {
        guard levels[start] == nil else { return nil }
        var before: [Int: Int] = [:]
        var reached = [start]
        var position = 0
        while position < reached.count {
            let index = reached[position]
            position += 1
            for next in targets[index] {
                if next == start {
                    var trail = [index]
                    while let last = trail.last, let earlier = before[last] { trail.append(earlier) }
                    return trail.reversed()
                }
                guard before[next] == nil else { continue }
                before[next] = index
                reached.append(next)
            }
        }
        return nil
    }

    /// Returns these segments and all that refer to them, be it through others.
    func closure(of segments: Set<Int>) -> Set<Int> {
        var closure = segments
        var waiting = Array(segments)
        while let index = waiting.popLast() {
            for origin in origins[index] where closure.insert(origin).inserted { waiting.append(origin) }
        }
        return closure
    }
}
