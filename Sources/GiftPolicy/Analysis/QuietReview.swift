import GiftModel

/// What is to be said about rules whose gifts are lost in quiet hours.
struct QuietReview {
    private static let secondsPerDay: Int64 = 86_400

    private let document: PolicyDocument

    init(of document: PolicyDocument) { self.document = document }

    /// Returns what is to be said about a rule.
    func findings(of rule: Int) -> [PolicyFinding] {
        guard let quiet = document.quietTimes, let check = check(of: document.rules[rule], in: quiet) else { return [] }
        let path = "/rules/\(rule)"
        let places = ["on"] + (document.rules[rule].schedule == nil ? [] : ["schedule"])
        return [check.finding(at: path)?.with(paths: places.map { "\(path)/\($0)" } + ["/quietTimes"], witness: nil)]
            .compactMap(\.self)
    }

    private func check(of rule: Rule, in quiet: QuietTimes) -> QuietCheck? {
        switch rule.trigger {
        case .welcome(let trigger) where rule.schedule == nil:
            return QuietCheck(quiet.hours, validSeconds: trigger.time.milliseconds / 1000)
        case .cart(let trigger) where rule.schedule == nil:
            return trigger.valid.map { QuietCheck(quiet.hours, validSeconds: $0.milliseconds / 1000) }
        case .anniversary, .birthday, .campaign, .holiday:
            // The only day of the occasion ends with the customer's midnight.
            guard rule.trigger.validDays == 0, quiet.clock == .customer, let due = rule.schedule?.from else {
                return nil
            }
            let left = Self.secondsPerDay - Int64(due.secondsAfterMidnight)
            return QuietCheck(quiet.hours, due: due, validSeconds: left)
        default: return nil
        }
    }
}
