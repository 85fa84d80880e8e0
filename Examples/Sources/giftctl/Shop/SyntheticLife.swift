import GiftModel

/// What a customer of the synthetic shop does, day by day.
struct SyntheticLife {
    private(set) var activities: [Activity] = []
    private let customer: Customer.ID
    private let place: SyntheticPlace
    private let number: Int
    private var count = 0

    init(of customer: Customer.ID, in place: SyntheticPlace, number: Int) {
        self.customer = customer
        self.place = place
        self.number = number
    }

    /// In a hundred of a usual day, how much is bought in each month.
    private static let seasons = [130, 70, 90, 100, 110, 120, 80, 80, 120, 100, 150, 110]
    /// The month of each day of the shop, from zero.
    private static let months = (0...SyntheticShop.days.lowerBound.days(until: SyntheticShop.days.upperBound))
        .map { (SyntheticShop.days.lowerBound.adding(days: $0)?.month ?? 1) - 1 }
    private static let minute: Int64 = 60_000
    private static let hour = 60 * minute
    private static let day = 24 * hour

    /// Everything from the day of registration through the shop's last.
    mutating func live(
        from registration: Int,
        registeredAt: Timestamp,
        isCompany: Bool,
        using random: inout SplitMix
    ) {
        interact(.registration, at: registeredAt)
        if isCompany, random.happens(inThousand: 500) {
            interact(.contract, at: registeredAt.later(by: Int64(random.number(in: 2...60)) * Self.day))
        }
        let (perYear, mean) = random.choice([
            (45, (2, 18_000)), (35, (6, 26_000)), (15, (16, 42_000)), (5, (36, 85_000)),
        ])
        let price = isCompany ? mean * 3 : mean
        let fate = random.choice([(20, 0), (10, 1), (12, 2), (58, 3)])
        let turn = registration + random.number(in: 60...760)
        let back = turn + random.number(in: 100...300)
        if random.happens(inThousand: 600) {
            buy(at: registeredAt.later(by: Int64(random.number(in: 10...120)) * Self.minute), price, using: &random)
        }
        for day in registration + 1..<Self.months.count {
            let isAway = fate == 0 && day >= turn || fate == 1 && day >= turn && day < back
            if isAway { continue }
            // In ten million: a year of 365 days, a season in a hundred.
            let rate = perYear * Self.seasons[Self.months[day]] * 100_000 / 365 / (fate == 2 && day >= turn ? 2 : 1)
            if random.below(10_000_000) < rate {
                buy(at: place.instant(onDay: day, minute: random.number(in: 480...1_380)), price, using: &random)
            }
            if random.below(10_000_000) < rate / 2 {
                leaveCart(at: place.instant(onDay: day, minute: random.number(in: 540...1_260)), price, using: &random)
            }
            if random.below(10_000) < 165 {
                let kind: InteractionKind = random.choice([(80, .view), (8, .share), (6, .comment), (6, .visit)])
                interact(kind, at: place.instant(onDay: day, minute: random.number(in: 480...1_380)))
            }
        }
        activities.removeAll { $0.occurredAt >= place.end }
    }

    private mutating func name() -> String {
        count += 1
        return "\(number)-\(count)"
    }

    private mutating func interact(_ kind: InteractionKind, at instant: Timestamp) {
        let id = Interaction.ID(stringLiteral: "i-\(name())")
        if let interaction = Interaction(kind, id: id, customer: customer, occurredAt: instant, channel: .app) {
            activities.append(.interaction(interaction))
        }
    }

    /// An order for about `price`, which may come back or lead to a complaint.
    private mutating func buy(at instant: Timestamp, _ price: Int, using random: inout SplitMix) {
        let total = Int64(price * random.number(in: 40...160) / 100)
        let name = name()
        let id = Order.ID(stringLiteral: "o-\(name)")
        guard
            let order = Order(
                id: id,
                customer: customer,
                placedAt: instant,
                total: Money(minorUnits: total, in: SyntheticShop.currency),
                channel: random.choice([(70, .online), (30, .store)])
            )
        else { return }
        activities.append(.order(order))
        let returned = random.choice([(3, total), (3, total / 2), (94, Int64(0))])
        if returned > 0 {
            let goods = Return(
                id: Return.ID(stringLiteral: "b-\(name)"),
                customer: customer,
                of: id,
                receivedAt: instant.later(by: Int64(random.number(in: 3...12)) * Self.day),
                refund: Money(minorUnits: returned, in: SyntheticShop.currency)
            )
            if let goods { activities.append(.return(goods)) }
        }
        if random.happens(inThousand: 40) {
            complain(at: instant.later(by: Int64(random.number(in: 24...240)) * Self.hour), about: name, using: &random)
        }
    }

    private mutating func leaveCart(at instant: Timestamp, _ price: Int, using random: inout SplitMix) {
        let quantity = random.number(in: 1...3)
        let change = CartChange(
            id: CartChange.ID(stringLiteral: "c-\(name())"),
            customer: customer,
            changedAt: instant,
            of: Product.ID(stringLiteral: "tea-\(random.number(in: 1...40))"),
            by: Int64(quantity),
            unitPrice: Money(minorUnits: Int64(price / quantity), in: SyntheticShop.currency)
        )
        if let change { activities.append(.cartChange(change)) }
        if random.happens(inThousand: 550) {
            buy(at: instant.later(by: Int64(random.number(in: 1...20)) * Self.hour), price, using: &random)
        }
    }

    private mutating func complain(at opened: Timestamp, about order: String, using random: inout SplitMix) {
        let grade: ComplaintGrade = random.choice([(80, .simple), (15, .complex), (5, .grave)])
        var instant = opened
        func step(_ state: ComplaintState, _ number: Int) -> Activity {
            .complaintStep(
                ComplaintStep(
                    id: ComplaintStep.ID(stringLiteral: "s-\(order)-\(number)"),
                    customer: customer,
                    of: Complaint.ID(stringLiteral: "k-\(order)"),
                    occurredAt: instant,
                    to: state,
                    grade: grade,
                    channel: .serviceDesk
                )
            )
        }
        activities.append(step(.opened, 1))
        instant = instant.later(
            by: Int64(random.happens(inThousand: 850) ? random.number(in: 10...110) : 400) * Self.minute
        )
        activities.append(step(.answered, 2))
        instant = instant.later(by: Int64(random.number(in: 1...40)) * Self.hour)
        activities.append(step(.solutionOffered, 3))
        if random.happens(inThousand: 50) { return }
        instant = instant.later(by: Int64(random.number(in: 12...200)) * Self.hour)
        activities.append(step(.resolved, 4))
        guard random.happens(inThousand: 100) else { return }
        instant = instant.later(by: Int64(random.number(in: 12...100)) * Self.hour)
        activities.append(step(.reopened, 5))
        instant = instant.later(by: Int64(random.number(in: 24...200)) * Self.hour)
        activities.append(step(.resolved, 6))
    }
}

extension Timestamp {
    fileprivate func later(by milliseconds: Int64) -> Timestamp {
        Timestamp(milliseconds: self.milliseconds + milliseconds)
    }
}
