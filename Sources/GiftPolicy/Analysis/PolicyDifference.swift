public import GiftModel
public import Segmentation

/// What one version of a policy changes against another, in what it says and in whom it is for.
public struct PolicyDifference: Hashable, Sendable {
    /// The rules that the old version does not have, in the order of the new one.
    public let added: [Rule.ID]
    /// The rules that the new version does not have, in the order of the old one.
    public let removed: [Rule.ID]
    /// The rules that both have and that say something else or are for others, in the order of the new version.
    public let changed: [RuleChange]
    /// What else the versions say differently, by place; the number of the version is no difference.
    public let fields: [FieldChange]
}

extension PolicyDifference {
    /// Whether both versions say the same.
    public var isEmpty: Bool { added.isEmpty && removed.isEmpty && changed.isEmpty && fields.isEmpty }
}

/// What a rule says differently.
public struct RuleChange: Hashable, Sendable {
    /// The rule.
    public let rule: Rule.ID
    /// What it says differently beside its condition, by place within the rule.
    public let fields: [FieldChange]
    /// What became of those whom it is for.
    public let audience: AudienceChange
}

/// One place in which two documents differ.
public struct FieldChange: Hashable, Sendable {
    /// The place, such as `/gift/through`; of what is gone, that in the old document.
    ///
    /// - Source: JSON Pointer, <https://www.rfc-editor.org/rfc/rfc6901>.
    public let path: String
    /// What stood there, as JSON, or `nil` when nothing did.
    public let old: String?
    /// What stands there, as JSON, or `nil` when nothing does.
    public let new: String?
}

/// What becomes of those for whom a condition holds when it is replaced by another.
///
/// The four answers are all there are, so this enum is closed.
public enum AudienceChange: Hashable, Sendable {
    /// Nothing: it is the same condition, or one in other words that holds for the same customers.
    case none
    /// Others: what the first is like who enters, and the first who leaves, where there are such.
    case changed(entering: SegmentCondition?, leaving: SegmentCondition?)
    /// It is another condition, and finding out would take too long.
    case tooComplex
    /// What it asks about has another meaning in the new version, or none, so that no comparison says anything.
    ///
    /// Tiers may stand in another order, a label may have other values, a condition may have a fault.
    case incomparable
}

extension PolicyDocument {
    /// Returns what this version of a policy changes against `old`.
    ///
    /// Rules are the same that have the same identifier. Conditions in other words that hold for the same customers are
    /// no change, also where they refer to segments that were written anew; attributes count as independent of one
    /// another for that.
    ///
    /// - Complexity: O(*n* log *n*) in the size of the documents, and at most 20,000 conjunctions for each condition.
    public func difference(from old: PolicyDocument) -> PolicyDifference {
        let (ids, oldIDs) = (Set(rules.map(\.id)), Set(old.rules.map(\.id)))
        let earlier = Dictionary(old.rules.enumerated().map { ($1.id, $0) }) { first, _ in first }
        let audiences = AudienceComparison(from: old, to: self)
        return PolicyDifference(
            added: rules.map(\.id).filter { !oldIDs.contains($0) },
            removed: old.rules.map(\.id).filter { !ids.contains($0) },
            changed: rules.enumerated()
                .compactMap { index, rule in
                    guard let place = earlier[rule.id] else { return nil }
                    let fields = CanonicalForm.changes(from: old.rules[place], to: rule)
                        .filter { !$0.path.hasPrefix("/when") }.map(FieldChange.init)
                    let audience = audiences.change(fromRule: place, toRule: index)
                    return fields.isEmpty && audience == .none
                        ? nil : RuleChange(rule: rule.id, fields: fields, audience: audience)
                },
            fields: CanonicalForm.changes(from: old.withoutRules, to: withoutRules)
                .filter { $0.path != "/version" }.map(FieldChange.init)
        )
    }

    /// The document without its rules, which are compared one by one.
    private var withoutRules: PolicyDocument {
        var document = self
        document.rules = []
        return document
    }
}

extension FieldChange {
    fileprivate init(_ change: CanonicalChange) { self.init(path: change.path, old: change.old, new: change.new) }
}

/// The conditions of two versions in one document.
private struct AudienceComparison {
    private let old: SegmentDocument
    private let new: SegmentDocument
    private let firstOfOld: Int
    private let firstOfNew: Int
    private let analysis: SegmentAnalysis
    /// What means something else in the new version.
    private let strangers: Set<SegmentAttribute>

    init(from old: PolicyDocument, to new: PolicyDocument) {
        let (old, new, counts) = (old.conditions, new.conditions, (old.segments.count, new.segments.count))
        let known = Dictionary(old.labels.map { ($0.id, $0) }) { first, _ in first }
        let labels = new.labels.filter { label in known[label.id].map { $0 != label } ?? false }
        self.old = old
        self.new = new
        (self.firstOfOld, self.firstOfNew) = counts
        self.strangers = Set(labels.map { .label($0.id) } + (old.tiers == new.tiers ? [] : [.tier]))
        self.analysis = SegmentAnalysis(of: old.joined(with: new))
    }

    func change(fromRule oldRule: Int, toRule newRule: Int) -> AudienceChange {
        let (before, after) = (firstOfOld + oldRule, firstOfNew + newRule)
        let (condition, other) = (old.segments[before].condition, new.segments[after].condition)
        let asked = old.attributes(ofSegmentAt: before).union(new.attributes(ofSegmentAt: after))
        if condition == other, condition.isSelfContained, asked.isDisjoint(with: strangers) { return .none }
        let joined = (before: before, after: old.segments.count + after)
        guard asked.isDisjoint(with: strangers), analysis.positions.contains(joined.before),
            analysis.positions.contains(joined.after)
        else { return .incomparable }
        do throws(SegmentAnalysis.Undecided) {
            let entering = try analysis.example(in: joined.after, notIn: joined.before)
            let leaving = try analysis.example(in: joined.before, notIn: joined.after)
            return entering == nil && leaving == nil ? .none : .changed(entering: entering, leaving: leaving)
        } catch {
            return .tooComplex
        }
    }
}
