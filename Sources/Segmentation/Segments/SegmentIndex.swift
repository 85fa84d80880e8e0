/// Which segments ask about which attributes.
struct SegmentIndex: Hashable, Sendable {
    /// For each slot the segments that ask about it, one bit each.
    private let segments: [[UInt64]]

    init(_ program: SegmentProgram) {
        var segments = program.slots.map { _ in Self.none(of: program) }
        for (position, root) in program.roots.enumerated() {
            var waiting = [root]
            var seen: Set<Int> = []
            while let node = waiting.popLast() {
                guard seen.insert(node).inserted else { continue }
                switch program.nodes[node] {
                case .all(let range), .any(let range): waiting += range.map { program.operands[$0] }
                case .segment(let root, _, _): waiting.append(root)
                case .number(let slot, _, _), .ratio(let slot, _, _, _), .words(let slot, _, _), .known(let slot, _):
                    segments[slot][position / 64] |= 1 << UInt64(position % 64)
                }
            }
        }
        self.segments = segments
    }

    /// Whether any of these segments asks about a slot.
    func isNeeded(_ slot: Int, by affected: [UInt64]) -> Bool {
        for word in affected.indices where segments[slot][word] & affected[word] != 0 { return true }
        return false
    }

    /// No segment, one bit each.
    static func none(of program: SegmentProgram) -> [UInt64] {
        Array(repeating: 0, count: (program.roots.count + 63) / 64)
    }

    func insertAffected(by change: SegmentChange, in program: SegmentProgram, into affected: inout [UInt64]) {
        for slot in program.slots.indices where program.slots[slot].attribute.isTouched(by: change) {
            for word in affected.indices { affected[word] |= segments[slot][word] }
        }
    }
}
