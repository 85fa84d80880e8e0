/// The gifts that a host can give, each known by its identifier, sets among them.
///
/// ```swift
/// let pack = GiftSet(in: box, of: ["booklet": 1, "tote-bag": 1])!
/// let catalog = try Catalog([booklet, bag], sets: [pack], in: .cny)
/// catalog[pack.box.id]?.cost   // what box, booklet and bag cost together
/// ```
///
/// ## Invariants
/// 1. No two gifts share an identifier, a set and a gift neither.
/// 2. All amounts are in one currency and none is below zero.
/// 3. The parts of a set are gifts of the catalog and no sets, and so are the gifts and boxes that it is made of.
///
/// - Wire format: `{"currency":"CNY","format":"gift-catalog/1","gifts":[…],"sets":[…]}`, in ascending order; any order
///   is read.
public struct Catalog: Hashable, Sendable {
    /// The gifts and the sets put together, by identifier ascending.
    public let gifts: [Gift]
    /// The sets as they were listed, by the identifier of their box ascending.
    public let sets: [GiftSet]
    /// The currency of every amount.
    public let currency: Currency
    private let positions: [Gift.ID: Int]

    /// A catalog of `gifts`, and of `sets` of them, whose amounts are in `currency`.
    ///
    /// - Throws: ``InvalidCatalog`` with every fault.
    /// - Complexity: O(*n* log *n*).
    public init(
        _ gifts: some Sequence<Gift>,
        sets: some Sequence<GiftSet> = [],
        in currency: Currency
    ) throws(InvalidCatalog) {
        let single = Array(gifts)
        let sets = Array(sets)
        var check = CatalogCheck(gifts: single, currency: currency)
        check.gifts(single)
        let whole = check.putTogether(sets)
        guard check.faults.isEmpty else { throw InvalidCatalog(faults: check.faults) }
        let sorted = (single + whole).sorted { $0.id < $1.id }
        self.gifts = sorted
        self.sets = sets.sorted { $0.box.id < $1.box.id }
        self.currency = currency
        self.positions = Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($1.id, $0) })
    }
}

extension Catalog {
    /// Returns the gift known as `id`, or `nil` when the catalog does not hold it.
    public subscript(id: Gift.ID) -> Gift? { positions[id].map { gifts[$0] } }
}

/// The faults found so far, and the questions that find them.
private struct CatalogCheck {
    private(set) var faults: [CatalogFault] = []
    private let known: [Gift.ID: Gift]
    private let currency: Currency
    private var seen: Set<Gift.ID> = []

    init(gifts: [Gift], currency: Currency) {
        self.known = Dictionary(gifts.map { ($0.id, $0) }) { first, _ in first }
        self.currency = currency
    }

    private mutating func report(_ problem: CatalogFault.Problem, at path: String...) {
        faults.append(CatalogFault(path: DocumentPointer.text(of: path), problem: problem))
    }

    mutating func gifts(_ gifts: [Gift]) {
        for (index, gift) in gifts.enumerated() { self.gift(gift, at: ["gifts", "\(index)"]) }
    }

    private mutating func gift(_ gift: Gift, at path: [String]) {
        func report(_ problem: CatalogFault.Problem, _ place: String...) {
            faults.append(CatalogFault(path: DocumentPointer.text(of: path + place), problem: problem))
        }
        if !seen.insert(gift.id).inserted { report(.repeatedGift(gift.id), "id") }
        if !gift.parts.isEmpty { report(.putTogether(gift.id)) }
        if gift.cost.currency != currency {
            report(.currencyMismatch(gift.cost.currency, expected: currency), "cost")
        }
        if let coupon = gift.coupon {
            if gift.kind != .coupon { report(.noCoupon(gift.id), "coupon") }
            if coupon.minimumSpend.currency != currency {
                report(.currencyMismatch(coupon.minimumSpend.currency, expected: currency), "coupon")
            }
        }
        guard let value = gift.appeal.perceivedValue else { return }
        if value.currency != currency {
            report(.currencyMismatch(value.currency, expected: currency), "appeal", "perceivedValue")
        }
        if value.minorUnits < 0 { report(.negativeAmount(value), "appeal", "perceivedValue") }
    }

    /// Returns the sets of which every part is known and in the currency of the box.
    mutating func putTogether(_ sets: [GiftSet]) -> [Gift] {
        sets.enumerated()
            .compactMap { index, set in
                gift(set.box, at: ["sets", "\(index)", "box"])
                var isWhole = true
                for id in set.quantities.keys.sorted() where known[id] == nil {
                    report(.unknownPart(id), at: "sets", "\(index)", "parts", id.text)
                    isWhole = false
                }
                let currencies = set.quantities.keys.compactMap { known[$0]?.cost.currency }
                guard isWhole, currencies.allSatisfy({ $0 == set.box.cost.currency }) else { return nil }
                guard let gift = set.gift(puttingTogether: known) else {
                    report(.costTooLarge, at: "sets", "\(index)")
                    return nil
                }
                return gift
            }
    }
}
