import ArgumentParser
import GiftModel
import GiftPolicy
import Segmentation

/// What all gifts may cost together.
struct BudgetOption: ParsableArguments {
    @Option(
        help: ArgumentHelp("What the gifts may cost together; the policy's budget if not given.", valueName: "amount")
    )
    var budget: String?

    /// Returns the amount, or else that of `policy`.
    func limit(for policy: Policy) throws -> Money {
        guard let budget else { return policy.document.budget }
        let currency = policy.document.tiers.currency
        guard let money = Money(decimal: budget, in: currency), money.minorUnits >= 0 else {
            throw CommandFailure("--budget `\(budget)` is no amount of \(currency) such as 5000.00")
        }
        return money
    }
}
