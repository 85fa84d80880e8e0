import GiftModel
import GiftNumerics

/// Entries by identity ascending, none twice.
struct PurchaseEntries<Entry: PurchaseEntry>: Hashable, Sendable {
    private var entries: [Entry] = []
}

extension PurchaseEntries: RandomAccessCollection {
    var startIndex: Int { entries.startIndex }
    var endIndex: Int { entries.endIndex }
    subscript(position: Int) -> Entry { entries[position] }
}

extension PurchaseEntries {
    /// Returns the position of `id`, or `nil` when it is not known.
    func position(of id: Identifier<Entry.Subject>) -> Int? {
        let position = firstPosition(onOrAfter: id)
        return position < endIndex && entries[position].id == id ? position : nil
    }

    /// Returns where `entry` belongs, or `nil` when it is known already.
    ///
    /// - Throws: ``PurchaseSummaryError/contradiction(_:known:)``.
    func place(for entry: Entry, in currency: Currency) throws(PurchaseSummaryError) -> Int? {
        let position = firstPosition(onOrAfter: entry.id)
        return try isNew(entry, at: position, in: currency) ? position : nil
    }

    mutating func insert(_ entry: Entry, at position: Int) { entries.insert(entry, at: position) }

    /// Returns the entries of `other` that are not known here, ascending.
    ///
    /// - Throws: ``PurchaseSummaryError/contradiction(_:known:)``, for the first entry that contradicts one known here.
    func unknown(of other: Self, in currency: Currency) throws(PurchaseSummaryError) -> [Entry] {
        guard let first = other.first, let last, first.id <= last.id else { return other.entries }
        var unknown: [Entry] = []
        var position = firstPosition(onOrAfter: first.id)
        for entry in other.entries {
            while position < endIndex, entries[position].id < entry.id { position += 1 }
            if try isNew(entry, at: position, in: currency) { unknown.append(entry) }
        }
        return unknown
    }

    /// Takes `unknown` in, which are ascending and not known here.
    mutating func insert(_ unknown: [Entry]) {
        guard let first = unknown.first, let last, first.id <= last.id else {
            entries += unknown
            return
        }
        var all: [Entry] = []
        all.reserveCapacity(entries.count + unknown.count)
        var position = startIndex
        for entry in unknown {
            while position < endIndex, entries[position].id < entry.id {
                all.append(entries[position])
                position += 1
            }
            all.append(entry)
        }
        all += entries[position...]
        entries = all
    }

    /// Returns whether `entry` is not known; `position` is the first that is not before it.
    private func isNew(_ entry: Entry, at position: Int, in currency: Currency) throws(PurchaseSummaryError) -> Bool {
        guard position < endIndex else { return true }
        if entries[position] == entry { return false }
        guard entries[position].id != entry.id else {
            throw .contradiction(entry.record(in: currency), known: entries[position].record(in: currency))
        }
        return true
    }

    private func firstPosition(onOrAfter id: Identifier<Entry.Subject>) -> Int {
        guard let last, last.id >= id else { return endIndex }
        return entries.firstPosition { $0.id >= id }
    }
}

extension PurchaseEntries: Codable {
    init(from decoder: any Decoder) throws {
        self.entries = try decoder.singleValueContainer().decode([Entry].self)
        for (entry, next) in zip(entries, entries.dropFirst()) where entry.id >= next.id {
            let problem = "`\(next.id)` comes after `\(entry.id)`: identities ascend, none twice"
            throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: problem))
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(entries)
    }
}
