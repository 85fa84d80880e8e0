/// What is known of each record while all of them are being cleaned.
///
/// Records are known by their positions; those that could be read also by numbers of their own, without gaps.
struct CleaningFindings {
    private let records: [RawActivity]
    private var activities: [Activity] = []
    /// The position of the record of each activity.
    private var positions: [Int] = []
    /// The hash of the identifier of each activity.
    private var hashes: [UInt64] = []
    private var faults: [(position: Int, remark: CleaningRemark)] = []
    /// The numbers of activities that were rejected after all.
    private var lost: Set<Int> = []
    /// What was mended, by the number of the activity.
    private var repairs: [Int: [CleaningRemark]] = [:]
    /// What is odd, by the number of the activity.
    private var flags: [Int: [CleaningRemark]] = [:]

    init(on records: [RawActivity]) {
        self.records = records
        activities.reserveCapacity(records.count)
        positions.reserveCapacity(records.count)
        hashes.reserveCapacity(records.count)
    }

    /// What copies have in common.
    private struct Name: Hashable {
        let kind: ActivityKind
        let id: String

        static func == (left: Self, right: Self) -> Bool {
            // Two spellings of one letter are equal strings, and different identifiers.
            left.kind == right.kind && left.id.utf8.elementsEqual(right.id.utf8)
        }

        /// Few names are of two kinds, so that the identifier alone spreads them well.
        func hash(into hasher: inout Hasher) { hasher.combine(id) }
    }
}

extension CleaningFindings {
    /// Notes the activity of the record at `position`, which has no faults of its own, and the hash of its identifier.
    mutating func note(
        _ activity: consuming Activity,
        hash: UInt64,
        at position: Int,
        repairs: [CleaningRemark],
        flags: [CleaningRemark]
    ) {
        let number = activities.count
        activities.append(activity)
        positions.append(position)
        hashes.append(hash)
        if !repairs.isEmpty { self.repairs[number] = repairs }
        if !flags.isEmpty { self.flags[number] = flags }
    }

    /// Notes what keeps the record at `position` from being an activity.
    mutating func note(_ fault: RecordReader.Fault, at position: Int) {
        faults.append((position, CleaningRemark(fault, at: records[position].place)))
    }

    /// Rejects all copies but the one that stays.
    mutating func rejectCopies() {
        var firsts: [Name: Int] = [:]
        var copies: [(number: Int, name: Name)] = []
        let repeated = HashFilter(ofRepeated: hashes)
        for (number, hash) in hashes.enumerated() where repeated.contains(hash) {
            let name = name(of: number)
            guard let other = firsts.updateValue(number, forKey: name) else { continue }
            let isFirst = Self.precedes(record(of: number), record(of: other))
            if !isFirst { firsts[name] = other }
            copies.append((isFirst ? other : number, name))
        }
        for (number, name) in copies {
            guard let first = firsts[name] else { continue }
            let isSame = activities[number] == activities[first]
            let remark = CleaningRemark(
                isSame ? .duplicate : .contradiction,
                at: record(of: number).place,
                .id,
                name.id,
                [Fact("place", .code("\(record(of: first).place)"))]
            )
            reject(number, remark)
        }
    }

    /// Flags or rejects the orders and the returns whose amounts lie far from those of all others of the kind.
    mutating func judgeOutliers(by rule: OutlierRule) {
        var (totals, refunds): ([NumberedAmount], [NumberedAmount]) = ([], [])
        for (number, activity) in activities.enumerated() where !lost.contains(number) {
            switch activity {
            case .order(let order): totals.append((number, order.total))
            case .return(let goods): refunds.append((number, goods.refund))
            default: break
            }
        }
        judgeOutliers(among: totals, by: rule)
        judgeOutliers(among: refunds, by: rule)
    }

    /// An amount and the number of its activity.
    private typealias NumberedAmount = (number: Int, amount: Money)

    private mutating func judgeOutliers(among amounts: [NumberedAmount], by rule: OutlierRule) {
        guard amounts.count >= rule.leastCount else { return }
        guard let spread = AmountSpread(of: amounts.map { $0.amount.minorUnits.magnitude }) else { return }
        for (number, amount) in amounts where spread.isOutlier(amount.minorUnits.magnitude, above: rule.deviations) {
            let remark = CleaningRemark(
                .outlier,
                at: record(of: number).place,
                .amount,
                record(of: number).amount,
                [
                    Fact("amount", .money(amount)),
                    Fact("median", .money(Money(minorUnits: spread.median, in: amount.currency))),
                ]
            )
            switch rule.treatment {
            case .flag: flags[number, default: []].append(remark)
            case .reject: reject(number, remark)
            }
        }
    }

    /// Returns the report, in the order of the records, and forgets the activities.
    mutating func report() -> CleaningReport {
        var report = CleaningReport()
        report.rejected = faults.sorted { $0.position < $1.position }
            .map { RejectedRecord(record: records[$0.position], fault: $0.remark) }
        report.repaired = repairs.sorted { $0.key < $1.key }
            .map { RepairedRecord(activity: activities[$0.key], repairs: $0.value) }
        report.flagged = flags.sorted { $0.key < $1.key }.flatMap(\.value)
        // Most records are kept, and to copy them would take as long as to read them.
        swap(&report.kept, &activities)
        report.kept.removeSubranges(RangeSet(lost.union(repairs.keys).sorted(), within: report.kept))
        return report
    }

    private mutating func reject(_ number: Int, _ remark: CleaningRemark) {
        faults.append((positions[number], remark))
        lost.insert(number)
        (repairs[number], flags[number]) = (nil, nil)
    }

    private func record(of number: Int) -> RawActivity { records[positions[number]] }

    private func name(of number: Int) -> Name {
        let id = record(of: number).id ?? ""
        return Name(kind: activities[number].kind, id: FieldReading.trimmed(id) ?? id)
    }

    /// Whether `left` stays and `right` is its copy: by place, and by what they say where one place has two.
    private static func precedes(_ left: RawActivity, _ right: RawActivity) -> Bool {
        guard left.place == right.place else { return left.place < right.place }
        return left.texts.lexicographicallyPrecedes(right.texts) { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}
