import GiftModel
import GiftTesting
import Testing

@Suite struct `A word that is not known` {
    @Test(arguments: [
        ("restdays", "restDays"), ("resDays", "restDays"), ("restDasy", "restDays"), ("budgets", "budget"),
        ("bugdet", "budget"), ("x", nil), ("occasion", nil), ("", nil),
    ])
    func `R-POL-10 Is answered with the nearest that is, if one is near`(word: String, meant: String?) {
        let text = KnownWords(["restDays", "budget", "on"]).unknown("key", word)
        let hint = meant.map { ", perhaps `\($0)`" } ?? ""
        #expect(text.description == "unknown key `\(word)`\(hint); known are `restDays`, `budget`, `on`")
    }

    /// The fewest edits, found by trying every edit of every letter; exponential, and so for short words only.
    private func naive(_ source: ArraySlice<Character>, _ target: ArraySlice<Character>) -> Int {
        guard let a = source.first, let b = target.first else { return source.count + target.count }
        var best = min(
            naive(source.dropFirst(), target.dropFirst()) + (a == b ? 0 : 1),
            naive(source.dropFirst(), target) + 1,
            naive(source, target.dropFirst()) + 1
        )
        if source.count > 1, target.count > 1, a == target.dropFirst().first, b == source.dropFirst().first {
            best = min(best, naive(source.dropFirst(2), target.dropFirst(2)) + 1)
        }
        return best
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func `R-POL-10 Is near when at most a third of its letters are wrong`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        func word() -> String {
            String(
                (0...Int.random(in: 0...5, using: &random))
                    .map { _ in (["a", "b", "c"] as [Character]).randomElement(using: &random)! }
            )
        }
        let (known, found) = (word(), word())
        let edits = naive(Array(found)[...], Array(known)[...])
        let isNear = 3 * edits <= 3 * (max(known.count, found.count) / 3)
        #expect(KnownWords([known]).unknown("key", found).nearest == (isNear ? known : nil))
    }
}
