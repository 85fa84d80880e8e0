/// What is known of each record while all of them are being cleaned, by position.
struct CleaningFindings {
    private var activities: [Activity?]
    private var firsts: [Name: Int] = [:]
    private var copies: [(position: Int, name: Name)] = []
    var faults: [Int: CleaningRemark] = [:]
    var repairs: [Int: [CleaningRemark]] = [:]
    var flags: [Int: [CleaningRemark]] = [:]

    init(count: Int) {
        self.activities = []
        activities.reserveCapacity(count)
        firsts.reserveCapacity(count)
    }

    /// What copies have in common.
    private struct Name: Hashable {
        let kind: ActivityKind
        let id: String

        static func == (left: Self, right: Self) -> Bool {
            // Two spellings of one letter are equal strings, and different identifiers.
            left.id == right.id && left.kind == right.kind && left.id.utf8.elementsEqual(right.id.utf8)
        }

        /// Few names are of two kinds, so that the identifier alone spreads them well.
        func hash(into hasher: inout Hasher) { hasher.combine(id) }
    }
}

extension CleaningFindings {
    /// Notes the activity of the next record, which has no faults of its own.
    mutating func note(_ activity: Activity, id: String, at position: Int, in records: [RawActivity]) {
        activities.append(activity)
        let name = Name(kind: activity.kind, id: id)
        guard let other = firsts.updateValue(position, forKey: name) else { return }
        if !Self.precedes(records[position], records[other]) { firsts[name] = other }
        copies.append((firsts[name] == position ? other : position, name))
    }

    /// Notes what keeps the next record from being an activity.
    mutating func note(_ fault: CleaningRemark, at position: Int) {
        activities.append(nil)
        faults[position] = fault
    }

    /// Rejects all copies but the one that stays.
    mutating func rejectCopies(in records: [RawActivity]) {
        for (position, name) in copies {
            guard let first = firsts[name] else { continue }
            let isSame = activities[position] == activities[first]
            faults[position] = CleaningRemark(
                isSame ? .duplicate : .contradiction,
                at: records[position].place,
                .id,
                name.id,
                Fact("place", .code("\(records[first].place)"))
            )
        }
    }

    /// Flags or rejects the orders whose totals lie far from those of all others.
    mutating func judgeOutliers(by rule: OutlierRule, in records: [RawActivity]) {
        var totals: [(position: Int, total: Money)] = []
        for (position, activity) in activities.enumerated() where faults[position] == nil {
            if case .order(let order) = activity { totals.append((position, order.total)) }
        }
        guard totals.count >= rule.leastCount else { return }
        guard let spread = AmountSpread(of: totals.map { $0.total.minorUnits.magnitude }) else { return }
        for (position, total) in totals where spread.isOutlier(total.minorUnits.magnitude, above: rule.deviations) {
            let remark = CleaningRemark(
                .outlier,
                at: records[position].place,
                .amount,
                records[position].amount,
                Fact("amount", .money(total)),
                Fact("median", .money(Money(minorUnits: spread.median, in: total.currency)))
            )
            switch rule.treatment {
            case .flag: flags[position, default: []].append(remark)
            case .reject: faults[position] = remark
            }
        }
    }

    /// Returns the report, in the order of `records`.
    func report(on records: [RawActivity]) -> CleaningReport {
        var report = CleaningReport()
        // Positions with something to tell are few; in front of a dictionary, one look at a bit is enough for the rest.
        var isPlain = [Bool](repeating: true, count: records.count)
        for position in faults.keys { isPlain[position] = false }
        for position in repairs.keys { isPlain[position] = false }
        for position in flags.keys { isPlain[position] = false }
        report.kept.reserveCapacity(records.count)
        for (position, activity) in activities.enumerated() {
            if isPlain[position], let activity {
                report.kept.append(activity)
                continue
            }
            guard faults[position] == nil, let activity else {
                guard let fault = faults[position] else { preconditionFailure("a record came to nothing") }
                report.rejected.append(RejectedRecord(record: records[position], fault: fault))
                continue
            }
            if let repairs = repairs[position] {
                report.repaired.append(RepairedRecord(activity: activity, repairs: repairs))
            } else {
                report.kept.append(activity)
            }
            if let flags = flags[position] { report.flagged += flags }
        }
        return report
    }

    /// Whether `left` stays and `right` is its copy: by place, and by what they say where one place has two.
    private static func precedes(_ left: RawActivity, _ right: RawActivity) -> Bool {
        guard left.place == right.place else { return left.place < right.place }
        return left.texts.lexicographicallyPrecedes(right.texts) { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}
