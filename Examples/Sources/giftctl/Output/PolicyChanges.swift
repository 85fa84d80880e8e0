import GiftModel
import GiftPolicy
import Segmentation

/// What one version of a policy changes against another, line by line.
struct PolicyChanges {
    let language: Language
    private let heading: String
    private var lines: [Line] = []

    /// What a line tells.
    enum Kind: String {
        case added
        case removed
        case changed
        case entering
        case leaving
        case tooComplex
        case incomparable
    }

    /// One change, of a rule or, where none is named, of what stands around the rules.
    struct Line {
        let kind: Kind
        var rule: Rule.ID?
        var name: LocalizedText?
        var path: String?
        var old: String?
        var new: String?
    }

    init(from old: PolicyDocument, to new: PolicyDocument, in language: Language) {
        self.language = language
        self.heading = "\(new.id) \(old.version) → \(new.version)"
        let difference = new.difference(from: old)
        func name(of rule: Rule.ID, in document: PolicyDocument) -> LocalizedText? {
            document.rules.first { $0.id == rule }?.name
        }
        for rule in difference.removed { lines.append(Line(kind: .removed, rule: rule, name: name(of: rule, in: old))) }
        for rule in difference.added { lines.append(Line(kind: .added, rule: rule, name: name(of: rule, in: new))) }
        for change in difference.changed {
            let title = name(of: change.rule, in: new)
            lines += change.fields.map { Self.line(of: $0, rule: change.rule, name: title) }
            for (kind, example) in Self.examples(of: change.audience) {
                let words = example?.phrase(calling: new.tiers.tiers, new.segments + old.segments)[language]
                lines.append(Line(kind: kind, rule: change.rule, name: title, path: "/when", new: words))
            }
        }
        lines += difference.fields.map { Self.line(of: $0) }
    }

    private static func line(of field: FieldChange, rule: Rule.ID? = nil, name: LocalizedText? = nil) -> Line {
        Line(kind: .changed, rule: rule, name: name, path: field.path, old: field.old, new: field.new)
    }

    /// Who comes in and who drops out, or why nobody can be told.
    private static func examples(of change: AudienceChange) -> [(kind: Kind, example: SegmentCondition?)] {
        switch change {
        case .none: []
        case .changed(let entering, let leaving):
            (entering.map { [(.entering, $0)] } ?? []) + (leaving.map { [(.leaving, $0)] } ?? [])
        case .tooComplex: [(.tooComplex, nil)]
        case .incomparable: [(.incomparable, nil)]
        }
    }
}

extension PolicyChanges {
    func text(as format: OutputFormat) throws -> String {
        guard format != .table else { return readable }
        var table = Table(["change", "rule", "path", "old", "new"])
        for line in lines {
            let texts = [line.rule?.text, line.path, line.old, line.new]
            table.append([.text(line.kind.rawValue)] + texts.map { $0.map(Table.Cell.text) ?? .missing })
        }
        return try table.text(as: format)
    }

    private var readable: String {
        var text = "\(heading)\n"
        if lines.isEmpty { text += language.wording("Both say the same\n", "两个版本内容相同\n") }
        var topic: String?
        for line in lines {
            let name = line.name.map { "\($0[language]) (\(line.rule?.text ?? ""))" }
            if line.kind == .added || line.kind == .removed {
                text += "\(line.kind == .added ? "+" : "-") \(name ?? "")\n"
                continue
            }
            let heading = name ?? language.wording("Around the rules", "规则之外")
            if heading != topic { text += "~ \(heading)\n" }
            topic = heading
            text += "    \(words(for: line))\n"
        }
        return text
    }

    private func words(for line: Line) -> String {
        let (path, new) = (line.path ?? "", line.new ?? "")
        switch line.kind {
        case .added, .removed: return path
        case .changed:
            let nothing = language.wording("nothing", "无")
            return "\(path): \(line.old ?? nothing) → \(line.new ?? nothing)"
        case .entering: return language.wording("now also for, among others: \(new)", "新增适用客户，例如：\(new)")
        case .leaving: return language.wording("no longer for, among others: \(new)", "不再适用客户，例如：\(new)")
        case .tooComplex:
            return language.wording("for whom: too complex to compare", "适用客户：过于复杂，无法比较")
        case .incomparable:
            return language.wording(
                "for whom: what is asked means something else now, so that no comparison says anything",
                "适用客户：条件所问的含义已变，无法比较"
            )
        }
    }
}
