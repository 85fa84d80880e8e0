/// Whether an order takes a coupon.
///
/// The three answers are all there are, so this enum is closed.
public enum CouponVerdict: Hashable, Sendable {
    /// It does, and this is taken off.
    case takesOff(Money)
    /// That depends on these facts, which nobody recorded; nothing that is known stands in the way.
    case unknown([Reason])
    /// It does not, for all of these reasons.
    case refused([Reason])
}

extension CouponTerms {
    /// Returns whether `order` takes a coupon of these terms.
    ///
    /// What counts is what was paid for the coupon's goods, line by line; without a list of goods, the order's total.
    ///
    /// - Parameters:
    ///   - issue: When the coupon was issued.
    ///   - used: How often it has been used.
    ///   - others: The other coupons on the same order.
    /// - Throws: ``CouponError/currencyMismatch(_:expected:)`` when the order, or a line that counts, is in another
    ///   currency.
    /// - Complexity: O(*n*) in the lines and coupons.
    public func verdict(
        on order: Order,
        issuedAt issue: Timestamp,
        used: Int64 = 0,
        beside others: [CouponTerms] = []
    ) throws(CouponError) -> CouponVerdict {
        var refused: [Reason] = []
        var missing: [Reason] = []
        if order.placedAt < issue {
            refused.append(Reason(CouponReason.notYetIssued))
        } else if !isValid(at: order.placedAt, issuedAt: issue) {
            refused.append(Reason(CouponReason.couponExpired))
        }
        if used >= uses {
            refused.append(Reason(CouponReason.usedUp, Fact("used", .number(used)), Fact("uses", .number(uses))))
        }
        if !others.isEmpty, ([self] + others).contains(where: { $0.stacking == .alone }) {
            refused.append(Reason(CouponReason.notWithOthers))
        }
        if !channels.isEmpty {
            switch order.channel {
            case nil: missing.append(Reason(CouponReason.orderChannelNotKnown))
            case let channel? where !channels.contains(channel):
                refused.append(Reason(CouponReason.otherChannel, Fact("channel", .name(channel.title))))
            default: break
            }
        }
        if !goods.isEmpty, order.lines.isEmpty {
            missing.append(Reason(CouponReason.goodsNotKnown))
            return refused.isEmpty ? .unknown(missing) : .refused(refused + missing)
        }
        guard let spend = try spend(of: order) else {
            return .refused(refused + [Reason(CouponReason.otherGoods)] + missing)
        }
        guard let discount = try discount(on: spend) else {
            let gap = Money(minorUnits: minimumSpend.minorUnits - spend.minorUnits, in: spend.currency)
            let small = Reason(
                CouponReason.spendTooSmall,
                Fact("spend", .money(spend)),
                Fact("minimum", .money(minimumSpend)),
                Fact("missing", .money(gap))
            )
            return .refused(refused + [small] + missing)
        }
        if !refused.isEmpty { return .refused(refused + missing) }
        return missing.isEmpty ? .takesOff(discount) : .unknown(missing)
    }

    /// Returns what was paid for the goods that count, or `nil` when none of them was ordered.
    private func spend(of order: Order) throws(CouponError) -> Money? {
        if goods.isEmpty { return order.total }
        let lines = order.lines.filter { goods.contains($0.product) }
        guard !lines.isEmpty else { return nil }
        var sum: Int64 = 0
        for line in lines {
            guard line.amount.currency == minimumSpend.currency else {
                throw .currencyMismatch(line.amount.currency, expected: minimumSpend.currency)
            }
            // What was paid for goods of an order is no more than 64 bits hold; a host's nonsense is cut off there.
            let (next, overflow) = sum.addingReportingOverflow(line.amount.minorUnits)
            sum = overflow ? .max : next
        }
        return Money(minorUnits: sum, in: minimumSpend.currency)
    }
}
